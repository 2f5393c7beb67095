import type { PayoutComparison } from '../elements/payout-comparison/payout-comparison.js';

/** An example stands there until someone begins with offers of their own, or comes with a link to some. */
const example = document.querySelector('#example');
if (location.hash.startsWith('#payout-comparison')) example?.remove();

document.querySelector('#own')?.addEventListener('click', () => {
  document.querySelector<PayoutComparison>('payout-comparison')?.clear();
});
document.querySelector('payout-comparison')?.addEventListener('change', () => example?.remove());
