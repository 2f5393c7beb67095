import type { Scenario } from '#documents';
import type { Results } from '../../state/comparison/results.js';
import { deepFrozen } from '../payout-calculator/details.js';

/** What `payout-result` tells: plain data, frozen through and through. */
export interface ComparisonDetail {
  readonly offers: readonly {
    readonly name: string | undefined;
    readonly currency: string | undefined;
    /** None where the contract can't be worked out. */
    readonly total: string | undefined;
    readonly against: string | undefined;
  }[];
  /** The numbers that the figures stand for. */
  readonly assumptions: Scenario;
  readonly engine: { readonly version: string };
}

export function comparisonDetail({ columns, scenario }: Results, version: string): ComparisonDetail {
  const offers = columns.map(({ sheet, facts, total, against }) =>
    Object.freeze({ name: sheet.contract.name, currency: facts?.currency, total, against }),
  );
  return Object.freeze({
    offers: Object.freeze(offers),
    assumptions: deepFrozen(structuredClone(scenario)),
    engine: Object.freeze({ version }),
  });
}
