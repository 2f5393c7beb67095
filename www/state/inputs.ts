import type { ContractFacts, PayoutFacts, Scenario } from '#documents';
import { compareDecimals, type Decimal, nextPowerOfTen, shortest } from './decimal.js';

/** What an input asks for. `payment` is one payment of a signed contract, `payments` how many were signed. */
export type InputKind = 'perMonth' | 'amount' | 'payment' | 'payments' | 'contractValue' | 'months';

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
  /** The scenario's value. */
  readonly initial: Decimal;
}

/** The bounds of an input, as an author may write them. */
export interface Bounds {
  readonly min?: string | number;
  readonly max?: string | number;
  readonly step?: string | number;
}

export type Values = Readonly<Record<string, Decimal>>;

type Stream = NonNullable<Scenario['streams']>[number];

const KIND_DEFAULTS: Record<InputKind, { min: Decimal; atLeast: Decimal; initial: Decimal }> = {
  perMonth: { min: '0', atLeast: '100', initial: '1' },
  amount: { min: '0', atLeast: '1000', initial: '100' },
  payment: { min: '0', atLeast: '1000', initial: '100' },
  payments: { min: '1', atLeast: '36', initial: '12' },
  contractValue: { min: '0', atLeast: '10000', initial: '1200' },
  months: { min: '1', atLeast: '36', initial: '12' },
};

const MONEY: ReadonlySet<InputKind> = new Set(['amount', 'payment', 'contractValue']);

/** The inputs that a contract's clauses need, in the order in which they are met, and the horizon last. */
export function inputsFor(facts: ContractFacts, scenario: Scenario, bounds: Readonly<Record<string, Bounds>> = {}): readonly InputSpec[] {
  const specs = new Map<string, InputSpec>();
  const add = (kind: InputKind, given: string | number | undefined, payout?: PayoutFacts) => {
    const id = payout ? `${payout.event}.${kind}` : kind;
    if (specs.has(id)) return;
    specs.set(id, specOf(id, kind, facts.minorUnits, given, payout, bounds[id]));
  };
  for (const payout of facts.payouts) {
    const stream = streamOf(scenario, payout.event);
    add('perMonth', oneOf(stream?.perMonth), payout);
    for (const kind of neededBy(payout, stream)) add(kind, givenBy(kind, stream), payout);
  }
  add('months', scenario.months);
  return [...specs.values()];
}

/** The scenario with the visitor's numbers in it, and only the streams that the contract has a use for. */
export function scenarioWith(facts: ContractFacts, scenario: Scenario, values: Values): Scenario {
  const types = [...new Set(facts.payouts.map((payout) => payout.event))];
  const value = (type: string, kind: InputKind) => values[`${type}.${kind}`];
  const streams = types.map((event): Stream => {
    const given = streamOf(scenario, event);
    const perMonth = value(event, 'perMonth') ?? given?.perMonth ?? KIND_DEFAULTS.perMonth.initial;
    const amount = value(event, 'amount') ?? given?.amount;
    const payment = value(event, 'payment') ?? given?.recurring?.amount;
    const payments = value(event, 'payments') ?? given?.recurring?.payments ?? KIND_DEFAULTS.payments.initial;
    const contractValue = value(event, 'contractValue') ?? given?.contractValue;
    return {
      ...given,
      event,
      perMonth,
      ...(amount !== undefined && { amount }),
      ...(payment !== undefined && { recurring: { amount: payment, payments } }),
      ...(contractValue !== undefined && { contractValue }),
    };
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

function givenBy(kind: InputKind, stream: Stream | undefined): string | number | undefined {
  switch (kind) {
    case 'amount':
      return oneOf(stream?.amount);
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

/** What a visitor begins with where the scenario knows but a range: its likeliest value, or its lower end. */
function oneOf(estimate: Stream['perMonth'] | undefined): string | number | undefined {
  return typeof estimate === 'object' ? (estimate.likely ?? estimate.p10 ?? estimate.p5) : estimate;
}

function streamOf(scenario: Scenario, event: string): Stream | undefined {
  return scenario.streams?.find((stream) => stream.event === event);
}

function specOf(
  id: string,
  kind: InputKind,
  minorUnits: number,
  given: string | number | undefined,
  payout: PayoutFacts | undefined,
  bounds: Bounds = {},
): InputSpec {
  const defaults = KIND_DEFAULTS[kind];
  const initial = decimal(given) ?? defaults.initial;
  const min = decimal(bounds.min) ?? defaults.min;
  const max = decimal(bounds.max) ?? (kind === 'months' ? defaults.atLeast : largest(nextPowerOfTen(initial), defaults.atLeast));
  const step = decimal(bounds.step) ?? stepFor(max);
  return {
    id,
    kind,
    ...(payout && { eventType: payout.event }),
    ...(payout?.label && { label: payout.label }),
    // A scenario's own value always fits, whatever bounds were meant for it.
    min: smallest(min, initial),
    max: largest(max, initial),
    step,
    decimals: MONEY.has(kind) ? minorUnits : 0,
    initial,
  };
}

/** Some hundred to a thousand stops from end to end. */
function stepFor(max: Decimal): Decimal {
  return `1${'0'.repeat(Math.max(0, max.split('.', 1).join('').length - 4))}`;
}

function decimal(given: string | number | undefined): Decimal | undefined {
  const text = String(given ?? '');
  return /^-?\d+(\.\d+)?$/.test(text) ? shortest(text) : undefined;
}

function largest(one: Decimal, other: Decimal): Decimal {
  return compareDecimals(one, other) < 0 ? other : one;
}

function smallest(one: Decimal, other: Decimal): Decimal {
  return compareDecimals(one, other) > 0 ? other : one;
}
