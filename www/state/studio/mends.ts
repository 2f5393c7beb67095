import type { Contract, Problem } from '#documents';
import { valueAt, withoutPlace } from '../pointers.js';

/** What the engine says of a contract: what is probably not meant, or what is wrong. */
export type Judge = (contract: Contract) => { readonly warnings: readonly Problem[] } | { readonly problems: readonly Problem[] };

/** The contract without what a problem is about; nothing where that mends nothing, or breaks something else. */
export function mended(contract: Contract, problem: Problem, judge: Judge): Contract | undefined {
  const before = judge(contract);
  for (const place of placesToTakeOut(problem.path)) {
    if (valueAt(contract, place) === undefined) continue;
    const without = withoutPlace(contract, place);
    const after = judge(without);
    if (isBetter(before, after, problem)) return without;
  }
  return undefined;
}

/** What may be taken out, the narrowest first: the entry of a list, and never a whole document or its version. */
function placesToTakeOut(path: string): readonly string[] {
  const steps = path.split('/').slice(1);
  const places = steps.map((_, place) => `/${steps.slice(0, place + 1).join('/')}`).reverse();
  return places.filter((place) => !['/version', '/currency', '/payouts'].includes(place));
}

function isBetter(before: ReturnType<Judge>, after: ReturnType<Judge>, problem: Problem): boolean {
  if ('problems' in after) return 'problems' in before && after.problems.length < before.problems.length;
  // Fewer words about the same are no mend where others take their place.
  const isSame = (other: Problem) => other.code === problem.code && other.got === problem.got && other.expected === problem.expected;
  return (
    'problems' in before ||
    (after.warnings.length < before.warnings.length && after.warnings.filter(isSame).length < before.warnings.filter(isSame).length)
  );
}
