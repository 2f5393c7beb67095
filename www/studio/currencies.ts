import type { Contract } from '#documents';
import type { Asking } from './asking.js';

const COMMON = ['USD', 'EUR', 'GBP', 'CAD', 'AUD', 'CHF', 'JPY', 'SEK', 'INR', 'BRL'];
let known: readonly string[] | undefined;

/** The currencies that both the browser and the engine know: the most used first, then by code. */
export function currencies({ check }: Asking): readonly string[] {
  known ??= [...COMMON, ...Intl.supportedValuesOf('currency').filter((code) => !COMMON.includes(code))].filter(
    (currency) => check({ version: 1, currency } as Contract) !== undefined,
  );
  return known;
}

/** What a currency is called: "US Dollar (USD)". */
export function currencyName(code: string, language: string): string {
  const name = new Intl.DisplayNames(language, { type: 'currency' }).of(code) ?? code;
  return name === code ? code : `${name} (${code})`;
}
