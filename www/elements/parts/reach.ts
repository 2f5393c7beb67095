import { html, nothing, type TemplateResult } from 'lit';
import type { Next } from '../../state/reach.js';
import { isLimited, nextPhrase, reachOf } from '../../state/reach.js';
import { chosenModel } from '../../state/session.js';
import type { Shown } from '../payout-calculator/shown.js';

/** How far the next tiers and bonuses are, what one more event would add, and which limits bind; nothing where the contract has none of them. */
export function reach({ session, outcome, speech, next }: Shown): TemplateResult | typeof nothing {
  const model = chosenModel(session);
  const { facts } = model;
  const { goals, limits } = reachOf(model, outcome.projection);
  const labelOf = ({ eventType }: Next) => facts.payouts.find(({ event }) => event === eventType)?.label ?? undefined;
  const further = next.map((one) => {
    const limited = isLimited(facts, outcome.projection, one.eventType);
    return { ...one, phrase: nextPhrase(one, labelOf(one), outcome.last, limited) };
  });
  if (goals.length + limits.length + further.length === 0) return nothing;
  return html`
    <section class="reach" part="reach" aria-labelledby="reach-heading">
      <h3 id="reach-heading">${speech.say('reach')}</h3>
      <ul>
        ${goals.map(({ phrase, length }) => html`<li class="goal" data-length=${length}>${speech.phrase(phrase)}</li>`)}
        ${limits.map((phrase) => html`<li>${speech.phrase(phrase)}</li>`)}
        ${further.map(
          ({ phrase, awaited }) =>
            html`<li class="next"><span ?data-awaited=${awaited}>${phrase ? speech.phrase(phrase) : nothing}</span></li>`,
        )}
      </ul>
    </section>
  `;
}
