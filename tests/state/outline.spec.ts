import { expect, test } from '@playwright/test';
import { outlineOf } from '../../www/state/outline.js';

const CASES: readonly [promise: string, contracts: unknown[], outline: ReturnType<typeof outlineOf>][] = [
  ['one fixed pay', [{ payouts: [{ pay: { fixed: '1' } }] }], { models: 0, fields: 2, clauses: 1 }],
  ['a commission', [{ payouts: [{ pay: { percent: '1%' } }] }], { models: 0, fields: 3, clauses: 1 }],
  [
    'everything, and another contract to choose',
    [
      {
        payouts: [{ pay: { fixed: '1' } }, { pay: { percent: '1%' } }, { pay: { percent: '1%', of: 'contractValue' } }],
        oneTime: [{}],
      },
      {},
    ],
    { models: 2, fields: 7, clauses: 4 },
  ],
  ['what is no contract at all', [null, 'x', 7], { models: 3, fields: 1, clauses: 0 }],
  ['lists that are none', [{ payouts: 'many', oneTime: {} }], { models: 0, fields: 1, clauses: 0 }],
  ['payouts that are none', [{ payouts: [null, 3, { pay: 'yes' }] }], { models: 0, fields: 4, clauses: 3 }],
];

for (const [promise, contracts, outline] of CASES) {
  test(`the outline of ${promise}`, () => {
    expect(outlineOf(contracts)).toEqual(outline);
  });
}
