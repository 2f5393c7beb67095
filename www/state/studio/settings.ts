import type { Contract } from '#documents';
import { stepTo, valueAt, withValueAt } from '../pointers.js';
import type { Check } from './bring.js';

/** A choice that a clause makes in a word, not in a number: no sentence has a field for it. */
export interface Setting {
  /** Where the word stands in the contract. */
  readonly path: string;
  /** The clause that it is a part of. */
  readonly holder: string;
  readonly field: string;
  readonly value: string;
  /** What the engine takes there. */
  readonly options: readonly string[];
}

const PERIODS = ['order', 'day', 'week', 'month', 'quarter', 'year', 'customerYear', 'contract'];
const SPANS = ['month', 'quarter', 'year'];
const MEASURES = ['revenue', 'events', 'units', 'customers', 'activeCustomers'];
const BASES = ['orderAmount', 'recurringPayment', 'contractValue', 'collected', 'margin', 'netRevenue', 'commission'];
const REACHED = ['atLeast', 'above'];

/** Where choices stand, by their holders; the first word is what holds where none is said. */
const CHOICES: readonly (readonly [holder: RegExp, field: string, unsaid: string, options: readonly string[], beside?: string])[] = [
  [/\/pay$|\/(sum|greaterOf|lesserOf)\/\d+$/, 'of', 'orderAmount', BASES, 'percent'],
  [/\/pay$|\/(sum|greaterOf|lesserOf)\/\d+$/, 'per', 'event', ['event', 'item', 'unit'], 'fixed'],
  [/^\/payouts\/\d+$/, 'groupsPay', 'first', ['first', 'highest', 'all'], 'groups'],
  [/\/for$/, 'since', 'customer', ['customer', 'recruitment'], 'months'],
  [/\/free$/, 'per', 'contract', ['order', ...SPANS, 'contract']],
  [/\/tiers\/\d+$/, 'mode', 'graduated', ['graduated', 'retroactive', 'forward', 'orderSize']],
  [/\/tiers\/\d+$/, 'measure', 'revenue', MEASURES],
  [/\/tiers\/\d+$/, 'per', 'month', PERIODS],
  [/\/tiers\/\d+$/, 'boundary', 'atLeast', REACHED],
  [/\/limits\/\d+$/, 'per', 'month', ['event', 'item', 'customer', 'day', 'week', ...SPANS, 'contract']],
  [/^\/limits\/\d+$/, 'bonuses', 'inside', ['inside', 'outside'], 'max'],
  [/^\/bonuses\/\d+$/, 'measure', 'revenue', MEASURES],
  [/^\/bonuses\/\d+$/, 'per', 'month', PERIODS],
  [/^\/bonuses\/\d+$/, 'of', 'partner', ['partner', 'customer']],
  [/^\/bonuses\/\d+$/, 'ladderPays', 'highest', ['highest', 'cumulative'], 'ladder'],
  [/^\/retainers\/\d+$/, 'per', 'month', SPANS],
  [/^\/retainers\/\d+$/, 'partPeriods', 'full', ['full', 'byDays']],
  [/^\/guarantees\/\d+$/, 'per', 'month', SPANS, 'amount'],
  [/^\/draw$/, 'per', 'month', SPANS],
  [/^\/draw$/, 'shortfall', 'recoverable', ['recoverable', 'kept']],
  [/^\/advances\/\d+$/, 'paid', 'here', ['here', 'before']],
  [/^\/advances\/\d+$/, 'recoupment', 'running', ['running', 'ownYear']],
  [/^\/negativeBalance$/, 'per', 'month', SPANS],
  [/^\/negativeBalance$/, 'deficit', 'carried', ['carried', 'forgotten']],
  [/^\/refunds$/, 'fixedPay', 'stays', ['stays', 'proRata']],
  [/^\/refunds$/, 'afterLock', 'takenBack', ['takenBack', 'ignored']],
  [/^\/settlement\/lock$/, 'from', 'event', ['event', 'endOfMonth']],
  [/^\/settlement\/schedule$/, 'every', 'month', ['week', 'month', 'quarter']],
];

/** The choices of a payout with all that belongs to it, or, with an empty `top`, of what holds for the contract as a whole. */
export function settingsOf(contract: Contract, top: string, check: Check): readonly Setting[] {
  const holders = objectsIn(contract, '').filter((pointer) => (top === '' ? !pointer.startsWith('/payouts/') : isIn(pointer, top)));
  return holders.flatMap((holder) =>
    CHOICES.filter(
      ([place, , , , beside]) => place.test(holder) && (!beside || valueAt(contract, stepTo(holder, beside)) !== undefined),
    ).flatMap(([, field, unsaid, words]): readonly Setting[] => {
      const path = stepTo(holder, field);
      const value = String(valueAt(contract, path) ?? unsaid);
      const options = words.filter((word) => word === value || check(withValueAt(contract, path, word)) !== undefined);
      return options.length > 1 && options.includes(value) ? [{ path, holder, field, value, options }] : [];
    }),
  );
}

const isIn = (pointer: string, top: string) => pointer === top || pointer.startsWith(`${top}/`);

/** Every object of a document, in its order. */
function objectsIn(node: unknown, pointer: string): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  const inside = Object.entries(node).flatMap(([step, value]) => objectsIn(value, stepTo(pointer, step)));
  return Array.isArray(node) ? inside : [pointer, ...inside];
}
