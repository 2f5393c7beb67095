import { expect } from '@playwright/test';
import { inEachBrowser } from '../browsers/each.js';
import type { Visitor } from '../browsers/visitor.js';

const LEAD = ['Qualified lead', '1 lead', '$100.00'];
const SALE = ['Self-serve filing', '1 purchase', '$10.00'];
const CONTRACT = ['Annual accounting contract', '1 contract signed', '$120.00'];
const PLACEMENT = ['Placement in all customer e-mails, March to early April', 'Once', '$5,000.00'];

/** The first sources' five models, with one of everything in one month. */
async function journey(visitor: Visitor, url: string): Promise<void> {
  await visitor.open(url);
  await visitor.enter('Months to look ahead', '1');
  await visitor.choose('Fixed pay per lead');
  await visitor.enter('Leads a month', '1');
  expect(await visitor.look()).toEqual({ headline: 'You could earn $100.00 in March 2027', lines: [LEAD], total: '$100.00' });

  await visitor.choose('Commission');
  await visitor.enter('Purchases a month', '1');
  await visitor.enter('Order value', '100');
  expect(await visitor.look()).toEqual({ headline: 'You could earn $10.00 in March 2027', lines: [SALE], total: '$10.00' });

  await visitor.choose('Revenue share');
  await visitor.enter('Contracts signed a month', '1');
  await visitor.enter('Monthly price', '100');
  await visitor.enter('Term in months', '12');
  expect(await visitor.look()).toEqual({ headline: 'You could earn $120.00 in March 2027', lines: [CONTRACT], total: '$120.00' });

  await visitor.choose('One-time placement');
  expect(await visitor.look()).toEqual({ headline: 'You could earn $5,000.00 in March 2027', lines: [PLACEMENT], total: '$5,000.00' });

  await visitor.choose('Combination');
  expect(await visitor.look()).toEqual({
    headline: 'You could earn $5,230.00 in March 2027',
    lines: [LEAD, SALE, CONTRACT, PLACEMENT],
    total: '$5,230.00',
  });
}

inEachBrowser('the five models pay what they promise', ['/', '/strict.html'], journey);
