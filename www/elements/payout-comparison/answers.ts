import type { Bargain, BreakEven, Equivalent, Grid, Price, Sensitivity, Simulation, VarianceShares } from '#documents';
import type { Equal } from '../../state/comparison/crossings.js';
import type { Background } from '../controllers/background.js';

/** What the analyses have answered so far; each may be about what was on the table a moment ago. */
export interface Answers {
  readonly simulation?: Simulation | undefined;
  /** How far a simulation is, from 0 to 1; none where none is under way. */
  readonly progress?: number | undefined;
  readonly breakEven?: BreakEven | 'refused' | undefined;
  readonly sensitivity?: Sensitivity | undefined;
  readonly variance?: VarianceShares | undefined;
  readonly prices?: readonly { readonly path: string; readonly sentence: string; readonly price: Price }[] | undefined;
  readonly equal?: Equal | 'refused' | undefined;
  readonly equivalent?: Equivalent | undefined;
  readonly bargain?: Bargain | undefined;
  readonly grid?: Grid | undefined;
}

export function answersFrom(background: Background): Answers {
  return {
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
