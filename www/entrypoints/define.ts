import { define } from '../elements/define.js';
import { PayoutCalculator } from '../elements/payout-calculator/payout-calculator.js';

define('payout-calculator', PayoutCalculator);

export type {} from '../elements/payout-calculator/public.js';
