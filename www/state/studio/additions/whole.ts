import type { Contract } from '#documents';
import { amountFor, type Context, lastDay, more } from './context.js';

/** What a contract can say beside its payouts. */
export const WHOLE = {
  sums: ['oneTime', 'retainer', 'bonus', 'bonusEvery', 'milestone'],
  promises: ['guarantee', 'guaranteeEach', 'guaranteeCustomer', 'draw', 'advance'],
  bounds: ['cap', 'dates', 'offer'],
  returns: ['refunds', 'deficit'],
  shares: ['splitWeights', 'splitPositions', 'carvedOut'],
  payment: ['lock', 'schedule', 'threshold', 'fee', 'withholding', 'taxOnTop', 'paidIn'],
} as const;
export type WholeAddition = (typeof WHOLE)[keyof typeof WHOLE][number];

/** The contract with one clause more; the same where it is said already, or can't be. */
export function withWhole(addition: WholeAddition, { contract, start, name }: Context): Contract {
  const money = (amount: string) => amountFor(contract, amount);
  const event = contract.payouts?.[0]?.event ?? 'sale';
  const changed = (change: object): Contract => ({ ...contract, ...change }) as Contract;
  const once = (field: 'draw' | 'split' | 'refunds' | 'effective' | 'negativeBalance', value: object) =>
    contract[field] ? contract : changed({ [field]: value });
  const settled = (field: keyof NonNullable<Contract['settlement']>, value: unknown) =>
    contract.settlement?.[field] ? contract : changed({ settlement: { ...contract.settlement, [field]: value } });
  const bonus = (value: object) => changed({ bonuses: more(contract.bonuses, { events: [event], ...value }) });
  const guarantee = (value: object) => changed({ guarantees: more(contract.guarantees, value) });
  const [one, other] = [name('party.first'), name('party.second')];
  switch (addition) {
    case 'oneTime':
      return changed({ oneTime: more(contract.oneTime, { label: name('label.oneTime'), amount: money('500'), on: start }) });
    case 'retainer':
      return changed({ retainers: more(contract.retainers, { label: name('label.retainer'), amount: money('300'), per: 'month' }) });
    case 'bonus':
      return bonus({ measure: 'events', per: 'month', ladder: [{ from: '50', amount: money('250') }] });
    case 'bonusEvery':
      return bonus({ measure: 'events', per: 'contract', every: { step: '5', amount: money('100') } });
    case 'milestone':
      return bonus({ measure: 'revenue', of: 'customer', per: 'contract', ladder: [{ from: '1000', amount: money('100') }] });
    case 'guarantee':
      return guarantee({ amount: money('500'), per: 'month' });
    case 'guaranteeEach':
      return guarantee({ each: money('0.25'), event: 'click' });
    case 'guaranteeCustomer':
      return guarantee({ perCustomer: money('70'), event, afterPayments: 6 });
    case 'draw':
      return once('draw', { amount: money('2000'), per: 'month', shortfall: 'recoverable' });
    case 'advance':
      return changed({ advances: more(contract.advances, { amount: money('2000'), on: start }) });
    case 'cap':
      return changed({ limits: more(contract.limits, { max: money('5000'), per: 'month' }) });
    case 'dates':
      return once('effective', { from: start, to: lastDay(start, 12) });
    case 'offer':
      return withOffer(contract, event, money('75'), name);
    case 'refunds':
      return once('refunds', { share: '50%' });
    case 'deficit':
      return once('negativeBalance', { per: 'month', deficit: 'carried' });
    case 'splitWeights': {
      const weights = [
        { to: one, weight: 70 },
        { to: other, weight: 30 },
      ];
      return once('split', { weights, own: one });
    }
    case 'splitPositions':
      return once('split', { positions: { first: '25%', last: '50%' }, own: one });
    case 'carvedOut':
      return once('split', { carvedOut: '5%', to: other });
    case 'lock':
      return settled('lock', { days: 30, from: 'endOfMonth' });
    case 'schedule':
      return settled('schedule', { every: 'month', day: 15, monthsAfter: 1 });
    case 'threshold':
      return settled('threshold', money('50'));
    case 'fee':
      return changed({
        settlement: { ...contract.settlement, fees: more(contract.settlement?.fees, { percent: '2%', max: money('20') }) },
      });
    case 'withholding':
      return settled('withholding', '10%');
    case 'taxOnTop':
      return settled('taxOnTop', '19%');
    case 'paidIn':
      return paidIn(contract, start);
  }
}

/** What is paid becomes one of two offers, or, where there are offers, one more stands beside them. */
function withOffer(contract: Contract, event: string, amount: unknown, name: Context['name']): Contract {
  const payouts = contract.payouts ?? [];
  if (payouts.length === 0) return contract;
  const offers = contract.offers ?? [];
  const free = (place: number): string => (offers.some((offer) => offer.name === `offer${place}`) ? free(place + 1) : `offer${place}`);
  const first = offers.length === 0 ? free(1) : undefined;
  const next = free(first === undefined ? offers.length + 1 : 2);
  const [label] = payouts.flatMap((payout) => (payout.event === event && payout.label ? [payout.label] : []));
  const alternative = { event, ...(label && { label }), offer: next, pay: { fixed: amount }, for: { payments: 1 } };
  return {
    ...contract,
    offers: [
      ...offers,
      ...(first === undefined ? [] : [{ name: first, label: name('offer.first') }]),
      { name: next, label: name('offer.next') },
    ],
    payouts: [...(first === undefined ? payouts : payouts.map((payout) => ({ ...payout, offer: first }))), alternative],
  } as Contract;
}

/** Payment in another currency needs a rate, which is there to be put right. */
function paidIn(contract: Contract, start: string): Contract {
  if (contract.settlement?.currency) return contract;
  const { currency } = contract;
  const other = currency === 'EUR' ? 'USD' : 'EUR';
  const rates = contract.conversion?.rates ?? [];
  const known = rates.some((rate) => rate.from === currency && rate.to === other && rate.on === start);
  const rate = { from: currency, to: other, on: start, rate: '1' };
  return {
    ...contract,
    conversion: { ...contract.conversion, rates: known ? rates : [...rates, rate] },
    settlement: { ...contract.settlement, currency: other },
  } as Contract;
}
