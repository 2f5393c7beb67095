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

/** The map of all elements' events holds the calculator's `payout-result`, so the comparison's stand with the element. */
declare module './payout-comparison.js' {
  interface PayoutComparison {
    addEventListener<Name extends keyof PayoutComparisonEvents>(
      type: Name,
      listener: (this: PayoutComparison, event: PayoutComparisonEvents[Name]) => unknown,
      options?: boolean | AddEventListenerOptions,
    ): void;
    addEventListener<Name extends keyof HTMLElementEventMap>(
      type: Name,
      listener: (this: PayoutComparison, event: HTMLElementEventMap[Name]) => unknown,
      options?: boolean | AddEventListenerOptions,
    ): void;
    addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'payout-comparison': PayoutComparison;
  }
}
