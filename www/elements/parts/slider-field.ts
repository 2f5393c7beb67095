import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { entryText, type Field } from '../../state/fields.js';
import { type InputSpec, isMoney } from '../../state/inputs.js';
import { fieldPhrase, rangePhrase, valuePhrase } from '../../state/names.js';
import type { Speech } from '../../state/speech.js';
import type { Actions } from '../payout-calculator/shown.js';

export interface SliderField {
  readonly spec: InputSpec;
  readonly field: Field;
  /** Ties the label, both inputs and the fault together. */
  readonly id: string;
  /** Whether no other event type asks for the same kind of number. */
  readonly alone: boolean;
  /** Whether a range holds, as the visitor has not settled on a number. */
  readonly ranged: boolean;
}

/** A native range and a number field with one value behind both. */
export function sliderField({ spec, field, id, alone, ranged }: SliderField, speech: Speech, actions: Actions): TemplateResult {
  const { min, max, step } = spec;
  const { fault } = field;
  const { currency } = speech.formats;
  const bound = (value: string) => speech.formats.count(value);
  const symbol = isMoney(spec) ? html`<bdi class="symbol" aria-hidden="true">${currency.symbol}</bdi>` : nothing;
  const text = (event: Event) => (event.target as HTMLInputElement).value;
  return html`
    <div class="field" part="field">
      <label class="label" id="${id}-label" for="${id}-entry">
        ${speech.phrase(fieldPhrase(spec, alone))}
        ${isMoney(spec) ? html`<span class="unseen">${speech.say('field.currency', { currency: { text: currency.name } })}</span>` : nothing}
      </label>
      <span class="entry" ?data-fault=${fault}>
        ${currency.leads ? symbol : nothing}
        <input
          id="${id}-entry"
          part="entry"
          type="text"
          inputmode=${spec.decimals === 0 ? 'numeric' : 'decimal'}
          autocomplete="off"
          .value=${live(entryText(spec, field, speech.formats))}
          aria-invalid=${fault ? 'true' : nothing}
          aria-describedby=${fault ? `${id}-fault` : ranged ? `${id}-range` : nothing}
          @input=${(event: Event) => actions.type(spec, text(event), false)}
          @change=${(event: Event) => actions.type(spec, text(event), true)}
        />
        ${currency.leads ? nothing : symbol}
      </span>
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
        @input=${(event: Event) => actions.slide(spec, text(event), false)}
        @change=${(event: Event) => actions.slide(spec, text(event), true)}
      />
      ${
        ranged
          ? html`<p class="ranged" id="${id}-range">${speech.phrase(rangePhrase('field.range', spec))}</p>`
          : html`<p class="bounds" aria-hidden="true"><span>${bound(min)}</span><span>${bound(max)}</span></p>`
      }
      ${fault ? html`<p class="fault" part="fault" id="${id}-fault">${speech.phrase(fault)}</p>` : nothing}
    </div>
  `;
}

/** Where each slider's handle stands, for its filled track: styles cannot read a range's value. */
export function fillTracks(root: ParentNode): void {
  for (const range of root.querySelectorAll<HTMLInputElement>('input.range')) {
    const [at, from, to] = [range.value, range.min, range.max].map(Number) as [number, number, number];
    const filled = to > from ? (at - from) / (to - from) : 0;
    range.style.setProperty('--_filled', String(filled));
  }
}
