import { expect } from '@playwright/test';
import { inEachBrowser } from '../browsers/each.js';
import type { Visitor } from '../browsers/visitor.js';

/** Two people come to terms: $500 and 10 % of 14 sales of $80 a month against $12 a sale, over a year. */
async function negotiation(visitor: Visitor, url: string): Promise<void> {
  await visitor.openTable(url);
  const { totals, said } = await visitor.lookAtTable();
  expect(totals).toEqual(['$1,844.00', '$2,016.00']);
  expect(said).toContain('From November 2027 on, B (Fixed amount) has paid more than A (Fee and commission).');
  expect(said).toContain('From 0 to 10, A (Fee and commission) pays more.');
  expect(said).toContain('From 11 to 50, B (Fixed amount) pays more.');

  await visitor.enter('Amount in: Sale: … each', '11');
  await expect.poll(async () => (await visitor.lookAtTable()).totals).toEqual(['$1,844.00', '$1,848.00']);
  await visitor.enter('Amount in: Sale: … each', 'eleven');
  expect((await visitor.lookAtTable()).totals).toEqual(['$1,844.00', '$1,848.00']);
  await visitor.press('Undo');
  await visitor.press('Undo');
  await expect.poll(async () => (await visitor.lookAtTable()).totals).toEqual(['$1,844.00', '$2,016.00']);

  await visitor.press('Duplicate and change');
  await expect.poll(async () => (await visitor.lookAtTable()).totals).toEqual(['$1,844.00', '$2,016.00', '$1,844.00']);
}

inEachBrowser('two offers are compared and changed', ['/comparison.html', '/strict-comparison.html'], negotiation);
