import type { DetailedHTMLProps, HTMLAttributes, ReactElement } from 'react';
import { PayoutCalculator as Element } from '../elements/payout-calculator/payout-calculator.js';
import type { PayoutCalculatorEvents, PayoutCalculatorProperties } from '../elements/payout-calculator/public.js';
import { type Handed, useCustomElement } from '../frameworks/react-element.js';

type Attributes = Omit<HTMLAttributes<Element>, keyof PayoutCalculatorProperties | 'onError'>;

/** The element's properties, its events as handlers, and what any element takes. */
export interface PayoutCalculatorProps extends PayoutCalculatorProperties, Attributes {
  readonly onReady?: (event: PayoutCalculatorEvents['payout-ready']) => void;
  readonly onResult?: (event: PayoutCalculatorEvents['payout-result']) => void;
  readonly onCta?: (event: PayoutCalculatorEvents['payout-cta']) => void;
  readonly onError?: (event: PayoutCalculatorEvents['payout-error']) => void;
}

const PROPERTIES: readonly (keyof PayoutCalculatorProperties)[] = [
  'contract',
  'contracts',
  'scenario',
  'inputs',
  'presets',
  'messages',
  'src',
  'view',
  'budget',
  'readonly',
  'locale',
  'theme',
  'loading',
];
const CALCULATOR: Handed = {
  tag: 'payout-calculator',
  element: Element,
  properties: PROPERTIES,
  handlers: { onReady: 'payout-ready', onResult: 'payout-result', onCta: 'payout-cta', onError: 'payout-error' },
};

/** `<payout-calculator>`, also in pages that a server has rendered. Children are shown until the calculator runs. */
export function PayoutCalculator(props: PayoutCalculatorProps): ReactElement {
  return useCustomElement(CALCULATOR, props);
}

/** What the element takes in JSX. React sets properties, and listens to events by their names after `on`. */
export type PayoutCalculatorInJsx = DetailedHTMLProps<HTMLAttributes<Element>, Element> &
  PayoutCalculatorProperties & { [Name in keyof PayoutCalculatorEvents as `on${Name}`]?: (event: PayoutCalculatorEvents[Name]) => void };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'payout-calculator': PayoutCalculatorInJsx;
    }
  }
}
