import type { DetailedHTMLProps, HTMLAttributes, ReactElement } from 'react';
import { PayoutComparison as Element } from '../elements/payout-comparison/payout-comparison.js';
import type { PayoutComparisonEvents, PayoutComparisonProperties } from '../elements/payout-comparison/public.js';
import { type Handed, useCustomElement } from '../frameworks/react-element.js';

type Attributes = Omit<HTMLAttributes<Element>, keyof PayoutComparisonProperties | 'onError'>;

/** The element's properties, its events as handlers, and what any element takes. */
export interface PayoutComparisonProps extends PayoutComparisonProperties, Attributes {
  readonly onReady?: (event: PayoutComparisonEvents['payout-ready']) => void;
  readonly onResult?: (event: PayoutComparisonEvents['payout-result']) => void;
  readonly onError?: (event: PayoutComparisonEvents['payout-error']) => void;
}

const PROPERTIES: readonly (keyof PayoutComparisonProperties)[] = [
  'sheets',
  'scenario',
  'messages',
  'src',
  'view',
  'readonly',
  'locale',
  'theme',
  'loading',
];
const COMPARISON: Handed = {
  tag: 'payout-comparison',
  element: Element,
  properties: PROPERTIES,
  handlers: { onReady: 'payout-ready', onResult: 'payout-result', onError: 'payout-error' },
};

/** `<payout-comparison>`, also in pages that a server has rendered. Children are shown until the comparison runs. */
export function PayoutComparison(props: PayoutComparisonProps): ReactElement {
  return useCustomElement(COMPARISON, props);
}

/** What the element takes in JSX. React sets properties, and listens to events by their names after `on`. */
export type PayoutComparisonInJsx = DetailedHTMLProps<HTMLAttributes<Element>, Element> &
  PayoutComparisonProperties & { [Name in keyof PayoutComparisonEvents as `on${Name}`]?: (event: PayoutComparisonEvents[Name]) => void };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'payout-comparison': PayoutComparisonInJsx;
    }
  }
}
