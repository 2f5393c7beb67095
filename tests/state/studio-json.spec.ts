import { readFileSync } from 'node:fs';
import { jsonLanguage } from '@codemirror/lang-json';
import { expect, test } from '@playwright/test';
import type { Contract } from '#documents';
import { duplicatedModel, movedModel, withoutModel } from '../../www/state/studio/models.js';
import { emptyWork } from '../../www/state/studio/work.js';
import { brokenAt, contextAt, spanOf, wholeOf } from '../../www/studio/json/places.js';
import { namesAt, rootOf, type Schema, valuesAt } from '../../www/studio/json/schema.js';

const root = rootOf(JSON.parse(readFileSync(new URL('../../schema/payout-calculator.schema.json', import.meta.url), 'utf8')) as Schema);
const text = '{ "contracts": [{ "a/b": 1, "payouts": [{ "event": "sale", "pay": { "percent": "10%" } }, { "event": "lead" }] }] }';
const tree = jsonLanguage.parser.parse(text);

/** A pointer, what is underlined for it, and what is shown when it is gone to. */
const PLACES: readonly (readonly [pointer: string, underlined: string, whole: string])[] = [
  ['/contracts/0/payouts/0/event', '"sale"', '"event": "sale"'],
  ['/contracts/0/payouts/0/pay', '"pay"', '"pay": { "percent": "10%" }'],
  ['/contracts/0/payouts/1', '{', '{ "event": "lead" }'],
  ['/contracts/0/payouts/1/pay/fixed', '{', '{ "event": "lead" }'],
  ['/contracts/0/a~1b', '1', '"a/b": 1'],
  ['', '{', text],
];

for (const [pointer, underlined, whole] of PLACES) {
  test(`${pointer || 'the document'} is found in its text`, () => {
    const cut = ({ from, to }: { from: number; to: number }) => text.slice(from, to);
    expect([cut(spanOf(pointer, tree, text)), cut(wholeOf(pointer, tree, text))]).toEqual([underlined, whole]);
  });
}

test('a text that is no JSON is broken at a place, and others are not', () => {
  const broken = '{ "a": 1, "b" 2 }';
  expect(brokenAt(jsonLanguage.parser.parse(broken))?.from).toBeGreaterThanOrEqual(broken.indexOf('"b"'));
  expect(brokenAt(tree)).toBeUndefined();
});

test('what may stand at a place comes from the schema, wherever the contract stands', () => {
  const names = (pointer: string, taken: readonly string[] = []) => namesAt(root, pointer, taken).map((each) => each.text);
  expect(names('/contracts/0')).toEqual(expect.arrayContaining(['version', 'currency', 'payouts', 'settlement']));
  expect(names('', ['currency'])).toEqual(expect.arrayContaining(['contracts', 'scenario', 'payouts']));
  expect(names('', ['currency'])).not.toContain('currency');
  expect(names('/payouts/3/tiers/0/steps/1')).toEqual(expect.arrayContaining(['from', 'percent', 'onEntry']));
  expect(names('/payouts/0/pay/sum/1')).toEqual(expect.arrayContaining(['percent', 'fixed', 'greaterOf']));
  expect(valuesAt(root, '/payouts/0/tiers/0/mode').map((each) => each.text)).toEqual(
    expect.arrayContaining(['"graduated"', '"retroactive"', '"forward"', '"orderSize"', '"interpolated"']),
  );
  expect(namesAt(root, '/payouts/0', []).find((each) => each.text === 'tiers')).toMatchObject({
    opens: '[]',
    about: 'Rates that depend on volume.',
  });
});

test('the cursor is where a name or a value is expected', () => {
  const at = (marked: string) => {
    const position = marked.indexOf('|');
    const plain = marked.replace('|', '');
    const { pointer, expects } = contextAt(position, jsonLanguage.parser.parse(plain), plain);
    return [pointer, expects];
  };
  expect(at('{ "payouts": [{ "pa|" }] }')).toEqual(['/payouts/0', 'name']);
  expect(at('{ "payouts": [{ "tiers": [{ "mode": "gr|" }] }] }')).toEqual(['/payouts/0/tiers/0/mode', 'value']);
  expect(at('{ | }')).toEqual(['', 'name']);
});

test('models are ordered, copied and removed, each with what was half typed into it', () => {
  const named = (name: string) => ({ version: 1, currency: 'USD', name }) as Contract;
  const desk = {
    work: { ...emptyWork(), contracts: [named('A'), named('B'), named('C')] },
    drafts: { 'terms 1 /payouts/0/pay/fixed': { typed: 'a lot' }, 'words cta': { typed: 'x' } },
  };
  const told = ({ work, drafts }: typeof desk | ReturnType<typeof movedModel>) => [
    work.contracts.map(({ name }) => name).join(''),
    Object.keys(drafts),
  ];
  const draft = (model: number) => `terms ${model} /payouts/0/pay/fixed`;
  expect(told(movedModel(desk, 1, 1))).toEqual(['ACB', [draft(2), 'words cta']]);
  expect(told(movedModel(desk, 0, -1))).toEqual(['ABC', [draft(1), 'words cta']]);
  expect(told(withoutModel(desk, 0))).toEqual(['BC', [draft(0), 'words cta']]);
  expect(told(withoutModel(desk, 1))).toEqual(['AC', ['words cta']]);
  expect(told(duplicatedModel(desk, 1, 'B2'))).toEqual(['ABB2C', [draft(1), 'words cta']]);
});
