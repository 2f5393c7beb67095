import type { TemplateResult } from 'lit';
import type { InputSpec } from '../../state/inputs.js';
import type { Outcome } from '../../state/outcome.js';
import type { Session } from '../../state/session.js';
import type { Speech } from '../../state/speech.js';

/** The chart's module, once it has arrived. */
export type MoneyChart = (outcome: Outcome, speech: Speech, width: number) => TemplateResult;

/** Everything that the calculator's templates show. */
export interface Shown {
  readonly speech: Speech;
  readonly session: Session;
  readonly outcome: Outcome;
  /** The code of a failure on these numbers. Set when the engine failed on these numbers; the outcome is then an older one. */
  readonly failure: string | undefined;
  readonly chart: MoneyChart | undefined;
  readonly chartWidth: number;
  readonly headlineInView: boolean;
}

/** What a visitor can do to it. */
export interface Actions {
  choose(index: number): void;
  /** A slider moved, or a number was typed: `input` while it happens, `change` when it is done. */
  slide(spec: InputSpec, value: string, done: boolean): void;
  type(spec: InputSpec, text: string, done: boolean): void;
  reset(): void;
}
