import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { faultText } from '../state/comparison/problems.js';
import type { StudioSpeech } from '../state/studio/speech.js';
import { type Blank, typed } from '../state/studio/typing.js';
import type { Actions, Shown } from './shown.js';

/** A field with its label for those who hear it, and what stands in it as long as nothing is typed. */
export interface EntryField extends Blank {
  readonly label: string;
  readonly written: string;
  readonly placeholder?: string;
  /** In whose notation it is read and written. */
  readonly speech?: StudioSpeech;
}

/** A field that reads what is typed as it is typed; what can't be taken stays in it, with what is wrong in {@link faultOf}. */
export function entryField(field: EntryField, { desk, speech }: Shown, actions: Actions): TemplateResult {
  const draft = desk.drafts[field.place];
  const isAtFault = draft !== undefined && faultText(draft, speech) !== undefined;
  const type = (event: Event) => {
    const { value } = event.target as HTMLInputElement;
    const done = event.type === 'change';
    actions.change((desk) => typed(desk, field, { text: value, done }, (field.speech ?? speech).formats), field.place, done);
  };
  return html`<input
    type="text"
    size="8"
    inputmode=${field.kind === 'text' ? nothing : field.kind === 'count' && !field.paired ? 'numeric' : 'decimal'}
    autocomplete="off"
    spellcheck="false"
    aria-label=${field.label}
    placeholder=${field.placeholder ?? nothing}
    aria-invalid=${isAtFault ? 'true' : nothing}
    aria-describedby=${isAtFault ? idOf(field.place) : nothing}
    .value=${live(draft?.typed ?? field.written)}
    @input=${type}
    @change=${type}
  />`;
}

/** What is wrong with what was typed into a field; it may stand elsewhere than the field, such as under its row. */
export function faultOf(place: string, { desk, speech }: Shown): TemplateResult | typeof nothing {
  const draft = desk.drafts[place];
  const fault = draft && faultText(draft, speech);
  return fault === undefined ? nothing : html`<p class="fault" id=${idOf(place)}>${fault}</p>`;
}

const idOf = (place: string) => `fault-${place.replace(/[^\w-]+/g, '-')}`;
