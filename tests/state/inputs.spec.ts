import { expect, test } from '@playwright/test';
import type { Scenario } from '#documents';
import { inputsFor, scenarioWith, withinBounds } from '../../www/state/inputs.js';
import { factsOf, lead, renewal, sale, scenario, subscription } from './facts.js';

const CASES = [
  { promise: 'a fixed pay asks how many', payouts: [lead], ids: ['lead.perMonth', 'months'] },
  { promise: 'a commission asks for the order value too', payouts: [sale], ids: ['sale.perMonth', 'sale.amount', 'months'] },
  {
    promise: 'a share of the contract’s value asks for price and term',
    payouts: [subscription],
    ids: ['subscription.perMonth', 'subscription.payment', 'subscription.payments', 'months'],
  },
  { promise: 'a share of each payment asks for the price', payouts: [renewal], ids: ['renewal.perMonth', 'renewal.payment', 'months'] },
  { promise: 'a one-time payment asks for the horizon alone', payouts: [], ids: ['months'] },
  {
    promise: 'clauses for the same event share its inputs',
    payouts: [lead, { ...lead, clause: '/payouts/4' }],
    ids: ['lead.perMonth', 'months'],
  },
];

for (const { promise, payouts, ids } of CASES) {
  test(promise, () => {
    expect(inputsFor(factsOf(payouts), scenario).map((spec) => spec.id)).toEqual(ids);
  });
}

test('a stream with a contract value of its own is asked for that', () => {
  const streams = [{ event: 'subscription', perMonth: '2', contractValue: '1500' }];
  const specs = inputsFor(factsOf([subscription]), { ...scenario, streams });
  expect(specs.map(({ id, initial }) => [id, initial])).toEqual([
    ['subscription.perMonth', '2'],
    ['subscription.contractValue', '1500'],
    ['months', '12'],
  ]);
});

test('where the scenario knows but a range, a visitor begins inside it', () => {
  const begun = (perMonth: { low?: string; likely?: string; high?: string; p10?: string; p90?: string }) =>
    inputsFor(factsOf([lead]), { ...scenario, streams: [{ event: 'lead', perMonth }] })[0]?.initial;
  expect(begun({ low: '1', likely: '4', high: '9' })).toBe('4');
  expect(begun({ p10: '4', p90: '9' })).toBe('6');
});

test('a narrowed range keeps its shape, and its likeliest value stays inside', () => {
  const narrowed = (perMonth: NonNullable<NonNullable<Scenario['streams']>[number]['perMonth']>, low: string, high: string) =>
    scenarioWith(
      factsOf([lead]),
      { ...scenario, streams: [{ event: 'lead', perMonth }] },
      { 'lead.perMonth.low': low, 'lead.perMonth.high': high },
    ).streams?.[0]?.perMonth;
  expect(narrowed({ p10: '4', p90: '9' }, '5', '8')).toEqual({ p10: '5', p90: '8' });
  expect(narrowed({ p5: '4', p95: '9' }, '5', '8')).toEqual({ p5: '5', p95: '8' });
  expect(narrowed({ low: '1', likely: '4', high: '9' }, '2', '8')).toEqual({ low: '2', likely: '4', high: '8' });
  expect(narrowed({ low: '1', likely: '4', high: '9' }, '5', '8')).toEqual({ low: '5', likely: '5', high: '8' });
  expect(narrowed('20', '5', '8')).toBe('20');
});

test('the scenario’s values are the ones to begin with, digit for digit', () => {
  const specs = inputsFor(factsOf([sale, subscription]), scenario);
  expect(Object.fromEntries(specs.map(({ id, initial }) => [id, initial]))).toEqual({
    'sale.perMonth': '40',
    'sale.amount': '99.9',
    'subscription.perMonth': '2',
    'subscription.payment': '100',
    'subscription.payments': '12',
    months: '12',
  });
});

test('an author’s bounds hold, but never shut the scenario’s own value out', () => {
  const [spec] = inputsFor(factsOf([lead]), scenario, { 'lead.perMonth': { min: 25, max: '50', step: '5' } });
  expect(spec).toMatchObject({ min: '20', max: '50', step: '5' });
});

test('without bounds a slider reaches well beyond the value to begin with', () => {
  const yen = factsOf([sale], { currency: 'JPY', minorUnits: 0 });
  const streams = [{ event: 'sale', perMonth: '40', amount: '12000' }];
  const amount = inputsFor(yen, { ...scenario, streams }).find(({ kind }) => kind === 'amount');
  expect(amount).toMatchObject({ min: '0', max: '100000', step: '100', decimals: 0 });
});

test('bounds include their ends', () => {
  const [spec] = inputsFor(factsOf([lead]), scenario, { 'lead.perMonth': { min: '1', max: '30' } });
  expect(['0', '1', '30', '30.01'].map((value) => spec && withinBounds(spec, value))).toEqual([false, true, true, false]);
});

test('the visitor’s numbers go into the scenario as they were read', () => {
  const values = { 'sale.perMonth': '7', 'sale.amount': '0.1', months: '36' };
  expect(scenarioWith(factsOf([sale]), scenario, values)).toEqual({
    version: 1,
    start: '2027-03',
    months: 36,
    streams: [{ event: 'sale', perMonth: '7', amount: '0.1' }],
  });
});

test('streams that the contract has no use for are left out', () => {
  expect(scenarioWith(factsOf([lead]), scenario, {}).streams?.map(({ event }) => event)).toEqual(['lead']);
});
