import type { ContractFacts, PayFacts } from '#documents';
import type { Messages } from '../locales/messages.js';
import { type InputSpec, isMoney, type Range } from './inputs.js';
import type { Phrase } from './speech.js';

type TypeOf<Key> = Key extends `type.${infer Type}` ? Type : never;
type Known = TypeOf<keyof Messages>;

const KNOWN: ReadonlySet<string> = new Set<Known>(['lead', 'sale', 'subscription', 'install', 'trial', 'signup', 'click', 'call']);

function isKnown(type: string): type is Known {
  return KNOWN.has(type);
}

/** What an event type is called, many of it; the contract's own word where the languages have none. */
export function typeName(type: string, label?: string): Phrase | string {
  return isKnown(type) ? { key: `type.${type}` } : (label ?? type);
}

/** So many events: "20 leads". */
export function eventsPhrase(type: string, count: string, label?: string): Phrase {
  if (isKnown(type)) return { key: `events.${type}`, facts: { count: { count } } };
  return { key: 'events.named', facts: { count: { count }, name: { text: label ?? type } } };
}

/** The label of an input. `alone`: whether no other event type asks for the same kind, so that the type need not be said. */
export function fieldPhrase(spec: InputSpec, alone: boolean): Phrase {
  const { kind, eventType, label, title } = spec;
  if (title !== undefined) return { key: 'field.titled', facts: { title: { text: title } } };
  if (kind === 'months' || eventType === undefined) return { key: 'field.months' };
  const name = typeName(eventType, label);
  const fact = typeof name === 'string' ? { text: name } : { phrase: name };
  if (kind === 'perMonth') {
    return typeof name === 'string'
      ? { key: 'field.perMonth.named', facts: { name: fact } }
      : { key: 'field.perMonth', facts: { events: fact } };
  }
  return alone ? { key: `field.${kind}` } : { key: `field.${kind}.named`, facts: { name: fact } };
}

/** What an input's value means, for someone who hears the slider: "20 leads a month". */
export function valuePhrase(spec: InputSpec, value: string): Phrase {
  switch (spec.kind) {
    case 'perMonth':
      return { key: 'value.perMonth', facts: { events: { phrase: eventsPhrase(spec.eventType ?? '', value, spec.label) } } };
    case 'audience':
    case 'deals':
      return { key: `value.${spec.kind}`, facts: { count: { count: value } } };
    case 'amount':
      return { key: 'value.amount', facts: { amount: { money: value } } };
    case 'payment':
      return { key: 'value.payment', facts: { amount: { money: value } } };
    case 'contractValue':
      return { key: 'value.contractValue', facts: { amount: { money: value } } };
    case 'payments':
    case 'months':
      return { key: 'months', facts: { count: { count: value } } };
  }
}

/** Where an input lies as long as the visitor has not settled on a number. */
export function rangePhrase(spec: InputSpec, { low, high, share }: Range): Phrase {
  const end = (value: string) => (isMoney(spec) ? { shortMoney: value } : { count: value });
  const facts = { field: { phrase: fieldPhrase(spec, false) }, low: end(low), high: end(high), share: { phrase: sharePhrase(share) } };
  return { key: 'assume.range', facts };
}

/** In how many cases a range holds. */
export function sharePhrase(share: Range['share']): Phrase {
  return { key: `share.${share}` };
}

/** A contract's terms in a few words, where it has one clause: "10% of each order". */
export function termsPhrase({ payouts, oneTime }: ContractFacts): Phrase {
  const [payout] = payouts;
  const [once] = oneTime;
  if (payouts.length === 1 && payout && !once) return payPhrase(payout.pay ?? undefined, payout.event);
  if (oneTime.length === 1 && once && !payout) return { key: 'terms.oneTime', facts: { amount: { shortMoney: once.amount } } };
  return { key: 'terms.clauses', facts: { count: { count: String(payouts.length + oneTime.length) } } };
}

function payPhrase(pay: PayFacts | undefined, event: string): Phrase {
  if (!pay) return { key: 'terms.varied' };
  if ('percent' in pay) return { key: `terms.${pay.percent.of}`, facts: { rate: { rate: pay.percent.rate } } };
  const amount = { shortMoney: pay.fixed.amount };
  return { key: event === 'lead' ? 'terms.fixed.lead' : 'terms.fixed', facts: { amount } };
}
