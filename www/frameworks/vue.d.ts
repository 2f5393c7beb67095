import type { PayoutCalculatorEvents, PayoutCalculatorProperties } from 'payout-calculator';
import type { PayoutComparisonEvents, PayoutComparisonProperties } from 'payout-calculator/comparison';
import type { DefineComponent, HTMLAttributes } from 'vue';

/** `@payout-result` in a template is `onPayoutResult` in its types. */
type Camel<Name extends string> = Name extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Tail>}` : Name;
type Handlers<Events> = { [Name in keyof Events & string as `on${Capitalize<Camel<Name>>}`]?: (event: Events[Name]) => void };

declare module 'vue' {
  interface GlobalComponents {
    'payout-calculator': DefineComponent<HTMLAttributes & PayoutCalculatorProperties & Handlers<PayoutCalculatorEvents>>;
    'payout-comparison': DefineComponent<HTMLAttributes & PayoutComparisonProperties & Handlers<PayoutComparisonEvents>>;
  }
}
