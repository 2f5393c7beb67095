import type { Contract } from '#documents';
import { amountFor, type Context, lastDay, more, type Payout } from './context.js';

/** What a payout can say beside its pay, in the order in which people agree on it. */
export const WITHIN = {
  time: ['months', 'firstPayment', 'payoutDates'],
  tiers: ['graduated', 'retroactive', 'forward', 'byCustomers', 'orderSize', 'interpolated'],
  caps: ['capEvent', 'capCustomer', 'capMonth', 'oncePerCustomer', 'firstCustomers', 'atMost', 'atLeast'],
  conditions: ['countries', 'notExisting', 'notCoupons', 'freeEvents', 'freeRevenue'],
  rates: ['existing', 'firstYear', 'category', 'promoCode', 'plan', 'scheduled', 'points', 'increase'],
} as const;
export type WithinAddition = (typeof WITHIN)[keyof typeof WITHIN][number];

/** The payout with one thing more; the same where it is said already, or can't be. */
export function withWithin(payout: Payout, addition: WithinAddition, { contract, start, name }: Context): Payout {
  const money = (amount: string) => amountFor(contract, amount);
  const limited = (limit: object): Payout => ({ ...payout, limits: more(payout.limits, limit) });
  // Without a name, so that the sentence tells the condition.
  const group = (when: object): Payout => ({ ...payout, groups: more(payout.groups, { when, pay: otherPay(payout, contract) }) });
  switch (addition) {
    case 'months':
      return payout.for ? payout : { ...payout, for: { months: 12 } };
    case 'firstPayment':
      return payout.for ? payout : { ...payout, for: { payments: 1 } };
    case 'payoutDates':
      return payout.when?.date ? payout : { ...payout, when: { ...payout.when, date: { from: start, to: lastDay(start, 12) } } };
    case 'graduated':
    case 'retroactive':
    case 'forward':
    case 'orderSize':
    case 'interpolated':
      return tiered(payout, contract, { mode: addition });
    case 'byCustomers':
      return tiered(payout, contract, { mode: 'forward', measure: 'customers', per: 'contract' });
    case 'capEvent':
      return limited({ max: money('100'), per: 'event' });
    case 'capCustomer':
      return limited({ max: money('500'), per: 'customer' });
    case 'capMonth':
      return limited({ max: money('5000'), per: 'month' });
    case 'oncePerCustomer':
      return limited({ maxEvents: 1, per: 'customer' });
    case 'firstCustomers':
      return limited({ maxCustomers: 25, per: 'contract' });
    case 'atMost':
    case 'atLeast':
      return bounded(payout, addition, money(addition === 'atMost' ? '50' : '1'));
    case 'countries':
      return payout.when?.country ? payout : { ...payout, when: { ...payout.when, country: 'US' } };
    case 'notExisting':
      return restricted(payout, { customerStatus: 'existing' });
    case 'notCoupons':
      return restricted(payout, { partnerGroup: 'coupon' });
    case 'freeEvents':
      return payout.free ? payout : { ...payout, free: { events: 2, per: 'month' } };
    case 'freeRevenue':
      return payout.free ? payout : { ...payout, free: { revenue: '500', per: 'month' } };
    case 'existing':
      return group({ customerStatus: 'existing' });
    case 'firstYear':
      return group({ customerMonths: { below: 12 } });
    case 'category':
      return group({ category: name('group.category') });
    case 'promoCode':
      return group({ promoCode: 'SAVE10' });
    case 'plan':
      return group({ attributes: { plan: 'Pro' } });
    case 'scheduled':
      return scheduled(payout, contract, start, name('group.scheduled'));
    case 'points':
      return { ...payout, uplifts: more(payout.uplifts, { points: '2%', when: { partnerGroup: 'gold' } }) };
    case 'increase':
      return { ...payout, uplifts: more(payout.uplifts, { increase: '10%', when: { partnerGroup: 'gold' } }) };
  }
}

const isPercent = ({ pay }: Payout) => 'percent' in pay;
const isFixed = ({ pay }: Payout) => 'fixed' in pay;

/** Pay of the payout's own kind, so that its sentence reads like the first. */
function otherPay(payout: Payout, contract: Contract): object {
  return isFixed(payout) ? { fixed: amountFor(contract, '5') } : { percent: '5%' };
}

function tiered(payout: Payout, contract: Contract, table: { mode: string; measure?: string; per?: string }): Payout {
  const counted = table.measure ?? (isPercent(payout) || table.mode === 'orderSize' ? 'revenue' : 'events');
  const [first, second] = counted === 'revenue' ? (table.mode === 'orderSize' ? ['100', '250'] : ['5000', '10000']) : ['10', '25'];
  const changes = isPercent(payout)
    ? [{ percent: '12%' }, { percent: '15%' }]
    : isFixed(payout)
      ? [{ fixed: amountFor(contract, '15') }, { fixed: amountFor(contract, '20') }]
      : [{ increase: '10%' }, { increase: '20%' }];
  const steps =
    table.mode === 'interpolated'
      ? [
          { from: '0', pays: amountFor(contract, '0') },
          { from: second, pays: amountFor(contract, '1000') },
        ]
      : [first, second].map((from, place) => ({ from, ...changes[place] }));
  return { ...payout, tiers: more(payout.tiers, { ...table, ...(counted !== 'revenue' && { measure: counted }), steps }) };
}

/** Only a percentage, or a sum, has a least and a most of its own. */
function bounded(payout: Payout, bound: 'atLeast' | 'atMost', amount: unknown): Payout {
  // No sentence tells the bounds of nothing.
  const canBe = ('percent' in payout.pay && Number.parseFloat(String(payout.pay.percent)) > 0) || 'sum' in payout.pay;
  return !canBe || bound in payout.pay ? payout : ({ ...payout, pay: { ...payout.pay, [bound]: amount } } as Payout);
}

function restricted(payout: Payout, when: object): Payout {
  return { ...payout, restrictions: more(payout.restrictions, { when }) };
}

/** Where another one holds on the same days, the newer one goes first. */
function scheduled(payout: Payout, contract: Contract, start: string, label: string): Payout {
  const priorities = (payout.scheduled ?? []).map(({ priority }) => Number(priority ?? 0));
  const first = priorities.length === 0 ? {} : { priority: Math.max(...priorities) + 1 };
  const during = { from: start, to: lastDay(start, 1) };
  return { ...payout, scheduled: more(payout.scheduled, { label, during, ...first, pay: otherPay(payout, contract) }) };
}
