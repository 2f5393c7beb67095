import type { Missed, Reason } from '#documents';
import { eventsPhrase } from './names.js';
import type { Fact, Phrase } from './speech.js';

/** The sentence for one step from the terms to an amount. */
export function reasonPhrase(reason: Reason): Phrase {
  if ('fixed' in reason) {
    const { amount, times, result } = reason.fixed;
    if (times === undefined || times === null) return { key: 'reason.fixed', facts: { amount: { exactMoney: amount } } };
    return {
      key: 'reason.fixed.times',
      facts: { times: { count: times }, amount: { exactMoney: amount }, result: { exactMoney: result } },
    };
  }
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
  if ('oneTime' in reason) {
    const { amount, on } = reason.oneTime;
    return { key: 'reason.oneTime', facts: { amount: { exactMoney: amount }, day: { day: on } } };
  }
  return baseReason(reason) ?? volumeReason(reason) ?? settlementReason(reason);
}

/** Steps about what a percentage is taken of, and what raises or bounds it. */
function baseReason(reason: Reason): Phrase | undefined {
  if ('contractValue' in reason) {
    const { payment, payments, value } = reason.contractValue;
    return {
      key: 'reason.contractValue',
      facts: { count: { count: payments }, payment: { exactMoney: payment }, value: { exactMoney: value } },
    };
  }
  if ('missingBase' in reason) return { key: `reason.missing.${reason.missingBase.of}` };
  if ('basePart' in reason) {
    const { part, amount, result } = reason.basePart;
    return {
      key: 'reason.basePart',
      facts: { part: { phrase: { key: `part.${part}` } }, amount: { exactMoney: amount }, result: { exactMoney: result } },
    };
  }
  if ('share' in reason) {
    const { rate, base, result } = reason.share;
    return { key: 'reason.share', facts: { rate: { rate }, base: { exactMoney: base }, result: { exactMoney: result } } };
  }
  if ('uplift' in reason) {
    const { points, increase } = reason.uplift;
    if (points) return { key: 'reason.uplift.points', facts: { rate: { rate: points } } };
    return { key: 'reason.uplift.increase', facts: { rate: { rate: increase ?? '0%' } } };
  }
  if ('together' in reason) {
    return { key: `reason.together.${reason.together.how}`, facts: { result: { exactMoney: reason.together.result } } };
  }
  if ('bound' in reason) return { key: `reason.bound.${reason.bound.which}`, facts: { to: { exactMoney: reason.bound.to } } };
  if ('terms' in reason) {
    const { label } = reason.terms;
    return label ? { key: 'reason.terms', facts: { name: { text: label } } } : { key: 'reason.terms.plain' };
  }
  if ('converted' in reason) {
    const { from, currency, rate, to } = reason.converted;
    return {
      key: 'reason.converted',
      facts: { from: { text: `${from} ${currency}` }, rate: { count: rate }, to: { exactMoney: to } },
    };
  }
  return undefined;
}

/** Steps about volume: tiers, limits, bonuses. */
function volumeReason(reason: Reason): Phrase | undefined {
  if ('remainder' in reason) {
    const { part, whole } = reason.remainder;
    return { key: 'reason.remainder', facts: { part: { count: part }, whole: { count: whole } } };
  }
  if ('tier' in reason) {
    const { measure, from } = reason.tier;
    return { key: `reason.tier.${form(measure)}`, facts: { from: volumeFact(measure, from) } };
  }
  if ('band' in reason) {
    const { measure, reached, volume: some, own, paid } = reason.band;
    return {
      key: `reason.band.${form(measure)}`,
      facts: {
        volume: volumeFact(measure, some),
        reached: volumeFact(measure, reached),
        own: { exactMoney: own },
        paid: { exactMoney: paid },
      },
    };
  }
  if ('onEntry' in reason) return { key: 'reason.onEntry', facts: { amount: { exactMoney: reason.onEntry.amount } } };
  if ('reached' in reason) {
    const { measure, reached, from, amount } = reason.reached;
    return {
      key: `reason.reached.${form(measure)}`,
      facts: { reached: volumeFact(measure, reached), from: volumeFact(measure, from), amount: { exactMoney: amount } },
    };
  }
  if ('limit' in reason) {
    const { max, from, to } = reason.limit;
    return { key: 'reason.limit', facts: { max: { exactMoney: max }, from: { exactMoney: from }, to: { exactMoney: to } } };
  }
  return undefined;
}

/** Steps after what events earn: refunds, shares, guarantees, payments. */
function settlementReason(reason: Reason): Phrase {
  if ('refund' in reason) {
    const { on, from, to } = reason.refund;
    return { key: 'reason.refund', facts: { day: { day: on }, from: { exactMoney: from }, to: { exactMoney: to } } };
  }
  if ('shared' in reason) {
    const { payee, of, amount } = reason.shared;
    return { key: 'reason.shared', facts: { payee: { text: payee }, of: { exactMoney: of }, amount: { exactMoney: amount } } };
  }
  if ('days' in reason) {
    const { days, of } = reason.days;
    return { key: 'reason.days', facts: { days: { count: String(days) }, of: { count: String(of) } } };
  }
  if ('level' in reason) {
    const { level, earned } = reason.level;
    return { key: 'reason.level', facts: { earned: { exactMoney: earned }, level: { exactMoney: level } } };
  }
  if ('keptBack' in reason) {
    const { owed, left } = reason.keptBack;
    return { key: 'reason.keptBack', facts: { owed: { exactMoney: owed }, left: { exactMoney: left } } };
  }
  const base = 'ofPayment' in reason ? reason.ofPayment.base : '0';
  return { key: 'reason.ofPayment', facts: { base: { exactMoney: base } } };
}

/** A miss for a reason other than a tier or bonus that lies ahead: how far that is, is told in `reach.ts`. */
export type PlainMiss = Missed & { readonly because: Exclude<Missed['because'], { notReached: unknown }> };

export function isPlain(missed: Missed): missed is PlainMiss {
  return typeof missed.because === 'string' || !('notReached' in missed.because);
}

/** The sentence for something that was not paid. `name` is what its clause is called. */
export function missedPhrase({ because, quantity }: PlainMiss, name: Fact): Phrase {
  if (because === 'outsideTerm') return { key: 'missed.outsideTerm', facts: { name } };
  if (because === 'conditionNotMet') return { key: 'missed.conditionNotMet', facts: { name } };
  if (because === 'durationEnded') return { key: 'missed.durationEnded', facts: { name } };
  if (because === 'free') return { key: 'missed.free', facts: { name } };
  if ('noEvents' in because) return { key: 'missed.noEvents', facts: { name } };
  if ('noPayoutForType' in because) {
    const events = eventsPhrase(because.noPayoutForType.eventType, quantity ?? '1');
    return { key: 'missed.noPayoutForType', facts: { events: { phrase: events } } };
  }
  if ('restricted' in because) {
    const { label } = because.restricted;
    return label
      ? { key: 'missed.restricted', facts: { name, label: { text: label } } }
      : { key: 'missed.restricted.plain', facts: { name } };
  }
  if ('overLimit' in because) return { key: 'missed.overLimit', facts: { name, max: { count: because.overLimit.max } } };
  if ('otherCurrency' in because) {
    return { key: 'missed.otherCurrency', facts: { name, currency: { text: because.otherCurrency.currency } } };
  }
  if ('stillRunning' in because) return { key: 'missed.stillRunning', facts: { name, day: { day: because.stillRunning.until } } };
  const { on, from, to } = because.outsideWindow;
  return { key: 'missed.outsideWindow', facts: { name, day: { day: on }, first: { day: from }, last: { day: to } } };
}

function form(measure: string): 'money' | 'number' {
  return measure === 'revenue' ? 'money' : 'number';
}

/** So much of what is counted: money for revenue. */
export function volumeFact(measure: string, amount: string): Fact {
  return form(measure) === 'money' ? { exactMoney: amount } : { count: amount };
}
