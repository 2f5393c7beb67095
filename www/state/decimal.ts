/** Decimal strings such as "1234.50", compared by their digits: binary floating point would already have changed them. */
export type Decimal = string;

const FORM = /^(-?)0*(\d*)(?:\.(\d*?)0*)?$/;

interface Digits {
  readonly sign: 1 | -1;
  readonly whole: string;
  readonly fraction: string;
}

/** Negative, zero or positive as `one` is less than, equal to or greater than `other`. */
export function compareDecimals(one: Decimal, other: Decimal): number {
  const [a, b] = [digits(one), digits(other)];
  if (a.sign !== b.sign) return a.sign;
  return a.sign < 0 ? compareMagnitudes(b, a) : compareMagnitudes(a, b);
}

/** How many decimal places it is written with, trailing zeros aside. */
export function decimalPlaces(decimal: Decimal): number {
  return digits(decimal).fraction.length;
}

/** Without leading and trailing zeros: "007.50" is "7.5". */
export function shortest(decimal: Decimal): Decimal {
  const { sign, whole, fraction } = digits(decimal);
  return `${sign < 0 ? '-' : ''}${whole || '0'}${fraction && `.${fraction}`}`;
}

/** The next power of ten above it: 100 for 20, 1000 for 100. */
export function nextPowerOfTen(decimal: Decimal): Decimal {
  return `1${'0'.repeat(digits(decimal).whole.length)}`;
}

function compareMagnitudes(a: Digits, b: Digits): number {
  if (a.whole.length !== b.whole.length) return a.whole.length - b.whole.length;
  if (a.whole !== b.whole) return a.whole < b.whole ? -1 : 1;
  if (a.fraction === b.fraction) return 0;
  return a.fraction < b.fraction ? -1 : 1;
}

function digits(decimal: Decimal): Digits {
  const found = FORM.exec(decimal);
  if (!found) throw new RangeError(`not a decimal: ${decimal}`);
  const [, minus, whole = '', fraction = ''] = found;
  const zero = whole === '' && fraction === '';
  return { sign: minus && !zero ? -1 : 1, whole, fraction };
}

/** What stands for a decimal in somebody else's data; nothing for what does not. */
export function decimalOf(given: unknown): Decimal | undefined {
  const text = typeof given === 'string' || typeof given === 'number' ? String(given) : '';
  return /^-?\d{1,28}(\.\d{1,28})?$/.test(text) ? shortest(text) : undefined;
}

/** Exactly what several come to, with as many decimal places as the one that is written with most. */
export function sumOf(decimals: readonly Decimal[]): Decimal {
  const places = Math.max(0, ...decimals.map((decimal) => decimal.split('.')[1]?.length ?? 0));
  return scaled(
    decimals.reduce((sum, decimal) => sum + unscaled(decimal, places), 0n),
    places,
  );
}

/** An equal part of it, to so many decimal places, halves away from zero. */
export function partOf(decimal: Decimal, parts: number, places: number): Decimal {
  const more = Math.max(places, decimalPlaces(decimal));
  const divisor = BigInt(parts) * 10n ** BigInt(more - places);
  const whole = unscaled(decimal, more);
  const half = whole < 0n ? -(divisor / 2n) : divisor / 2n;
  return scaled((whole + half) / divisor, places);
}

/** How many percent of another it is, to so many decimal places, halves up; nothing of nothing. Both are 0 or more. */
export function percentOf(decimal: Decimal, whole: Decimal, places: number): Decimal | undefined {
  const more = Math.max(decimalPlaces(decimal), decimalPlaces(whole));
  const [part, all] = [unscaled(decimal, more), unscaled(whole, more)];
  if (all === 0n) return undefined;
  return shortest(scaled((2n * part * 100n * 10n ** BigInt(places) + all) / (2n * all), places));
}

/** As a whole number of the smallest places. */
function unscaled(decimal: Decimal, places: number): bigint {
  const { sign, whole, fraction } = digits(decimal);
  return BigInt(sign) * BigInt(whole + fraction.padEnd(places, '0'));
}

function scaled(value: bigint, places: number): Decimal {
  const text = String(value < 0n ? -value : value).padStart(places + 1, '0');
  const at = text.length - places;
  return `${value < 0n ? '-' : ''}${text.slice(0, at)}${places > 0 ? `.${text.slice(at)}` : ''}`;
}

/** One less the other, digit by digit. */
export function difference(one: Decimal, other: Decimal): Decimal {
  const places = Math.max(decimalPlaces(one), decimalPlaces(other));
  return shortest(scaled(unscaled(one, places) - unscaled(other, places), places));
}
