import { html, nothing, type TemplateResult } from 'lit';
import { isUncertain } from '../../state/comparison/drivers.js';
import { savedTable, toLink } from '../../state/comparison/saved.js';
import { emptyTable, MOST_SHEETS, withSheet } from '../../state/comparison/table.js';
import { percentOf } from '../../state/decimal.js';
import { typeName } from '../../state/names.js';
import { marginsOf, type Outgrown, type Side, type Sides, sidesOf, VOLUMES, withMargin } from '../../state/studio/sides.js';
import type { StudioSpeech } from '../../state/studio/speech.js';
import type { Work } from '../../state/studio/work.js';
import { entryField, faultOf } from '../entry-field.js';
import type { Actions, Shown } from '../shown.js';

/** What the promise costs the brand beside what partners see of it, when little, as much as expected, or much comes of it. */
export function sidesPane(shown: Shown, actions: Actions): TemplateResult {
  const { speech, work, ask, checked } = shown;
  const all = ask ? sidesOf(work, checked, ask) : [];
  return html`
    <h2>${speech.tell('sides.heading')}</h2>
    <p>${speech.tell(isUncertain(work.scenario) ? 'sides.text' : 'sides.text.doubled')}</p>
    ${means(shown, actions)} ${all.map((sides) => contractSides(sides, all.length > 1, shown))}
    <p><button type="button" @click=${() => void compare(work)}>${speech.tell('sides.compare')}</button></p>
  `;
}

/** These terms on the comparison's table, beside which other offers can be put. */
async function compare({ contracts, scenario }: Work): Promise<void> {
  const table = contracts.slice(0, MOST_SHEETS).reduce((table, contract) => withSheet(table, contract), { ...emptyTable(), scenario });
  location.assign(`/comparison.html#${await toLink(savedTable(table))}`);
}

/** What the brand has: its margin on what customers pay, and a budget. Neither reaches the page. */
function means(shown: Shown, actions: Actions): TemplateResult {
  const { speech, work, checked } = shown;
  const labels = new Map(checked.flatMap(({ facts }) => facts?.payouts ?? []).map(({ event, label }) => [event, label ?? undefined]));
  const named = (event: string) => {
    const name = typeName(event, labels.get(event));
    return { events: { text: typeof name === 'string' ? name : speech.phrase(name) } };
  };
  const budget = 'budget';
  return html`<section class="means">
    ${marginsOf(work.scenario).map(({ stream, event, margin }) => {
      const place = `margin ${stream}`;
      return html`<label class="stacked"><span>${speech.tell('sides.margin', named(event))}</span>${entryField(
        {
          place,
          kind: 'rate',
          label: speech.tell('sides.margin', named(event)),
          written: margin === undefined ? '' : speech.formats.rate(margin),
          placeholder: speech.formats.rate('60%'),
          optional: true,
          take: (work, value) => ({ ...work, scenario: withMargin(work.scenario, stream, value as string | undefined) }),
        },
        shown,
        actions,
      )}</label>${faultOf(place, shown)}`;
    })}
    <label class="stacked"><span>${speech.tell('sides.budget', { count: { count: String(work.scenario.months) } })}</span>${entryField(
      {
        place: budget,
        kind: 'money',
        label: speech.tell('sides.budget', { count: { count: String(work.scenario.months) } }),
        written: work.budget === undefined ? '' : speech.formats.shortMoney(work.budget),
        placeholder: speech.formats.shortMoney('20000'),
        optional: true,
        take: ({ budget: _, ...work }, value): Work => (value === undefined ? work : { ...work, budget: String(value) }),
      },
      shown,
      actions,
    )}</label>${faultOf(budget, shown)}
    <p class="aside">${speech.tell('sides.private')}</p>
  </section>`;
}

function contractSides({ contract, facts, sides, outgrown }: Sides, isNamed: boolean, { speech: ours, work }: Shown): TemplateResult {
  const speech = ours.inCurrency(facts);
  const name = contract.name ?? '';
  const money = (amount: string | undefined | null) => (amount ? speech.formats.money(amount) : undefined);
  const rate = (value: string | undefined | null) => (value ? speech.formats.rate(`${value}%`) : undefined);
  const months = { count: { count: String(sides[1]?.projection?.byMonth.length ?? 0) } };
  const rows: readonly (readonly [string, (side: Side) => string | undefined, string?])[] = [
    [speech.tell('sides.earns'), ({ projection }) => money(projection?.totals.perMonth), 'sum'],
    [speech.tell('figures.cost', months), ({ projection }) => money(projection?.totals.earned), 'sum'],
    [
      speech.tell('sides.conversions'),
      ({ projection }) => (projection ? speech.formats.count(String(projection.brand.conversions)) : undefined),
    ],
    [speech.tell('sides.revenue'), ({ projection }) => money(projection?.brand.revenue)],
    [speech.tell('figures.cpa'), ({ projection }) => money(projection?.brand.costPerConversion)],
    [speech.tell('figures.share'), ({ projection }) => rate(projection?.brand.costOfRevenue)],
    [speech.tell('figures.margin'), ({ projection }) => money(projection?.brand.margin)],
    [
      speech.tell('figures.budget', { amount: { shortMoney: work.budget ?? '0' } }),
      ({ projection }) => (projection && work.budget ? rate(percentOf(projection.totals.earned, work.budget, 0)) : undefined),
    ],
  ];
  return html`<section>
    ${isNamed && name !== '' ? html`<h3>${name}</h3>` : nothing}
    ${outgrown.length === 0 ? nothing : html`<div class="outgrown">${outgrown.map((each) => html`<p>${outgrownText(each, speech)}</p>`)}</div>`}
    <div class="scroll" tabindex="0" role="group" aria-label=${speech.tell('sides.heading')}>
      <table class="rows figures">
        <thead><tr><td></td>${VOLUMES.map((volume) => html`<th scope="col" class="end">${speech.tell(`sides.${volume}`)}</th>`)}</tr></thead>
        <tbody>${rows.map(([label, cell, kind]) => {
          const cells = sides.map(cell);
          if (cells.every((text) => text === undefined)) return nothing;
          return html`<tr class=${kind ?? nothing}><th scope="row">${label}</th>${cells.map((text) => html`<td class="end">${text ?? '–'}</td>`)}</tr>`;
        })}</tbody>
      </table>
    </div>
    ${sides
      .flatMap(({ problems }) => problems)
      .slice(0, 1)
      .map(({ message }) => html`<p class="fault" lang="en">${message}</p>`)}
  </section>`;
}

function outgrownText({ volume, what, by }: Outgrown, speech: StudioSpeech): string {
  return speech.tell(`sides.outgrown.${what}`, { volume: { text: speech.tell(`sides.at.${volume}`) }, amount: { money: by } });
}
