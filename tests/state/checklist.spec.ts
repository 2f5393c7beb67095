import { expect, test } from '@playwright/test';
import type { Contract } from '#documents';
import { ENGLISH } from '../../www/locales/index.js';
import { studioLanguageOf } from '../../www/locales/studio/index.js';
import { formatsFor } from '../../www/state/formats.js';
import { checkList, type Judged } from '../../www/state/studio/checklist.js';
import { StudioSpeech } from '../../www/state/studio/speech.js';
import type { Work } from '../../www/state/studio/work.js';
import { termsOf } from '../../www/state/terms.js';
import { PACKAGE } from '../snippets/host.js';
import { WORKS } from '../snippets/works.js';
import { asked } from './engine.js';

const engine = await asked();
const speech = new StudioSpeech({ ...ENGLISH, ...(await studioLanguageOf('en')) }, formatsFor('en', 'USD', 2));
const { plain, dressed } = WORKS;

function judge(contract: Contract): Judged {
  const facts = (given: Contract) => {
    const answer = engine.check(given);
    return 'ok' in answer ? answer.ok : undefined;
  };
  const answer = engine.check(contract);
  if ('problems' in answer) return { contract, terms: [], problems: answer.problems };
  return { contract, facts: answer.ok, terms: termsOf(contract, facts), problems: [] };
}

/** What is not in order of a work, as it is said. */
function amissIn(work: Work, judged = work.contracts.map(judge)): readonly string[] {
  return checkList(work, judged, 'html', PACKAGE)
    .filter(({ state }) => state !== 'ok')
    .flatMap(({ id, state, step, says }) => says.map(({ key, facts }) => `${state} ${id} → ${step}: ${speech.tell(key, facts)}`));
}

const [contract] = plain.contracts as [Contract];
const [payout] = contract.payouts as [NonNullable<Contract['payouts']>[number]];
const sound: Work = { ...plain, words: { cta: 'Join', ctaLink: '/join' } };
const withContract = (change: Partial<Contract>): Work => ({ ...sound, contracts: [{ ...contract, ...change } as Contract] });

test('a work with nothing amiss is in order, each thing that was looked at', () => {
  expect(amissIn(sound)).toEqual([]);
  expect(amissIn(dressed)).toEqual([]);
  const ids = checkList(sound, sound.contracts.map(judge), 'html', PACKAGE).map(({ id }) => id);
  expect(ids).toEqual([
    'contract',
    'tiers',
    'limits',
    'assumptions',
    'questions',
    'disclaimer',
    'call',
    'contrast',
    'languages',
    'hosting',
    'policy',
  ]);
});

const CASES: readonly (readonly [string, Work, string])[] = [
  [
    'a contract that the engine refuses',
    withContract({ currency: 'XXQ', payouts: [{ event: 'lead', pay: { percent: '10' } }] }),
    'stop contract → terms: They have 2 mistakes, so nothing can be worked out.',
  ],
  [
    'terms that are probably not meant so',
    withContract({ payouts: [{ ...payout, groups: [{ when: {}, pay: { fixed: '5' } }] }] }),
    'warn contract → terms: 1 of them is probably not meant as it is written.',
  ],
  [
    'a tier that a limit keeps from being reached',
    withContract({
      payouts: [
        {
          ...payout,
          tiers: [{ mode: 'graduated', measure: 'events', steps: [{ from: '50', fixed: '120' }] }],
          limits: [{ maxEvents: 10, per: 'month', overLimit: 'ignored' }],
        },
      ],
    }),
    'warn tiers → terms: 1 can never be reached: a limit ends before it begins.',
  ],
  [
    'an event that nobody said a number for',
    withContract({ payouts: [payout, { event: 'sale', pay: { percent: '10%' } }] }),
    'warn assumptions → visitors: Purchases: nobody said how many, so the calculator begins with a number of its own.',
  ],
  [
    'bounds that do not hold the scenario’s number',
    { ...sound, inputs: { 'lead.perMonth': { min: '10' } } },
    'warn questions → visitors: Leads a month: begins with 8, below its least of 10.',
  ],
  [
    'bounds above which a range reaches',
    {
      ...sound,
      scenario: { ...plain.scenario, streams: [{ event: 'lead', perMonth: { p10: '5', p90: '20' } }] },
      inputs: { 'lead.perMonth': { max: '12' } },
    },
    'warn questions → visitors: Leads a month: begins with 20, above its most of 12.',
  ],
  [
    'bounds that have crossed',
    { ...sound, inputs: { 'lead.perMonth': { min: '9', max: '9' } } },
    'warn questions → visitors: Leads a month: the least is not below the most.',
  ],
  [
    'settings of a question that is not asked',
    { ...sound, inputs: { 'sale.amount': { max: '9' } } },
    'warn questions → visitors: “sale.amount” has settings, but these terms don’t ask for it.',
  ],
  [
    'a preset that its question does not take',
    { ...sound, presets: [{ label: 'Huge', values: { 'lead.perMonth': '100000' } }] },
    'warn questions → visitors: “Huge” has a number that its question does not take, and which is then left out.',
  ],
  [
    'a disclaimer without a word',
    { ...sound, words: { ...sound.words, disclaimer: ' – ' } },
    'warn disclaimer → visitors: Yours has no words, and takes the place of the usual one.',
  ],
  [
    'a call to action that runs a script',
    { ...sound, words: { cta: 'Join', ctaLink: 'javascript:alert(1)' } },
    'stop call → visitors: “javascript:alert(1)” is no address that a link may have. Begin it with https:// or /.',
  ],
  [
    'a call to action that leads nowhere',
    { ...sound, words: { cta: 'Join' } },
    'warn call → visitors: It has no address. The page gets the event “payout-cta” when it is pressed, and has to do something with it.',
  ],
  [
    'an address without words',
    { ...sound, words: { ctaLink: '/join' } },
    'warn call → visitors: It has an address, and no words. Without words the address is left out.',
  ],
  [
    'an address that can be read on its way',
    { ...sound, words: { cta: 'Join', ctaLink: 'http://brand.example/join' } },
    'warn call → visitors: Its address begins with http://, and can be read on its way.',
  ],
  [
    'colours that can’t be read',
    { ...sound, look: { ...sound.look, scheme: 'light', light: { accent: '#ffee00' } } },
    'warn contrast → look: 2 pairs are hard to read: less than 4.5 to 1.',
  ],
  [
    'a language without words',
    { ...sound, locale: 'sv-SE' },
    'warn languages → visitors: There are no words in sv-SE, so it speaks English, with numbers and dates of that language.',
  ],
  [
    'a folder that is none',
    { ...sound, hosting: { ...sound.hosting, base: 'javascript:alert(1)//' } },
    'stop hosting → take: “javascript:alert(1)//” is no address of a place for files.',
  ],
  [
    'a file of terms that is none',
    { ...sound, hosting: { ...sound.hosting, terms: 'file', src: '/terms/' } },
    'stop hosting → take: “/terms/” is no address of a place for files.',
  ],
  [
    'files that a page over https does not load',
    { ...sound, hosting: { ...sound.hosting, base: 'http://assets.example/x' } },
    'warn hosting → take: “http://assets.example/x” begins with http://. A page over https loads nothing from there.',
  ],
];

for (const [what, work, expected] of CASES) {
  test(`before publishing, ${what}: told, with the step where it is mended`, () => {
    expect(amissIn(work)).toEqual([expected]);
  });
}

test('a limit has to stand in a sentence that visitors can read, wherever in the contract it is', () => {
  const limited = withContract({
    limits: [{ max: '900', per: 'month' }],
    payouts: [{ ...payout, limits: [{ max: '500', per: 'customer' }] }],
  });
  expect(amissIn(limited)).toEqual([]);
  const [judged] = limited.contracts.map(judge) as [Judged];
  const silent = { ...judged, terms: judged.terms.filter(({ clause }) => clause !== '/payouts/0/limits/0') };
  expect(amissIn(limited, [silent])).toEqual(['warn limits → terms: 1 is in no sentence that visitors can read.']);
});

test('terms of more characters than the element reads are told', () => {
  const long = { ...sound, presets: [{ label: 'x'.repeat(300_000), values: { 'lead.perMonth': '9' } }] };
  expect(amissIn(long)).toEqual([
    expect.stringMatching(/^stop hosting → take: The terms have 300,\d{3} characters, and the element reads 262,144\.$/),
  ]);
});
