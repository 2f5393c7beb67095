import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';

type Package = typeof import('../../www/entrypoints/analyses.js');

const dist = (name: string) => new URL(`../../dist/${name}`, import.meta.url);
const OUTCOMES = new URL('../vectors/outcomes/', import.meta.url);
const NAMES = {
  bargain: 'bargain',
  compare: 'compare',
  break_even: 'breakEven',
  equivalent_offers: 'equivalentOffers',
  goal_seek: 'goalSeek',
  grid: 'grid',
  milestones: 'milestones',
  next_event: 'nextEvent',
  price_of_clause: 'priceOfClause',
  sensitivity: 'sensitivity',
  simulate: 'simulate',
  variance_shares: 'varianceShares',
} as const;

interface Given {
  readonly call: keyof typeof NAMES;
  readonly documents: readonly never[];
}

const json = (name: string) => JSON.parse(readFileSync(new URL(name, OUTCOMES), 'utf8'));
const cases = readdirSync(OUTCOMES)
  .filter((name) => name.startsWith('analysis-') && name.endsWith('.in.json'))
  .map((name) => ({ name, given: json(name) as Given, answer: json(name.replace('.in.', '.out.')) }));

test('in Node the analyses answer as natively, to the byte', async () => {
  const { EngineError, loadAnalyses } = (await import(dist('analyses.js').href)) as Package;
  const analyses = await loadAnalyses(await readFile(dist('payout_calculator_bg.wasm')));
  expect(cases.length).toBeGreaterThan(5);
  for (const { name, given, answer } of cases) {
    const ask = analyses[NAMES[given.call]] as (...documents: readonly never[]) => Promise<unknown>;
    const found = await ask(...given.documents).catch((error: unknown) => error);
    if ('ok' in answer) {
      expect(found, name).toEqual(answer.ok);
    } else {
      expect(found, name).toBeInstanceOf(EngineError);
      expect((found as InstanceType<typeof EngineError>).problems, name).toEqual(answer.problems);
    }
  }
});
