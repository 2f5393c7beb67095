import { expect, test } from '@playwright/test';
import type { Contract, Scenario } from '#documents';
import { de } from '../../www/locales/studio/de.js';
import { en } from '../../www/locales/studio/en.js';
import { formatsFor } from '../../www/state/formats.js';
import { inputsFor } from '../../www/state/inputs.js';
import { SavedError } from '../../www/state/saved.js';
import { markupOf } from '../../www/state/studio/markup.js';
import { moved, presetText, questionsOf, withMore, withOption } from '../../www/state/studio/questions.js';
import { scenarioOf, sidesOf, withMargin } from '../../www/state/studio/sides.js';
import { type Blank, typed } from '../../www/state/studio/typing.js';
import { emptyWork, restoredWork, type Work } from '../../www/state/studio/work.js';
import type { Answer } from '../../www/state/typed.js';
import { asked } from './engine.js';

const contract = {
  version: 1,
  currency: 'USD',
  payouts: [
    { event: 'lead', pay: { fixed: '100' } },
    { event: 'subscription', pay: { percent: '20%' }, for: { months: 24 } },
  ],
} as unknown as Contract;
const scenario = {
  version: 1,
  start: '2027-01',
  months: '12',
  streams: [
    { event: 'lead', perMonth: '20' },
    { event: 'subscription', perMonth: '5', amount: '80', churn: '4%', margin: '70%' },
  ],
} as unknown as Scenario;
const work: Work = { ...emptyWork(), contracts: [contract], scenario, budget: '25000' };
const asking = asked();
function ok<T>(answer: Answer<T>): T {
  if ('ok' in answer) return answer.ok;
  throw new Error(JSON.stringify(answer.problems));
}
const facts = async () => ok((await asking).check(contract));

test('a work comes back from a file as it was saved', () => {
  const full: Work = {
    ...work,
    inputs: { 'lead.perMonth': { min: '1', label: 'Leads' } },
    presets: [{ label: 'Newsletter', values: { 'lead.perMonth': ['5', '10'] } }],
    words: { heading: 'Earn', cta: 'Join', ctaLink: 'https://brand.example' },
    locale: 'de',
    look: { scheme: 'dark', ready: 'harbor', light: { accent: '#123456' }, dark: { radius: '4' } },
    hosting: { base: 'https://cdn.example/x', terms: 'file', src: '/terms.json' },
  };
  expect(restoredWork(JSON.parse(JSON.stringify(full)))).toEqual(full);
});

test('what no work can hold is left out of one, and what is none is refused', () => {
  const hostile = {
    ...work,
    presets: [{ label: 5 }, null],
    words: { heading: 7, other: 'x' },
    budget: '1e9',
    look: { scheme: 'url(x)', ready: 'none', light: { accent: 'red;}*{display:none', tint: '#ABCDEF', other: '#000000' }, dark: null },
  };
  const restored = restoredWork(JSON.parse(JSON.stringify(hostile)));
  expect(restored.presets).toEqual([]);
  expect(restored.words).toEqual({});
  expect(restored.look).toEqual({ scheme: 'page', ready: 'none', light: { tint: '#ABCDEF' }, dark: {} });
  expect(restored.budget).toBeUndefined();
  for (const none of [null, [], 'x', {}, { version: 1 }, { ...work, contracts: ['x'] }, { ...work, version: 0 }]) {
    expect(() => restoredWork(none), JSON.stringify(none)).toThrow(SavedError);
  }
  expect(() => restoredWork({ ...work, version: 2 })).toThrow(/later version/);
});

test('the page is told neither margins nor the budget', () => {
  const { terms } = markupOf(work);
  expect(JSON.stringify(markupOf(work))).not.toMatch(/70%|25000/);
  expect(terms.scenario.streams).toHaveLength(2);
  expect(markupOf({ ...work, locale: 'de' }).terms.scenario).toBe(terms.scenario);
});

test('an address that could run script is no link', () => {
  const link = (ctaLink: string) => markupOf({ ...work, words: { cta: 'Join', ctaLink } }).ctaLink;
  expect(link('https://brand.example/join')).toBe('https://brand.example/join');
  for (const harmful of ['javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'data:text/html,x', 'brand']) expect(link(harmful)).toBeUndefined();
});

test('a colour for one scheme holds in both, and one for each is written as both', () => {
  const styleOf = (light: object, dark: object) => markupOf({ ...work, look: { ...work.look, light, dark } }).style;
  expect(styleOf({ accent: '#112233' }, {})).toEqual({ '--payout-accent': '#112233' });
  expect(styleOf({ accent: '#112233', radius: '8' }, { accent: '#445566' })).toEqual({
    '--payout-accent': 'light-dark(#112233, #445566)',
    '--payout-radius': '8px',
  });
});

test('questions move, and can all be among the first', async () => {
  const all = questionsOf(work, [await facts()]);
  const ids = ['lead.perMonth', 'subscription.perMonth', 'subscription.amount', 'months'];
  expect(all.map(({ id }) => id)).toEqual(ids);
  const swapped = moved({ months: { max: '24' } }, all, 'subscription.amount', -1);
  expect(Object.keys(swapped)).toEqual(['lead.perMonth', 'subscription.amount', 'subscription.perMonth', 'months']);
  expect(swapped['months']).toEqual({ max: '24' });
  expect(moved(swapped, all, 'lead.perMonth', -1)).toBe(swapped);
  const more = withMore({}, all, 'months', true);
  const shown = inputsFor(await facts(), scenario, more);
  expect(shown.filter((question) => question.more).map(({ id }) => id)).toEqual(['months']);
  expect(inputsFor(await facts(), scenario, withMore(more, all, 'months', false)).some((question) => question.more)).toBe(false);
  expect(withOption({ months: { max: '24', min: '2' } }, 'months', 'max', undefined)).toEqual({ months: { min: '2' } });
});

test('an audience’s answer is one number, or two', () => {
  const formats = formatsFor('de', 'EUR', 2);
  const blank: Blank = {
    place: 'x',
    kind: 'count',
    optional: true,
    paired: true,
    take: (work, value) => ({ ...work, presets: value === undefined ? [] : [{ label: '', values: { x: value } }] }),
  };
  const after = (text: string) => typed({ work, drafts: {} }, blank, { text, done: true }, formats);
  expect(after('1.500').work.presets[0]?.values).toEqual({ x: '1500' });
  expect(after('1.500 – 2.000').work.presets[0]?.values).toEqual({ x: ['1500', '2000'] });
  expect(after('').work.presets).toEqual([]);
  expect(after('viele')).toMatchObject({ work, drafts: { x: { typed: 'viele', fault: { key: 'fault.unreadable' } } } });
  expect(presetText({ label: '', values: { x: ['5', 8] } }, 'x', (value) => value)).toBe('5 – 8');
});

test('the brand’s side at three volumes is the engine’s, and what it outgrows is told', async () => {
  const ask = await asking;
  const [sides] = sidesOf(work, [{ contract, facts: await facts() }], ask);
  const expected = ok(ask.project(contract, scenario));
  expect(sides?.sides[1]?.projection?.totals).toEqual(expected.totals);
  const doubled = scenarioOf(scenario, [await facts()], 'high');
  expect(doubled.streams?.map(({ perMonth }) => perMonth)).toEqual(['40', '10']);
  expect(sides?.sides.map(({ projection }) => projection?.brand.conversions)).toEqual([150, 300, 600]);
  expect(sides?.outgrown.map(({ volume, what }) => `${volume} ${what}`)).toEqual([
    'low margin',
    'base margin',
    'base budget',
    'high margin',
    'high budget',
  ]);
  expect(sides?.outgrown[2]?.by).toBe('4424');
  expect(withMargin(withMargin(scenario, 0, '50%'), 0, undefined)).toEqual(scenario);
});

test('the studio says everything in German too', () => {
  expect(Object.keys(de)).toEqual(Object.keys(en));
  const blanks = (text: unknown) => [...new Set(JSON.stringify(text).match(/\{\w+\}/g))].sort();
  for (const [key, text] of Object.entries(en)) expect(blanks(de[key as keyof typeof de]), key).toEqual(blanks(text));
});
