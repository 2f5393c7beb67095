import type { ContractFacts, Projection } from '#documents';
import { type ClauseRow, clauseRows, paidBy } from './clauses.js';
import type { Decimal } from './decimal.js';
import type { Phrase } from './speech.js';

/** What a projection shows, as plain data: every figure is the engine's. */
export interface Outcome {
  readonly headline: Headline;
  readonly total: Decimal;
  readonly months: readonly MonthRow[];
  readonly clauses: readonly ClauseRow[];
  /** What it was made of, for what is shown further down. */
  readonly projection: Projection;
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

/** Puts a projection into the rows that are shown. */
export function outcomeOf(facts: ContractFacts, projection: Projection): Outcome {
  const clauses = clauseRows(facts, projection);
  const months = projection.byMonth.map(
    (month): MonthRow => ({
      month: month.month,
      amount: month.amount,
      cumulative: month.cumulative,
      parts: clauses.map(({ clause }) => paidBy(clause, month)),
    }),
  );
  return {
    headline: headlineOf(facts, projection),
    total: projection.totals.earned,
    months,
    clauses,
    projection,
    first: months[0]?.month ?? projection.start,
    last: months.at(-1)?.month ?? projection.start,
  };
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
