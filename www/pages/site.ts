import type { ResultDetail } from '../elements/payout-calculator/details.js';

/** "Apply with these numbers": they go into the letter that the visitor is about to write. */
addEventListener('payout-cta', (event) => {
  const { currency, totals, assumptions } = (event as CustomEvent<ResultDetail>).detail;
  const streams = (assumptions.streams ?? []).map(({ event: type, perMonth }) => `${perMonth} × ${type} a month`);
  const lines = ['My numbers in your calculator:', ...streams, `${currency} ${totals.earned} over ${assumptions.months} months`];
  const letter = document.querySelector<HTMLAnchorElement>('#apply a[href^="mailto:"]');
  if (!letter) return;
  const [address = ''] = letter.href.split('?', 1);
  letter.href = `${address}?subject=${encodeURIComponent('Partner program')}&body=${encodeURIComponent(lines.join('\n'))}`;
});
