import type { Contract } from '#documents';
import { leavesOf, valueAt } from '../pointers.js';

type Payout = NonNullable<Contract['payouts']>[number];

/** How a program pays at all. */
export const MODELS = ['fixed', 'share', 'both', 'reward', 'bonusOnly'] as const;
export type PayoutModel = (typeof MODELS)[number];

/** What is remarkable about a program's terms, in the words that people search with. */
export const PATTERNS = [
  'leadAndShare',
  'oneTime',
  'months',
  'lifetime',
  'decay',
  'rising',
  'tiers',
  'tiersWithCap',
  'cap',
  'oncePerCustomer',
  'byGroup',
  'milestone',
  'eitherOr',
  'secondTier',
  'guarantee',
  'hold',
  'minimumPayment',
] as const;
export type Pattern = (typeof PATTERNS)[number];

/** How a contract pays: in fixed amounts, in shares, in both, in rewards; or by bonuses and for no event alone. */
export function modelOf({ payouts = [] }: Contract): PayoutModel {
  const [fixed, share, reward] = (['fixed', 'percent', 'reward'] as const).map((kind) => payouts.some((payout) => pays(payout, kind)));
  if (fixed && share) return 'both';
  return share ? 'share' : fixed ? 'fixed' : reward ? 'reward' : 'bonusOnly';
}

/** The patterns of a contract, read off its clauses. */
export function patternsOf(contract: Contract): readonly Pattern[] {
  const { payouts = [], limits = [], bonuses = [], guarantees = [], offers = [], settlement } = contract;
  const caps = [...payouts.flatMap((payout) => payout.limits ?? []), ...limits];
  const tiered = payouts.some(({ tiers = [] }) => tiers.length > 0);
  const isShare = (payout: Payout) => pays(payout, 'percent');
  const holds: Readonly<Record<Pattern, boolean>> = {
    leadAndShare: payouts.some((payout) => !isShare(payout) && pays(payout, 'fixed')) && payouts.some(isShare),
    oneTime: payouts.some((payout) => valueAt(payout, '/for/payments') !== undefined && Number(valueAt(payout, '/for/payments')) === 1),
    months: payouts.some((payout) => valueAt(payout, '/for/months') !== undefined || Number(valueAt(payout, '/for/payments') ?? 0) > 1),
    lifetime: payouts.some((payout) => payout.event === 'payment' && isShare(payout) && !payout.for),
    decay: payouts.some((payout) => trendOf(payout) === 'falls'),
    rising: payouts.some((payout) => trendOf(payout) === 'rises'),
    tiers: tiered,
    tiersWithCap: tiered && caps.length > 0,
    cap: caps.some(({ max }) => max !== undefined && max !== null),
    oncePerCustomer: caps.some(({ maxEvents, per }) => per === 'customer' && Number(maxEvents) === 1),
    byGroup: payouts.some((payout) => (payout.groups ?? []).length > 0 && trendOf(payout) === undefined),
    milestone: bonuses.length > 0,
    eitherOr: offers.length > 1,
    secondTier: payouts.some(({ level }) => Number(level ?? 1) > 1),
    guarantee: guarantees.length > 0,
    hold: settlement?.lock !== undefined && settlement.lock !== null,
    minimumPayment: settlement?.threshold !== undefined && settlement.threshold !== null,
  };
  return PATTERNS.filter((pattern) => holds[pattern]);
}

/** Whether any pay of a clause, a group's and a tier's among them, is of a kind and more than nothing. */
function pays({ pay, groups, tiers, scheduled }: Payout, kind: 'fixed' | 'percent' | 'reward'): boolean {
  const leaves = leavesOf([pay, groups?.map((group) => group.pay), scheduled?.map((terms) => terms.pay), tiers?.map(({ steps }) => steps)]);
  return leaves.some(({ path, value }) => new RegExp(`/${kind}(/[A-Z]{3})?$`).test(path) && Number.parseFloat(String(value)) > 0);
}

/** Whether the share changes with a customer's age or payments, and which way. */
function trendOf({ pay, groups = [] }: Payout): 'falls' | 'rises' | undefined {
  const early = groups.filter(({ when }) => isEarly(when.customerMonths) || isEarly(when.paymentNumber));
  const rate = (of: unknown) => Number.parseFloat(String(valueAt(of, '/percent') ?? ''));
  const [first, last] = [rate(early[0]?.pay), rate(pay)];
  if (Number.isNaN(first) || Number.isNaN(last) || first === last) return undefined;
  // A share that only the first payment has, and later ones by another condition, does not end.
  return first > last ? 'falls' : 'rises';
}

/** A test that is met at a customer's beginning: below so many months, the first payment. */
function isEarly(test: unknown): boolean {
  if (test === undefined || test === null) return false;
  return typeof test !== 'object' || 'below' in test || 'atMost' in test;
}

/** What a search is about; empty where nothing was chosen. */
export interface ProgramSearch {
  readonly text: string;
  readonly model: PayoutModel | '';
  readonly pattern: Pattern | '';
}

/** Whether a program is one that is looked for: every word of the text has to stand in its name or its sentences. */
export function isSought(contract: Contract, sentences: readonly string[], { text, model, pattern }: ProgramSearch): boolean {
  const told = [contract.name ?? '', ...sentences].join(' ').toLocaleLowerCase();
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return (
    words.every((word) => told.includes(word)) &&
    (model === '' || modelOf(contract) === model) &&
    (pattern === '' || patternsOf(contract).includes(pattern))
  );
}
