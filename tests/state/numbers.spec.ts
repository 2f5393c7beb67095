import { expect, test } from '@playwright/test';
import { parseNumber } from '../../www/state/numbers.js';

const READ: readonly [locale: string, text: string, value: string][] = [
  ['en', '1,234.56', '1234.56'],
  ['en', '1234.56', '1234.56'],
  ['en', '0.10', '0.1'],
  ['en', '.5', '0.5'],
  ['en', '007', '7'],
  ['en', '-0', '0'],
  ['en', '-3', '-3'],
  ['en', '12,34,567', '1234567'],
  ['en', '9007199254740993', '9007199254740993'],
  ['de', '1.234,56', '1234.56'],
  ['de', '1234,56', '1234.56'],
  ['de', '1.234', '1234'],
  ['de-CH', '1’234.50', '1234.5'],
  ['de-CH', "1'234.50", '1234.5'],
  ['fr', '1 234,56', '1234.56'],
  ['fr', '1\u202f234,56', '1234.56'],
  ['sv', '−5', '-5'],
  ['ar-EG', '١٬٢٣٤٫٥٦', '1234.56'],
  ['ar-EG', '1,234.56', '1234.56'],
  ['hi-IN-u-nu-deva', '१,२३४.५', '1234.5'],
  ['en', '$100', '100'],
  ['en', 'USD 100', '100'],
  ['de', '100 $', '100'],
];

for (const [locale, text, value] of READ) {
  test(`${locale} reads “${text}” as ${value}`, () => {
    expect(parseNumber(text, locale, 2, ['$', 'USD'])).toEqual({ value });
  });
}

const REFUSED: readonly [locale: string, text: string, fault: string][] = [
  ['en', '', 'empty'],
  ['en', '   ', 'empty'],
  ['en', '$', 'empty'],
  ['en', 'ten', 'unreadable'],
  ['en', '1e3', 'unreadable'],
  ['en', '1.2.3', 'unreadable'],
  ['en', '1,23', 'unreadable'],
  ['en', '1.234,56', 'unreadable'],
  ['en', '.', 'unreadable'],
  ['en', '--1', 'unreadable'],
  ['en', '1 000', 'unreadable'],
  ['en', 'NaN', 'unreadable'],
  ['en', 'Infinity', 'unreadable'],
  ['de', '1.5', 'unreadable'],
  ['de', '1,234.56', 'unreadable'],
  ['en', '1.005', 'tooManyDecimals'],
];

for (const [locale, text, fault] of REFUSED) {
  test(`${locale} refuses “${text}” as ${fault}`, () => {
    expect(parseNumber(text, locale, 2, ['$'])).toEqual({ fault });
  });
}

test('trailing zeros are no decimals of their own', () => {
  expect(parseNumber('3.000', 'en', 0)).toEqual({ value: '3' });
});
