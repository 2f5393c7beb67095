import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { entryText, type Field } from '../../state/fields.js';
import { type InputSpec, isMoney } from '../../state/inputs.js';
import { fieldPhrase, valuePhrase } from '../../state/names.js';
import type { Speech } from '../../state/speech.js';
import { setLength } from '../lengths.js';
import type { Actions } from '../payout-calculator/shown.js';

export interface SliderField {
  readonly spec: InputSpec;
  readonly field: Field;
  /** Ties the label, both inputs and the fault together. */
  readonly id: string;
  /** Whether no other event type asks for the same kind of number. */
  readonly alone: boolean;
}

/** A native range and a number field with one value behind both. */
export function sliderField({ spec, field, id, alone }: SliderField, speech: Speech, actions: Actions): TemplateResult {
  const { min, max, step } = spec;
  const bound = (value: string) => speech.formats.count(value);
  return html`
    <div class="field" part="field">
      <label class="label" id="${id}-label" for="${id}-entry">${fieldLabel(spec, alone, speech)}</label>
      ${entry(spec, field, id, nothing, speech, actions)}
      <input
        class="range"
        part="slider"
        type="range"
        min=${min}
        max=${max}
        step=${step}
        .value=${live(field.value)}
        aria-labelledby="${id}-label"
        aria-valuetext=${speech.phrase(valuePhrase(spec, field.value))}
        @input=${(event: Event) => actions.slide(spec, textOf(event), false)}
        @change=${(event: Event) => actions.slide(spec, textOf(event), true)}
      />
      <p class="bounds" aria-hidden="true"><span>${bound(min)}</span><span>${bound(max)}</span></p>
      ${faultNote(field, id, speech)}
    </div>
  `;
}

export function fieldLabel(spec: InputSpec, alone: boolean, speech: Speech): TemplateResult {
  const currency = { currency: { text: speech.formats.currency.name } };
  return html`
    ${speech.phrase(fieldPhrase(spec, alone))}
    ${isMoney(spec) ? html`<span class="unseen">${speech.say('field.currency', currency)}</span>` : nothing}
  `;
}

/** Where a number is typed, in the visitor's own notation. */
export function entry(
  spec: InputSpec,
  field: Field,
  id: string,
  labelledBy: string | typeof nothing,
  speech: Speech,
  actions: Actions,
): TemplateResult {
  const { fault } = field;
  const { currency } = speech.formats;
  const symbol = isMoney(spec) ? html`<bdi class="symbol" aria-hidden="true">${currency.symbol}</bdi>` : nothing;
  return html`
    <span class="entry" ?data-fault=${fault}>
      ${currency.leads ? symbol : nothing}
      <input
        id="${id}-entry"
        part="entry"
        type="text"
        inputmode=${spec.decimals === 0 ? 'numeric' : 'decimal'}
        autocomplete="off"
        .value=${live(entryText(spec, field, speech.formats))}
        aria-labelledby=${labelledBy}
        aria-invalid=${fault ? 'true' : nothing}
        aria-describedby=${fault ? `${id}-fault` : nothing}
        @input=${(event: Event) => actions.type(spec, textOf(event), false)}
        @change=${(event: Event) => actions.type(spec, textOf(event), true)}
      />
      ${currency.leads ? nothing : symbol}
    </span>
  `;
}

export function faultNote({ fault }: Field, id: string, speech: Speech): TemplateResult | typeof nothing {
  return fault ? html`<p class="fault" part="fault" id="${id}-fault">${speech.phrase(fault)}</p>` : nothing;
}

export function textOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}

/** Where each slider's handle stands, for its filled track: styles cannot read a range's value. */
export function fillTracks(root: ParentNode): void {
  for (const range of root.querySelectorAll<HTMLInputElement>('input.range')) {
    const [at, from, to] = [range.value, range.min, range.max].map(Number) as [number, number, number];
    const filled = to > from ? (at - from) / (to - from) : 0;
    setLength(range, '--_filled', filled);
    const { place } = range.dataset;
    // Of a range, what lies between both handles is filled.
    if (place !== undefined) setLength(range.parentElement, place === '0' ? '--_from' : '--_to', filled);
  }
}
