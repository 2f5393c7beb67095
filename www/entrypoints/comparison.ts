export type * from '#documents';
export type { ErrorDetail } from '../elements/payout-calculator/details.js';
export type { ComparisonDetail } from '../elements/payout-comparison/details.js';
export { PayoutComparison } from '../elements/payout-comparison/payout-comparison.js';
export type { PayoutComparisonEvents, PayoutComparisonProperties } from '../elements/payout-comparison/public.js';
export type { GivenSheet } from '../elements/payout-comparison/source.js';
export type { SavedTable } from '../state/comparison/saved.js';
