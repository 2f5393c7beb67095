import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ImportedContract, ImportOptions } from '#documents';
import { wordsFor } from '../../elements/payout-comparison/words.js';
import { type ImportWords, importReport, type OpenQuestion, type ReportRow, sideBySide, withAnswer } from '../../state/import.js';
import { termsInWords } from '../../state/sentences.js';
import type { Asking } from '../asking.js';
import type { Actions, Shown } from '../shown.js';
import { takeButtons } from './put.js';

/** What a report is told with, and what an answer in it does. */
interface Telling {
  readonly words: ImportWords;
  readonly options: ImportOptions;
  readonly asked: Asking;
  again(options: ImportOptions): void;
}

/** What became of one contract of a payload: what asks for attention first, then its plain words beside its own fields. */
export function contractReport(imported: ImportedContract, telling: Telling, shown: Shown, actions: Actions): TemplateResult {
  const { words, asked } = telling;
  const { speech } = shown;
  const { verdict, state, sections, questions } = importReport(imported, words);
  const open = questions.filter((question) => question.state !== 'settled');
  const settled = questions.filter((question) => question.state === 'settled');
  const name = imported.contract?.name ?? imported.id ?? imported.path;
  return html`<article class="imported">
    <h3>${name}</h3>
    <p class="verdict" data-state=${state}>${imported.id ? `${imported.id}: ${verdict}` : verdict}</p>
    ${imported.contract ? takeButtons([imported.contract], String(name), asked, shown, actions) : nothing}
    ${sections.filter(({ key }) => key === 'gaps' || key === 'refused').map(({ title, rows }) => table(title, rows))}
    ${
      open.length > 0
        ? html`<h4>${words['section.assumptions']}</h4>
            <p>${speech.tell('start.impact.assumed')}</p>
            <div class="questions">${open.map((question) => choice(question, telling))}</div>`
        : nothing
    }
    ${imported.contract ? besideFields(imported, asked, shown) : nothing}
    ${settled.length > 0 ? folded(words['section.settled'] ?? '', settled.map(settledRow)) : nothing}
    ${sections.filter(({ key }) => key === 'notes').map(({ title, rows }) => folded(title, rows))}
  </article>`;
}

/** The contract's plain words beside the payload's own fields. */
function besideFields(imported: ImportedContract, { check }: Asking, { speech }: Shown): TemplateResult | typeof nothing {
  const facts = imported.contract ? check(imported.contract) : undefined;
  if (!facts) return nothing;
  const { tag, words } = wordsFor(speech.language);
  const sentences = termsInWords(facts, words, tag, speech.inCurrency(facts).formats);
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${speech.tell('start.impact.says')}>
    <table>
      <thead>
        <tr>
          <th scope="col">${speech.tell('start.impact.says')}</th>
          <th scope="col">${speech.tell('start.impact.where')}</th>
        </tr>
      </thead>
      <tbody>
        ${sideBySide(imported, facts, sentences).map(
          ({ sentence, fields }) =>
            html`<tr><td>${sentence}</td><td dir="ltr">${byHolder(fields).map(([place, held]) => holder(place, held))}</td></tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Fields of one object stand together. */
function byHolder(fields: readonly ReportRow[]): readonly (readonly [place: string, fields: readonly ReportRow[]])[] {
  const held = new Map<string, ReportRow[]>();
  for (const field of fields) {
    const place = field.place.split(' › ').slice(0, -1).join(' › ');
    held.set(place, [...(held.get(place) ?? []), field]);
  }
  return [...held];
}

function holder(place: string, fields: readonly ReportRow[]): TemplateResult {
  const said = fields.map((field) => `${field.place.split(' › ').at(-1)}: ${field.value}`);
  return html`<div><span class="place">${place}</span>${said.join(' · ')}</div>`;
}

function choice(
  { assumption, question, place, options, state }: OpenQuestion,
  { words, options: answers, again }: Telling,
): TemplateResult {
  const chosen = (event: Event) => again(withAnswer(answers, assumption, (event.target as HTMLSelectElement).value));
  return html`<label>
    <span>${question}<span class="place">${place}</span></span>
    <select .value=${live(assumption.taken ?? '')} @change=${chosen}>
      ${state === 'open' ? html`<option value="">${words['section.open']}</option>` : nothing}
      ${options.map(({ value, label }) => html`<option value=${value} ?selected=${value === assumption.taken}>${label}</option>`)}
    </select>
  </label>`;
}

const settledRow = ({ assumption: { path }, place, question, options }: OpenQuestion): ReportRow => ({
  path,
  place,
  value: question,
  said: options[0]?.label ?? '',
  to: [],
});

function table(title: string, rows: readonly ReportRow[]): TemplateResult {
  return html`<div class="scroll">
    <table>
      <caption><h4>${title}</h4></caption>
      <tbody>
        ${rows.map(({ place, value, said }) => html`<tr><td>${said}</td><td dir="ltr"><span class="place">${place}</span>${value}</td></tr>`)}
      </tbody>
    </table>
  </div>`;
}

function folded(title: string, rows: readonly ReportRow[]): TemplateResult {
  return html`<details><summary>${title} (${rows.length})</summary>${table(title, rows)}</details>`;
}
