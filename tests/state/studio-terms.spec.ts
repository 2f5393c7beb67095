import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Contract } from '#documents';
import { terms as de } from '../../www/locales/studio/terms/de.js';
import { terms as en } from '../../www/locales/studio/terms/en.js';
import { withValueAt } from '../../www/state/pointers.js';
import { ADDITIONS, blankContract, PAYOUTS, WHOLE, WITHIN, withAddition } from '../../www/state/studio/additions/index.js';
import { settingsOf } from '../../www/state/studio/settings.js';
import { asked } from './engine.js';

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')) as Contract;
const presets = readdirSync(new URL('../../presets/', import.meta.url)).filter((name) => name.endsWith('.json'));
const every = read('tests/plain/every-clause.json');
const empty = { version: 1, currency: 'JPY', payouts: [] } as unknown as Contract;
const contracts = new Map<string, Contract>([
  ...presets.map((name) => [name, read(`presets/${name}`)] as const),
  ['every clause', every],
  ['nothing', empty],
]);
const context = (contract: Contract) => ({ contract, start: '2027-01-01', name: (key: string) => key });

test('every clause can be added to every contract, at each payout, and changes what it says', async () => {
  const ask = await asked();
  const said = (contract: Contract, where: string) => {
    const answer = ask.check(contract);
    if ('problems' in answer) throw new Error(`${where}: ${JSON.stringify(answer.problems)}`);
    return JSON.stringify(answer.ok.summary);
  };
  const added = new Set<string>();
  const silent = new Set<string>();
  for (const [name, contract] of contracts) {
    const before = said(contract, name);
    for (const addition of ADDITIONS) {
      for (const place of contract.payouts?.keys() ?? []) {
        const more = withAddition(addition, context(contract), place);
        if (more === contract) continue;
        added.add(addition);
        if (said(more, `${name} ${addition} ${place}`) === before) silent.add(addition);
      }
    }
  }
  expect([...silent]).toEqual([]);
  expect(ADDITIONS.filter((addition) => !added.has(addition))).toEqual([]);
});

test('a second one of a clause that there can be only one of leaves the contract as it is', () => {
  const only = [
    'months',
    'firstPayment',
    'freeEvents',
    'draw',
    'splitWeights',
    'refunds',
    'dates',
    'deficit',
    'lock',
    'schedule',
    'threshold',
  ] as const;
  for (const addition of only) {
    const once = withAddition(addition, context(read('presets/apify.json')));
    expect(withAddition(addition, context(once)), addition).toBe(once);
  }
});

test('a blank contract says what was chosen, in its currency and under its name', async () => {
  const contract = blankContract(['perLead', 'share', 'oneTime'], context(empty), 'EUR', 'Spring');
  const answer = (await asked()).check(contract);
  expect(answer).toMatchObject({ ok: { currency: 'EUR', name: 'Spring', payouts: [{ event: 'lead' }, { event: 'payment' }] } });
});

test('every field of a contract can be filled by something that can be added', () => {
  const schema = JSON.parse(readFileSync(new URL('../../schema/payout-calculator.schema.json', import.meta.url), 'utf8'));
  const all = [...PAYOUTS, ...Object.values(WITHIN).flat(), ...Object.values(WHOLE).flat()];
  const fields = (of: (contract: Contract) => object | undefined) =>
    new Set(all.flatMap((addition) => Object.keys(of(withAddition(addition, context(withAddition('commission', context(empty))))) ?? {})));
  const missing = (name: string, have: ReadonlySet<string>) =>
    Object.keys(schema.$defs[name].properties).filter((field) => !have.has(field));
  // What is left is settings of the document as a whole, which the pane and its JSON have.
  expect(
    missing(
      'Contract',
      fields((contract) => contract),
    ),
  ).toEqual(['$schema', 'alsoPaysIn', 'chosen', 'name', 'roundEach', 'rounding', 'timeZone', 'weekStarts']);
  expect(
    missing(
      'Payout',
      fields((contract) => Object.assign({}, ...(contract.payouts ?? []))),
    ),
  ).toEqual(['effective', 'groupsPay']);
});

test('every choice of every clause is one that the engine takes, and has words in both languages', async () => {
  const ask = await asked();
  const check = (contract: Contract) => {
    const answer = ask.check(contract);
    return 'ok' in answer ? answer.ok : undefined;
  };
  const all = ADDITIONS.reduce(
    (contract, addition) => withAddition(addition, context(contract)),
    withAddition('commission', context(empty)),
  );
  const settings = [every, all].flatMap((contract) =>
    ['', ...(contract.payouts ?? []).map((_, place) => `/payouts/${place}`)].flatMap((top) =>
      settingsOf(contract, top, check).map((setting) => ({ contract, ...setting })),
    ),
  );
  for (const { contract, path, options } of settings) {
    for (const option of options) expect(check(withValueAt(contract, path, option)), `${path} ${option}`).toBeDefined();
  }
  const keys = settings.flatMap(({ field, options }) => [`set.${field}`, ...options.map((option) => `set.${field}.${option}`)]);
  for (const words of [en, de]) expect(keys.filter((key) => !Object.hasOwn(words, key))).toEqual([]);
  expect(settings.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      '/payouts/0/pay/of',
      '/payouts/0/tiers/0/mode',
      '/payouts/0/limits/0/per',
      '/draw/shortfall',
      '/settlement/lock/from',
    ]),
  );
});

test('everything that can be added has words in both languages, and so has all that it is called', () => {
  const called = new Set<string>();
  const naming = { start: '2027-01-01', name: (key: string) => String(called.add(`named.${key}`) && key) };
  for (const addition of ADDITIONS) withAddition(addition, { ...naming, contract: withAddition('commission', context(empty)) });
  const keys = [
    ...called,
    ...ADDITIONS.map((addition) => `add.${addition}`),
    ...Object.keys({ ...WITHIN, ...WHOLE }).map((group) => `adds.${group}`),
  ];
  for (const words of [en, de]) expect(keys.filter((key) => !Object.hasOwn(words, key))).toEqual([]);
});
