import { type Decimal, decimalPlaces, shortest } from './decimal.js';

/** Why a typed number was not taken. */
export type NumberFault = 'empty' | 'unreadable' | 'tooManyDecimals';

export type Parsed = { readonly value: Decimal } | { readonly fault: NumberFault };

interface Notation {
  readonly decimal: string;
  readonly group: string;
  readonly minus: string;
  /** The locale's own digits, in order; Latin ones are read everywhere. */
  readonly digits: readonly string[];
}

const LATIN: Notation = { decimal: '.', group: ',', minus: '-', digits: [] };

const notations = new Map<string, Notation>();

/**
 * Reads a number as people of a locale write it: "1.234,56" in German, "1,234.56" in English, "١٬٢٣٤٫٥٦" in Arabic.
 *
 * Grouping may be left out, but where it stands it must stand right: in German "1.5" is not read as 15 or as one and a half.
 * The symbols in `affixes` (the currency's, say) may stand before or after the number.
 */
export function parseNumber(text: string, locale: string, decimals: number, affixes: readonly string[] = []): Parsed {
  const notation = notationOf(locale);
  const bare = withoutAffixes(normalise(text, notation), affixes);
  if (bare === '') return { fault: 'empty' };
  // Keyboards for languages with digits of their own often write Latin ones, with the points that go with them.
  const value = plain(bare, notation) ?? (notation.digits[0] === '0' ? undefined : plain(bare, LATIN));
  if (value === undefined) return { fault: 'unreadable' };
  return decimalPlaces(value) > decimals ? { fault: 'tooManyDecimals' } : { value };
}

function notationOf(locale: string): Notation {
  const known = notations.get(locale);
  if (known) return known;
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(-1234567.8);
  const part = (type: Intl.NumberFormatPartTypes, otherwise: string) => {
    const found = parts.find((candidate) => candidate.type === type)?.value;
    return found === undefined ? otherwise : asWritten(found);
  };
  const digit = new Intl.NumberFormat(locale, { useGrouping: false });
  const notation = {
    decimal: part('decimal', '.'),
    group: part('group', ''),
    minus: part('minusSign', '-'),
    digits: Array.from({ length: 10 }, (_, value) => digit.format(value)),
  };
  notations.set(locale, notation);
  return notation;
}

/** One form for the characters that keyboards and `Intl` write differently: spaces, apostrophes, minus signs; no direction marks. */
function asWritten(text: string): string {
  return text
    .replace(/[\u061c\u200e\u200f\u2066-\u2069]/g, '')
    .replace(/[\s\u00a0\u202f\u2009]+/g, ' ')
    .replace(/[\u2019\u02bc]/g, "'")
    .replace(/[\u2212\u2013]/g, '-');
}

function normalise(text: string, { digits }: Notation): string {
  return Array.from(asWritten(text), (character) => {
    const value = digits.indexOf(character);
    return value < 0 ? character : String(value);
  })
    .join('')
    .trim();
}

function withoutAffixes(text: string, affixes: readonly string[]): string {
  for (const affix of affixes.map(asWritten)) {
    if (affix && text.startsWith(affix)) return text.slice(affix.length).trim();
    if (affix && text.endsWith(affix)) return text.slice(0, -affix.length).trim();
  }
  return text;
}

function plain(text: string, { decimal, group, minus }: Notation): Decimal | undefined {
  const negative = text.startsWith('-') || text.startsWith(minus);
  const unsigned = negative ? text.slice(text.startsWith('-') ? 1 : minus.length) : text;
  const [whole = '', fraction, ...more] = unsigned.split(decimal);
  if (more.length > 0 || !/^\d*$/.test(fraction ?? '')) return undefined;
  const ungrouped = withoutGroups(whole, group);
  if (ungrouped === undefined || ungrouped + (fraction ?? '') === '') return undefined;
  return shortest(`${negative ? '-' : ''}${ungrouped}${fraction ? `.${fraction}` : ''}`);
}

/** The digits of a whole number; groups are of three, or of two before the last three as in India. */
function withoutGroups(whole: string, group: string): string | undefined {
  if (/^\d*$/.test(whole)) return whole;
  const groups = whole.split(group || ',');
  const formed = groups.every((part, index) => {
    if (index === 0) return /^\d{1,3}$/.test(part);
    return index === groups.length - 1 ? /^\d{3}$/.test(part) : /^\d{2,3}$/.test(part);
  });
  return formed ? groups.join('') : undefined;
}
