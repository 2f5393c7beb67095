import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ReadTable, TableOptions } from '#documents';
import type { StudioKey } from '../../locales/studio/en.js';
import { tableReport } from '../../state/import.js';
import { withTiers } from '../../state/studio/tiers.js';
import type { Actions, Shown } from '../shown.js';
import { importWords } from '../start/impact.js';
import type { Model } from './model.js';

/** What was pasted for one payout, and how it was read. */
interface Pasted {
  readonly text: string;
  readonly options: TableOptions;
  /** The table that it takes the place of; none for a further one. */
  readonly over: number | undefined;
  readonly read?: ReadTable;
}

const MODES = ['graduated', 'retroactive', 'forward', 'orderSize'] as const;
const MEASURES = ['revenue', 'events', 'units', 'customers', 'activeCustomers'] as const;
const PERIODS = ['month', 'quarter', 'year', 'contract'] as const;
let turn = 0;

/** Tiers out of a spreadsheet: pasted, read aloud as they were understood, and put into a payout. */
export function pasteTiers(own: Model, payout: number, title: string, shown: Shown, actions: Actions): TemplateResult {
  const { speech, choices } = shown;
  const { place, checked, replace } = own;
  const key = `terms.paste ${place} ${payout}`;
  const tables = checked.contract.payouts?.[payout]?.tiers ?? [];
  const begun: Pasted = {
    text: '',
    options: { mode: 'graduated', measure: 'revenue', per: 'month' },
    over: tables.length > 0 ? 0 : undefined,
  };
  const now: Pasted = (choices[key] as Pasted | undefined) ?? begun;
  const read = (change: Partial<Pasted>) => void readAgain(key, { ...now, ...change }, shown, actions);
  const table = now.read?.tiers;
  const changed = table && withTiers(checked.contract, payout, table, now.over);
  const refused = changed ? own.asked.answer(changed) : undefined;
  const use = () => {
    if (!changed) return;
    replace(changed);
    actions.choose({ [key]: undefined });
    actions.note(speech.tell('terms.paste.done'));
  };
  return html`<details class="paste">
    <summary>${speech.tell('terms.paste')}<span class="unseen">: ${title}</span></summary>
    <p>${speech.tell('terms.paste.intro')}</p>
    <label
      >${speech.tell('terms.paste.label')}
      <textarea rows="6" dir="ltr" spellcheck="false" autocomplete="off" placeholder=${'0\t10%\n10000\t12%\n25000\t15%'} .value=${live(now.text)} @input=${(event: Event) => read({ text: (event.target as HTMLTextAreaElement).value })}></textarea>
    </label>
    <div class="seek">
      ${chooser('mode', MODES, now, read, speech)} ${chooser('measure', MEASURES, now, read, speech)}
      ${now.options.mode === 'orderSize' ? nothing : chooser('per', PERIODS, now, read, speech)}
      ${
        tables.length > 0
          ? html`<label
              >${speech.tell('terms.paste.where')}
              <select .value=${live(String(now.over ?? ''))} @change=${(event: Event) => read({ over: numberOrNone((event.target as HTMLSelectElement).value) })}>
                ${tables.map((_, each) => html`<option value=${each} ?selected=${each === now.over}>${speech.tell('terms.paste.over', { number: { count: String(each + 1) } })}</option>`)}
                <option value="" ?selected=${now.over === undefined}>${speech.tell('terms.paste.beside')}</option>
              </select></label
            >`
          : nothing
      }
    </div>
    ${now.read ? asRead(now.read, now, read, shown, actions) : nothing}
    ${refused && 'problems' in refused ? html`<ul class="fault" lang="en">${refused.problems.map(({ message }) => html`<li>${message}</li>`)}</ul>` : nothing}
    <p class="uses">
      <button type="button" class="button" ?disabled=${!refused || 'problems' in refused} @click=${use}>${speech.tell('terms.paste.use')}</button>
    </p>
  </details>`;
}

const numberOrNone = (text: string) => (text === '' ? undefined : Number(text));

async function readAgain(key: string, pasted: Pasted, { services }: Shown, actions: Actions): Promise<void> {
  turn += 1;
  const own = turn;
  const { read: _, ...begun } = pasted;
  actions.choose({ [key]: pasted });
  if (pasted.text.trim() === '') {
    actions.choose({ [key]: begun });
    return;
  }
  const read = await (await services.importing()).tiers(pasted.text, pasted.options);
  if (own === turn) actions.choose({ [key]: { ...pasted, read } });
}

function chooser<K extends 'mode' | 'measure' | 'per'>(
  option: K,
  values: readonly NonNullable<TableOptions[K]>[],
  now: Pasted,
  read: (change: Partial<Pasted>) => void,
  speech: Shown['speech'],
): TemplateResult {
  const chosen = (event: Event) => read({ options: { ...now.options, [option]: (event.target as HTMLSelectElement).value } });
  return html`<label
    >${speech.tell(`set.${option}`)}
    <select .value=${live(String(now.options[option]))} @change=${chosen}>
      ${values.map((each) => html`<option value=${each} ?selected=${each === now.options[option]}>${speech.tell(`set.${option}.${each}` as StudioKey)}</option>`)}
    </select></label
  >`;
}

/** The tiers as they were read, what could not be, and what else they could mean. */
function asRead(table: ReadTable, now: Pasted, read: (change: Partial<Pasted>) => void, shown: Shown, actions: Actions): TemplateResult {
  const { speech } = shown;
  const words = importWords(shown, actions);
  if (!words) return html`<p>${speech.tell('start.wait')}</p>`;
  const { problems, readings } = tableReport(table, words);
  return html`<div class="as-read" aria-live="polite">
    ${
      problems.length > 0
        ? html`<ul class="fault">${problems.map(({ row, column, got, said }) => html`<li>${row > 0 ? speech.tell('terms.paste.cell', { row: { count: String(row) }, column: { count: String(column) } }) : nothing} ${got === '' ? nothing : html`<q>${got}</q> `}${said}</li>`)}</ul>`
        : nothing
    }
    ${readings
      .filter(({ assumed, taken }) => assumed || taken === undefined)
      .map(
        ({ code, question, options, taken }) => html`<label
          >${question}
          <select .value=${live(taken ?? '')} @change=${(event: Event) => read({ options: { ...now.options, [code]: (event.target as HTMLSelectElement).value } })}>
            ${taken === undefined ? html`<option value="">${words['section.open']}</option>` : nothing}
            ${options.map(({ value, label }) => html`<option value=${value} ?selected=${value === taken}>${label}</option>`)}
          </select></label
        >`,
      )}
    ${
      table.rows.length > 0
        ? html`<div class="scroll" tabindex="0" role="group" aria-label=${speech.tell('terms.paste.read')}>
            <table>
              <caption>${speech.tell('terms.paste.read')}</caption>
              <thead><tr><th scope="col">${words['role.from']}</th><th scope="col">${words['role.paid']}</th><th scope="col">${words['role.label']}</th></tr></thead>
              <tbody>${table.rows.map(({ from, paid, label }) => html`<tr><td>${numeral(from, speech)}</td><td>${numeral(paid, speech)}</td><td>${label ?? ''}</td></tr>`)}</tbody>
            </table>
          </div>`
        : nothing
    }
  </div>`;
}

function numeral(text: string, { formats }: Shown['speech']): string {
  if (text.endsWith('%')) return formats.rate(text);
  return /^\d+(\.\d+)?$/.test(text) ? formats.count(text) : text;
}
