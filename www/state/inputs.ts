import type { ContractFacts, PayoutFacts, Scenario } from '#documents';
import { compareDecimals, type Decimal, decimalOf, nextPowerOfTen, shortest } from './decimal.js';

/** What an input asks for. `payment` is one payment of a signed contract, `payments` how many were signed. */
export type InputKind = 'perMonth' | 'audience' | 'deals' | 'amount' | 'payment' | 'payments' | 'contractValue' | 'months';

/** One number that the visitor can change. */
export interface InputSpec {
  /** `lead.perMonth`, `sale.amount`, …, `months`; the same for every contract, so that a value outlives a change of model. */
  readonly id: string;
  readonly kind: InputKind;
  /** The event type it is about; none for the horizon. */
  readonly eventType?: string;
  /** What the contract calls that event, for types without a word of their own. */
  readonly label?: string;
  readonly min: Decimal;
  readonly max: Decimal;
  readonly step: Decimal;
  /** Decimal places that may be typed. */
  readonly decimals: number;
  /** The scenario's value; of a range, about its middle. */
  readonly initial: Decimal;
  /** Where the scenario's value is a range. It holds until the visitor settles on a number. */
  readonly range?: Range;
  /** What the author calls it. */
  readonly title?: string;
  /** Whether it stands under "More assumptions". */
  readonly more: boolean;
  /** Whether the visitor is told of it, and can't change it. */
  readonly locked: boolean;
}

export interface Range {
  readonly low: Decimal;
  readonly high: Decimal;
  /** In how many cases a value lies between the two. */
  readonly share: 'eight' | 'nine' | 'all';
}

/** What an author may say of an input. Those named come first, in this order. */
export interface InputOptions {
  readonly min?: string | number;
  readonly max?: string | number;
  readonly step?: string | number;
  /** What it is called, in place of the usual words. */
  readonly label?: string;
  /** Under "More assumptions". Unless it is said of any, all but the first four are. */
  readonly more?: boolean;
  /** Not for the visitor to change. */
  readonly locked?: boolean;
}

/** By input: `lead.perMonth`, `sale.amount`, `months`, … */
export type AllInputOptions = Readonly<Record<string, InputOptions>>;

/** By input; `.low` and `.high` of one whose range was narrowed. */
export type Values = Readonly<Record<string, Decimal>>;

type Stream = NonNullable<Scenario['streams']>[number];

const KIND_DEFAULTS: Record<InputKind, { min: Decimal; atLeast: Decimal; initial: Decimal }> = {
  perMonth: { min: '0', atLeast: '100', initial: '1' },
  audience: { min: '0', atLeast: '1000', initial: '1000' },
  deals: { min: '0', atLeast: '10', initial: '1' },
  amount: { min: '0', atLeast: '1000', initial: '100' },
  payment: { min: '0', atLeast: '1000', initial: '100' },
  payments: { min: '1', atLeast: '36', initial: '12' },
  contractValue: { min: '0', atLeast: '10000', initial: '1200' },
  months: { min: '1', atLeast: '36', initial: '12' },
};

const MONEY: ReadonlySet<InputKind> = new Set(['amount', 'payment', 'contractValue']);

/** As many inputs as a visitor sees at first, unless the author says which. */
const AT_FIRST = 4;

/** The inputs that a contract's clauses need: those that the author names, then in the order in which they are met; the horizon last. */
export function inputsFor(facts: ContractFacts, scenario: Scenario, options: AllInputOptions = {}): readonly InputSpec[] {
  const specs = new Map<string, InputSpec>();
  const add = (kind: InputKind, given: Given, payout?: PayoutFacts) => {
    const id = payout ? `${payout.event}.${kind}` : kind;
    if (!specs.has(id)) specs.set(id, specOf(id, kind, facts.minorUnits, given, payout, options[id]));
  };
  for (const payout of facts.payouts) {
    const stream = streamOf(scenario, payout.event);
    const driver = stream?.funnel ? 'audience' : stream?.pipeline ? 'deals' : 'perMonth';
    for (const kind of [driver, ...neededBy(payout, stream)] as const) add(kind, givenBy(kind, stream), payout);
  }
  add('months', scenario.months);
  const named = Object.keys(options);
  const place = ({ id }: InputSpec) => (named.includes(id) ? named.indexOf(id) : named.length);
  const ordered = [...specs.values()].sort((one, other) => place(one) - place(other));
  if (Object.values(options).some(({ more }) => more !== undefined)) return ordered;
  let shown = 0;
  return ordered.map((spec) => {
    if (!spec.locked) shown += 1;
    return { ...spec, more: shown > AT_FIRST };
  });
}

/** The scenario with the visitor's numbers in it, and only the streams that the contract has a use for. */
export function scenarioWith(facts: ContractFacts, scenario: Scenario, values: Values): Scenario {
  const types = [...new Set(facts.payouts.map((payout) => payout.event))];
  const value = (type: string, kind: InputKind) => values[`${type}.${kind}`];
  const estimate = (type: string, kind: InputKind, given: Given) => {
    const [low, high] = [values[`${type}.${kind}.low`], values[`${type}.${kind}.high`]];
    return value(type, kind) ?? narrowed(given, low, high) ?? given ?? undefined;
  };
  const streams = types.flatMap((event): Stream[] => {
    const [given, ...others] = scenario.streams?.filter((stream) => stream.event === event) ?? [];
    const { perMonth: expected, funnel, pipeline, ...stream } = given ?? {};
    const driver = funnel
      ? { funnel: { ...funnel, audience: estimate(event, 'audience', funnel.audience) ?? funnel.audience } }
      : pipeline
        ? { pipeline: { ...pipeline, deals: estimate(event, 'deals', pipeline.deals) ?? pipeline.deals } }
        : { perMonth: estimate(event, 'perMonth', expected) ?? KIND_DEFAULTS.perMonth.initial };
    const amount = estimate(event, 'amount', given?.amount);
    const payment = value(event, 'payment') ?? given?.recurring?.amount;
    const payments = value(event, 'payments') ?? given?.recurring?.payments ?? KIND_DEFAULTS.payments.initial;
    const contractValue = value(event, 'contractValue') ?? given?.contractValue;
    const own = {
      ...stream,
      event,
      ...driver,
      ...(amount !== undefined && { amount }),
      ...(payment !== undefined && { recurring: { amount: payment, payments } }),
      ...(contractValue !== undefined && { contractValue }),
    };
    return [own, ...others];
  });
  const months = values['months'] === undefined ? scenario.months : Number(values['months']);
  return { ...scenario, months, streams };
}

/** Whether an input asks for an amount of money, rather than for a number of things. */
export function isMoney({ kind }: InputSpec): boolean {
  return MONEY.has(kind);
}

/** Whether a value is within an input's bounds. */
export function withinBounds(spec: InputSpec, value: Decimal): boolean {
  return compareDecimals(value, spec.min) >= 0 && compareDecimals(value, spec.max) <= 0;
}

function neededBy({ needs }: PayoutFacts, stream: Stream | undefined): readonly InputKind[] {
  return needs.flatMap((base): InputKind[] => {
    switch (base) {
      case 'orderAmount':
        return ['amount'];
      case 'recurringPayment':
        return ['payment'];
      case 'contractValue':
        return stream?.contractValue === undefined ? ['payment', 'payments'] : ['contractValue'];
      default:
        // What a stream of a scenario does not state can't be asked for.
        return [];
    }
  });
}

type Given = Stream['perMonth'] | null;

function givenBy(kind: InputKind, stream: Stream | undefined): Given {
  switch (kind) {
    case 'perMonth':
      return stream?.perMonth;
    case 'audience':
      return stream?.funnel?.audience;
    case 'deals':
      return stream?.pipeline?.deals;
    case 'amount':
      return stream?.amount;
    case 'payment':
      return stream?.recurring?.amount;
    case 'payments':
      return stream?.recurring?.payments;
    case 'contractValue':
      return stream?.contractValue;
    default:
      return undefined;
  }
}

/** Where a slider stands as long as a range holds: its likeliest value, or the middle of its logarithms. The projection takes the exact median. */
function middle({ low, high }: Range, likely: Decimal | undefined, decimals: number): Decimal {
  return likely ?? shortest(Math.sqrt(Number(low) * Number(high)).toFixed(decimals));
}

function likelyOf(given: Given): Decimal | undefined {
  return typeof given === 'object' && given !== null ? decimalOf(given.likely) : undefined;
}

function rangeOf(given: Given): Range | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const [low, high] = [decimalOf(given.p10 ?? given.p5 ?? given.low), decimalOf(given.p90 ?? given.p95 ?? given.high)];
  const share = given.likely !== undefined ? 'all' : given.p5 !== undefined ? 'nine' : 'eight';
  return low !== undefined && high !== undefined ? { low, high, share } : undefined;
}

/** A range of the same shape between other ends; its likeliest value stays between them. */
function narrowed(given: Given, low: Decimal | undefined, high: Decimal | undefined): Given {
  if (typeof given !== 'object' || given === null || low === undefined || high === undefined) return undefined;
  if (given.likely === undefined) return given.p5 === undefined ? { p10: low, p90: high } : { p5: low, p95: high };
  return { low, likely: largest(low, smallest(high, decimalOf(given.likely) ?? low)), high };
}

function streamOf(scenario: Scenario, event: string): Stream | undefined {
  return scenario.streams?.find((stream) => stream.event === event);
}

function specOf(
  id: string,
  kind: InputKind,
  minorUnits: number,
  given: Given,
  payout: PayoutFacts | undefined,
  options: InputOptions = {},
): InputSpec {
  const defaults = KIND_DEFAULTS[kind];
  const decimals = MONEY.has(kind) ? minorUnits : 0;
  const range = rangeOf(given);
  const initial = range ? middle(range, likelyOf(given), decimals) : (decimalOf(given) ?? defaults.initial);
  const min = decimalOf(options.min) ?? defaults.min;
  const max = decimalOf(options.max) ?? (kind === 'months' ? defaults.atLeast : largest(nextPowerOfTen(initial), defaults.atLeast));
  const step = decimalOf(options.step) ?? stepFor(max);
  return {
    id,
    kind,
    ...(payout && { eventType: payout.event }),
    ...(payout?.label && { label: payout.label }),
    // A scenario's own value always fits, whatever bounds were meant for it.
    min: smallest(min, range?.low ?? initial),
    max: largest(max, range?.high ?? initial),
    step,
    decimals,
    initial,
    ...(range && { range }),
    ...(options.label && { title: options.label }),
    more: options.more === true,
    locked: options.locked === true,
  };
}

/** Some hundred to a thousand stops from end to end. */
function stepFor(max: Decimal): Decimal {
  return `1${'0'.repeat(Math.max(0, max.split('.', 1).join('').length - 4))}`;
}

function largest(one: Decimal, other: Decimal): Decimal {
  return compareDecimals(one, other) < 0 ? other : one;
}

function smallest(one: Decimal, other: Decimal): Decimal {
  return compareDecimals(one, other) > 0 ? other : one;
}
