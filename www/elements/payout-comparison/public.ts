import type { ErrorDetail } from '../payout-calculator/details.js';
import type { ComparisonDetail } from './details.js';
import type { PayoutComparison } from './payout-comparison.js';

/** What a page, or a framework's template, may set. */
export type PayoutComparisonProperties = Partial<
  Pick<PayoutComparison, 'sheets' | 'scenario' | 'messages' | 'src' | 'locale' | 'view' | 'readonly' | 'theme' | 'loading'>
>;

/** The element's own events, by name. */
export interface PayoutComparisonEvents {
  readonly 'payout-ready': CustomEvent<null>;
  readonly 'payout-result': CustomEvent<ComparisonDetail>;
  readonly 'payout-error': CustomEvent<ErrorDetail>;
}

declare global {
  interface HTMLElementTagNameMap {
    'payout-comparison': PayoutComparison;
  }
}
