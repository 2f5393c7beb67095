import type { Missed, Reason } from '#documents';
import { eventsPhrase } from './names.js';
import type { Fact, Phrase } from './speech.js';

/** The sentence for one step from the terms to an amount. */
export function reasonPhrase(reason: Reason): Phrase {
  if ('fixed' in reason) return { key: 'reason.fixed', facts: { amount: { exactMoney: reason.fixed.amount } } };
  if ('contractValue' in reason) {
    const { payment, payments, value } = reason.contractValue;
    return {
      key: 'reason.contractValue',
      facts: { count: { count: payments }, payment: { exactMoney: payment }, value: { exactMoney: value } },
    };
  }
  if ('missingBase' in reason) return { key: `reason.missing.${reason.missingBase.of}` };
  if ('percent' in reason) {
    const { rate, of, base, result } = reason.percent;
    return { key: `reason.percent.${of}`, facts: { rate: { rate }, base: { exactMoney: base }, result: { exactMoney: result } } };
  }
  if ('times' in reason) {
    const { quantity, each, result } = reason.times;
    return {
      key: 'reason.times',
      facts: { count: { count: quantity }, each: { exactMoney: each }, result: { exactMoney: result } },
    };
  }
  if ('rounding' in reason) {
    const { per, from, to, mode } = reason.rounding;
    const facts = { from: { exactMoney: from }, to: { money: to }, mode: { phrase: { key: `mode.${mode}` } } } as const;
    return { key: `reason.rounding.${per}`, facts };
  }
  const { amount, on } = reason.oneTime;
  return { key: 'reason.oneTime', facts: { amount: { exactMoney: amount }, day: { day: on } } };
}

/** The sentence for something that was not paid. `name` is what its clause is called. */
export function missedPhrase({ because, quantity }: Missed, name: Fact): Phrase {
  if ('noEvents' in because) return { key: 'missed.noEvents', facts: { name } };
  if ('noPayoutForType' in because) {
    const events = eventsPhrase(because.noPayoutForType.eventType, quantity ?? '1');
    return { key: 'missed.noPayoutForType', facts: { events: { phrase: events } } };
  }
  const { on, from, to } = because.outsideWindow;
  return { key: 'missed.outsideWindow', facts: { name, day: { day: on }, first: { day: from }, last: { day: to } } };
}
