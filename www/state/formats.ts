import type { Decimal } from './decimal.js';

/** Numbers and dates as readers of one locale expect them. Amounts go in and come out digit by digit, never by way of a float. */
export interface Formats {
  readonly locale: string;
  /** An amount that is paid, with all the decimals of its currency. */
  money(amount: Decimal): string;
  /** An amount on the way there, with as many decimals as it has. */
  exactMoney(amount: Decimal): string;
  /** An amount of the terms, without decimals where it is whole. */
  shortMoney(amount: Decimal): string;
  /** An amount that is known about: three digits of it. */
  aboutMoney(amount: Decimal): string;
  /** A point on an axis: "$2K". */
  axisMoney(position: number): string;
  count(count: Decimal): string;
  /** A rate as the engine writes it, "10%", in the locale's notation. */
  rate(rate: string): string;
  /** What stands in an entry field: no symbol. */
  entry(value: Decimal, decimals: number): string;
  /** "March 2027". */
  month(month: string): string;
  /** "Mar". */
  shortMonth(month: string): string;
  /** "2027". */
  year(month: string): string;
  /** "March 1, 2027". */
  day(date: string): string;
  readonly currency: {
    readonly symbol: string;
    /** The other ways in which people write it: "$", "USD". */
    readonly codes: readonly string[];
    readonly name: string;
    /** Whether the symbol stands before the number. */
    readonly leads: boolean;
  };
}

type Exact = `${number}`;

const made = new Map<string, Formats>();

/** The formats of a locale for amounts in a currency (ISO 4217) with so many decimal places. */
export function formatsFor(locale: string, currency: string, minorUnits: number): Formats {
  const key = `${locale} ${currency} ${minorUnits}`;
  const formats = made.get(key) ?? makeFormats(locale, currency, minorUnits);
  made.set(key, formats);
  return formats;
}

function makeFormats(locale: string, currency: string, minorUnits: number): Formats {
  const places = { minimumFractionDigits: minorUnits, maximumFractionDigits: minorUnits };
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency, ...places });
  const exact = new Intl.NumberFormat(locale, { style: 'currency', currency, ...places, maximumFractionDigits: 20 });
  const short = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    ...places,
    maximumFractionDigits: 20,
    trailingZeroDisplay: 'stripIfInteger',
  });
  const about = new Intl.NumberFormat(locale, { style: 'currency', currency, maximumSignificantDigits: 3 });
  const axis = new Intl.NumberFormat(locale, { style: 'currency', currency, notation: 'compact', maximumSignificantDigits: 3 });
  const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });
  const rate = new Intl.NumberFormat(locale, { style: 'unit', unit: 'percent', maximumFractionDigits: 20 });
  const date = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (text: string) => format.format(new Date(text.length === 7 ? `${text}-01T00:00Z` : `${text}T00:00Z`));
  };
  const entries = new Map<number, Intl.NumberFormat>();
  let longDay: ReturnType<typeof date> | undefined;
  const parts = money.formatToParts(1);
  const place = (type: Intl.NumberFormatPartTypes) => parts.findIndex((part) => part.type === type);
  return {
    locale,
    money: written(money),
    exactMoney: written(exact),
    shortMoney: written(short),
    aboutMoney: written(about),
    axisMoney: (position) => written(axis)(String(position)),
    count: (value) => count.format(value as Exact),
    rate: (value) => rate.format(value.replace('%', '') as Exact),
    entry: (value, decimals) => {
      const minimumFractionDigits = value.includes('.') ? decimals : 0;
      const format =
        entries.get(minimumFractionDigits) ?? new Intl.NumberFormat(locale, { minimumFractionDigits, maximumFractionDigits: 20 });
      entries.set(minimumFractionDigits, format);
      return format.format(value as Exact);
    },
    month: date({ month: 'long', year: 'numeric' }),
    shortMonth: date({ month: 'short' }),
    year: date({ year: 'numeric' }),
    // French says "1er mars", and "2 mars": locale data has the digit only.
    day: (day) => {
      // Made when the first day is written, and kept: making one takes longer than all else in a sentence.
      longDay ??= date({ dateStyle: 'long' });
      return longDay(day).replace(/^1 /, /^fr\b/.test(locale) ? '1er ' : '1 ');
    },
    currency: {
      symbol: parts[place('currency')]?.value ?? currency,
      codes: [narrowSymbol(currency), currency],
      name: new Intl.DisplayNames(locale, { type: 'currency' }).of(currency) ?? currency,
      leads: place('currency') < place('integer'),
    },
  };
}

/**
 * In right-to-left numbers, which `Intl` begins with a direction mark, a symbol such as "US$" would be torn apart: its letters
 * run one way and its sign the other.
 */
function written(format: Intl.NumberFormat): (amount: Decimal) => string {
  const parted = /[\u200f\u061c]/.test(format.format(1));
  if (!parted) return (amount) => format.format(amount as Exact);
  return (amount) =>
    format
      .formatToParts(amount as Exact)
      .map(({ type, value }) => (type === 'currency' ? `\u2068${value}\u2069` : value))
      .join('');
}

function narrowSymbol(currency: string): string {
  const parts = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).formatToParts(0);
  return parts.find((part) => part.type === 'currency')?.value ?? currency;
}
