export type * from '#documents';
export type { ComparisonDetail } from '../elements/payout-comparison/details.js';
export { PayoutComparison } from '../elements/payout-comparison/payout-comparison.js';
export type { GivenSheet } from '../elements/payout-comparison/source.js';
export type { SavedTable } from '../state/comparison/saved.js';
