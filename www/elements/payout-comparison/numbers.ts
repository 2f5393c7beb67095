import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { type Driver, driverValue, FURTHER, NUMBER_SETS, type NumberSet } from '../../state/comparison/drivers.js';
import { faultText } from '../../state/comparison/problems.js';
import { scenarioPlace } from '../../state/comparison/table.js';
import { decimalPlaces } from '../../state/decimal.js';
import { valueAt } from '../../state/pointers.js';
import { openOnKey } from '../parts/open-on-key.js';
import type { Actions, Shown } from './shown.js';

/** The scenario under all offers: each number as it is expected, if it goes badly, if it goes well, and the visitor's own. */
export function numbers(shown: Shown, actions: Actions): TemplateResult | typeof nothing {
  const { speech, table, results, readonly } = shown;
  const { drivers } = results;
  if (table.sheets.length === 0) return nothing;
  const column = (set: NumberSet) => html`
    <th scope="col" data-set=${set} ?data-shown=${set === table.set}>
      <label class="set"><input type="radio" name="set" .checked=${live(set === table.set)} @change=${() => actions.set(set)} />
        <span>${speech.tell(`numbers.column.${set}`)}</span></label>
    </th>
  `;
  return html`
    <section class="numbers-band" part="numbers" aria-labelledby="numbers-heading" data-set=${table.set}>
      <h3 id="numbers-heading">${speech.tell('numbers')}</h3>
      <p class="aside">${speech.tell('numbers.hint')}</p>
      <table class="assumed">
        <thead>
          <tr><th scope="col"><span class="unseen">${speech.tell('numbers.set')}</span></th>${NUMBER_SETS.map(column)}<td></td></tr>
        </thead>
        <tbody>
          ${drivers.map((driver) => row(driver, shown, actions))}
        </tbody>
      </table>
      ${
        readonly
          ? nothing
          : html`<p class="numbers-more">
              <label>${speech.tell('numbers.start')}
                <input class="month" type="month" .value=${live(/^\d{4}-\d{2}$/.test(table.scenario.start) ? table.scenario.start : '')} @change=${(event: Event) => actions.start(text(event))} />
              </label>
              ${further(shown, actions)}
            </p>`
      }
    </section>
  `;
}

const text = (event: Event) => (event.target as HTMLInputElement).value;

function row(driver: Driver, shown: Shown, actions: Actions): TemplateResult {
  const { speech, table, readonly } = shown;
  const { scenario, own, drafts } = table;
  const name = driverName(driver, shown);
  const faults: string[] = [];
  const cell = (set: NumberSet) => {
    const isOpen = set === 'base' || set === 'own' || driver.ranged;
    if (!isOpen) return html`<td data-set=${set} ?data-shown=${set === table.set} class="none">–</td>`;
    const draft = drafts[scenarioPlace(set, driver.path)];
    const fault = draft && faultText(draft, speech);
    if (fault !== undefined) faults.push(fault);
    const value = driverValue(scenario, driver, set, own);
    const written = writtenValue(driver, value, speech);
    // What only repeats the expected number is said quietly.
    const echoed =
      (set === 'own' && own[driver.path] === undefined) || (set !== 'base' && value === driverValue(scenario, driver, 'base', own));
    return html`<td data-set=${set} ?data-shown=${set === table.set}>
      <input
        class="cell"
        type="text"
        inputmode="decimal"
        autocomplete="off"
        size="7"
        ?readonly=${readonly}
        ?data-echoed=${echoed}
        aria-label=${speech.tell('numbers.of', { driver: { text: name }, set: { text: speech.set(set) } })}
        aria-invalid=${fault === undefined ? nothing : 'true'}
        aria-describedby=${fault === undefined ? nothing : `fault-${driver.path}`}
        .value=${live(draft?.typed ?? written)}
        @input=${(event: Event) => actions.drive(driver, set, text(event), false)}
        @change=${(event: Event) => actions.drive(driver, set, text(event), true)}
      />
    </td>`;
  };
  const cells = NUMBER_SETS.map(cell);
  const isFurther = driver.kind in FURTHER;
  return html`
    <tr>
      <th scope="row">${name}</th>
      ${cells}
      <td class="drop">
        ${isFurther && !readonly ? html`<button type="button" class="take-out" aria-label=${speech.tell('numbers.drop', { driver: { text: name } })} @click=${() => actions.drop(driver)}>×</button>` : nothing}
      </td>
    </tr>
    ${faults.length > 0 ? html`<tr class="fault-row"><td colspan="6"><p class="fault" id="fault-${driver.path}">${faults.join(' ')}</p></td></tr>` : nothing}
  `;
}

/** What a driver is called under the offers on the table. */
export function driverName(driver: Driver, { speech, table }: Pick<Shown, 'speech' | 'table'>): string {
  const [, stream] = /^(\/streams\/\d+)\//.exec(driver.path) ?? [];
  return speech.driver(driver, stream !== undefined && valueAt(table.scenario, `${stream}/churn`) !== undefined);
}

function writtenValue({ entry }: Driver, value: string, speech: Shown['speech']): string {
  if (entry === 'rate') return speech.formats.rate(`${value}%`);
  if (entry === 'money') return speech.formats.shortMoney(value);
  return speech.formats.entry(value, decimalPlaces(value));
}

/** What may be assumed further, event by event. */
function further({ speech, table, results }: Shown, actions: Actions): TemplateResult {
  const streams = (table.scenario.streams ?? []).flatMap((stream, place) => {
    const driver = results.drivers.find(({ path }) => path.startsWith(`/streams/${place}/`));
    if (!driver) return [];
    return (Object.keys(FURTHER) as (keyof typeof FURTHER)[]).flatMap((what) => {
      const path = `/streams/${place}/${what}`;
      if (valueAt(table.scenario, path) !== undefined) return [];
      return [{ place, what, label: speech.driver({ ...driver, path, kind: what }, false), key: `${stream.event} ${what}` }];
    });
  });
  const chosen = (event: Event) => {
    const select = event.target as HTMLSelectElement;
    const found = streams.find(({ key }) => key === select.value);
    if (found) actions.further(found.place, found.what);
    select.value = '';
  };
  return html`
    <select aria-label=${speech.tell('numbers.add')} @keydown=${openOnKey} @change=${chosen}>
      <option value="">+ ${speech.tell('numbers.add')}</option>
      ${streams.map(({ key, label }) => html`<option value=${key}>${label}</option>`)}
    </select>
  `;
}
