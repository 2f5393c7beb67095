import type { ErrorDetail, ResultDetail } from './details.js';
import type { PayoutCalculator } from './payout-calculator.js';

/** What a page, or a framework's template, may set. */
export type PayoutCalculatorProperties = Partial<
  Pick<
    PayoutCalculator,
    | 'contract'
    | 'contracts'
    | 'scenario'
    | 'inputs'
    | 'presets'
    | 'messages'
    | 'src'
    | 'locale'
    | 'view'
    | 'budget'
    | 'readonly'
    | 'theme'
    | 'loading'
  >
>;

/** The element's own events, by name. */
export interface PayoutCalculatorEvents {
  readonly 'payout-ready': CustomEvent<null>;
  readonly 'payout-result': CustomEvent<ResultDetail>;
  readonly 'payout-cta': CustomEvent<ResultDetail>;
  readonly 'payout-error': CustomEvent<ErrorDetail>;
}

declare global {
  interface HTMLElementTagNameMap {
    'payout-calculator': PayoutCalculator;
  }

  interface HTMLElementEventMap extends PayoutCalculatorEvents {}
}
