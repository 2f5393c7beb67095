import type { Contract, ContractFacts, Missed, NextEvent, Projection } from '#documents';
import { clauseName, topOf } from './clauses.js';
import { compareDecimals, type Decimal, sumOf } from './decimal.js';
import { eventsPhrase } from './names.js';
import { volumeFact } from './reasons.js';
import type { Model } from './session.js';
import type { Fact, Phrase } from './speech.js';

/** Something that lies ahead: a tier or a bonus, and how far it is. */
export interface Goal {
  readonly phrase: Phrase;
  /** How much of the way is done, from 0 to 1, for a length on the screen. */
  readonly length: number;
}

/** What is near, and what holds earnings back. */
export interface Reach {
  readonly goals: readonly Goal[];
  readonly limits: readonly Phrase[];
}

/** The next event of a type, as the engine's analysis tells. */
export interface Next {
  readonly eventType: string;
  /** While it is awaited, the one before; nothing where it can't be worked out. */
  readonly answer: NextEvent | undefined;
  readonly awaited: boolean;
}

/** How far the next tiers and bonuses are, and which limits bind. */
export function reachOf({ contract, facts }: Model, { statement }: Projection): Reach {
  const goals = statement.notApplied.flatMap((missed) => goalOf(contract, facts, missed) ?? []);
  const limits = new Map<string, { max: Decimal; lost: Decimal[]; months: Set<string> }>();
  for (const { clause, amount, period, because } of statement.lines) {
    const reason = because.find((step) => 'limit' in step);
    if (!reason || !('limit' in reason)) continue;
    const known = limits.get(clause) ?? { max: reason.limit.max, lost: [], months: new Set() };
    known.lost.push(amount);
    known.months.add(period);
    limits.set(clause, known);
  }
  return {
    goals,
    limits: [...limits].map(([clause, { max, lost, months }]) => ({
      key: 'reach.limit',
      facts: {
        name: labelled(contract, clause) ?? clauseName(facts, clause),
        max: { shortMoney: max },
        count: { count: String(months.size) },
        lost: { money: sumOf(lost).replace(/^-/, '') },
      },
    })),
  };
}

/** Whether a limit on events of a type binds: a payout's own, or one of the whole contract. */
export function isLimited(facts: ContractFacts, { statement }: Projection, eventType: string): boolean {
  const own = facts.payouts.filter(({ event }) => event === eventType).map(({ clause }) => clause);
  return statement.lines.some(({ clause, because }) => {
    const top = topOf(clause);
    return because.some((step) => 'limit' in step) && (own.includes(top) || top.startsWith('/limits'));
  });
}

/** Whether one more event may be worth another amount than the last one. */
export function hasSteps({ payouts = [], bonuses, limits, guarantees, draw }: Contract): boolean {
  const some = (list: readonly unknown[] | undefined) => list !== undefined && list.length > 0;
  return (
    draw !== undefined || [bonuses, limits, guarantees].some(some) || payouts.some((payout) => some(payout.tiers) || some(payout.limits))
  );
}

/** What one more event adds, and the first one that adds something else, or that it can't be told; before that is known, nothing. */
export function nextPhrase(
  { eventType, answer, awaited }: Next,
  label: string | undefined,
  month: string,
  limited: boolean,
): Phrase | undefined {
  if (!answer) return awaited ? undefined : { key: 'reach.next.missing' };
  const { next, alike, then } = answer;
  const events: Fact = { phrase: eventsPhrase(eventType, String(then ? (alike ?? 1) : 1), label) };
  const facts = { events, month: { month }, amount: { money: next.amount } } as const;
  if (!then && compareDecimals(next.amount, '0') === 0) return { key: limited ? 'reach.next.limited' : 'reach.next.nothing', facts };
  return then ? { key: 'reach.next.then', facts: { ...facts, beyond: { money: then.amount } } } : { key: 'reach.next', facts };
}

function goalOf(contract: Contract, facts: ContractFacts, missed: Missed): Goal | undefined {
  const { because, clause, shortBy } = missed;
  if (typeof because !== 'object' || !('notReached' in because)) return undefined;
  const { measure, reached, from, period } = because.notReached;
  const top = topOf(clause ?? undefined);
  const payout = facts.payouts.find((candidate) => candidate.clause === top);
  const short: Fact =
    measure === 'revenue'
      ? volumeFact(measure, shortBy ?? '0')
      : { phrase: measure === 'events' && payout ? eventsPhrase(payout.event, shortBy ?? '0') : countedBy(measure, shortBy ?? '0') };
  const key = top.startsWith('/bonuses') ? ('reach.bonus' as const) : ('reach.tier' as const);
  const shared = {
    name: labelled(contract, clause) ?? clauseName(facts, clause ?? undefined),
    short,
    reached: volumeFact(measure, reached),
    from: volumeFact(measure, from),
  };
  return {
    phrase: period ? { key: `${key}.month`, facts: { ...shared, month: { month: period } } } : { key, facts: shared },
    length: Math.min(1, Math.max(0, Number(reached) / (Number(from) || 1))),
  };
}

/** What the contract calls the clause that a pointer is in. */
function labelled(contract: Contract, pointer: string | null | undefined): Fact | undefined {
  const [, list = '', place = ''] = topOf(pointer ?? undefined).split('/');
  const clause = (contract as unknown as Record<string, Record<string, { readonly label?: unknown }> | undefined>)[list]?.[place];
  return typeof clause?.label === 'string' ? { text: clause.label } : undefined;
}

function countedBy(measure: string, count: Decimal): Phrase {
  const key = measure === 'units' ? 'reach.units' : measure === 'events' ? 'reach.events' : 'reach.customers';
  return { key, facts: { count: { count } } };
}
