import { html, type TemplateResult } from 'lit';
import type { Background } from '../controllers/background.js';
import type { Answers } from './answers.js';
import { leads } from './leads.js';
import { questionsOf } from './questions.js';
import type { Actions, Shown } from './shown.js';

export { panelStyles } from './panels.styles.js';

/** What is shown below the figures: pictures, and what the analyses answer. */
export function panels(shown: Shown, actions: Actions): TemplateResult {
  return html`${leads(shown, actions)}`;
}

/** Asks what is to be shown; the answers come later. */
export function ask(shown: Shown, background: Background): void {
  for (const [name, { lane, question }] of Object.entries(questionsOf(shown))) background.want(name, lane, question);
}

/** What has been answered so far. */
export function answersFrom(background: Background): Answers {
  const names = ['simulation', 'breakEven', 'curve', 'sensitivity', 'variance', 'prices', 'goal', 'equivalent', 'bargain', 'grid'] as const;
  const known = names.flatMap((name) => {
    const answer = background.answer(name);
    return answer === undefined ? [] : [[name, answer] as const];
  });
  const { progress } = background;
  return { ...Object.fromEntries(known), ...(progress !== undefined && { progress }) };
}
