/** How much there will be to show, as far as unchecked documents tell: enough to keep room for it before the engine runs. */
export interface Outline {
  readonly models: number;
  readonly fields: number;
  readonly clauses: number;
}

/** The outline of the first of these contracts; nothing in them is relied on. */
export function outlineOf(contracts: readonly unknown[]): Outline {
  const [first] = contracts;
  const payouts = list(first, 'payouts');
  const inputs = payouts.map((payout) => (rateOf(payout) === undefined ? 1 : rateOf(payout) === 'contractValue' ? 3 : 2));
  return {
    models: contracts.length > 1 ? contracts.length : 0,
    fields: inputs.reduce<number>((sum, count) => sum + count, 1),
    clauses: payouts.length + list(first, 'oneTime').length,
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
