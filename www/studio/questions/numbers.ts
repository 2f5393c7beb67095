import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ContractFacts } from '#documents';
import { type Driver, driversOf, driverValue, FURTHER, withSetValue } from '../../state/comparison/drivers.js';
import { withFurtherIn, withoutFurtherIn } from '../../state/comparison/edits.js';
import { decimalPlaces } from '../../state/decimal.js';
import { valueAt } from '../../state/pointers.js';
import { withWork } from '../../state/studio/desk.js';
import type { Work } from '../../state/studio/work.js';
import { entryField, faultOf } from '../entry-field.js';
import type { Actions, Shown } from '../shown.js';

const SETS = ['low', 'base', 'high'] as const;

/** The numbers that visitors begin with: each as it is expected, and between which it may lie. */
export function numbers(facts: readonly ContractFacts[], shown: Shown, actions: Actions): TemplateResult {
  const { speech, work } = shown;
  const drivers = driversOf(work.scenario, facts);
  const month = (event: Event) => {
    const start = (event.target as HTMLInputElement).value;
    if (/^\d{4}-\d{2}$/.test(start)) actions.change((desk) => withWork(desk, { scenario: { ...desk.work.scenario, start } }));
  };
  return html`<section>
    <h3>${speech.tell('questions.numbers')}</h3>
    <p class="aside">${speech.tell('questions.numbers.text')}</p>
    <div class="scroll" tabindex="0" role="group" aria-label=${speech.tell('questions.numbers')}>
      <table class="rows">
        <thead>
          <tr><td></td>${SETS.map((set) => html`<th scope="col">${speech.tell(`questions.${set}`)}</th>`)}<td></td></tr>
        </thead>
        <tbody>${drivers.map((driver) => row(driver, shown, actions))}</tbody>
      </table>
    </div>
    <p class="line">
      <label class="line"><span>${speech.tell('numbers.start')}</span>
        <input type="month" .value=${live(String(work.scenario.start))} @change=${month} />
      </label>
      ${further(drivers, shown, actions)}
    </p>
  </section>`;
}

export function driverName(driver: Driver, { speech, work }: Pick<Shown, 'speech' | 'work'>): string {
  const [, stream] = /^(\/streams\/\d+)\//.exec(driver.path) ?? [];
  return speech.driver(driver, stream !== undefined && valueAt(work.scenario, `${stream}/churn`) !== undefined);
}

function row(driver: Driver, shown: Shown, actions: Actions): TemplateResult {
  const { speech, work, ask, checked } = shown;
  const name = driverName(driver, shown);
  const place = (set: string) => `scenario ${set} ${driver.path}`;
  const refuse = ({ scenario }: Work) => {
    for (const { contract, facts } of checked) {
      const answer = facts && ask?.project(contract, scenario);
      const problem = answer && 'problems' in answer ? answer.problems.find(({ document }) => document === 'scenario') : undefined;
      if (problem) return problem;
    }
    return undefined;
  };
  const cell = (set: (typeof SETS)[number]) => {
    if (set !== 'base' && !driver.ranged) return html`<td class="none">–</td>`;
    const value = driverValue(work.scenario, driver, set, {});
    const echoes = set !== 'base' && value === driverValue(work.scenario, driver, 'base', {});
    return html`<td ?data-echoed=${echoes}>${entryField(
      {
        place: place(set),
        kind: driver.entry,
        label: speech.tell('numbers.of', { driver: { text: name }, set: { text: speech.set(set) } }),
        written: written(driver, value, shown),
        take: (work, value) => ({ ...work, scenario: withSetValue(work.scenario, driver, set, String(value).replace('%', '')) }),
        refuse,
      },
      shown,
      actions,
    )}</td>`;
  };
  const drop = () => actions.change((desk) => withWork(desk, { scenario: withoutFurtherIn(desk.work.scenario, driver) }));
  return html`<tr>
      <th scope="row">${name}</th>
      ${SETS.map(cell)}
      <td>${driver.kind in FURTHER ? html`<button type="button" class="take-out" aria-label=${speech.tell('numbers.drop', { driver: { text: name } })} @click=${drop}>×</button>` : nothing}</td>
    </tr>
    ${SETS.map((set) => shown.desk.drafts[place(set)]).some((draft) => draft?.fault || draft?.problems) ? html`<tr class="faults"><td colspan="5">${SETS.map((set) => faultOf(place(set), shown))}</td></tr>` : nothing}`;
}

function written({ entry }: Driver, value: string, { speech }: Shown): string {
  if (entry === 'rate') return speech.formats.rate(`${value}%`);
  if (entry === 'money') return speech.formats.shortMoney(value);
  return speech.formats.entry(value, decimalPlaces(value));
}

/** What may be assumed beside, event by event. */
function further(drivers: readonly Driver[], { speech, work }: Shown, actions: Actions): TemplateResult {
  const open = (work.scenario.streams ?? []).flatMap((_, stream) => {
    const driver = drivers.find(({ path }) => path.startsWith(`/streams/${stream}/`));
    if (!driver) return [];
    return (Object.keys(FURTHER) as (keyof typeof FURTHER)[])
      .filter((what) => valueAt(work.scenario, `/streams/${stream}/${what}`) === undefined)
      .map((what) => ({ stream, what, label: speech.driver({ ...driver, kind: what }, false) }));
  });
  const chosen = (event: Event) => {
    const select = event.target as HTMLSelectElement;
    const found = open[Number(select.value)];
    select.value = '';
    if (found) actions.change((desk) => withWork(desk, { scenario: withFurtherIn(desk.work.scenario, found.stream, found.what) }));
  };
  return html`<select aria-label=${speech.tell('numbers.add')} @change=${chosen}>
    <option value="">+ ${speech.tell('numbers.add')}</option>
    ${open.map(({ label }, place) => html`<option value=${place}>${label}</option>`)}
  </select>`;
}
