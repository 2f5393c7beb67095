import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Column } from '../../state/comparison/results.js';
import { compareDecimals, difference, percentOf } from '../../state/decimal.js';
import { letterBadge } from './letter.js';
import { isSure } from './pairs.js';
import { type Actions, letterAt, nameOf, type Shown } from './shown.js';

type Cell = string | TemplateResult | undefined;

/** What all offers come to, side by side, for the partner, for the brand, or for both. */
export function figures(shown: Shown, actions: Actions): TemplateResult | typeof nothing {
  const { speech, table, results } = shown;
  const { columns, currency } = results;
  if (columns.length === 0) return nothing;
  const sides = table.view === 'both' ? (['partner', 'brand'] as const) : [table.view];
  return html`
    <section class="figures" part="figures" aria-labelledby="figures-heading">
      <div class="section-head">
        <h3 id="figures-heading">${speech.tell('figures')}</h3>
        ${columns.length > 1 ? baselineChoice(shown, actions) : nothing}
      </div>
      ${currency === undefined && columns.filter(({ total }) => total !== undefined).length > 1 ? html`<p class="stale">${speech.tell('figures.currencies')}</p>` : nothing}
      <div class="scroll" tabindex="0" role="group" aria-label=${speech.tell('figures')}>
        <table class="ledger">
          <thead>
            <tr>
              <th scope="col">${speech.tell('figures.offer')}</th>
              ${columns.map(({ sheet }, place) => html`<th scope="col" class="end" ?data-most=${results.most.includes(sheet.id)}>${letterBadge(place)} <bdi>${nameOf(sheet, letterAt(place), speech)}</bdi></th>`)}
            </tr>
          </thead>
          ${sides.map(
            (side) => html`<tbody>
            <tr class="side"><th scope="rowgroup" colspan=${columns.length + 1}>${speech.tell(`${side}.side`)}</th></tr>
            ${side === 'partner' ? partnerRows(shown) : brandRows(shown)}
          </tbody>`,
          )}
        </table>
      </div>
      ${confidence(shown)}
    </section>
  `;
}

function baselineChoice({ speech, table }: Shown, actions: Actions): TemplateResult {
  const chosen = (event: Event) => actions.baseline(Number((event.target as HTMLSelectElement).value));
  return html`
    <label class="inline">${speech.tell('figures.compareWith')}
      <select .value=${live(String(table.baseline))} @change=${chosen}>
        ${table.sheets.map((sheet, place) => html`<option value=${sheet.id} ?selected=${sheet.id === table.baseline}>${letterAt(place)} ${nameOf(sheet, letterAt(place), speech)}</option>`)}
      </select>
    </label>
  `;
}

function rowsOf(shown: Shown, rows: readonly (readonly [string, (column: Column, place: number) => Cell, string?])[]): TemplateResult[] {
  return rows.flatMap(([label, cellOf, kind]) => {
    const cells = shown.results.columns.map(cellOf);
    if (cells.every((cell) => cell === undefined)) return [];
    return [
      html`<tr class=${kind ?? ''}>
        <th scope="row">${label}</th>
        ${cells.map((cell, place) => html`<td class="end" ?data-most=${shown.results.most.includes(shown.results.columns[place]?.sheet.id ?? 0)}>${cell ?? '–'}</td>`)}
      </tr>`,
    ];
  });
}

function partnerRows(shown: Shown): TemplateResult[] {
  const { speech, table, results, answers } = shown;
  const own = ({ facts }: Column) => (facts ? speech.inCurrency(facts) : speech);
  const money = (column: Column, amount: string | undefined | null) => (amount ? own(column).formats.money(amount) : undefined);
  const base = results.columns.findIndex(({ sheet }) => sheet.id === table.baseline);
  const letter = { text: letterAt(base) };
  const against = results.columns[base]?.total;
  const simulated = answers.simulation;
  const several = results.columns.length > 1;
  return rowsOf(shown, [
    [speech.tell('figures.total', { months: monthsOf(shown) }), (column) => money(column, column.total), 'sum'],
    [speech.tell('figures.perMonth'), (column) => money(column, column.projection?.totals.perMonth)],
    [speech.tell('figures.perEvent'), (column) => money(column, column.projection?.brand.costPerConversion)],
    [
      speech.tell('figures.against', { letter }),
      (column, place) =>
        !several
          ? undefined
          : place === base
            ? speech.tell('figures.baseline')
            : column.against !== undefined && against !== undefined
              ? own(column).difference(column.against, against)
              : undefined,
    ],
    [speech.tell('figures.worst'), (column) => money(column, column.worst)],
    [speech.tell('figures.best'), (column) => money(column, column.best)],
    [
      speech.tell('figures.likely'),
      (column, place) => {
        const [, low, , , , high] = simulated?.contracts[simulatedPlace(shown, place)]?.percentiles ?? [];
        if (low === undefined || high === undefined || low === high) return undefined;
        return speech.tell('figures.between', {
          low: { text: own(column).formats.money(low) },
          high: { text: own(column).formats.money(high) },
        });
      },
    ],
    [
      speech.tell('figures.chance', { letter }),
      (_, place) => {
        const chance = place === base ? undefined : chanceOf(shown, place, base);
        return chance === undefined ? undefined : speech.tell('figures.chance.of', { rate: { rate: `${chance}%` } });
      },
    ],
  ]);
}

/** How long the figures look ahead. */
const monthsOf = ({ results }: Shown) =>
  ({ phrase: { key: 'months', facts: { count: { count: String(results.scenario.months) } } } }) as const;

/** Only sheets that came to something are simulated. */
function simulatedPlace({ results }: Shown, place: number): number {
  return results.columns.slice(0, place).filter(({ total }) => total !== undefined).length;
}

/** In how many of a hundred cases one pays more than another. */
function chanceOf(shown: Shown, place: number, base: number): number | undefined {
  const { simulation } = shown.answers;
  const [one, other] = [simulatedPlace(shown, place), simulatedPlace(shown, base)];
  const pair = simulation?.against.find((pair) => (pair.one === one && pair.other === other) || (pair.one === other && pair.other === one));
  if (!pair || !simulation) return undefined;
  return Math.round(((pair.one === one ? pair.more : pair.less) / simulation.draws) * 100);
}

function brandRows(shown: Shown): TemplateResult[] {
  const { speech, table } = shown;
  const own = ({ facts }: Column) => (facts ? speech.inCurrency(facts) : speech);
  const brand = ({ projection }: Column) => projection?.brand;
  const money = (column: Column, amount: string | undefined | null) => (amount ? own(column).formats.money(amount) : undefined);
  const rate = (value: string | undefined | null) => (value ? speech.formats.rate(`${value}%`) : undefined);
  const { brand: budget } = table.limits;
  return rowsOf(shown, [
    [speech.tell('figures.cost', { months: monthsOf(shown) }), (column) => money(column, column.total), 'sum'],
    [speech.tell('figures.cpa'), (column) => money(column, brand(column)?.costPerConversion)],
    [speech.tell('figures.share'), (column) => rate(brand(column)?.costOfRevenue)],
    [
      speech.tell('figures.return'),
      (column) => (brand(column)?.returnOnSpend ? speech.formats.count(brand(column)?.returnOnSpend ?? '') : undefined),
    ],
    [speech.tell('figures.margin'), (column) => money(column, brand(column)?.margin)],
    ...(budget === undefined
      ? []
      : [
          [
            speech.tell('figures.budget', { amount: { shortMoney: budget } }),
            (column: Column) => (column.total === undefined ? undefined : budgetText(column.total, budget, own(column))),
          ] as const,
        ]),
    [speech.tell('figures.best'), (column) => money(column, column.best)],
    [speech.tell('figures.worst'), (column) => money(column, column.worst)],
  ]);
}

function budgetText(cost: string, budget: string, speech: Shown['speech']): Cell {
  const rate = speech.formats.rate(`${percentOf(cost, budget, 0) ?? '0'}%`);
  if (compareDecimals(cost, budget) <= 0) return rate;
  return html`<strong class="fault">${speech.tell('figures.overBudget', { rate: { text: rate }, amount: { money: difference(cost, budget) } })}</strong>`;
}

/** How far the cases are worked through. */
function confidence(shown: Shown): TemplateResult {
  const { speech } = shown;
  const { answers } = shown;
  const { progress, simulation } = answers;
  if (isSure(shown)) return html`<p class="aside simulated">${speech.tell('figures.sure')}</p>`;
  return html`
    <p class="aside simulated">
      ${
        progress === undefined
          ? answers.unanswered.has('simulation')
            ? speech.tell('unanswered')
            : simulation
              ? speech.tell('figures.simulated', { count: { count: String(simulation.draws) } })
              : nothing
          : html`<label>${speech.tell('figures.simulating')} <progress max="1" .value=${progress}></progress></label>`
      }
    </p>
  `;
}
