import type { PayoutCalculatorEvents, PayoutCalculatorProperties } from 'payout-calculator';
import type { DefineComponent, HTMLAttributes } from 'vue';

/** `@payout-result` in a template is `onPayoutResult` in its types. */
type Camel<Name extends string> = Name extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Tail>}` : Name;
type Handlers = {
  [Name in keyof PayoutCalculatorEvents as `on${Capitalize<Camel<Name>>}`]?: (event: PayoutCalculatorEvents[Name]) => void;
};

declare module 'vue' {
  interface GlobalComponents {
    'payout-calculator': DefineComponent<HTMLAttributes & PayoutCalculatorProperties & Handlers>;
  }
}
