import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { type EntryKind, entryOf } from '../../state/entries.js';
import type { Formats } from '../../state/formats.js';
import { valueAt } from '../../state/pointers.js';
import { type Piece, sentencePieces, type Wording } from '../../state/sentences.js';
import type { Term, TermField } from '../../state/terms.js';

/** A contract in sentences whose values are fields. */
export interface TermsEditor {
  readonly contract: unknown;
  readonly terms: readonly Term[];
  readonly words: Wording;
  readonly direction: 'ltr' | 'rtl';
  readonly formats: Formats;
  /** Begins every id, so that several editors can stand in one tree. */
  readonly id: string;
  readonly readonly: boolean;
  /** What was typed into a field and is not in the contract, or not yet, and what is wrong with it. */
  typed(path: string): { readonly text: string; readonly fault?: string } | undefined;
  /** What a field is called for someone who hears it. */
  label(kind: EntryKind, sentence: string): string;
  removeLabel(sentence: string): string;
  /** `done`: not while it is being typed. */
  type(field: TermField, text: string, done: boolean): void;
  remove(term: Term): void;
}

export function termsEditor(editor: TermsEditor): TemplateResult {
  const { terms, words, direction, formats } = editor;
  const said = terms.map((term) => ({ term, pieces: sentencePieces(term.phrase, words, formats) }));
  const key = ({ term }: (typeof said)[number], place: number) => [...term.fields.values()].map(({ path }) => path).join() || place;
  return html`
    <ul class="terms" lang=${words.tag} dir=${direction}>
      ${repeat(said, key, ({ term, pieces }, place) => sentence(term, pieces, place, editor))}
    </ul>
  `;
}

function sentence(term: Term, pieces: readonly Piece[], place: number, editor: TermsEditor): TemplateResult {
  const text = pieces.map((piece) => piece.text).join('');
  const faults: { id: string; fault: string }[] = [];
  const parts = pieces.map((piece, at) => {
    const field = piece.value && term.fields.get(piece.value);
    if (!field || editor.readonly) return piece.value ? html`<bdi class="value">${piece.text}</bdi>` : piece.text;
    const typed = editor.typed(field.path);
    const id = `${editor.id}-${place}-${at}`;
    if (typed?.fault !== undefined) faults.push({ id, fault: typed.fault });
    // Its own value left open, so that a field's name stays the same while it is typed in.
    const around = pieces.map((other) => (other === piece ? '…' : other.text)).join('');
    return blank(field, typed, piece.text, id, editor.label(field.kind, around), editor);
  });
  return html`
    <li class="term" part="term">
      <p>${parts}</p>
      ${
        editor.readonly
          ? nothing
          : html`<button type="button" class="take-out" aria-label=${editor.removeLabel(text)} @click=${() => editor.remove(term)}>×</button>`
      }
      ${faults.map(({ id, fault }) => html`<p class="fault" part="fault" id="${id}-fault">${fault}</p>`)}
    </li>
  `;
}

function blank(
  field: TermField,
  typed: ReturnType<TermsEditor['typed']>,
  written: string,
  id: string,
  label: string,
  { contract, formats, type }: TermsEditor,
): TemplateResult {
  const { kind, path } = field;
  const plain = kind === 'text' || kind === 'date';
  const shown = typed?.text ?? (plain ? entryOf(kind, valueAt(contract, path), formats) : written);
  const text = (event: Event) => (event.target as HTMLInputElement).value;
  return html`<input
    class="blank ${kind}"
    part="entry"
    id=${id}
    type=${kind === 'date' ? 'date' : 'text'}
    inputmode=${plain ? nothing : kind === 'count' ? 'numeric' : 'decimal'}
    size=${Math.max(2, shown.length)}
    autocomplete="off"
    spellcheck="false"
    aria-label=${label}
    aria-invalid=${typed?.fault === undefined ? nothing : 'true'}
    aria-describedby=${typed?.fault === undefined ? nothing : `${id}-fault`}
    .value=${live(shown)}
    @input=${(event: Event) => type(field, text(event), false)}
    @change=${(event: Event) => type(field, text(event), true)}
  />`;
}
