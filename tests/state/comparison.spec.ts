import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Contract, Scenario } from '#documents';
import { differencesOf } from '../../www/state/comparison/differences.js';
import { driversOf, driverValue, scenarioAt, withSetValue, withStreams } from '../../www/state/comparison/drivers.js';
import { resultsOf } from '../../www/state/comparison/results.js';
import { emptyTable, type Table, withoutSheet, withSheet } from '../../www/state/comparison/table.js';
import { difference } from '../../www/state/decimal.js';
import { begin, redo, settle, step, undo } from '../../www/state/history.js';
import { CLAUSES, clausesFor, STARTERS, starterContract, withClause } from '../../www/state/starters.js';
import { asked } from './engine.js';

const preset = (name: string) => JSON.parse(readFileSync(new URL(`../../presets/${name}.json`, import.meta.url), 'utf8')) as Contract;
const pays = (pay: object, more: object = {}) => ({ version: 1, currency: 'USD', payouts: [{ event: 'sale', pay }], ...more }) as Contract;
const sales = (perMonth: string, months = '1'): Scenario => ({
  version: 1,
  start: '2027-01',
  months,
  streams: [{ event: 'sale', perMonth, amount: '80' }],
});
const tableOf = (scenario: Scenario, ...contracts: Contract[]): Table =>
  contracts.reduce((table, contract) => withSheet(table, contract), { ...emptyTable(), scenario });

const customers = (perMonth: string, amount: string, months: string, event = 'player'): Scenario => ({
  version: 1,
  start: '2027-01',
  months,
  streams: [{ event, perMonth, amount, churn: '0%', until: '2027-01' }],
});

interface Worked {
  readonly promise: string;
  readonly table: Table;
  readonly totals: readonly string[];
  readonly against: string;
  readonly leads: readonly (readonly [string, number])[];
}

const fee = pays({ percent: '10%' }, { oneTime: [{ amount: '500', on: '2027-01-01' }] });
const motion = preset('motion');
const [flat, share] = ['flat', 'share'].map((chosen) => ({ ...motion, chosen }) as Contract) as [Contract, Contract];
const player = (clause: object): Contract => ({ version: 1, currency: 'USD', payouts: [{ event: 'player', ...clause }] }) as Contract;

const WORKED: readonly Worked[] = [
  {
    promise: 'CPA $12 against 15 % of $80: they pay the same',
    table: tableOf(sales('100'), pays({ fixed: '12' }), pays({ percent: '15%' })),
    totals: ['1200.00', '1200.00'],
    against: '0',
    leads: [],
  },
  {
    promise: '$500 and 10 % of $80 against $12: 125 sales pay the same',
    table: tableOf(sales('125'), fee, pays({ fixed: '12' })),
    totals: ['1500.00', '1500.00'],
    against: '0',
    leads: [],
  },
  {
    promise: '… and 126 do not',
    table: tableOf(sales('126'), fee, pays({ fixed: '12' })),
    totals: ['1508.00', '1512.00'],
    against: '4',
    leads: [['2027-01', 2]],
  },
  {
    promise: '$120 CPA against 35 % of $120 over 12 months for 100 players: overtaken in month 3',
    table: tableOf(
      customers('100', '120', '12'),
      player({ pay: { fixed: '120' }, for: { payments: 1 } }),
      player({ pay: { percent: '35%' }, for: { months: 12 } }),
    ),
    totals: ['12000.00', '50400.00'],
    against: '38400',
    leads: [
      ['2027-01', 1],
      ['2027-03', 2],
    ],
  },
  {
    promise: 'Motion, either-or, one customer on $19 a month for 24 months: the share is ahead at payment 20',
    table: tableOf(customers('1', '19', '24', 'payment'), flat, share),
    totals: ['75.00', '91.20'],
    against: '16.2',
    leads: [
      ['2027-01', 1],
      ['2028-08', 2],
    ],
  },
  {
    promise: 'Motion, either-or, a customer who leaves after 10 payments',
    table: tableOf(customers('1', '19', '10', 'payment'), flat, share),
    totals: ['75.00', '38.00'],
    against: '-37',
    leads: [['2027-01', 1]],
  },
];

for (const { promise, table, totals, against, leads } of WORKED) {
  test(promise, async () => {
    const results = resultsOf(table, await asked());
    expect(results.columns.map(({ problems }) => problems)).toEqual([[], []]);
    expect(results.columns.map(({ total }) => total)).toEqual(totals);
    expect(results.columns[1]?.against).toBe(against);
    expect(results.leads.map(({ month, ahead }) => [month, ahead])).toEqual(leads);
    expect(results.most).toEqual(against === '0' ? [] : [against.startsWith('-') ? 1 : 2]);
  });
}

test('a sheet that the engine refuses leaves the others standing, and says what is wrong', async () => {
  const results = resultsOf(tableOf(sales('10'), pays({ fixed: '12' }), pays({ fixed: 'twelve' })), await asked());
  expect(results.columns.map(({ total }) => total)).toEqual(['120.00', undefined]);
  expect(results.columns[1]?.problems[0]?.path).toBe('/payouts/0/pay/fixed');
});

test('sheets in different currencies are not compared', async () => {
  const { most, leads, currency, columns } = resultsOf(
    tableOf(sales('10'), pays({ fixed: '12' }), { ...pays({ fixed: '1' }), currency: 'EUR' }),
    await asked(),
  );
  expect([most, leads, currency, columns.map(({ against }) => against)]).toEqual([[], [], undefined, [undefined, undefined]]);
});

test('three sets of numbers, and the visitor’s own; more customers who leave is worse', async () => {
  const ask = await asked();
  const contract = player({ pay: { percent: '10%' } });
  const checked = ask.check(contract);
  const facts = 'ok' in checked ? [checked.ok] : [];
  let scenario = customers('100', '50', '6');
  const driver = (kind: string) =>
    driversOf(scenario, facts).find((driver) => driver.kind === kind) as NonNullable<ReturnType<typeof driversOf>[number]>;
  scenario = withSetValue(scenario, driver('churn'), 'base', '5');
  scenario = withSetValue(scenario, driver('churn'), 'low', '9');
  scenario = withSetValue(scenario, driver('perMonth'), 'high', '150');
  expect(scenario.streams?.[0]).toMatchObject({
    churn: { low: '5%', likely: '5%', high: '9%' },
    perMonth: { low: '100', likely: '100', high: '150' },
  });
  const value = (kind: string) =>
    (['low', 'base', 'high', 'own'] as const).map((set) => driverValue(scenario, driver(kind), set, { '/streams/0/perMonth': '7' }));
  expect(value('churn')).toEqual(['9', '5', '5', '5']);
  expect(value('perMonth')).toEqual(['100', '100', '150', '7']);
  expect(scenarioAt(scenario, driversOf(scenario, facts), 'high', {}).streams?.[0]).toMatchObject({ perMonth: '150', churn: '5%' });
  // The range is one the engine takes, and is gone when its ends meet.
  const uncertain = ask.project(contract, scenario);
  expect('ok' in uncertain).toBe(true);
  expect(withSetValue(scenario, driver('perMonth'), 'high', '100').streams?.[0]?.perMonth).toBe('100');
});

test('every offer to begin with, and every clause that can be added, is a contract with a sentence of its own', async () => {
  const ask = await asked();
  for (const starter of STARTERS) {
    const contract = starterContract(starter, 'USD', '2027-01-01');
    const facts = ask.check(contract);
    if (!('ok' in facts)) throw new Error(`${starter}: ${JSON.stringify(facts.problems)}`);
    const scenario = withStreams(emptyTable().scenario, contract, facts.ok);
    const { columns } = resultsOf(tableOf(scenario, contract), ask);
    expect(columns[0]?.problems, starter).toEqual([]);
    expect(Number(columns[0]?.total), starter).toBeGreaterThan(0);
    expect(clausesFor(contract), starter).toEqual(
      starter === 'fee' ? CLAUSES.filter((clause) => clause !== 'duration' && clause !== 'tier') : CLAUSES,
    );
    for (const clause of clausesFor(contract)) {
      const more = ask.check(withClause(contract, clause, '2027-01-01'));
      if (!('ok' in more)) throw new Error(`${starter} ${clause}: ${JSON.stringify(more.problems)}`);
      expect(JSON.stringify(more.ok.summary), `${starter} ${clause}`).not.toEqual(
        clause === 'duration' && starter === 'share' ? '' : JSON.stringify(facts.ok.summary),
      );
    }
  }
});

test('every preset earns something over the numbers that are made up for it', async () => {
  const ask = await asked();
  const names = readdirSync(new URL('../../presets/', import.meta.url)).filter((name) => name.endsWith('.json'));
  for (const name of names) {
    const contract = preset(name.replace('.json', ''));
    const facts = ask.check(contract);
    if (!('ok' in facts)) throw new Error(name);
    const { columns } = resultsOf(tableOf(withStreams(emptyTable().scenario, contract, facts.ok), contract), ask);
    expect(columns[0]?.problems, name).toEqual([]);
    expect(columns[0]?.total, name).toBeDefined();
  }
});

test('sentences about the same stand beside each other', async () => {
  const ask = await asked();
  const facts = [fee, pays({ percent: '12%' }, { guarantees: [{ amount: '300', per: 'month' }] })].map((contract) => ask.check(contract));
  const [one, other] = facts.flatMap((answer) => ('ok' in answer ? [answer.ok] : []));
  if (!one || !other) throw new Error('refused');
  const rows = differencesOf(one, other).map(({ one, other, same }) => [one?.say, other?.say, same]);
  expect(rows).toEqual([
    ['payout', 'payout', false],
    ['oneTime', undefined, false],
    [undefined, 'guarantee', false],
  ]);
  expect(differencesOf(one, one).every(({ same }) => same)).toBe(true);
});

test('every step is undone and done again; letters typed into one field are one step', () => {
  let history = begin('a');
  history = step(history, 'ab', 'field');
  history = step(history, 'abc', 'field');
  history = settle(history);
  history = step(history, 'abcd', 'field');
  history = undo(history);
  expect(history.present).toBe('abc');
  history = undo(history);
  expect(history.present).toBe('a');
  expect(undo(history).present).toBe('a');
  history = redo(redo(history));
  expect(history.present).toBe('abcd');
  history = step(undo(history), 'other');
  expect(redo(history).present).toBe('other');
});

test('a sheet that goes leaves no draft behind, and another is the baseline', () => {
  const table = tableOf(sales('1'), fee, fee, fee);
  const drafted = { ...table, drafts: { 'sheet 1 /name': { typed: '' }, 'sheet 2 /name': { typed: '' } } };
  const without = withoutSheet(drafted, 1);
  expect([without.sheets.map(({ id }) => id), without.baseline, Object.keys(without.drafts)]).toEqual([[2, 3], 2, ['sheet 2 /name']]);
  expect(withSheet(without, fee).sheets.map(({ id }) => id)).toEqual([2, 3, 4]);
});

test('differences are exact', () => {
  const cases = [
    ['1500.00', '1500', '0'],
    ['0.3', '0.1', '0.2'],
    ['1', '1000000000000000000000.01', '-999999999999999999999.01'],
    ['-5', '2.5', '-7.5'],
  ] as const;
  expect(cases.map(([one, other]) => difference(one, other))).toEqual(cases.map(([, , expected]) => expected));
});
