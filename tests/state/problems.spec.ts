import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Contract, Problem } from '#documents';
import { comparisonLanguageOf } from '../../www/locales/comparison/index.js';
import { problemText } from '../../www/state/comparison/problems.js';
import { ComparisonSpeech } from '../../www/state/comparison/speech.js';
import type { EntryKind } from '../../www/state/entries.js';
import { formatsFor } from '../../www/state/formats.js';
import { withValueAt } from '../../www/state/pointers.js';
import { CLAUSES, starterContract, withClause } from '../../www/state/starters.js';
import { termsOf } from '../../www/state/terms.js';
import { asked } from './engine.js';

const at = (path: string) => new URL(`../../${path}`, import.meta.url);
const json = (path: string) => JSON.parse(readFileSync(at(path), 'utf8')) as Contract;
const speechIn = async (locale: string) => new ComparisonSpeech(await comparisonLanguageOf(locale), formatsFor(locale, 'USD', 2));

/** What someone may type into a field that can be read as what the field holds. */
const EXTREMES: Readonly<Record<EntryKind, readonly string[]>> = {
  money: ['0', '0.000001', '9999999999999999999999999999'],
  rate: ['0%', '100%', '250%', '9999999999999999999999999999%'],
  count: ['0', '32', '1000000', '9999999999999999999999999999'],
  date: ['0001-01-01', '2027-02-30', '9999-12-31'],
  text: ['x'.repeat(120), '\u202e'],
};

async function problemsOfEdits(): Promise<Problem[]> {
  const ask = await asked();
  const check = (contract: Contract) => {
    const answer = ask.check(contract);
    return 'ok' in answer ? answer.ok : undefined;
  };
  const presets = readdirSync(at('presets')).filter((name) => name.endsWith('.json'));
  const everything = CLAUSES.reduce(
    (contract, clause) => withClause(contract, clause, '2027-01-01'),
    starterContract('tiers', 'USD', '2027-01-01'),
  );
  const contracts = [...presets.map((name) => json(`presets/${name}`)), json('tests/plain/every-clause.json'), everything];
  return contracts.flatMap((contract) =>
    termsOf(contract, check)
      .flatMap(({ fields }) => [...fields.values()])
      .flatMap(({ path, kind }) =>
        EXTREMES[kind].flatMap((value) => {
          const answer = ask.check(withValueAt(contract, path, value));
          return 'ok' in answer ? answer.ok.warnings : answer.problems;
        }),
      ),
  );
}

test('whatever an edit in place leads to is told in every language, with its numbers as people there write them', async () => {
  const found = [...new Map((await problemsOfEdits()).map((problem) => [`${problem.code} ${problem.expected}`, problem])).values()];
  if (process.env['LIST'])
    console.log(found.map(({ code, path, message, expected }) => [code, path, message, expected].join(' | ')).join('\n'));
  expect(new Set(found.map(({ code }) => code)).size).toBeGreaterThan(4);
  for (const locale of ['en-US', 'de-DE', 'fr-FR', 'es-ES', 'pt-BR', 'ja-JP', 'ar-EG']) {
    const speech = await speechIn(locale);
    for (const problem of found) {
      const text = problemText(problem, speech);
      expect(text, `${locale} ${problem.code} ${problem.expected}`).toMatch(/\S/);
      expect(text).not.toMatch(/[{}]|undefined/);
    }
  }
});

const WORDED = [
  { code: 'out_of_range', expected: 'a whole number from 0 to 10^12', said: 'Eine Zahl von 0 bis 1.000.000.000.000 eingeben.' },
  { code: 'out_of_range', expected: 'a day from 1 to 31', said: 'Eine Zahl von 1 bis 31 eingeben.' },
  { code: 'out_of_range', expected: 'an amount from 0 up', said: 'Mindestens 0 eingeben.' },
  { code: 'out_of_range', expected: 'a step above 0', said: 'Mehr als 0 eingeben.' },
  { code: 'out_of_range', expected: 'at most "100%"', said: 'Höchstens 100 % eingeben.' },
  { code: 'out_of_range', expected: 'at most "100%" together', said: 'Zusammen sind diese Anteile mehr als 100 %.' },
  { code: 'out_of_range', expected: 'shares of 100% together at most', said: 'Zusammen sind diese Anteile mehr als 100 %.' },
  { code: 'out_of_range', expected: '1 to 600 months, up to December 9999', said: 'Eine Zahl von 1 bis 600 eingeben.' },
  { code: 'out_of_range', expected: 'a day from 2027-03-01 on', said: 'Einen Tag ab dem 1. März 2027 wählen.' },
  { code: 'out_of_range', expected: 'something else', said: 'Dieser Wert ist hier nicht möglich.' },
  {
    code: 'tiers_out_of_order',
    expected: 'a higher threshold than the tier before',
    said: 'Jede Stufe muss höher beginnen als die davor.',
  },
] as const;

for (const { code, expected, said } of WORDED) {
  test(`${code}, ${expected}: ${said}`, async () => {
    expect(problemText({ code, expected }, await speechIn('de-DE'))?.replaceAll('\u00a0', ' ')).toBe(said);
  });
}

test('what has no words yet is left to the engine’s English', async () => {
  const problem = { code: 'of_a_later_engine' as Problem['code'], expected: 'something new' };
  expect(problemText(problem, await speechIn('de-DE'))).toBeUndefined();
});
