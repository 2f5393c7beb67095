import type { ContractFacts, PayoutFacts, Scenario } from '#documents';
import { compareDecimals, type Decimal, shortest } from '../decimal.js';
import { type EntryKind, numberIn } from '../entries.js';
import { leavesOf, valueAt, withValueAt } from '../pointers.js';

type Stream = NonNullable<Scenario['streams']>[number];

/** What a number of the scenario is about. */
export type DriverKind =
  | 'perMonth'
  | 'audience'
  | 'clickThrough'
  | 'conversion'
  | 'deals'
  | 'won'
  | 'amount'
  | 'payment'
  | 'payments'
  | 'contractValue'
  | 'approved'
  | 'churn'
  | 'refunds'
  | 'growth'
  | 'margin'
  | 'months';

/** Whose numbers are shown: if it goes badly, as expected, if it goes well; or the visitor's own over the expected ones. */
export const NUMBER_SETS = ['low', 'base', 'high', 'own'] as const;
export type NumberSet = (typeof NUMBER_SETS)[number];

/** One number of the scenario that decides what contracts pay. */
export interface Driver {
  /** Where it stands in the scenario: a JSON Pointer. */
  readonly path: string;
  readonly kind: DriverKind;
  readonly entry: EntryKind;
  /** The event type that it is about; none for the horizon. */
  readonly event?: string;
  /** What a contract calls that event. */
  readonly label?: string;
  /** Whether it may be a range. */
  readonly ranged: boolean;
  /** Whether more of it is worse for both sides, as with customers who leave. */
  readonly adverse: boolean;
}

const PLACES: readonly (readonly [DriverKind, string, EntryKind, 'ranged' | 'adverse' | 'plain'])[] = [
  ['perMonth', 'perMonth', 'count', 'ranged'],
  ['audience', 'funnel/audience', 'count', 'ranged'],
  ['clickThrough', 'funnel/clickThrough', 'rate', 'ranged'],
  ['conversion', 'funnel/conversion', 'rate', 'ranged'],
  ['deals', 'pipeline/deals', 'count', 'ranged'],
  ['won', 'pipeline/won', 'rate', 'ranged'],
  ['amount', 'amount', 'money', 'ranged'],
  ['payment', 'recurring/amount', 'money', 'plain'],
  ['payments', 'recurring/payments', 'count', 'plain'],
  ['contractValue', 'contractValue', 'money', 'plain'],
  ['approved', 'approved', 'rate', 'ranged'],
  ['churn', 'churn', 'rate', 'adverse'],
  ['refunds', 'refunds/share', 'rate', 'adverse'],
  ['growth', 'growth/percent', 'rate', 'plain'],
  ['margin', 'margin', 'rate', 'plain'],
];

/** The numbers of a scenario that these contracts depend on, stream by stream; the horizon last. */
export function driversOf(scenario: Scenario, contracts: readonly ContractFacts[]): readonly Driver[] {
  const payouts = contracts.flatMap((facts) => facts.payouts);
  const inStreams = (scenario.streams ?? []).flatMap((stream, place): Driver[] => {
    const payout = payouts.find(({ event }) => event === stream.event);
    if (!payout) return [];
    return PLACES.filter(([, path]) => valueAt(stream, `/${path}`) !== undefined).map(([kind, path, entry, nature]) => ({
      path: `/streams/${place}/${path}`,
      kind,
      entry,
      event: stream.event,
      ...(payout.label && { label: payout.label }),
      ranged: nature !== 'plain',
      adverse: nature === 'adverse',
    }));
  });
  return [...inStreams, { path: '/months', kind: 'months', entry: 'count', ranged: false, adverse: false }];
}

/** What may be assumed beside a stream's own numbers, with what it begins with. */
export const FURTHER = {
  growth: { growth: { percent: '2%', per: 'month' } },
  churn: { churn: '5%' },
  refunds: { refunds: { share: '5%', afterDays: '30' } },
  approved: { approved: '95%' },
  margin: { margin: '60%' },
} as const;

/** The scenario with a stream for every event that a contract pays for. */
export function withStreams(scenario: Scenario, contract: unknown, facts: ContractFacts): Scenario {
  const streams = [...(scenario.streams ?? [])];
  for (const payout of facts.payouts) {
    const place = streams.findIndex(({ event }) => event === payout.event);
    const found = streams[place];
    if (found) streams[place] = { ...amountsFor(payout, found), ...found };
    else streams.push(streamFor(payout, valueAt(contract, payout.clause)));
  }
  return { ...scenario, streams };
}

function amountsFor({ needs }: PayoutFacts, stream: Partial<Stream>): Partial<Stream> {
  const signed = needs.includes('contractValue') && stream.contractValue === undefined && stream.recurring === undefined;
  if (signed) return { recurring: { amount: '100', payments: '12' } };
  if (needs.includes('recurringPayment') && stream.recurring === undefined) return { recurring: { amount: '100', payments: '12' } };
  return needs.length > 0 && stream.amount === undefined && stream.recurring === undefined ? { amount: '80' } : {};
}

/** Customers who pay again and again are meant where a contract asks for their age or the number of a payment. */
function streamFor(payout: PayoutFacts, clause: unknown): Stream {
  const repeats = /"(for|customerMonths|paymentNumber|stages)"/.test(JSON.stringify(clause ?? {}));
  const amounts = amountsFor(payout, {});
  return { event: payout.event, perMonth: '20', ...(repeats ? { amount: '50', churn: '5%' } : amounts) };
}

/** What a driver is in one set of numbers, without a rate's percent sign. */
export function driverValue(scenario: Scenario, { path, adverse }: Driver, set: NumberSet, own: Readonly<Record<string, string>>): Decimal {
  const given = own[path];
  if (set === 'own' && given !== undefined) return numberIn(given) ?? '0';
  const found = valueAt(scenario, path);
  const range = rangeIn(found);
  if (!range) return numberIn(found) ?? '0';
  if (set === 'low') return adverse ? range.high : range.low;
  if (set === 'high') return adverse ? range.low : range.high;
  return range.base;
}

/** The scenario with one number for each driver: those of a set. */
export function scenarioAt(
  scenario: Scenario,
  drivers: readonly Driver[],
  set: NumberSet,
  own: Readonly<Record<string, string>>,
): Scenario {
  const paid = new Set(drivers.map(({ event }) => event));
  const single = drivers.reduce((changed, driver) => withDriver(changed, driver, driverValue(scenario, driver, set, own)), scenario);
  return onlyPaid(single, paid);
}

/** The scenario with its ranges; a number of the visitor's own takes the place of one. */
export function uncertainScenario(
  scenario: Scenario,
  drivers: readonly Driver[],
  set: NumberSet,
  own: Readonly<Record<string, string>>,
): Scenario {
  const settled = set === 'own' ? drivers.filter(({ path }) => own[path] !== undefined) : [];
  const changed = settled.reduce((so, driver) => withDriver(so, driver, driverValue(scenario, driver, set, own)), scenario);
  return onlyPaid(changed, new Set(drivers.map(({ event }) => event)));
}

/** Whether any driver is a range. */
export function isUncertain(scenario: Scenario): boolean {
  return leavesOf(scenario.streams).some(({ path }) => /\/(p5|p10|p90|p95|low|high)$/.test(path));
}

/** Where a driver stands once events that no contract pays for are left out, as {@link scenarioAt} does. */
export function placeAmongPaid(scenario: Scenario, drivers: readonly Driver[], path: string): string {
  const paid = new Set(drivers.map(({ event }) => event));
  const [, place, rest] = /^\/streams\/(\d+)(\/.*)$/.exec(path) ?? [];
  if (place === undefined) return path;
  const before = (scenario.streams ?? []).slice(0, Number(place)).filter(({ event }) => paid.has(event)).length;
  return `/streams/${before}${rest}`;
}

function onlyPaid(scenario: Scenario, paid: ReadonlySet<string | undefined>): Scenario {
  return { ...scenario, streams: (scenario.streams ?? []).filter(({ event }) => paid.has(event)) };
}

function withDriver(scenario: Scenario, { path, entry }: Driver, value: Decimal): Scenario {
  return withValueAt(scenario, path, entry === 'rate' ? `${value}%` : value);
}

interface Ends {
  readonly low: Decimal;
  readonly base: Decimal;
  readonly high: Decimal;
}

/** A range's ends and its middle: of two ends, the median of the distribution that they mean. */
function rangeIn(given: unknown): Ends | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { p10, p90, p5, p95, low, high, likely } = given as Record<string, unknown>;
  const [from, to, middle] = [numberIn(p10 ?? p5 ?? low), numberIn(p90 ?? p95 ?? high), numberIn(likely)];
  if (from === undefined || to === undefined) return undefined;
  return { low: from, high: to, base: middle ?? shortest(Math.sqrt(Number(from) * Number(to)).toPrecision(4)) };
}

/**
 * The scenario with another value of a driver in one of its three sets; all three the same are one number. The ends give way to the expected value
 * where they would cross it.
 */
export function withSetValue(scenario: Scenario, driver: Driver, set: 'low' | 'base' | 'high', value: Decimal): Scenario {
  const now = (of: 'low' | 'base' | 'high') => (of === set ? value : driverValue(scenario, driver, of, {}));
  const [bad, base, good] = [now('low'), now('base'), now('high')];
  const [low, high] = driver.adverse ? [good, bad] : [bad, good];
  const wasRange = rangeIn(valueAt(scenario, driver.path)) !== undefined;
  if (!driver.ranged || (set === 'base' && !wasRange)) return withDriver(scenario, driver, value);
  const ends = { low: smaller(low, base), likely: base, high: larger(high, base) };
  if (compareDecimals(ends.low, ends.high) === 0) return withDriver(scenario, driver, base);
  const written = driver.entry === 'rate' ? Object.fromEntries(Object.entries(ends).map(([name, end]) => [name, `${end}%`])) : ends;
  return withValueAt(scenario, driver.path, written);
}

const smaller = (one: Decimal, other: Decimal) => (compareDecimals(one, other) <= 0 ? one : other);
const larger = (one: Decimal, other: Decimal) => (compareDecimals(one, other) >= 0 ? one : other);
