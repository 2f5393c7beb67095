import type { BreakEven } from '#documents';

type Curve = BreakEven['curve'];

/** A value at which a payout jumps, rather than going on as it did. */
export interface Cliff {
  /** The contract that jumps, by its place. */
  readonly contract: 0 | 1;
  readonly before: string;
  readonly paidBefore: string;
  readonly after: string;
  readonly paidAfter: string;
}

const number = (value: string) => Number(value.replace('%', ''));

/** How much steeper than it usually is a payout has to be. */
const STEEPER = 5;
/** An amount by which rounding alone may move a payout. */
const ROUNDING = 0.02;
const MOST = 6;

/** Where a payout jumps between neighbouring values, which the engine puts into the curve beside every cliff; the highest first. */
export function cliffsIn(curve: Curve, step: string): readonly Cliff[] {
  const cliffs = ([0, 1] as const).flatMap((contract) => {
    const pieces = curve.slice(1).map((after, place) => {
      const before = curve[place] ?? after;
      return {
        before,
        after,
        gap: number(after.value) - number(before.value),
        jump: Math.abs(number(after.paid[contract]) - number(before.paid[contract])),
      };
    });
    const slopes = pieces.map(({ gap, jump }) => jump / (gap || 1)).sort((one, other) => one - other);
    const usual = slopes[Math.floor(slopes.length / 2)] ?? 0;
    return pieces
      .filter(({ gap, jump }) => gap < number(step) * 1.5 && jump > STEEPER * usual * gap + ROUNDING)
      .map(({ before, after, jump }) => ({
        jump,
        cliff: { contract, before: before.value, paidBefore: before.paid[contract], after: after.value, paidAfter: after.paid[contract] },
      }));
  });
  return cliffs
    .sort((one, other) => other.jump - one.jump)
    .slice(0, MOST)
    .map(({ cliff }) => cliff);
}
