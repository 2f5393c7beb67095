import type { ContractFacts, Scenario } from '#documents';
import { clauseName } from './clauses.js';
import { type InputSpec, isMoney, type Values } from './inputs.js';
import { eventsPhrase, fieldPhrase, rangePhrase, typeName } from './names.js';
import type { Outcome } from './outcome.js';
import { isPlain, missedPhrase } from './reasons.js';
import type { Phrase } from './speech.js';

/** What was not paid, and why; how far tiers and bonuses are is told elsewhere. */
export function missedPhrases(facts: ContractFacts, { projection }: Outcome): readonly Phrase[] {
  return projection.statement.notApplied.filter(isPlain).map((one) => missedPhrase(one, clauseName(facts, one.clause ?? undefined)));
}

/** What a projection takes for granted, in sentences. */
export function assumptions(specs: readonly InputSpec[], values: Values, outcome: Outcome, scenario: Scenario): readonly Phrase[] {
  const value = (spec: InputSpec) => values[spec.id] ?? spec.initial;
  const about = specs.flatMap((spec): Phrase[] => {
    if (values[spec.id] === undefined && spec.range) {
      const { low, high, share } = spec.range;
      return [rangePhrase(spec, { low: values[`${spec.id}.low`] ?? low, high: values[`${spec.id}.high`] ?? high, share })];
    }
    const several = specs.filter(({ kind }) => kind === spec.kind).length > 1;
    if (several && isMoney(spec)) {
      return [{ key: 'assume.named', facts: { field: { phrase: fieldPhrase(spec, false) }, amount: { money: value(spec) } } }];
    }
    switch (spec.kind) {
      case 'perMonth': {
        const events = eventsPhrase(spec.eventType ?? '', value(spec), spec.label);
        return [{ key: 'assume.perMonth', facts: { events: { phrase: events } } }];
      }
      case 'audience':
      case 'deals':
        return [{ key: `assume.${spec.kind}`, facts: { count: { count: value(spec) } } }];
      case 'amount':
        return [{ key: 'assume.amount', facts: { amount: { money: value(spec) } } }];
      case 'contractValue':
        return [{ key: 'assume.contractValue', facts: { amount: { money: value(spec) } } }];
      case 'payment': {
        const amount = { money: value(spec) };
        const payments = specs.find((other) => other.kind === 'payments' && other.eventType === spec.eventType);
        if (!payments) return [{ key: 'assume.payment', facts: { amount } }];
        return [{ key: 'assume.contract', facts: { amount, count: { count: value(payments) } } }];
      }
      default:
        return [];
    }
  });
  const period: Phrase = { key: 'assume.period', facts: { first: { month: outcome.first }, last: { month: outcome.last } } };
  const types = new Map(specs.flatMap(({ eventType, label }) => (eventType === undefined ? [] : [[eventType, label]])));
  const streams = scenario.streams?.filter(({ event }) => types.has(event)) ?? [];
  const further = streams.flatMap((stream) => streamPhrases(stream, types.get(stream.event)));
  const counted: readonly Phrase[] = scenario.counts === 'expected' ? [{ key: 'assume.expected' }] : [];
  return [period, ...about, ...(further.length > 0 ? further : [{ key: 'assume.steady' } as const]), ...counted, { key: 'assume.earned' }];
}

/** What a stream says beside its numbers. */
function streamPhrases(stream: NonNullable<Scenario['streams']>[number], label: string | undefined): readonly Phrase[] {
  const { growth, ramp, seasonality, approved, churn, upgrades, refunds, mix = [] } = stream;
  const name = typeName(stream.event, label);
  const events = typeof name === 'string' ? { text: name } : { phrase: name };
  const phrases: Phrase[] = [];
  const share = (key: 'assume.approved' | 'assume.churn' | 'assume.refunds', given: unknown) => {
    if (typeof given === 'string') phrases.push({ key, facts: { events, rate: { rate: given } } });
  };
  if (growth) phrases.push({ key: `assume.growth.${growth.per}`, facts: { events, rate: { rate: growth.percent } } });
  if (ramp) phrases.push({ key: 'assume.ramp', facts: { events, count: { count: String(ramp) } } });
  if (seasonality?.length) phrases.push({ key: 'assume.seasonality', facts: { events } });
  share('assume.approved', approved);
  share('assume.churn', churn);
  if (upgrades && typeof upgrades.share === 'string')
    phrases.push({ key: 'assume.upgrades', facts: { events, rate: { rate: upgrades.share }, amount: { money: String(upgrades.amount) } } });
  share('assume.refunds', refunds?.share);
  for (const { share, amount } of mix) {
    const rate = { rate: share };
    if (amount === undefined) phrases.push({ key: 'assume.mix', facts: { events, rate } });
    else phrases.push({ key: 'assume.mix.amount', facts: { events, rate, amount: { money: String(amount) } } });
  }
  return phrases.length > 0 ? [...phrases, { key: 'assume.fees' }] : [];
}
