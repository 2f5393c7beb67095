import type { Problem, Projection, Scenario } from '#documents';
import { EngineError } from '../../engine/index.js';
import { SavedError } from '../../state/saved.js';
import { SourceError } from '../parts/page-json.js';

/** What `payout-result` tells: plain data, frozen through and through. */
export interface ResultDetail {
  readonly currency: string;
  readonly totals: Projection['totals'];
  readonly months: Projection['byMonth'];
  /** The brand's side of it. */
  readonly brand: Projection['brand'];
  /** The scenario that the result stands for. */
  readonly assumptions: Scenario;
  readonly engine: { readonly version: string };
}

/** What `payout-error` tells. */
export interface ErrorDetail {
  readonly code: string;
  readonly message: string;
  /** Whether there is no calculator, and what stood in the element before is shown. */
  readonly fatal: boolean;
  /** Every mistake in the documents, where they are the cause. */
  readonly problems: readonly Problem[];
}

export function resultDetail(projection: Projection, assumptions: Scenario, version: string): ResultDetail {
  const { currency, totals, brand, byMonth: months } = projection;
  // The projection is nobody else's; of the scenario, parts are the page's own.
  return deepFrozen({ currency, totals, months, brand, assumptions: structuredClone(assumptions), engine: { version } });
}

/** An error that is none of the known ones is a fault of the engine's, as far as a page can tell. */
export function errorDetail(error: unknown, fatal: boolean): ErrorDetail {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof EngineError || error instanceof SourceError || error instanceof SavedError ? error.code : 'engine_trap';
  const problems = error instanceof EngineError ? structuredClone(error.problems) : [];
  return deepFrozen({ code, message, fatal, problems });
}

/** The same value, which nobody can change any more. */
export function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFrozen);
    Object.freeze(value);
  }
  return value;
}
