import type { Bargain, BreakEven, Equivalent, GoalSought, Price, Sensitivity, Simulation, VarianceShares } from '#documents';

/** What the analyses have answered so far; each may be about what was on the table a moment ago. */
export interface Answers {
  readonly simulation?: Simulation;
  /** How far a simulation is, from 0 to 1; none where none is under way. */
  readonly progress?: number;
  readonly breakEven?: BreakEven;
  /** What two contracts pay at evenly spread values, from the first to the last. */
  readonly curve?: readonly { readonly value: string; readonly paid: readonly [string, string] }[];
  readonly sensitivity?: Sensitivity;
  readonly variance?: VarianceShares;
  readonly prices?: readonly { readonly path: string; readonly sentence: string; readonly price: Price }[];
  readonly goal?: GoalSought;
  readonly equivalent?: Equivalent;
  readonly bargain?: Bargain;
  readonly grid?: unknown;
}
