import type { PayoutCalculatorEvents, PayoutCalculatorProperties } from 'payout-calculator';
import type { PayoutComparisonEvents, PayoutComparisonProperties } from 'payout-calculator/comparison';
import type { HTMLAttributes } from 'svelte/elements';

type Handlers<Events> = { [Name in keyof Events & string as `on${Name}`]?: (event: Events[Name]) => void };

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'payout-calculator': HTMLAttributes<HTMLElement> & PayoutCalculatorProperties & Handlers<PayoutCalculatorEvents>;
    'payout-comparison': HTMLAttributes<HTMLElement> & PayoutComparisonProperties & Handlers<PayoutComparisonEvents>;
  }
}
