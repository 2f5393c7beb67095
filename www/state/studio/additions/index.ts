import type { Contract } from '#documents';
import type { Context } from './context.js';
import { PAYOUTS, type PayoutAddition, payoutFor } from './payouts.js';
import { WHOLE, type WholeAddition, withWhole } from './whole.js';
import { WITHIN, type WithinAddition, withWithin } from './within.js';

export type { Context } from './context.js';
export { PAYOUTS, type PayoutAddition } from './payouts.js';
export { WHOLE, type WholeAddition } from './whole.js';
export { WITHIN, type WithinAddition } from './within.js';

/** Everything that can be added to a contract. */
export type Addition = PayoutAddition | WithinAddition | WholeAddition;

const isWithin = (addition: Addition): addition is WithinAddition =>
  Object.values(WITHIN)
    .flat()
    .includes(addition as WithinAddition);
const isPayout = (addition: Addition): addition is PayoutAddition => PAYOUTS.includes(addition as PayoutAddition);

/** All of them, in the order in which they are offered. */
export const ADDITIONS: readonly Addition[] = [...PAYOUTS, ...Object.values(WITHIN).flat(), ...Object.values(WHOLE).flat()];

/**
 * The contract with one clause more, with values to begin with; the same contract where it says that already, or can't.
 *
 * @param place the payout that it is added to, where it belongs to one
 */
export function withAddition(addition: Addition, context: Context, place = 0): Contract {
  const { contract } = context;
  const payouts = contract.payouts ?? [];
  if (isPayout(addition)) return { ...contract, payouts: [...payouts, payoutFor(addition, context)] };
  if (!isWithin(addition)) return withWhole(addition, context);
  const payout = payouts[place];
  const changed = payout && withWithin(payout, addition, context);
  return changed === payout || !changed ? contract : { ...contract, payouts: payouts.map((each) => (each === payout ? changed : each)) };
}

/** A contract of what was chosen, each with values to begin with. */
export function blankContract(
  additions: readonly Addition[],
  context: Omit<Context, 'contract'>,
  currency: string,
  called: string,
): Contract {
  const empty = { version: 1, ...(called && { name: called }), currency } as Contract;
  return additions.reduce((contract, addition) => withAddition(addition, { ...context, contract }), empty);
}
