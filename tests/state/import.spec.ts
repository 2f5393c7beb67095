import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import type { Imported, ImportedContract } from '#documents';
import de from '../../www/locales/import/de.json' with { type: 'json' };
import en from '../../www/locales/import/en.json' with { type: 'json' };
import { importReport, placeOf, sideBySide, tableReport, withAnswer, withoutStale } from '../../www/state/import.js';

type Package = typeof import('../../www/entrypoints/import.js');
type EnginePackage = typeof import('../../www/entrypoints/engine.js');

const dist = (name: string) => new URL(`../../dist/${name}`, import.meta.url);
const bytes = () => readFile(dist('payout_calculator_bg.wasm'));
const load = async () => ((await import(dist('import.js').href)) as Package).loadImport(await bytes());
const sample = (name: string) => readFileSync(new URL(`../import/impact/${name}`, import.meta.url), 'utf8');
const contract = (number: number) => sample(`contract-${number}.json`);
const schema = JSON.parse(readFileSync(new URL('../../schema/payout-calculator.schema.json', import.meta.url), 'utf8'));

/** The words of a list in the schema. */
function wordsOf(name: string): string[] {
  const { oneOf, enum: plain } = schema.$defs[name];
  return plain ?? oneOf.map((choice: { const: string }) => choice.const);
}

const only = ({ contracts }: Imported) => contracts[0] as ImportedContract;

test('the package brings contracts, actions and tiers in, in Node', async () => {
  const { impact, actions, tiers } = await load();
  for (const number of [1, 2, 3]) {
    const fromText = await impact(contract(number));
    expect(await impact(JSON.parse(contract(number)))).toEqual(fromText);
    expect(only(fromText).contract?.currency).toBe('USD');
  }
  const brought = await actions(sample('actions.csv'), JSON.parse(sample('action-items.json')));
  expect(brought.events).toHaveLength(68);
  expect((await tiers('0\t5%\n10,000\t6%', { mode: 'graduated' })).tiers?.steps).toEqual([
    { from: '0', percent: '5%' },
    { from: '10000', percent: '6%' },
  ]);
});

test('what can’t be brought in is an error with its problems', async () => {
  const { impact } = await load();
  const failed = (call: Promise<unknown>) =>
    call.then(
      () => undefined,
      ({ code, problems }) => ({ code, path: problems[0].path }),
    );
  expect(await failed(impact('{'))).toEqual({ code: 'invalid_payload', path: '' });
  expect(await failed(impact(1))).toEqual({ code: 'invalid_payload', path: '' });
  const options = { assume: [{ code: 'weekEnd' as const, take: 'sunday' }] };
  expect(await failed(impact(contract(1), options))).toEqual({ code: 'invalid_options', path: '/assume/0' });
});

test('the answers are those of the native engine, to the byte', async () => {
  const { impact, tiers } = await load();
  const vector = (name: string) => JSON.parse(readFileSync(new URL(`../vectors/outcomes/${name}.json`, import.meta.url), 'utf8'));
  for (const name of ['import-impact', 'import-mistakes', 'import-tiers']) {
    const [document, options] = vector(`${name}.in`).documents;
    const answer = await (name === 'import-tiers' ? tiers(document, options) : impact(document, options));
    expect(JSON.stringify({ ok: answer }), name).toBe(JSON.stringify(vector(`${name}.out`)));
  }
});

test('the fields of a report stand in the order of the payload', async () => {
  const { impact } = await load();
  expect(only(await impact(contract(2))).fields.map(({ path }) => path)).toEqual(leaves(JSON.parse(contract(2))));
});

function leaves(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return [path];
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, `${path}/${name}`));
}

test('German and English have a word for whatever a report can say', () => {
  expect(Object.keys(de).sort()).toEqual(Object.keys(en).sort());
  const keys = [
    ...wordsOf('Fate').map((word) => `fate.${word}`),
    ...wordsOf('Because').map((word) => `because.${word}`),
    ...wordsOf('GapCode').map((word) => `gap.${word}`),
    ...wordsOf('AssumptionCode').map((word) => `ask.${word}`),
    ...wordsOf('CellCode').map((word) => `cell.${word}`),
    ...wordsOf('ColumnRole').map((word) => `role.${word}`),
    ...wordsOf('TableReadingCode').map((word) => `read.${word}`),
  ];
  for (const words of [en, de] as Record<string, string>[]) {
    for (const key of keys) expect(words[key]?.trim(), key).toBeTruthy();
  }
  // And no word is left for what no report says.
  const codes = ['fate', 'because', 'gap', 'ask', 'cell', 'role'].map((kind) => `${kind}.`);
  const said = Object.keys(en).filter((key) => codes.some((kind) => key.startsWith(kind)));
  expect(said.filter((key) => !keys.includes(key))).toEqual([]);
});

test('options have words, but for zones and names of events', async () => {
  const { impact } = await load();
  for (const number of [1, 2, 3]) {
    const { questions } = importReport(only(await impact(contract(number))), de);
    for (const { assumption, options } of questions) {
      if (assumption.code === 'timeZone') continue;
      for (const { value, label } of options) if (!/^\d+$/.test(value)) expect(label, `${assumption.code} ${value}`).not.toBe(value);
    }
  }
});

test('a report has what asks for attention first, and every field', async () => {
  const { impact } = await load();
  const imported = only(await impact(contract(2)));
  const report = importReport(imported, en);
  expect(report.state).toBe('incomplete');
  expect(report.sections.map(({ key }) => key)).toEqual(['gaps', 'refused', 'carried', 'notes', 'silent']);
  const [gaps, ...fields] = report.sections;
  expect(gaps?.rows[1]).toMatchObject({
    place: 'Terms › EventPayouts 2 › PayoutGroups 2 › Limits',
    said: 'The limit of a single group is left out.',
  });
  expect(fields.flatMap(({ rows }) => rows)).toHaveLength(imported.fields.length);
  expect(importReport(only(await impact(contract(1))), de).verdict).toBe('Der Vertrag sagt alles, was die Vorlage sagt.');
  expect(importReport(only(await impact('{}')), en).state).toBe('none');
});

test('an answer is given, changed, and forgotten where nothing asks for it any more', async () => {
  const { impact } = await load();
  const imported = only(await impact(contract(2)));
  const threshold = imported.assumptions.find(({ code }) => code === 'bonusThreshold');
  if (!threshold) throw new Error('no threshold is assumed');
  const once = withAnswer({}, threshold, 'above');
  const twice = withAnswer(once, threshold, 'atLeast');
  expect(twice).toEqual({ assume: [{ code: 'bonusThreshold', path: '/Terms/EventPayouts/1/PerformanceBonus', take: 'atLeast' }] });
  const changed = only(await impact(contract(2), once));
  expect(changed.contract?.payouts?.[1]?.tiers?.[0]?.boundary).toBe('above');
  expect(importReport(changed, en).questions.find(({ assumption }) => assumption.code === 'bonusThreshold')?.state).toBe('answered');
  expect(withoutStale(once, only(await impact(contract(1))))).toEqual({ assume: [] });
  expect(withoutStale(once, changed)).toEqual(once);
});

test('each sentence of the contract stands beside the fields that it comes from', async () => {
  const { impact } = await load();
  const { loadEngine } = (await import(dist('engine.js').href)) as EnginePackage;
  const engine = await loadEngine(await bytes());
  const imported = only(await impact(contract(1)));
  if (!imported.contract) throw new Error('no contract');
  const facts = engine.checkContract(imported.contract);
  const rows = sideBySide(
    imported,
    facts,
    facts.summary.map(({ phrase }) => phrase.say),
  );
  expect(rows.map(({ sentence, fields }) => [sentence, fields.map(({ place }) => place.split(' › ').at(-1))])).toEqual([
    ['payout', ['EventTypeId', 'EventTypeName', 'PayoutLevel', 'DefaultPayout']],
    ['lock', ['Basis', 'Period', 'MonthOffset', 'DayOffset']],
    ['paidLastDay', ['Basis', 'Period']],
    ['effective', ['StartDate']],
    // It tells the time zone too.
    ['', ['StartDate', 'Currency', 'Name']],
  ]);
  // In every sample each field that was carried stands somewhere, and each sentence has a field.
  for (const number of [2, 3]) {
    const imported = only(await impact(contract(number)));
    if (!imported.contract) throw new Error('no contract');
    const facts = engine.checkContract(imported.contract);
    const rows = sideBySide(
      imported,
      facts,
      facts.summary.map(({ phrase }) => phrase.say),
    );
    for (const { sentence, fields } of rows) expect(fields.length, `${number} ${sentence}`).toBeGreaterThan(0);
    const shown = new Set(rows.flatMap(({ fields }) => fields.map(({ path }) => path)));
    expect(shown.size).toBe(imported.fields.filter(({ fate }) => fate === 'carried').length);
  }
});

test('a pasted table says how it was read, and where it could not be', async () => {
  const { tiers } = await load();
  const { problems } = tableReport(await tiers('0\t5%\nabc\t6%'), en);
  expect(problems).toEqual([{ row: 2, column: 1, got: 'abc', said: 'This is neither a number nor a range.' }]);
  const [sign] = tableReport(await tiers('0\t5%\n10.000\t6%'), de).readings;
  expect(sign).toMatchObject({ code: 'decimalSign', taken: 'comma', assumed: true, cells: ['10.000'] });
  expect(sign?.options.map(({ label }) => label)).toEqual(['Ein Punkt: 10,000.00', 'Ein Komma: 10.000,00']);
});

test('places are read from pointers', () => {
  expect(placeOf('/Terms/EventPayouts/1/a~1b~0/0/0')).toBe('Terms › EventPayouts 2 › a/b~ 1 1');
  expect(placeOf('')).toBe('');
});
