import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Contract, Problem } from '#documents';
import { termsIn, withContracts, withTerms } from '../../www/state/studio/bring.js';
import { mendOf } from '../../www/state/studio/mends.js';
import { isSought, modelOf, PATTERNS, patternsOf } from '../../www/state/studio/patterns.js';
import { emptyWork } from '../../www/state/studio/work.js';
import { asked } from './engine.js';

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')) as Contract;
const names = readdirSync(new URL('../../presets/', import.meta.url)).filter((name) => name.endsWith('.json'));

/** What a reader of the programs' own pages would call them. */
const KNOWN: Readonly<Record<string, readonly [model: string, ...patterns: string[]]>> = {
  apify: ['share', 'lifetime', 'rising', 'cap'],
  auware: ['share', 'lifetime', 'byGroup'],
  'bar-codes-talk': ['share'],
  'canvas-score': ['both', 'leadAndShare', 'months', 'decay', 'oncePerCustomer'],
  capsule: ['share', 'lifetime'],
  clickup: ['fixed', 'oncePerCustomer', 'byGroup'],
  deputy: ['bonusOnly', 'milestone'],
  dext: ['share', 'months', 'cap', 'guarantee'],
  evolve: ['share', 'months', 'decay'],
  ignition: ['both', 'byGroup'],
  instantly: ['share', 'lifetime', 'tiers'],
  inuno: ['share', 'minimumPayment'],
  'kinetic-staffing': ['fixed', 'oncePerCustomer'],
  'lemon-squeezy': ['share', 'months'],
  livechat: ['share', 'lifetime', 'tiers', 'secondTier'],
  motion: ['both', 'leadAndShare', 'oneTime', 'months', 'eitherOr'],
  outgrow: ['share', 'lifetime', 'decay'],
  'smc-web-solution': ['share', 'tiers'],
  subbly: ['share', 'lifetime', 'milestone'],
  'travel-code': ['fixed', 'milestone'],
  'vercel-v0': ['both', 'leadAndShare', 'months', 'oncePerCustomer', 'minimumPayment'],
  voye: ['share', 'lifetime', 'cap'],
  webydo: ['share', 'months', 'hold'],
  zapier: ['share', 'oneTime', 'cap'],
};

test('patterns are read off the clauses of every real program', () => {
  const found = Object.fromEntries(
    names.map((name) => [name.replace('.json', ''), [modelOf(read(`presets/${name}`)), ...patternsOf(read(`presets/${name}`))]]),
  );
  expect(found).toEqual(KNOWN);
});

test('tiers with a cap are a pattern of their own, whatever the cap limits', () => {
  const tiers = [{ mode: 'graduated', steps: [{ from: '10', percent: '12%' }] }];
  const tiered = { version: 1, currency: 'USD', payouts: [{ event: 'sale', pay: { percent: '10%' }, tiers }] } as unknown as Contract;
  expect(patternsOf(tiered)).toEqual(['tiers']);
  expect(patternsOf({ ...tiered, limits: [{ max: '5000', per: 'month' }] })).toEqual(['tiers', 'tiersWithCap', 'cap']);
  expect(PATTERNS).toContain('tiersWithCap');
});

test('a program is found by words of its name and its sentences, by its model and by a pattern', () => {
  const evolve = read('presets/evolve.json');
  const sentences = ['First year: 20% of the order amount.'];
  const sought = (text: string, model = '', pattern = '') =>
    isSought(evolve, sentences, { text, model, pattern } as Parameters<typeof isSought>[2]);
  expect([sought(''), sought('EVOLVE order'), sought('evolve lead')]).toEqual([true, true, false]);
  expect([sought('', 'share', 'decay'), sought('', 'fixed'), sought('', 'share', 'tiers')]).toEqual([true, false, false]);
});

test('what is brought in takes the place of what was there, or stands beside it, with numbers for all it pays for', async () => {
  const ask = await asked();
  const check = (contract: Contract) => {
    const answer = ask.check(contract);
    return 'ok' in answer ? answer.ok : undefined;
  };
  const [v0, zapier] = [read('presets/vercel-v0.json'), read('presets/zapier.json')];
  const first = { ...withContracts(emptyWork(), [v0], 'beside', check), inputs: { months: { locked: true } } };
  expect(first.scenario.streams?.map(({ event }) => event)).toEqual(['lead', 'payment']);
  const both = withContracts(first, [zapier], 'beside', check);
  expect([both.contracts, both.inputs]).toEqual([[v0, zapier], first.inputs]);
  const instead = withContracts(first, [zapier], 'instead', check);
  expect([instead.contracts, instead.scenario.streams?.map(({ event }) => event), instead.inputs]).toEqual([[zapier], ['payment'], {}]);
  const terms = termsIn({ contracts: [v0], scenario: { version: 1, start: '2027-01', months: '3', streams: [] } });
  const work = terms && withTerms(emptyWork(), terms, check);
  expect([work?.scenario.months, work?.scenario.streams?.length]).toEqual(['3', 2]);
});

test('a JSON text is a contract, a list of them, or all that the element takes; anything else is no terms', () => {
  const contract = { version: 1, currency: 'USD' };
  expect(termsIn(contract)?.places).toEqual(['']);
  expect(termsIn([contract, contract])?.places).toEqual(['/0', '/1']);
  expect(termsIn({ contracts: [contract], presets: [] })?.places).toEqual(['/contracts/0']);
  expect([termsIn(3), termsIn('x'), termsIn([]), termsIn([1]), termsIn({ contracts: [null] }), termsIn(null)]).toEqual(
    Array(6).fill(undefined),
  );
});

const pays = (payout: object, more: object = {}) =>
  ({ version: 1, currency: 'USD', payouts: [{ event: 'sale', pay: { fixed: '10' }, ...payout }], ...more }) as unknown as Contract;

/** A warning or an error, and what is left when what it is about is taken out. */
const MENDS: readonly (readonly [code: string, contract: Contract, left: Record<string, unknown>])[] = [
  [
    'unreachable_tier',
    pays({
      tiers: [
        {
          mode: 'graduated',
          measure: 'events',
          per: 'month',
          steps: [
            { from: '5', fixed: '12' },
            { from: '50', fixed: '15' },
          ],
        },
      ],
      limits: [{ maxEvents: 20, per: 'month', overLimit: 'ignored' }],
    }),
    { payouts: [{ tiers: [{ steps: [{ from: '5' }] }] }] },
  ],
  [
    'shadowed_group',
    pays({
      groups: [
        { when: { country: 'US' }, pay: { fixed: '1' } },
        { when: { country: 'US' }, pay: { fixed: '2' } },
      ],
    }),
    { payouts: [{ groups: [{ pay: { fixed: '1' } }] }] },
  ],
  ['limit_below_pay', pays({ limits: [{ max: '5', per: 'month' }] }), { payouts: [{ pay: { fixed: '10' } }] }],
  [
    'guarantee_above_limit',
    pays({}, { guarantees: [{ amount: '500' }], limits: [{ max: '50', per: 'month' }] }),
    { limits: [{ max: '50' }] },
  ],
  [
    'retroactive_cliff',
    pays({ pay: { percent: '10%' }, tiers: [{ mode: 'retroactive', steps: [{ from: '1000', percent: '12%' }] }] }),
    { payouts: [{ tiers: [{ mode: 'graduated', steps: [{ from: '1000' }] }] }] },
  ],
  ['unknown_field', pays({ colour: 'red' }), { payouts: [{ event: 'sale' }] }],
  [
    'tiers_out_of_order',
    pays({
      tiers: [
        {
          mode: 'forward',
          steps: [
            { from: '5', fixed: '12' },
            { from: '5', fixed: '15' },
          ],
        },
      ],
    }),
    { payouts: [{ tiers: [{ steps: [{ from: '5' }] }] }] },
  ],
];

for (const [code, contract, left] of MENDS) {
  test(`${code}: what it is about can be taken out`, async () => {
    const ask = await asked();
    const judge = (given: Contract) => {
      const answer = ask.check(given);
      return 'ok' in answer ? { warnings: answer.ok.warnings } : answer;
    };
    const said = judge(contract);
    const problem = ('warnings' in said ? said.warnings : said.problems).find((found) => found.code === code) as Problem;
    const without = mendOf(contract, problem, judge)?.contract;
    expect(without).toMatchObject(left);
    const after = judge(without as Contract);
    expect(('warnings' in after ? after.warnings : after.problems).filter((found) => found.code === code)).toEqual([]);
  });
}

test('what taking out would only make worse is not offered', async () => {
  const ask = await asked();
  const judge = (given: Contract) => {
    const answer = ask.check(given);
    return 'ok' in answer ? { warnings: answer.ok.warnings } : answer;
  };
  const contract = { version: 1, currency: 'USD', payouts: [{ event: 'sale', pay: { fixed: '0' } }] } as unknown as Contract;
  const said = judge(contract);
  const [warning] = 'warnings' in said ? said.warnings : [];
  expect(warning?.code).toBe('pays_nothing');
  expect(mendOf(contract, warning as Problem, judge)).toBeUndefined();
});
