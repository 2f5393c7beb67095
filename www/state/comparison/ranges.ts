import type { Contract } from '#documents';
import { compareDecimals, type Decimal, difference, nextPowerOfTen, shortest, sumOf } from '../decimal.js';
import { type EntryKind, numberIn } from '../entries.js';
import { valueAt } from '../pointers.js';
import type { TermField } from '../terms.js';
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
export function spanOfTerm(contract: Contract, { path, kind }: TermField, now: Decimal, minorUnits: number): Span {
  const step = stepOf(kind, minorUnits);
  if (kind === 'rate') return { from: '0', to: '100', step };
  const to = kind === 'count' ? (compareDecimals(now, '100') > 0 ? nextPowerOfTen(now) : '120') : `${nextPowerOfTen(now)}000`;
  return within(roomOf(contract, path, step), { from: kind === 'count' ? '1' : '0', to, step });
}

/** Where to look along a term: from nothing to well beyond what it is, in the smallest steps that are paid. */
export function spanAlongTerm(contract: Contract, { path, kind }: TermField, now: Decimal, minorUnits: number): Span {
  const step = stepOf(kind, minorUnits);
  return within(roomOf(contract, path, step), { ...nearby(kind, now), step });
}

/** Where a term is bargained over: in steps that people would name. */
export function spanToBargain(contract: Contract, { path, kind }: TermField, now: Decimal): Span {
  const { from, to } = nearby(kind, now);
  const step = strideOf(kind, to);
  return within(roomOf(contract, path, step), { from, to, step });
}

function nearby(kind: EntryKind, now: Decimal): Pick<Span, 'from' | 'to'> {
  const to = roundAbove(Number(now) * 3 || 10);
  if (kind === 'count') return { from: '1', to: roundAbove(Math.max(10, Number(now) * 3)) };
  return { from: '0', to: kind === 'rate' && compareDecimals(to, '100') > 0 ? '100' : to };
}

/** How far apart values are that people would name, up to this one. */
export function strideOf(kind: EntryKind, to: Decimal): Decimal {
  if (kind === 'count') return '1';
  if (kind === 'rate') return '0.1';
  return shortest((10 ** (Math.floor(Math.log10(Number(to))) - 2)).toFixed(4));
}

const stepOf = (kind: EntryKind, minorUnits: number): Decimal =>
  kind === 'rate' ? '0.01' : kind === 'count' ? '1' : minorUnit(minorUnits);

/** Between which values a threshold keeps its place among those of its table. */
function roomOf(contract: Contract, path: string, step: Decimal): Partial<Pick<Span, 'from' | 'to'>> {
  const [, list, place] = /^(.*\/(?:steps|ladder))\/(\d+)\/from$/.exec(path) ?? [];
  if (list === undefined) return {};
  const [before, after] = [-1, 1].map((next) => numberIn(valueAt(contract, `${list}/${Number(place) + next}/from`)));
  return { ...(before !== undefined && { from: sumOf([before, step]) }), ...(after !== undefined && { to: difference(after, step) }) };
}

function within({ from, to }: Partial<Pick<Span, 'from' | 'to'>>, span: Span): Span {
  const low = from !== undefined && compareDecimals(from, span.from) > 0 ? from : span.from;
  const high = to !== undefined && compareDecimals(to, span.to) < 0 ? to : span.to;
  return compareDecimals(low, high) < 0 ? { ...span, from: low, to: high } : { ...span, from: low, to: sumOf([low, span.step]) };
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
