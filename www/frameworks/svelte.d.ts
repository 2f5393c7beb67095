import type { PayoutCalculatorEvents, PayoutCalculatorProperties } from 'payout-calculator';
import type { HTMLAttributes } from 'svelte/elements';

type Handlers = { [Name in keyof PayoutCalculatorEvents as `on${Name}`]?: (event: PayoutCalculatorEvents[Name]) => void };

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'payout-calculator': HTMLAttributes<HTMLElement> & PayoutCalculatorProperties & Handlers;
  }
}
