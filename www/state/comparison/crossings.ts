import type { BreakEven } from '#documents';
import { compareDecimals, type Decimal } from '../decimal.js';
import { numberIn } from '../entries.js';

/** The same answer with both contracts in each other's place. */
export function flipped({ stretches, crossings, curve, unsure }: BreakEven): BreakEven {
  const other = ([one, two]: readonly [string, string]): [string, string] => [two, one];
  return {
    stretches: stretches.map((stretch) => ({ ...stretch, ahead: typeof stretch.ahead === 'number' ? 1 - stretch.ahead : null })),
    crossings: crossings.map((crossing) => ({
      ...crossing,
      paidBefore: other(crossing.paidBefore),
      paidAfter: other(crossing.paidAfter),
    })),
    curve: curve.map(({ value, paid }) => ({ value, paid: other(paid) })),
    unsure,
  };
}

/** A value, and what the first contract pays with it. */
export interface Paid {
  readonly value: string;
  readonly amount: Decimal;
}

/** What it takes to make the first contract pay what the other one pays. */
export type Equal =
  /** With `found` it pays at least as much, with its neighbour `beside` it does not, or more than it has to. */
  | { readonly found: Paid; readonly beside: Paid }
  /** No value does: all pay `more`, and the least of them this, or all pay `less`, and the most of them this. */
  | { readonly never: 'more' | 'less'; readonly nearest: Paid }
  /** All values do. */
  | 'always';

/** The value nearest to the present one with which both contracts pay the same, or the first one just as much. */
export function equalNear({ stretches, crossings, curve }: BreakEven, now: Decimal): Equal {
  const [only] = stretches;
  if (crossings.length === 0) {
    if (only?.ahead === null || only?.ahead === undefined) return 'always';
    const never = only.ahead === 0 ? 'more' : 'less';
    const all = curve.map(({ value, paid }): Paid => ({ value, amount: paid[0] }));
    const nearer = (one: Paid, other: Paid) => (compareDecimals(one.amount, other.amount) > 0 === (never === 'less') ? one : other);
    return { never, nearest: all.reduce(nearer) };
  }
  const away = ({ value }: Paid) => Math.abs(Number(numberIn(value)) - Number(now));
  const [first, ...others] = crossings.map(({ before, paidBefore, after, paidAfter }) => {
    const [low, high] = [
      { value: before, amount: paidBefore[0] },
      { value: after, amount: paidAfter[0] },
    ];
    const gaps = [paidBefore, paidAfter].map(([own, other]) => compareDecimals(own, other));
    // The one that is just equal, else the one that pays enough.
    const isLow = gaps[0] === 0 || (gaps[1] !== 0 && (gaps[0] ?? 0) > 0);
    return isLow ? { found: low, beside: high } : { found: high, beside: low };
  });
  return others.reduce((best, other) => (away(other.found) < away(best.found) ? other : best), first as { found: Paid; beside: Paid });
}
