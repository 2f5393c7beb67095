import { compareDecimals, type Decimal, nextPowerOfTen, shortest } from '../decimal.js';
import type { EntryKind } from '../entries.js';
import type { Driver } from './drivers.js';

/** Between which values a number is moved, without a rate's percent sign. */
export interface Span {
  readonly from: Decimal;
  readonly to: Decimal;
  readonly step: Decimal;
}

/** Where to look along a driver that has a value now: from nothing to well beyond it. */
export function spanAlong({ entry, kind }: Driver, now: Decimal): Span {
  if (kind === 'months') return { from: '1', to: compareDecimals(now, '18') > 0 ? '60' : '36', step: '1' };
  if (kind === 'payments') return { from: '1', to: '48', step: '1' };
  const to = roundAbove(Number(now) * 3 || 10);
  if (entry === 'rate') return { from: '0', to: compareDecimals(to, '100') > 0 ? '100' : to, step: '0.1' };
  if (entry === 'money') return { from: '0', to, step: compareDecimals(to, '50') > 0 ? '1' : '0.01' };
  return { from: '0', to: compareDecimals(to, '10') < 0 ? '10' : to, step: '1' };
}

/** Where a term is sought that is to make two offers equal: as far as it can sensibly go. */
export function spanOfTerm(kind: EntryKind, now: Decimal, minorUnits: number): Span {
  if (kind === 'rate') return { from: '0', to: '100', step: '0.01' };
  if (kind === 'count') return { from: '1', to: compareDecimals(now, '100') > 0 ? `${nextPowerOfTen(now)}` : '120', step: '1' };
  return { from: '0', to: `${nextPowerOfTen(now)}000`, step: minorUnit(minorUnits) };
}

/** Where a term is bargained over: in steps that people would name. */
export function spanToBargain(kind: EntryKind, now: Decimal): Span {
  const to = roundAbove(Number(now) * 3 || 10);
  if (kind === 'rate') return { from: '0', to: compareDecimals(to, '100') > 0 ? '100' : to, step: '0.1' };
  if (kind === 'count') return { from: '1', to, step: '1' };
  return { from: '0', to, step: shortest((10 ** (Math.floor(Math.log10(Number(to))) - 2)).toFixed(4)) };
}

/** The values as a question to the engine writes them. */
export function asVary(path: string, { from, to, step }: Span, entry: EntryKind, document: 'scenario' | 'contract' = 'scenario') {
  const written = (value: Decimal) => (entry === 'rate' ? `${value}%` : value);
  return { document, path, from: written(from), to: written(to), step: written(step) };
}

/** The nearest value that the number can take. */
export function snapped({ from, to, step }: Span, at: number): Decimal {
  const steps = Math.round((at - Number(from)) / Number(step));
  const places = step.split('.')[1]?.length ?? 0;
  const value = Math.min(Number(to), Math.max(Number(from), Number(from) + steps * Number(step)));
  return shortest(value.toFixed(places));
}

const minorUnit = (places: number): Decimal => (places === 0 ? '1' : `0.${'0'.repeat(places - 1)}1`);

/** The next of 1, 2, 2.5, 5 and their tenfolds. */
function roundAbove(value: number): Decimal {
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= value) ?? 10;
  return shortest((factor * power).toFixed(6));
}
