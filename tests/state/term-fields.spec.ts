import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Contract } from '#documents';
import english from '../../www/locales/terms/en.json' with { type: 'json' };
import { numberIn } from '../../www/state/entries.js';
import { formatsFor } from '../../www/state/formats.js';
import { valueAt, withValueAt } from '../../www/state/pointers.js';
import { sentencePieces } from '../../www/state/sentences.js';
import { termsOf, withoutTerm } from '../../www/state/terms.js';
import { asked } from './engine.js';

const presets = new URL('../../presets/', import.meta.url);
const formats = formatsFor('en-US', 'USD', 2);

async function checker() {
  const ask = await asked();
  return (contract: Contract) => {
    const answer = ask.check(contract);
    return 'ok' in answer ? answer.ok : undefined;
  };
}

const said = (contract: Contract, check: Awaited<ReturnType<typeof checker>>) =>
  termsOf(contract, check).map(({ phrase, fields }) =>
    sentencePieces(phrase, { tag: 'en', words: english }, formats)
      .map(({ text, value }) => (value && fields.has(value) ? `[${text}]` : text))
      .join(''),
  );

const fee: Contract = {
  version: 1,
  currency: 'USD',
  payouts: [
    {
      event: 'sale',
      label: 'Sale',
      pay: { percent: '10%' },
      for: { months: 12 },
      limits: [{ max: '500', per: 'month' }],
      tiers: [{ mode: 'graduated', steps: [{ from: '10000', percent: '12%' }] }],
    },
  ],
  oneTime: [{ amount: '500', on: '2027-03-01' }],
  settlement: { threshold: '50' },
};

test('each amount, rate, count, day and label of a sentence is a field', async () => {
  expect(said(fee, await checker())).toEqual([
    '[Sale]: [10%] of the order amount.',
    'For the first [12] months of each customer.',
    '[12%] on the part of the revenue above [$10,000] a month.',
    'At most [$500] a month.',
    'One-time payment: [$500] on [March 1, 2027].',
    'Nothing below [$50]; a smaller balance rolls over.',
  ]);
});

test('two fields with the same value are told apart', async () => {
  const check = await checker();
  const twice: Contract = { ...fee, oneTime: [{ amount: '500', on: '2027-03-01' }], guarantees: [{ amount: '500', per: 'month' }] };
  const paths = termsOf(twice, check).flatMap(({ fields }) =>
    [...fields.values()].filter(({ kind }) => kind === 'money').map(({ path }) => path),
  );
  expect(paths).toContain('/oneTime/0/amount');
  expect(paths).toContain('/guarantees/0/amount');
  expect(paths).toContain('/payouts/0/limits/0/max');
});

test('an amount of nothing keeps its field', async () => {
  const none: Contract = { version: 1, currency: 'USD', payouts: [{ event: 'sale', pay: { fixed: '0' } }] };
  expect(said(none, await checker())).toEqual(['Sale: [$0] each.']);
});

test('in every preset, what is changed in a field is said by the engine', async () => {
  const check = await checker();
  const names = readdirSync(presets).filter((name) => name.endsWith('.json'));
  expect(names.length).toBeGreaterThan(20);
  let fields = 0;
  for (const name of names) {
    const contract = JSON.parse(readFileSync(new URL(name, presets), 'utf8')) as Contract;
    for (const term of termsOf(contract, check)) {
      for (const [value, { path, kind }] of term.fields) {
        fields += 1;
        const now = valueAt(contract, path);
        if (kind === 'money') expect(value, `${name} ${path}`).toEqual({ money: numberIn(now) });
        if (kind !== 'money' && kind !== 'rate') continue;
        const moved = withValueAt(contract, path, kind === 'rate' ? '3.25%' : String(Number(numberIn(now)) + 1));
        const after = check(moved);
        if (after) expect(JSON.stringify(after.summary), `${name} ${path}`).not.toEqual(JSON.stringify(check(contract)?.summary));
      }
    }
  }
  expect(fields).toBeGreaterThan(60);
});

test('a clause is left out by its sentence', async () => {
  const check = await checker();
  const without = (place: number) => {
    const terms = termsOf(fee, check);
    const term = terms[place];
    return term && withoutTerm(fee, term, terms, check);
  };
  expect(without(1)?.payouts?.[0]).not.toHaveProperty('for');
  expect(without(2)?.payouts?.[0]).not.toHaveProperty('tiers');
  expect(without(3)?.payouts?.[0]).not.toHaveProperty('limits');
  expect(without(4)).not.toHaveProperty('oneTime');
  expect(without(5)).not.toHaveProperty('settlement');
});
