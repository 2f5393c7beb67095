import { expect, test } from '@playwright/test';
import type { Reason } from '#documents';
import { enLater } from '../../www/locales/en-later.js';
import { addEnglish, ENGLISH, languageOf } from '../../www/locales/index.js';
import { formatsFor } from '../../www/state/formats.js';
import { missedPhrase, reasonPhrase } from '../../www/state/reasons.js';
import { Speech } from '../../www/state/speech.js';

addEnglish(enLater);
const english = new Speech(ENGLISH, formatsFor('en-US', 'USD', 2));

const SENTENCES: readonly [Reason, string][] = [
  [{ fixed: { amount: '100', result: '100' } }, 'The contract pays a fixed $100.00 for each.'],
  [{ fixed: { amount: '0.045', result: '0.045' } }, 'The contract pays a fixed $0.045 for each.'],
  [{ percent: { rate: '2.9%', of: 'orderAmount', base: '5', result: '0.145' } }, '2.9% of an order of $5.00 is $0.145.'],
  [
    { percent: { rate: '16.447368%', of: 'recurringPayment', base: '49', result: '8.05921032' } },
    '16.447368% of a payment of $49.00 is $8.05921032.',
  ],
  [{ contractValue: { payment: '100', payments: '12', value: '1200' } }, '12 payments of $100.00 make a contract worth $1,200.00.'],
  [{ contractValue: { payment: '100', payments: '1', value: '100' } }, '1 payment of $100.00 makes a contract worth $100.00.'],
  [{ percent: { rate: '10%', of: 'contractValue', base: '1200', result: '120' } }, '10% of the contract’s value, $1,200.00, is $120.00.'],
  [{ missingBase: { of: 'orderAmount' } }, 'No order value is known, so it earns nothing here.'],
  [{ times: { quantity: '3', each: '10', result: '30' } }, '3 times $10.00 is $30.00.'],
  [
    { rounding: { per: 'event', from: '0.145', to: '0.15', mode: 'halfAwayFromZero', minorUnits: 2 } },
    'Each is rounded from $0.145 to $0.15, with halves rounded up.',
  ],
  [{ oneTime: { on: '2027-03-01', amount: '5000' } }, 'A single payment of $5,000.00, earned on March 1, 2027.'],
];

for (const [reason, sentence] of SENTENCES) {
  test(sentence, () => {
    expect(english.phrase(reasonPhrase(reason))).toBe(sentence);
  });
}

test('amounts beyond what a float can hold are written digit for digit', () => {
  const reason: Reason = { times: { quantity: '9007199254740993', each: '0.01', result: '90071992547409.93' } };
  expect(english.phrase(reasonPhrase(reason))).toBe('9,007,199,254,740,993 times $0.01 is $90,071,992,547,409.93.');
});

test('what was not paid', () => {
  const name = { text: 'E-mail placement' };
  const outside = { outsideWindow: { on: '2027-03-01', from: '2027-04-01', to: '2027-04-30' } };
  expect(english.phrase(missedPhrase({ clause: '/oneTime/0', because: outside }, name))).toBe(
    'E-mail placement: earned on March 1, 2027, outside April 1, 2027 to April 30, 2027.',
  );
  const webinars = { noPayoutForType: { eventType: 'webinar' } };
  expect(english.phrase(missedPhrase({ quantity: '3', because: webinars }, name))).toBe(
    '3 × webinar: no clause of this contract pays for them.',
  );
});

test('the locale’s notation and the language’s words are two things', async () => {
  const reason: Reason = { percent: { rate: '2.9%', of: 'orderAmount', base: '1234.5', result: '35.8005' } };
  const german = new Speech(await languageOf('de-AT'), formatsFor('de-DE', 'EUR', 2));
  expect(german.phrase(reasonPhrase(reason))).toBe('2,9\u00a0% einer Bestellung von 1.234,50\u00a0€ sind 35,8005\u00a0€.');
  const french = new Speech(await languageOf('fr-CA'), formatsFor('fr-FR', 'EUR', 2));
  expect(french.phrase(reasonPhrase(reason))).toMatch(/^2,9\s% d’une commande de 1\s234,50\s€/);
  const dutch = new Speech(await languageOf('nl'), formatsFor('nl-NL', 'EUR', 2));
  expect(dutch.phrase(reasonPhrase(reason))).toBe('2,9% of an order of €\u00a01.234,50 is €\u00a035,8005.');
});
