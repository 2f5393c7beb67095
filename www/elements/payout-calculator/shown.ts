import type { Decimal } from '../../state/decimal.js';
import type { InputSpec } from '../../state/inputs.js';
import type { Offers } from '../../state/offers.js';
import type { Outcome } from '../../state/outcome.js';
import type { Next } from '../../state/reach.js';
import type { Preset, Session } from '../../state/session.js';
import type { Speech } from '../../state/speech.js';

/** What is shown below the result, once its module has arrived. */
export type Later = typeof import('../parts/later.js');

/** Where the total lies in 8 of 10 simulated cases. */
export interface Likely {
  readonly low: string;
  readonly high: string;
}

/** Everything that the calculator's templates show. */
export interface Shown {
  readonly speech: Speech;
  readonly session: Session;
  readonly outcome: Outcome;
  /** The code of a failure on these numbers. Set when the engine failed on these numbers; the outcome is then an older one. */
  readonly failure: string | undefined;
  readonly later: Later | undefined;
  /** Whose side is shown. */
  readonly view: 'partner' | 'brand';
  /** What the brand has for all of the months; nothing where the author does not say. */
  readonly budget: Decimal | undefined;
  /** Whether there is nothing to change. */
  readonly readonly: boolean;
  /** Where the scenario has ranges, and they have been simulated. */
  readonly likely: Likely | undefined;
  /** Whether that, or what one more event is worth, could not be worked out. */
  readonly unforeseen: boolean;
  /** What one more event of a type is worth, where that may change. */
  readonly next: readonly Next[];
  /** All models, where there are several that can be compared. */
  readonly offers: Offers | undefined;
  /** A link that could not be copied for the visitor. */
  readonly link: string | undefined;
  /** Something that went wrong without harm, by its code. */
  readonly note: string | undefined;
  /** The id of the input that is on its way. */
  readonly moving: string | undefined;
  /** Keys for `guard`, while an input is on its way: of what follows it, of what waits until it rests, and of what stands below the result. */
  readonly soon: unknown;
  readonly rest: unknown;
  readonly below: unknown;
  readonly chartWidth: number;
  readonly headlineInView: boolean;
}

/** What a visitor can do to it. */
export interface Actions {
  choose(index: number): void;
  /** A slider moved, or a number was typed: `input` while it happens, `change` when it is done. */
  slide(spec: InputSpec, value: string, done: boolean): void;
  type(spec: InputSpec, text: string, done: boolean): void;
  /** One number in place of a range, and back. */
  settle(spec: InputSpec): void;
  widen(spec: InputSpec): void;
  reset(): void;
  apply(event: Event): void;
  startFrom(preset: Preset): void;
  copyLink(): void;
  download(): void;
}
