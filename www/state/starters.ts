import type { Contract } from '#documents';

/** Offers of a plain shape to begin with, for who has the terms on paper: each is edited from there. Names and labels come from the language. */
export const STARTERS = ['perSale', 'commission', 'perLead', 'feeAndCommission', 'share', 'tiers', 'retainer', 'fee'] as const;
export type Starter = (typeof STARTERS)[number];

const sale = (pay: unknown) => [{ event: 'sale', pay }];

const retainerFrom = (start: string) => ({ amount: '300', per: 'month', during: { from: start } }) as const;

/** What each begins with; `start` is the first day that a payment may fall on. */
export function starterContract(starter: Starter, currency: string, start: string): Contract {
  const of: Record<Starter, object> = {
    perSale: { payouts: sale({ fixed: '12' }) },
    commission: { payouts: sale({ percent: '15%' }) },
    perLead: { payouts: [{ event: 'lead', pay: { fixed: '100' } }] },
    feeAndCommission: { payouts: sale({ percent: '10%' }), oneTime: [{ amount: '500', on: start }] },
    share: { payouts: [{ event: 'payment', pay: { percent: '20%' }, for: { months: 12 } }] },
    tiers: {
      payouts: [
        {
          event: 'sale',
          pay: { percent: '10%' },
          tiers: [
            {
              mode: 'graduated',
              steps: [
                { from: '5000', percent: '12%' },
                { from: '10000', percent: '15%' },
              ],
            },
          ],
        },
      ],
    },
    retainer: { payouts: sale({ percent: '8%' }), retainers: [retainerFrom(start)] },
    fee: { oneTime: [{ amount: '2500', on: start }] },
  };
  return { version: 1, currency, ...of[starter] } as Contract;
}

/** Clauses that can be added to any offer. */
export const CLAUSES = [
  'perSale',
  'commission',
  'perLead',
  'oneTime',
  'retainer',
  'guarantee',
  'cap',
  'duration',
  'tier',
  'bonus',
  'payment',
] as const;
export type ClauseToAdd = (typeof CLAUSES)[number];

/** The clauses that this contract can have more of: a duration or a tier is one of a payout. */
export function clausesFor(contract: Contract): readonly ClauseToAdd[] {
  return CLAUSES.filter((clause) => withClause(contract, clause, '2000-01-01') !== contract);
}

/** The contract with one clause more. */
export function withClause(contract: Contract, clause: ClauseToAdd, start: string): Contract {
  const payouts = contract.payouts ?? [];
  const [first, ...others] = payouts;
  const payout = (event: string, pay: object) => ({ ...contract, payouts: [...payouts, { event, pay } as (typeof payouts)[number]] });
  switch (clause) {
    case 'perSale':
      return payout('sale', { fixed: '12' });
    case 'commission':
      return payout('sale', { percent: '10%' });
    case 'perLead':
      return payout('lead', { fixed: '25' });
    case 'oneTime':
      return { ...contract, oneTime: [...(contract.oneTime ?? []), { amount: '500', on: start }] };
    case 'retainer':
      return { ...contract, retainers: [...(contract.retainers ?? []), retainerFrom(start)] };
    case 'guarantee':
      return { ...contract, guarantees: [...(contract.guarantees ?? []), { amount: '500', per: 'month' }] };
    case 'cap':
      return { ...contract, limits: [...(contract.limits ?? []), { max: '5000', per: 'month' }] };
    case 'duration':
      return first ? { ...contract, payouts: [{ ...first, for: { months: 12 } }, ...others] } : contract;
    case 'tier': {
      const step = { from: '5000', percent: '12%' };
      return first
        ? { ...contract, payouts: [{ ...first, tiers: [...(first.tiers ?? []), { mode: 'graduated', steps: [step] }] }, ...others] }
        : contract;
    }
    case 'bonus': {
      const bonus = { events: [first?.event ?? 'sale'], measure: 'events', per: 'month', ladder: [{ from: '50', amount: '250' }] } as const;
      return { ...contract, bonuses: [...(contract.bonuses ?? []), bonus as unknown as NonNullable<Contract['bonuses']>[number]] };
    }
    case 'payment':
      return {
        ...contract,
        settlement: { ...contract.settlement, lock: { days: 30, from: 'endOfMonth' }, schedule: { every: 'month', day: 15 } },
      };
  }
}
