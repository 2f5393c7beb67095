import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { compareDecimals } from '../../state/decimal.js';
import type { InputSpec } from '../../state/inputs.js';
import { sharePhrase, valuePhrase } from '../../state/names.js';
import { endsOf, fieldOf, type Session } from '../../state/session.js';
import type { Speech } from '../../state/speech.js';
import type { Actions } from '../payout-calculator/shown.js';
import { entry, faultNote, fieldLabel, textOf } from './slider-field.js';

/** A range that the visitor can narrow, or settle on one number instead: two native sliders on one track, and a number field for each end. */
export function rangeField(
  session: Session,
  spec: InputSpec,
  id: string,
  alone: boolean,
  speech: Speech,
  actions: Actions,
): TemplateResult {
  const ends = endsOf(session, spec);
  const share = { share: { phrase: sharePhrase(spec.range?.share ?? 'all') } };
  const name = (place: number) => `${id}-label ${id}-end-${place}`;
  return html`
    <div class="field ranged" part="field" role="group" aria-labelledby="${id}-label">
      <p class="label" id="${id}-label">${fieldLabel(spec, alone, speech)}</p>
      <div class="dual">${ends.map((end, place) => slider(end, fieldOf(session, end).value, place, name(place), spec, speech, actions))}</div>
      <div class="ends">
        ${ends.map(
          (end, place) => html`
            <span class="end-of">
              <span id="${id}-end-${place}">${speech.say(place === 0 ? 'field.from' : 'field.to')}</span>
              ${entry(end, fieldOf(session, end), `${id}-${place}`, name(place), speech, actions)}
            </span>
          `,
        )}
      </div>
      ${ends.map((end, place) => faultNote(fieldOf(session, end), `${id}-${place}`, speech))}
      <p class="expected">${speech.say('field.range', share)}</p>
      <button class="quiet" type="button" @click=${() => actions.settle(spec)}>${speech.say('field.settle')}</button>
    </div>
  `;
}

/** Back from one number to the range. */
export function widenButton(spec: InputSpec, speech: Speech, actions: Actions): TemplateResult {
  return html`<button class="quiet widen" type="button" @click=${() => actions.widen(spec)}>${speech.say('field.widen')}</button>`;
}

/** Both sliders have the whole track's bounds, so that they lie on each other; a handle stops at the other one. */
function slider(
  end: InputSpec,
  value: string,
  place: number,
  name: string,
  spec: InputSpec,
  speech: Speech,
  actions: Actions,
): TemplateResult {
  const moved = (event: Event, done: boolean) => {
    const wanted = textOf(event);
    const stopped = compareDecimals(wanted, end.max) > 0 ? end.max : compareDecimals(wanted, end.min) < 0 ? end.min : wanted;
    actions.slide(end, stopped, done);
  };
  return html`
    <input
      class="range"
      part="slider"
      type="range"
      min=${spec.min}
      max=${spec.max}
      step=${spec.step}
      .value=${live(value)}
      data-place=${place}
      aria-labelledby=${name}
      aria-valuetext=${speech.phrase(valuePhrase(spec, value))}
      @input=${(event: Event) => moved(event, false)}
      @change=${(event: Event) => moved(event, true)}
    />
  `;
}
