import { html, nothing, type TemplateResult } from 'lit';
import { formatsFor } from '../../state/formats.js';
import { termsPhrase } from '../../state/names.js';
import type { Session } from '../../state/session.js';
import { Speech } from '../../state/speech.js';
import type { Actions, Shown } from '../payout-calculator/shown.js';

/** What a model is called. */
export function modelName({ models }: Session, index: number, speech: Speech): string {
  return models[index]?.facts.name ?? speech.say('contractNumber', { number: { count: String(index + 1) } });
}

/** The payout models to choose from; nothing where there is only one. */
export function modelChoice({ session, speech }: Shown, actions: Actions): TemplateResult | typeof nothing {
  if (session.models.length === 1) return nothing;
  return html`
    <fieldset class="models" part="models">
      <legend class="label">${speech.say('model')}</legend>
      ${session.models.map(({ facts }, index) => {
        // Each contract has its own currency.
        const own = new Speech(speech.language, formatsFor(speech.formats.locale, facts.currency, facts.minorUnits));
        return html`
          <label class="model" ?data-chosen=${index === session.chosen}>
            <input
              type="radio"
              name="model"
              .checked=${index === session.chosen}
              @change=${() => actions.choose(index)}
            />
            <span class="model-name">${modelName(session, index, speech)}</span>
            <span class="model-terms">${own.phrase(termsPhrase(facts))}</span>
          </label>
        `;
      })}
    </fieldset>
  `;
}
