import { expect, test } from '@playwright/test';
import { outlineOf } from '../../www/state/outline.js';

const FLAT = { ranges: 0, goals: 0, next: 0 };

const CASES: readonly [promise: string, contracts: unknown[], outline: Partial<ReturnType<typeof outlineOf>>][] = [
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
    expect(outlineOf(contracts)).toEqual({ ...FLAT, ...outline });
  });
}

test('the outline has the ranges of what the contract pays for, and the steps that lie ahead', () => {
  const contract = {
    payouts: [{ event: 'sale', pay: { percent: '1%' }, tiers: [{}], limits: [{}] }, { event: 'lead' }],
    bonuses: [{}],
  };
  const streams = [
    { event: 'sale', perMonth: { p10: '1', p90: '2' }, amount: { p10: '1', p90: '2' } },
    { event: 'lead', perMonth: '1', amount: null },
    { event: 'click', perMonth: { p10: '1', p90: '2' } },
  ];
  expect(outlineOf([contract], { streams })).toMatchObject({ ranges: 2, goals: 3, next: 2 });
  expect(outlineOf([{ payouts: [{ event: 'lead' }] }], { streams: 'none' })).toMatchObject(FLAT);
});
