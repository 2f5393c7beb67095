import { amountFor, type Context, type Payout } from './context.js';

/** What can be paid for, by the names of the field; each becomes a payout of its own. */
export const PAYOUTS = [
  'perSale',
  'commission',
  'perLead',
  'share',
  'perTrial',
  'perSignup',
  'perInstall',
  'perCall',
  'perClick',
  'perThousand',
  'perItem',
  'perUnit',
  'contractShare',
  'marginShare',
  'commissionAndFixed',
  'greaterOf',
  'lesserOf',
  'reward',
  'secondTier',
] as const;
export type PayoutAddition = (typeof PAYOUTS)[number];

/** A payout with values to begin with. */
export function payoutFor(kind: PayoutAddition, { contract, name }: Context): Payout {
  const money = (amount: string) => amountFor(contract, amount);
  const of = (event: string, pay: object, rest: object = {}) => ({ event, label: name(`label.${event}`), pay, ...rest }) as Payout;
  const fixed = (amount: string) => ({ fixed: money(amount) });
  switch (kind) {
    case 'perSale':
      return of('sale', fixed('12'));
    case 'commission':
      return of('sale', { percent: '10%' });
    case 'perLead':
      return of('lead', fixed('25'));
    case 'share':
      return of('payment', { percent: '20%' });
    case 'perTrial':
      return of('trial', fixed('10'));
    case 'perSignup':
      return of('signup', fixed('2'));
    case 'perInstall':
      return of('install', fixed('3'));
    case 'perCall':
      return of('call', fixed('15'));
    case 'perClick':
      return of('click', fixed('0.25'));
    case 'perThousand':
      return of('mille', fixed('2.50'));
    case 'perItem':
      return of('sale', { ...fixed('3'), per: 'item' });
    case 'perUnit':
      return of('sale', { ...fixed('1'), per: 'unit' });
    case 'contractShare':
      return of('subscription', { percent: '10%', of: 'contractValue' });
    case 'marginShare':
      return of('sale', { percent: '25%', of: 'margin' });
    case 'commissionAndFixed':
      return of('sale', { sum: [{ percent: '8%' }, fixed('3')] });
    case 'greaterOf':
      return of('sale', { greaterOf: [{ percent: '10%' }, fixed('5')] });
    case 'lesserOf':
      return of('sale', { lesserOf: [{ percent: '20%' }, fixed('50')] });
    case 'reward':
      return of('signup', { reward: '1', unit: name('unit.freeMonth') });
    case 'secondTier':
      return { ...of('payment', { percent: '5%' }, { level: 2 }), label: name('label.recruited') };
  }
}
