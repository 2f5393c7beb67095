import { html, type TemplateResult } from 'lit';
import type { Bargain, BreakEven, Equivalent, Grid, Price, Sensitivity, Simulation, VarianceShares } from '#documents';
import type { Equal } from '../../state/comparison/crossings.js';
import type { Background } from '../controllers/background.js';
import type { Shown } from './shown.js';

/** What the analyses have answered so far; each may be about what was on the table a moment ago. */
export interface Answers {
  /** What they could not answer. */
  readonly unanswered: ReadonlySet<string>;
  readonly simulation?: Simulation | undefined;
  /** How far a simulation is, from 0 to 1; none where none is under way. */
  readonly progress?: number | undefined;
  readonly breakEven?: BreakEven | undefined;
  readonly sensitivity?: Sensitivity | undefined;
  readonly variance?: VarianceShares | undefined;
  readonly prices?: readonly { readonly path: string; readonly sentence: string; readonly price: Price }[] | undefined;
  readonly equal?: Equal | undefined;
  readonly equivalent?: Equivalent | undefined;
  readonly bargain?: Bargain | undefined;
  readonly grid?: Grid | undefined;
}

export function answersFrom(background: Background): Answers {
  return {
    unanswered: background.unanswered,
    simulation: background.answer('simulation'),
    progress: background.progress,
    breakEven: background.answer('breakEven'),
    sensitivity: background.answer('sensitivity'),
    variance: background.answer('variance'),
    prices: background.answer('prices'),
    equal: background.answer('equal'),
    equivalent: background.answer('equivalent'),
    bargain: background.answer('bargain'),
    grid: background.answer('grid'),
  };
}

/** What stands where an answer is not there yet, or can't be had. */
export function awaited({ speech, answers }: Shown, name: keyof Answers): TemplateResult {
  return html`<p class="aside">${speech.tell(answers.unanswered.has(name) ? 'unanswered' : 'working')}</p>`;
}
