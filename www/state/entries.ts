import { compareDecimals, decimalPlaces, shortest } from './decimal.js';
import type { Formats } from './formats.js';
import { parseNumber } from './numbers.js';
import type { Phrase } from './speech.js';

/** What a place in a document holds, and so how it is typed and written. */
export type EntryKind = 'money' | 'rate' | 'count' | 'date' | 'text';

export type Entered = { readonly value: string } | { readonly fault: Phrase };

/** Finer than any rate or amount that a contract has been seen to state. */
const DECIMALS: Readonly<Record<'money' | 'rate' | 'count', number>> = { money: 6, rate: 6, count: 4 };
const EXAMPLES = { money: '12.5', rate: '7.5', count: '10' } as const;
const MOST_CHARACTERS = 120;

/** Reads what was typed, in the locale's notation, into what documents hold: "12,50 €" into "12.5", "7 %" into "7%". */
export function readEntry(kind: EntryKind, typed: string, formats: Formats): Entered {
  if (kind === 'text') {
    const value = typed.trim().slice(0, MOST_CHARACTERS);
    return value === '' ? { fault: { key: 'fault.empty', facts: { example: { text: '…' } } } } : { value };
  }
  const example = { text: kind === 'date' ? formats.day('2027-03-01') : formats.entry(EXAMPLES[kind], 0) };
  if (kind === 'date') {
    return /^\d{4}-\d{2}-\d{2}$/.test(typed) ? { value: typed } : { fault: { key: 'fault.unreadable', facts: { example } } };
  }
  const affixes = kind === 'money' ? [formats.currency.symbol, ...formats.currency.codes] : kind === 'rate' ? ['%', '٪'] : [];
  const parsed = parseNumber(typed, formats.locale, DECIMALS[kind], affixes);
  if ('value' in parsed) {
    if (compareDecimals(parsed.value, '0') < 0) return { fault: { key: 'fault.unreadable', facts: { example } } };
    return { value: kind === 'rate' ? `${parsed.value}%` : parsed.value };
  }
  if (parsed.fault !== 'tooManyDecimals') return { fault: { key: `fault.${parsed.fault}`, facts: { example } } };
  return { fault: { key: 'fault.tooManyDecimals', facts: { count: { count: String(DECIMALS[kind]) } } } };
}

/** What stands in the entry field for a value that a document holds. */
export function entryOf(kind: EntryKind, value: unknown, formats: Formats): string {
  const text = String(value ?? '');
  if (kind === 'text' || kind === 'date') return text;
  const number = numberIn(text);
  if (number === undefined) return text;
  return formats.entry(number, kind === 'money' && decimalPlaces(number) === 1 ? 2 : 0);
}

/** The number that a document's text holds: of "10%" it is 10. */
export function numberIn(value: unknown): string | undefined {
  const text = String(value ?? '').replace(/%$/, '');
  return /^-?\d{1,28}(\.\d{1,28})?$/.test(text) ? shortest(text) : undefined;
}
