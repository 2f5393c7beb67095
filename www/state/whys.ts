import type { Line, Projection, Reason } from '#documents';
import { paidBy, topOf } from './clauses.js';
import type { Decimal } from './decimal.js';

/** How a clause's lines of some months came about; months with the same steps stand together. */
export interface Why {
  readonly months: readonly string[];
  readonly reasons: readonly Reason[];
  /** What each of the months comes to, where it takes more than one line. */
  readonly sum: Decimal | undefined;
}

/** Every line of the clause and of what belongs to it, tiers and limits too: they add up to what it pays. */
export function whysOf(clause: string, { statement, byMonth }: Projection): readonly Why[] {
  const months = new Map<string, Line[]>();
  for (const line of statement.lines) {
    if (topOf(line.clause) !== clause) continue;
    const lines = months.get(line.period);
    if (lines) lines.push(line);
    else months.set(line.period, [line]);
  }
  const groups = new Map<string, Why & { readonly months: string[] }>();
  for (const [month, lines] of months) {
    const reasons = lines.flatMap(({ because }) => because);
    const key = JSON.stringify(reasons);
    const group = groups.get(key);
    if (group) {
      group.months.push(month);
      continue;
    }
    const paid = byMonth.find((candidate) => candidate.month === month);
    groups.set(key, { months: [month], reasons, sum: paid && lines.length > 1 ? paidBy(clause, paid) : undefined });
  }
  return [...groups.values()];
}
