import type { ClauseTotal, ContractFacts, LineKind, ProjectedMonth, Projection } from '#documents';
import { type Decimal, sumOf } from './decimal.js';
import { eventsPhrase, typeName } from './names.js';
import type { Fact, Phrase } from './speech.js';

export interface ClauseRow {
  readonly clause: string;
  readonly name: Fact;
  /** Which of the chart's patterns is its own. */
  readonly tone: number;
  /** What it was paid for; nothing where that can't be counted. */
  readonly quantity: Phrase | undefined;
  readonly amount: Decimal;
  /** Its part of the total, from 0 to 1, for a length on the screen; never a figure that is shown. */
  readonly length: number;
}

/** What each clause pays. */
export function clauseRows(facts: ContractFacts, projection: Projection): readonly ClauseRow[] {
  const places = [...facts.payouts, ...facts.oneTime].map((clause) => clause.clause);
  const others = projection.clauses.map(({ clause }) => clause).filter((clause) => !places.includes(clause));
  const order = [...places, ...others];
  return projection.clauses.map((total) => ({
    clause: total.clause,
    name: total.label ? { text: total.label } : clauseName(facts, total.clause, total.kind),
    tone: order.indexOf(total.clause),
    quantity: quantityOf(facts, total),
    amount: total.amount,
    length: Math.max(0, Number(total.amount) / (Number(projection.totals.earned) || 1)),
  }));
}

/** What a clause, or the one that it is a part of, is called. */
export function clauseName(facts: ContractFacts, pointer: string | undefined, kind: LineKind | undefined = kindAt(pointer)): Fact {
  const clause = topOf(pointer);
  const label = labelOf(facts, clause);
  if (label !== undefined) return { text: label };
  const payout = facts.payouts.find((candidate) => candidate.clause === clause);
  const name = payout
    ? typeName(payout.event)
    : ({ key: kind === undefined || kind === 'oneTime' ? 'oneTime' : (`kind.${kind}` as const) } as const);
  return nameFact(name);
}

/** What a clause pays in a month, with its tiers and limits. */
export function paidBy(clause: string, { clauses }: ProjectedMonth): Decimal {
  return sumOf(clauses.filter((part) => topOf(part.clause) === clause).map(({ amount }) => amount));
}

/** The clause of the contract's own lists that a pointer is in: `/payouts/0` for `/payouts/0/tiers/0/steps/1`. */
export function topOf(pointer: string | undefined): string {
  return /^\/\w+(\/\d+)?/.exec(pointer ?? '')?.[0] ?? '';
}

function nameFact(name: Phrase | string): Fact {
  return typeof name === 'string' ? { text: name } : { phrase: name };
}

const KINDS: Readonly<Record<string, LineKind>> = {
  payouts: 'payout',
  bonuses: 'bonus',
  limits: 'limit',
  retainers: 'retainer',
  guarantees: 'guarantee',
  draw: 'draw',
  advances: 'advance',
};

/** What the lines of a clause are, where only its place is known. */
function kindAt(pointer: string | undefined): LineKind | undefined {
  return KINDS[pointer?.split('/')[1] ?? ''];
}

function quantityOf(facts: ContractFacts, { kind, eventType, quantity, clause }: ClauseTotal): Phrase | undefined {
  if (kind === 'oneTime') return { key: 'quantity.oneTime' };
  if (kind !== 'payout' || !eventType) return undefined;
  return eventsPhrase(eventType, quantity, labelOf(facts, clause));
}

function labelOf(facts: ContractFacts, clause: string): string | undefined {
  return [...facts.payouts, ...facts.oneTime].find((candidate) => candidate.clause === clause)?.label ?? undefined;
}
