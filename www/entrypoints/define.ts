import { define } from '../elements/define.js';
import { PayoutCalculator } from '../elements/payout-calculator/payout-calculator.js';

define('payout-calculator', PayoutCalculator);
