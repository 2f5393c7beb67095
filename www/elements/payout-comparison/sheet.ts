import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Problem } from '#documents';
import { faultText, problemText } from '../../state/comparison/problems.js';
import { MOST_NOTE_CHARACTERS, MOST_SHEETS, ROLES, type Role, type Sheet, sheetPlace } from '../../state/comparison/table.js';
import { type ClauseToAdd, clausesFor } from '../../state/starters.js';
import { openOnKey } from '../parts/open-on-key.js';
import { termsEditor } from '../parts/terms-editor.js';
import { letterBadge } from './letter.js';
import { type Actions, letterAt, nameOf, type Shown } from './shown.js';
import { wordsFor } from './words.js';

const text = (event: Event) => (event.target as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement).value;

/** One offer: what it is, what it comes to, its terms, its notes. */
export function sheetColumn(place: number, shown: Shown, actions: Actions): TemplateResult | typeof nothing {
  const { speech, table, results, readonly, choices } = shown;
  const column = results.columns[place];
  if (!column) return nothing;
  const { sheet } = column;
  const letter = letterAt(place);
  const name = nameOf(sheet, letter, speech);
  const facts = { letter: { text: letter }, name: { text: name } };
  return html`
    <article
      class="sheet"
      part="sheet"
      id="sheet-${sheet.id}"
      tabindex="-1"
      aria-label=${speech.tell('sheet.region', facts)}
      ?data-most=${results.most.includes(sheet.id)}
      ?data-page=${(choices.page ?? table.sheets[0]?.id) === sheet.id}
    >
      <header class="sheet-head">
        <p class="identity">${letterBadge(place)} ${roleChoice(sheet.id, sheet.role, shown, actions)}</p>
        ${
          readonly
            ? html`<h3 class="sheet-name">${name}</h3>`
            : html`<h3 class="sheet-name"><input
                type="text"
                class="name"
                aria-label=${speech.tell('sheet.name', facts)}
                placeholder=${name}
                .value=${live(sheet.contract.name ?? '')}
                @input=${(event: Event) => actions.rename(sheet.id, text(event), false)}
                @change=${(event: Event) => actions.rename(sheet.id, text(event), true)}
              /></h3>`
        }
        ${headline(place, shown)}
      </header>
      <section class="sheet-terms" aria-label=${speech.tell('sheet.terms', facts)}>${terms(place, shown, actions)}</section>
      ${column.facts ? addTerm(sheet, shown, actions) : html`<p></p>`}
      <label class="notes">
        <span>${speech.tell('sheet.notes', facts)}</span>
        <textarea
          rows="2"
          placeholder=" "
          maxlength=${MOST_NOTE_CHARACTERS}
          ?readonly=${readonly}
          .value=${live(sheet.notes)}
          @input=${(event: Event) => actions.notes(sheet.id, text(event), false)}
          @change=${(event: Event) => actions.notes(sheet.id, text(event), true)}
        ></textarea>
      </label>
      ${wholeDocument(place, shown, actions)}
      ${
        readonly
          ? nothing
          : html`<p class="sheet-actions">
              <button type="button" class="quiet" ?disabled=${table.sheets.length >= MOST_SHEETS} @click=${() => actions.duplicate(sheet.id)}>
                ${speech.tell('sheet.duplicate')}
              </button>
              <button type="button" class="quiet" @click=${() => actions.remove(sheet.id)}>${speech.tell('sheet.delete')}</button>
            </p>`
      }
    </article>
  `;
}

function roleChoice(id: number, role: Role, { speech, readonly }: Shown, actions: Actions): TemplateResult {
  if (readonly) return html`<span>${speech.tell(`role.${role}`)}</span>`;
  return html`
    <select class="role" aria-label=${speech.tell('role')} .value=${live(role)} @change=${(event: Event) => actions.role(id, text(event) as Role)}>
      ${ROLES.map((each) => html`<option value=${each} ?selected=${each === role}>${speech.tell(`role.${each}`)}</option>`)}
    </select>
  `;
}

/** What the offer comes to, and against the baseline. */
function headline(place: number, { speech, results, table }: Shown): TemplateResult {
  const column = results.columns[place];
  if (!column || column.total === undefined) {
    return html`<p class="sheet-total" data-none>–</p><p class="sheet-against fault">${speech.tell('sheet.refused')}</p>`;
  }
  const base = results.columns.find(({ sheet }) => sheet.id === table.baseline);
  const letter = letterAt(table.sheets.findIndex(({ id }) => id === table.baseline));
  const own = column.facts ? speech.inCurrency(column.facts) : speech;
  const against =
    column.against !== undefined && base?.total !== undefined
      ? html`<span class="unseen">${speech.tell('figures.against', { letter: { text: letter } })}: </span>${own.difference(column.against, base.total)}`
      : column === base && results.columns.length > 1
        ? speech.tell('figures.baseline')
        : nothing;
  const wins = results.most.includes(column.sheet.id);
  return html`
    <p class="sheet-total">
      <span class="figure">${own.formats.money(column.total)}</span>
      ${wins ? html`<strong class="wins">${speech.tell('sheet.most')}</strong>` : nothing}
    </p>
    <p class="sheet-against">${against}</p>
  `;
}

function terms(place: number, shown: Shown, actions: Actions): TemplateResult {
  const { speech, results, table, readonly } = shown;
  const column = results.columns[place];
  const terms = column && shown.terms.get(column.sheet.id);
  if (!column?.facts || !terms) return problems(column?.problems ?? [], shown);
  const { sheet, facts } = column;
  const own = speech.inCurrency(facts);
  const label = (key: Parameters<typeof speech.tell>[0], sentence: string) => speech.tell(key, { term: { text: sentence } });
  return html`
    ${terms.length === 0 ? html`<p class="aside">${speech.tell('sheet.none')}</p>` : nothing}
    ${termsEditor({
      contract: sheet.contract,
      terms,
      words: wordsFor(speech.language),
      direction: wordsFor(speech.language).tag === speech.language.tag ? speech.language.direction : 'ltr',
      formats: own.formats,
      id: `sheet-${sheet.id}`,
      readonly,
      typed: (path) => {
        const draft = table.drafts[sheetPlace(sheet.id, path)];
        if (!draft) return undefined;
        const fault = faultText(draft, own);
        return { text: draft.typed, ...(fault !== undefined && { fault }) };
      },
      label: (kind, sentence) => label(`blank.${kind}`, sentence),
      removeLabel: (sentence) => label('sheet.remove', sentence),
      type: (field, typed, done) => actions.type(sheet.id, field, typed, done),
      remove: (term) => actions.takeOut(sheet.id, term),
    })}
    ${facts.warnings.length > 0 ? warnings(facts.warnings, shown) : nothing}
    ${column.problems.length > 0 ? problems(column.problems, shown) : nothing}
  `;
}

/** What a document has wrong, place by place; what it should have there is as its fields are named. */
function problems(found: readonly Problem[], { speech }: Shown): TemplateResult {
  const isEnglish = speech.language.tag === 'en';
  return html`
    <ul class="problems">
      ${found.map((problem) => {
        const { path, message, expected } = problem;
        const own = isEnglish ? undefined : problemText(problem, speech);
        return html`<li class="fault"><code dir="ltr">${path || '/'}</code> ${own ?? html`<span lang="en">${message}</span>`} <span lang="en">${expected}</span></li>`;
      })}
    </ul>
  `;
}

/** What is probably not meant as it is written. */
function warnings(found: readonly Problem[], { speech }: Shown): TemplateResult {
  const said = found.map((problem) => problemText(problem, speech) ?? problem.message);
  return html`<ul class="warnings">${[...new Set(said)].map((text) => html`<li>${text}</li>`)}</ul>`;
}

function addTerm({ id, contract }: Sheet, { speech, readonly }: Shown, actions: Actions): TemplateResult | typeof nothing {
  if (readonly) return html`<p></p>`;
  const chosen = (event: Event) => {
    const select = event.target as HTMLSelectElement;
    if (select.value !== '') actions.add(id, select.value as ClauseToAdd);
    select.value = '';
  };
  return html`
    <p class="add-term">
      <select aria-label=${speech.tell('sheet.add')} @keydown=${openOnKey} @change=${chosen}>
        <option value="">+ ${speech.tell('sheet.add')}</option>
        ${clausesFor(contract).map((clause) => html`<option value=${clause}>${speech.tell(`add.${clause}`)}</option>`)}
      </select>
    </p>
  `;
}

/** The contract itself; what can't be read stays in the field, with what is wrong. */
function wholeDocument(place: number, shown: Shown, actions: Actions): TemplateResult | typeof nothing {
  const { results, table, speech, readonly } = shown;
  const column = results.columns[place];
  if (!column) return nothing;
  const { id, contract } = column.sheet;
  const draft = table.drafts[sheetPlace(id, '')];
  const apply = (event: SubmitEvent) => {
    event.preventDefault();
    actions.document(id, String(new FormData(event.target as HTMLFormElement).get('json') ?? ''));
  };
  const fault = draft?.problems;
  return html`
    <details class="document" ?open=${draft !== undefined || column.facts === undefined}>
      <summary>${speech.tell('sheet.document')}</summary>
      <form @submit=${apply}>
        <textarea
          name="json"
          rows="14"
          dir="ltr"
          spellcheck="false"
          autocomplete="off"
          ?readonly=${readonly}
          aria-label=${speech.tell('sheet.document')}
          aria-invalid=${fault === undefined ? nothing : 'true'}
          aria-describedby=${fault === undefined ? nothing : `document-${id}-fault`}
          .value=${live(draft?.typed ?? JSON.stringify(contract, null, 2))}
        ></textarea>
        ${draft?.problems ? html`<div id="document-${id}-fault">${problems(draft.problems, shown)}</div>` : nothing}
        ${readonly ? nothing : html`<button type="submit" class="button">${speech.tell('sheet.apply')}</button>`}
      </form>
    </details>
  `;
}
