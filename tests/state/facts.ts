import type { ContractFacts, PayoutFacts, Scenario } from '#documents';

export const lead: PayoutFacts = {
  clause: '/payouts/0',
  event: 'lead',
  label: 'Qualified lead',
  pay: { fixed: { amount: '100' } },
  needs: [],
};
export const sale: PayoutFacts = {
  clause: '/payouts/1',
  event: 'sale',
  pay: { percent: { rate: '10%', of: 'orderAmount' } },
  needs: ['orderAmount'],
};
export const subscription: PayoutFacts = {
  clause: '/payouts/2',
  event: 'subscription',
  pay: { percent: { rate: '10%', of: 'contractValue' } },
  needs: ['contractValue'],
};
export const renewal: PayoutFacts = {
  clause: '/payouts/3',
  event: 'renewal',
  label: 'Renewal',
  pay: { percent: { rate: '5%', of: 'recurringPayment' } },
  needs: ['recurringPayment'],
};

export function factsOf(
  payouts: PayoutFacts[],
  more: Partial<Pick<ContractFacts, 'currency' | 'minorUnits' | 'oneTime'>> = {},
): ContractFacts {
  return { currency: 'USD', minorUnits: 2, payouts, oneTime: [], summary: [], warnings: [], ...more };
}

export const scenario: Scenario = {
  version: 1,
  start: '2027-03',
  months: 12,
  streams: [
    { event: 'lead', perMonth: '20' },
    { event: 'sale', perMonth: 40, amount: '99.90' },
    { event: 'subscription', perMonth: '2', recurring: { amount: '100', payments: '12' } },
  ],
};
