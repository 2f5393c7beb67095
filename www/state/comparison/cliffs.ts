import type { Grid } from '#documents';
import type { Span } from './ranges.js';

/** A value at which a payout jumps, rather than going on as it did. */
export interface Cliff {
  /** The contract that jumps, by its place. */
  readonly contract: number;
  readonly before: string;
  readonly paidBefore: string;
  readonly after: string;
  readonly paidAfter: string;
}

/** What contracts pay at evenly spread values of one number. */
export interface Curve {
  readonly values: readonly string[];
  /** By contract. */
  readonly paid: readonly (readonly string[])[];
}

export function curveOf({ across, rows: [row = []] }: Grid): Curve {
  const contracts = row[0]?.paid.length ?? 0;
  return { values: across, paid: Array.from({ length: contracts }, (_, place) => row.map(({ paid }) => paid[place] ?? '0')) };
}

const number = (value: string | undefined) => Number((value ?? '0').replace('%', ''));
/** How much steeper than usual a jump is. */
const STEEPER = 5;
const MOST_CLIFFS = 6;

/** Between which values of a curve a payout may jump: where it changes much more than it usually does. */
export function suspects({ values, paid }: Curve): readonly { readonly contract: number; readonly place: number }[] {
  return paid
    .flatMap((amounts, contract) => {
      const changes = values.slice(1).map((_, place) => Math.abs(number(amounts[place + 1]) - number(amounts[place])));
      const usual = [...changes].sort((one, other) => one - other)[Math.floor(changes.length / 2)] ?? 0;
      return changes.map((change, place) => ({ contract, place, change, isSuspect: change > usual * 2.5 && change > 0.02 }));
    })
    .filter(({ isSuspect }) => isSuspect)
    .sort((one, other) => other.change - one.change)
    .slice(0, MOST_CLIFFS);
}

/** Traces what may be a cliff to neighbouring values; `lay` tells what contracts pay between two values. */
export async function cliffsIn(curve: Curve, { step }: Span, lay: (from: string, to: string) => Promise<Curve>): Promise<readonly Cliff[]> {
  const found: Cliff[] = [];
  const spread = number(curve.values[1]) - number(curve.values[0]);
  for (const { contract, place } of suspects(curve)) {
    const usual = usualSlope(curve, contract, spread);
    let [from, to] = [curve.values[place], curve.values[place + 1]];
    let near: Curve | undefined;
    while (from !== undefined && to !== undefined && number(to) - number(from) > number(step) * 1.5) {
      near = await lay(from, to);
      const amounts = near.paid[contract] ?? [];
      const changes = near.values.slice(1).map((_, at) => Math.abs(number(amounts[at + 1]) - number(amounts[at])));
      const at = changes.indexOf(Math.max(...changes));
      [from, to] = [near.values[at], near.values[at + 1]];
      if (near.values.length < 3) break;
    }
    const of = near ?? curve;
    const [before, after] = [of.values.indexOf(from ?? ''), of.values.indexOf(to ?? '')];
    const [paidBefore, paidAfter] = [of.paid[contract]?.[before], of.paid[contract]?.[after]];
    if (from === undefined || to === undefined || paidBefore === undefined || paidAfter === undefined) continue;
    const jump = Math.abs(number(paidAfter) - number(paidBefore));
    if (jump > STEEPER * usual * (number(to) - number(from)) + 0.02)
      found.push({ contract, before: from, paidBefore, after: to, paidAfter });
  }
  return found;
}

/** What a payout usually changes by for each unit. */
function usualSlope({ values, paid }: Curve, contract: number, spread: number): number {
  const amounts = paid[contract] ?? [];
  const changes = values.slice(1).map((_, place) => Math.abs(number(amounts[place + 1]) - number(amounts[place])));
  const usual = changes.sort((one, other) => one - other)[Math.floor(changes.length / 2)] ?? 0;
  return spread > 0 ? usual / spread : 0;
}
