import { expect } from '@playwright/test';
import { inEachBrowser } from '../browsers/each.js';
import { fillSlot, keepFile, readAll, readField, setProperties, takeClipboard } from '../browsers/in-page.js';
import type { Visitor } from '../browsers/visitor.js';
import { OFFERS, STEPS } from './programs.js';

const reads = (visitor: Visitor) => expect.poll(() => visitor.run(readAll), { timeout: 20_000 });

inEachBrowser('a range is narrowed, and how likely the result is told', ['/'], async (visitor, url) => {
  await visitor.open(url);
  const streams = [{ event: 'lead', perMonth: { p10: '5', p90: '20' } }];
  await visitor.run(setProperties, { scenario: { version: 1, start: '2027-03', months: 12, streams } });
  await reads(visitor).toMatch(/Between about \$\d+ and \$[\d,]+ a month in 8 of 10 cases/);
  await visitor.enter('Leads a month from', '9');
  await visitor.enter('Leads a month to', '16');
  // √(9 × 16) = 12 leads.
  await reads(visitor).toContain('You could earn $1,200.00 a month');
  // 9 and 16 leads, give or take half a lead.
  await reads(visitor).toMatch(/Between about \$(?:8[5-9]|9[0-4])\d and \$1,(?:5[5-9]|6[0-4])\d a month in 8 of 10 cases/);
  await reads(visitor).toContain('Leads a month: between 9 and 16 in 8 of 10 cases.');
});

inEachBrowser('what lies within reach is told', ['/'], async (visitor, url) => {
  await visitor.open(url);
  await visitor.run(setProperties, STEPS);
  await reads(visitor).toContain('Filing: 10 purchases to the next tier in March 2027 (40 of 50).');
  await reads(visitor).toContain('Lead: the limit of $600 applies in 3 months and leaves $360.00 unpaid.');
  await reads(visitor).toContain('9 purchases more in March 2027 would add $10.00 each, and the one after that $12.00.');
  await visitor.enter('Purchases a month', '48');
  await reads(visitor).toContain('Filing: 2 purchases to the next tier in March 2027 (48 of 50).');
});

inEachBrowser('alternatives are compared, and where one overtakes the other is told', ['/'], async (visitor, url) => {
  await visitor.open(url);
  await visitor.run(setProperties, OFFERS);
  await reads(visitor).toMatch(/20% for 24 months \$29,400\.00 pays most \$75 once \$27,000\.00/);
  await reads(visitor).toMatch(/From \w+ 20\d\d on, “20% for 24 months” has paid more than “\$75 once”\./);
  await visitor.press('20% for 24 months');
  await reads(visitor).toContain('You could earn $816.67 a month');
});

inEachBrowser('a link brings the numbers back', ['/'], async (visitor, url) => {
  await visitor.open(url);
  await visitor.choose('Commission');
  await visitor.enter('Order value', '250.50');
  await visitor.run(takeClipboard);
  const label = 'Copy a link to these numbers';
  await visitor.press(label);
  const linked = () => visitor.run(readField, label);
  await expect.poll(linked).toContain('#payout=');
  const link = await linked();
  // The same page with another fragment would only scroll.
  await visitor.open(new URL('/strict.html', url).href);
  await visitor.open(link);
  expect(await visitor.run(readAll)).toContain('You could earn $1,002.00 a month');
  expect(await visitor.run(readField, 'Order value')).toBe('250.50');
});

inEachBrowser('a table is saved for a spreadsheet', ['/'], async (visitor, url) => {
  await visitor.open(url);
  const payouts = [{ event: 'lead', label: '=1+1', pay: { fixed: '100' } }];
  await visitor.run(setProperties, { contracts: [{ version: 1, currency: 'USD', payouts }] });
  await reads(visitor).toContain('=1+1 96 leads $9,600.00');
  await visitor.run(keepFile);
  await visitor.press('Download as CSV');
  const file = () => visitor.run(() => document.documentElement.dataset['file']);
  await expect.poll(file).toContain("Month,'=1+1,Amount (USD),Running total (USD)\r\n2027-03,800.00,800.00,800.00\r\n");
});

inEachBrowser('a contract with mistakes leaves the page’s own words, and says so', ['/'], async (visitor, url) => {
  await visitor.open(url);
  const contracts = [{ version: 1, currency: 'USD', payouts: [{ event: 'lead', pay: { fixed: 'x' } }] }];
  await visitor.run(setProperties, { contracts });
  await reads(visitor).toContain('The calculator can’t be shown: the contract on this page has mistakes.');
  await reads(visitor).toContain('$100.00 for each qualified lead');
  await visitor.run(fillSlot, 'error-invalid_contract', 'Write to us.');
  await reads(visitor).toContain('Write to us.');
  await visitor.run(setProperties, { contracts: OFFERS.contracts, scenario: OFFERS.scenario });
  await reads(visitor).toContain('You could earn $750.00 a month');
});
