import { expect } from '@playwright/test';
import { inEachBrowser } from '../browsers/each.js';
import type { Visitor } from '../browsers/visitor.js';

/** Two people come to terms: $500 and 10 % of 14 sales of $80 a month against $12 a sale, over a year. */
async function negotiation(visitor: Visitor, url: string): Promise<void> {
  await visitor.openTable(url);
  const { totals: first, said } = await visitor.lookAtTable();
  expect(first).toEqual(['$1,844.00', '$2,016.00']);
  expect(said).toContain('From November 2027 on, B (Fixed amount) has paid more than A (Fee and commission).');
  expect(said).toContain('From 0 to 10, A (Fee and commission) pays more.');
  expect(said).toContain('From 11 to 50, B (Fixed amount) pays more.');

  const totals = async () => (await visitor.lookAtTable()).totals;
  await visitor.enter('Amount in: Sale: … each', '11');
  await expect.poll(totals).toEqual(['$1,844.00', '$1,848.00']);
  await visitor.enter('Amount in: Sale: … each', 'eleven');
  await expect.poll(async () => (await visitor.lookAtTable()).faults).toEqual([expect.stringContaining('can’t be read as a number')]);
  expect(await totals()).toEqual(['$1,844.00', '$1,848.00']);
  await visitor.press('Undo');
  await expect.poll(async () => (await visitor.lookAtTable()).faults).toEqual([]);
  await visitor.press('Undo');
  await expect.poll(totals).toEqual(['$1,844.00', '$2,016.00']);
  await visitor.press('Redo');
  await expect.poll(totals).toEqual(['$1,844.00', '$1,848.00']);

  await visitor.press('Duplicate and change');
  await expect.poll(totals).toEqual(['$1,844.00', '$1,848.00', '$1,844.00']);
  await visitor.press('Copy a link to all of this');
  await expect.poll(async () => (await visitor.lookAtTable()).link).toContain('#payout-comparison=');
  const { link = '' } = await visitor.lookAtTable();
  expect(link.length).toBeLessThan(4000);
  const months = (await visitor.download('Download as CSV')).split('\r\n').filter((line) => /^2027-|^2028-/.test(line));
  expect(months).toHaveLength(12);
  expect(months[0]).toBe('2027-03,612.00,154.00,612.00');

  await visitor.press('Clear the table');
  await expect.poll(totals).toEqual([]);
  await visitor.openTable(link);
  await expect.poll(totals).toEqual(['$1,844.00', '$1,848.00', '$1,844.00']);
  await visitor.speak('de');
  await expect.poll(totals).toEqual(['1.844,00 $', '1.848,00 $', '1.844,00 $']);
  await expect.poll(async () => (await visitor.lookAtTable()).said.join(' ')).toContain('Von 0 bis');
}

inEachBrowser('two offers are compared and changed', ['/comparison.html', '/strict-comparison.html'], negotiation);
