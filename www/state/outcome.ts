import type { ContractFacts, Line, Missed, Projection, Reason, Scenario } from '#documents';
import type { Decimal } from './decimal.js';
import type { InputSpec, Values } from './inputs.js';
import { eventsPhrase, rangePhrase, typeName } from './names.js';
import { missedPhrase } from './reasons.js';
import type { Fact, Phrase } from './speech.js';

/** What a projection shows, as plain data: every figure is the engine's. */
export interface Outcome {
  readonly headline: Headline;
  readonly total: Decimal;
  readonly months: readonly MonthRow[];
  readonly clauses: readonly ClauseRow[];
  readonly missed: readonly Phrase[];
  /** By month, when what is earned becomes final and when it is paid, where the contract says so. */
  readonly cash: readonly Cash[];
  readonly brand: Projection['brand'];
  readonly first: string;
  readonly last: string;
}

/** `perMonth` is a mean over the months; `single` the only month's amount; `total` the sum, where nothing recurs. */
export interface Headline {
  readonly kind: 'perMonth' | 'single' | 'total';
  readonly amount: Decimal;
}

export interface MonthRow {
  readonly month: string;
  readonly amount: Decimal;
  readonly cumulative: Decimal;
  /** By clause, in the order of {@link Outcome.clauses}; "0" where it pays nothing. */
  readonly parts: readonly Decimal[];
}

export interface Cash {
  readonly month: string;
  readonly locks: Decimal;
  readonly paid: Decimal;
}

export interface ClauseRow {
  readonly clause: string;
  readonly name: Fact;
  /** Which of the chart's patterns is its own: its place in the contract. */
  readonly tone: number;
  readonly quantity: Phrase;
  readonly amount: Decimal;
  /** Its part of the total, from 0 to 1, for a length on the screen; never a figure that is shown. */
  readonly length: number;
  readonly whys: readonly Why[];
}

/** How a clause's lines of some months came about; months with the same steps stand together. */
export interface Why {
  readonly months: readonly string[];
  readonly reasons: readonly Reason[];
}

/** Puts a projection into the rows that are shown. */
export function outcomeOf(facts: ContractFacts, projection: Projection): Outcome {
  const places = [...facts.payouts, ...facts.oneTime].map((clause) => clause.clause);
  const clauses = projection.clauses.map((total): ClauseRow => {
    const lines = projection.statement.lines.filter((line) => line.clause === total.clause);
    const quantity: Phrase =
      total.kind === 'oneTime'
        ? { key: 'quantity.oneTime' }
        : eventsPhrase(total.eventType ?? '', total.quantity, clauseLabel(facts, total.clause));
    return {
      clause: total.clause,
      name: clauseName(facts, total.clause),
      tone: places.indexOf(total.clause),
      quantity,
      amount: total.amount,
      length: Number(total.amount) / (Number(projection.totals.earned) || 1),
      whys: whysOf(lines),
    };
  });
  const months = projection.byMonth.map(
    (month): MonthRow => ({
      month: month.month,
      amount: month.amount,
      cumulative: month.cumulative,
      parts: clauses.map(({ clause }) => month.clauses.find((part) => part.clause === clause)?.amount ?? '0'),
    }),
  );
  return {
    headline: headlineOf(facts, projection),
    total: projection.totals.earned,
    months,
    clauses,
    missed: projection.statement.notApplied.map((missed: Missed) => missedPhrase(missed, clauseName(facts, missed.clause ?? undefined))),
    cash: projection.cash ?? [],
    brand: projection.brand,
    first: months[0]?.month ?? projection.start,
    last: months.at(-1)?.month ?? projection.start,
  };
}

/** What a projection takes for granted, in sentences. */
export function assumptions(specs: readonly InputSpec[], values: Values, outcome: Outcome, scenario: Scenario): readonly Phrase[] {
  const value = (spec: InputSpec) => values[spec.id] ?? spec.initial;
  const about = specs.flatMap((spec): Phrase[] => {
    if (values[spec.id] === undefined && spec.range) return [rangePhrase('assume.range', spec)];
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
  return [period, ...about, ...(further.length > 0 ? further : [{ key: 'assume.steady' } as const]), { key: 'assume.earned' }];
}

/** What a stream says beside its numbers. */
function streamPhrases(stream: NonNullable<Scenario['streams']>[number], label: string | undefined): readonly Phrase[] {
  const { growth, ramp, seasonality, approved, churn, refunds } = stream;
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
  share('assume.refunds', refunds?.share);
  return phrases.length > 0 ? [...phrases, { key: 'assume.fees' }] : [];
}

/** The one sentence that tells a result to someone who hears it. */
export function announcement({ headline, total, first, last }: Outcome): Phrase {
  if (headline.kind === 'single') return { key: 'status.single', facts: { total: { money: total }, month: { month: first } } };
  const facts = { total: { money: total }, first: { month: first }, last: { month: last } };
  if (headline.kind === 'total') return { key: 'status.total', facts };
  return { key: 'status', facts: { ...facts, monthly: { money: headline.amount } } };
}

function headlineOf(facts: ContractFacts, { months, totals }: Projection): Headline {
  if (months === 1) return { kind: 'single', amount: totals.earned };
  // A single payment spread over the months would read like an income.
  if (facts.payouts.length === 0) return { kind: 'total', amount: totals.earned };
  return { kind: 'perMonth', amount: totals.perMonth };
}

function clauseLabel(facts: ContractFacts, clause: string | undefined): string | undefined {
  return [...facts.payouts, ...facts.oneTime].find((candidate) => candidate.clause === clause)?.label ?? undefined;
}

function clauseName(facts: ContractFacts, clause: string | undefined): Fact {
  const label = clauseLabel(facts, clause);
  if (label !== undefined) return { text: label };
  const payout = facts.payouts.find((candidate) => candidate.clause === clause);
  const name = payout ? typeName(payout.event) : ({ key: 'oneTime' } as const);
  return typeof name === 'string' ? { text: name } : { phrase: name };
}

function whysOf(lines: readonly Line[]): readonly Why[] {
  const groups = new Map<string, { months: string[]; reasons: readonly Reason[] }>();
  for (const { because, period } of lines) {
    const key = JSON.stringify(because);
    const group = groups.get(key) ?? { months: [], reasons: because };
    group.months.push(period);
    groups.set(key, group);
  }
  return [...groups.values()];
}
