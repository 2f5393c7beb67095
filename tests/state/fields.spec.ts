import { expect, test } from '@playwright/test';
import { commit, entryText, typeInto } from '../../www/state/fields.js';
import { formatsFor } from '../../www/state/formats.js';
import { inputsFor } from '../../www/state/inputs.js';
import { factsOf, lead, sale, scenario } from './facts.js';

const [leads] = inputsFor(factsOf([lead]), scenario) as [ReturnType<typeof inputsFor>[number]];
const [, price] = inputsFor(factsOf([sale]), scenario) as ReturnType<typeof inputsFor> & { 1: typeof leads };
const us = formatsFor('en-US', 'USD', 2);
const german = formatsFor('de-DE', 'USD', 2);

test('a good number is taken, and shown in the locale’s notation when it is done', () => {
  const field = typeInto(price, { value: '100' }, '999,5', german);
  expect(field).toEqual({ value: '999.5', typed: '999,5' });
  expect(entryText(price, field, german)).toBe('999,5');
  expect(entryText(price, commit(field), german)).toBe('999,50');
});

test('one at fault keeps what was typed, and the last good value', () => {
  const field = commit(typeInto(leads, { value: '20' }, '12x', us));
  expect(field).toMatchObject({ value: '20', typed: '12x', fault: { key: 'fault.unreadable' } });
  expect(entryText(leads, field, us)).toBe('12x');
});

const FAULTS = [
  { spec: leads, typed: '', key: 'fault.empty' },
  { spec: leads, typed: '101', key: 'fault.outOfRange' },
  { spec: leads, typed: '-1', key: 'fault.outOfRange' },
  { spec: leads, typed: '1.5', key: 'fault.wholeOnly' },
  { spec: price, typed: '1.005', key: 'fault.tooManyDecimals' },
];

for (const { spec, typed, key } of FAULTS) {
  test(`“${typed}” for ${spec.id} is ${key}`, () => {
    expect(typeInto(spec, { value: '1' }, typed, us).fault?.key).toBe(key);
  });
}

test('a price may be typed with its currency’s sign or code', () => {
  for (const typed of ['$250', '250 USD', 'USD 250']) {
    expect(typeInto(price, { value: '1' }, typed, us).value, typed).toBe('250');
  }
});
