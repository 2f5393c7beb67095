import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Background } from '../controllers/background.js';
import { assumed } from './assumed.js';
import { cash } from './cash.js';
import { counter } from './counter.js';
import { differences } from './differences.js';
import { even } from './even.js';
import { leads } from './leads.js';
import { map } from './map.js';
import { matters } from './matters.js';
import { called, pairOf, worked } from './pairs.js';
import { questionsOf } from './questions.js';
import type { Actions, Shown } from './shown.js';

export { drawBars } from './matters.js';
export { panelStyles } from './panels.styles.js';

/** What is shown below the figures: pictures, and what the analyses answer. */
export function panels(shown: Shown, actions: Actions): TemplateResult {
  const settled = (...some: (() => unknown)[]) => guard([shown.drawn], () => some.map((panel) => panel()));
  // The picture that is dragged follows at once, all others when the numbers rest.
  return html`
    ${settled(
      () => leads(shown),
      () => pairChoice(shown, actions),
    )}
    ${even(shown, actions)}
    ${settled(
      () => differences(shown, actions),
      () => counter(shown, actions),
      () => map(shown, actions),
      () => matters(shown, actions),
      () => cash(shown),
      () => assumed(shown),
    )}
  `;
}

/** Which two offers are looked at together, where there are more. */
function pairChoice(shown: Shown, actions: Actions): TemplateResult | typeof nothing {
  const pair = pairOf(shown);
  const all = worked(shown);
  if (!pair || all.length < 3) return nothing;
  const { speech } = shown;
  const select = (which: 0 | 1, label: string) => html`<select
    aria-label=${label}
    @change=${(event: Event) => {
      const id = Number((event.target as HTMLSelectElement).value);
      actions.choose(which === 0 ? { one: id } : { other: id });
    }}
  >
    ${all.map((named) => html`<option value=${named.id} ?selected=${named.id === pair[which].id}>${called(named)}</option>`)}
  </select>`;
  const label = speech.tell('even.pair');
  return html`<p class="pair choice"><strong>${label}</strong> ${select(0, `${label} 1`)} ${select(1, `${label} 2`)}</p>`;
}

/** Asks for the picture that follows every letter typed. */
export function follow(shown: Shown, background: Background): void {
  const { breakEven } = questionsOf(shown);
  if (breakEven) background.want('breakEven', breakEven.lane, breakEven.question);
}

/** Asks what is to be shown; the answers come later. */
export function ask(shown: Shown, background: Background): void {
  for (const [name, { lane, question }] of Object.entries(questionsOf(shown))) background.want(name, lane, question);
}
