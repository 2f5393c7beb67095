import type { Contract } from '#documents';

export type Payout = NonNullable<Contract['payouts']>[number];

/** What a clause is added to, and what its first values depend on. */
export interface Context {
  readonly contract: Contract;
  /** The first day of the months that are looked at. */
  readonly start: string;
  /** What a thing is called, in the language of whoever adds it. */
  name(key: string): string;
}

/** An amount as the contract writes them: one for each currency that it pays in. */
export function amountFor({ currency, alsoPaysIn }: Contract, amount: string): string | Record<string, string> {
  const others = alsoPaysIn ?? [];
  return others.length === 0 ? amount : Object.fromEntries([currency, ...others].map((each) => [each, amount]));
}

/** So many months after a day, and a day less: a year from 2027-01-01 on ends on 2027-12-31. */
export function lastDay(start: string, months: number): string {
  const [year = 0, month = 1] = start.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 0)).toISOString().slice(0, 10);
}

/** One more entry in a list that may not be there yet. */
export const more = <T>(list: readonly T[] | null | undefined, entry: unknown): T[] => [...(list ?? []), entry as T];
