import type { Contract, Tiers } from '#documents';

/** A contract with a table of tiers in a payout: in the place of one, or as a further one. A table of orders has no period. */
export function withTiers(contract: Contract, payout: number, table: Tiers, over: number | undefined): Contract {
  const { per, ...rest } = table;
  const own = (table.mode === 'orderSize' ? rest : { ...rest, ...(per && { per }) }) as Tiers;
  const payouts = (contract.payouts ?? []).map((each, place) => {
    if (place !== payout) return each;
    const tiers = each.tiers ?? [];
    return { ...each, tiers: over === undefined ? [...tiers, own] : tiers.map((other, at) => (at === over ? own : other)) };
  });
  return { ...contract, payouts };
}
