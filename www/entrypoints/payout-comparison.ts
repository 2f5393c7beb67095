import { define } from '../elements/define.js';
import { PayoutComparison } from '../elements/payout-comparison/payout-comparison.js';

define('payout-comparison', PayoutComparison);

export * from './comparison.js';
