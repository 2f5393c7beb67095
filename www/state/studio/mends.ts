import type { Contract, Problem } from '#documents';
import { valueAt, withoutPlace, withValueAt } from '../pointers.js';

/** What the engine says of a contract: what is probably not meant, or what is wrong. */
export type Judge = (contract: Contract) => { readonly warnings: readonly Problem[] } | { readonly problems: readonly Problem[] };

/** A way to mend what a problem is about. */
export interface Mend {
  readonly contract: Contract;
  /** `takeOut`: a place of the contract goes. `graduated`: a tier's rate is paid on its own band only, so that nothing jumps. */
  readonly how: 'takeOut' | 'graduated';
  readonly place: string;
}

/** The least that mends a problem; nothing where every way mends nothing, or breaks something else. */
export function mendOf(contract: Contract, problem: Problem, judge: Judge): Mend | undefined {
  const before = judge(contract);
  return waysFor(contract, problem).find((way) => isBetter(before, judge(way.contract), problem));
}

function waysFor(contract: Contract, { code, path }: Problem): readonly Mend[] {
  const [table] = /^\/payouts\/\d+\/tiers\/\d+/.exec(path) ?? [];
  if (code === 'retroactive_cliff' && table !== undefined) {
    return [{ contract: withValueAt(contract, `${table}/mode`, 'graduated'), how: 'graduated', place: table }];
  }
  return placesToTakeOut(path)
    .filter((place) => valueAt(contract, place) !== undefined)
    .map((place) => ({ contract: withoutPlace(contract, place), how: 'takeOut', place }));
}

/** The narrowest first, and never a payout or the document itself: that would be no mend. */
function placesToTakeOut(path: string): readonly string[] {
  const steps = path.split('/').slice(1);
  const places = steps.map((_, place) => `/${steps.slice(0, place + 1).join('/')}`).reverse();
  return places.filter((place) => !/^\/(version|currency|payouts|payouts\/\d+)$/.test(place));
}

function isBetter(before: ReturnType<Judge>, after: ReturnType<Judge>, problem: Problem): boolean {
  if ('problems' in after) return 'problems' in before && after.problems.length < before.problems.length;
  if ('problems' in before) return true;
  // Fewer words about the same are no mend where others take their place.
  const same = ({ warnings }: typeof after) => warnings.filter(({ code, got }) => code === problem.code && got === problem.got).length;
  return after.warnings.length < before.warnings.length && same(after) < same(before);
}
