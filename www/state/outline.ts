/** How much there will be to show, as far as unchecked documents tell: enough to keep room for it before the engine runs. */
export interface Outline {
  readonly models: number;
  readonly fields: number;
  readonly clauses: number;
  /** Inputs that are ranges. */
  readonly ranges: number;
  /** Tiers, bonuses and limits that may be told of. */
  readonly goals: number;
  /** Event types whose next event may be worth something else. */
  readonly next: number;
}

/** The outline of the first of these contracts, in this scenario; nothing in them is relied on. */
export function outlineOf(contracts: readonly unknown[], scenario?: unknown): Outline {
  const [first] = contracts;
  const payouts = list(first, 'payouts');
  const types = new Set(payouts.map((payout) => field(payout, 'event')));
  const streams = list(scenario, 'streams').filter((stream) => types.has(field(stream, 'event')));
  const ranged = ['perMonth', 'amount'].flatMap((name) => streams.map((stream) => field(stream, name)));
  const steps = [first, ...payouts].flatMap((of) => ['tiers', 'bonuses', 'limits'].flatMap((name) => list(of, name)));
  const inputs = payouts.map((payout) => (rateOf(payout) === undefined ? 1 : rateOf(payout) === 'contractValue' ? 3 : 2));
  return {
    models: contracts.length > 1 ? contracts.length : 0,
    fields: inputs.reduce<number>((sum, count) => sum + count, 1),
    clauses: payouts.length + list(first, 'oneTime').length,
    ranges: ranged.filter((given) => typeof given === 'object' && given !== null).length,
    goals: steps.length,
    next: steps.length > 0 ? types.size : 0,
  };
}

/** What a payout's percentage is taken of; nothing where it pays a fixed amount. */
function rateOf(payout: unknown): unknown {
  const pay = field(payout, 'pay');
  return field(pay, 'percent') === undefined ? undefined : (field(pay, 'of') ?? 'orderAmount');
}

function list(of: unknown, name: string): readonly unknown[] {
  const found = field(of, name);
  return Array.isArray(found) ? found : [];
}

function field(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[name] : undefined;
}
