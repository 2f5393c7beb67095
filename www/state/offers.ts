import type { Contract, Projection, Scenario } from '#documents';
import { compareDecimals, type Decimal } from './decimal.js';
import { scenarioWith } from './inputs.js';
import { type Session, valuesOf } from './session.js';

/** What one model pays for the visitor's numbers. */
export interface Offer {
  /** Its place among the models. */
  readonly model: number;
  readonly total: Decimal;
  /** What it has paid by the end of each month. */
  readonly cumulative: readonly Decimal[];
  /** Its part of what the best one pays, from 0 to 1, for a length on the screen. */
  readonly length: number;
}

/** From a month on, one model has paid more than the one that was ahead. */
export interface Overtaking {
  readonly ahead: number;
  readonly behind: number;
  readonly month: string;
}

export interface Offers {
  /** The one that pays most first. */
  readonly offers: readonly Offer[];
  readonly overtakings: readonly Overtaking[];
}

/** What all models pay for the visitor's numbers, over the same months; nothing for one model, or for models in different currencies. */
export function offersOf(session: Session, project: (contract: Contract, scenario: Scenario) => Projection): Offers | undefined {
  const { models, scenario } = session;
  const [first] = models;
  if (models.length === 1 || models.some(({ facts }) => facts.currency !== first.facts.currency)) return undefined;
  const projections = models.map((model) => project(model.contract, scenarioWith(model.facts, scenario, valuesOf(session, model))));
  const most = Math.max(...projections.map(({ totals }) => Number(totals.earned)));
  const offers = projections.map(({ totals, byMonth }, model) => ({
    model,
    total: totals.earned,
    cumulative: byMonth.map((month) => month.cumulative),
    length: most > 0 ? Math.max(0, Number(totals.earned) / most) : 0,
  }));
  const months = projections[0]?.byMonth.map(({ month }) => month) ?? [];
  return {
    offers: [...offers].sort((one, other) => compareDecimals(other.total, one.total)),
    overtakings: overtakings(offers, months),
  };
}

/** Who is ahead changes hands: a tie leaves it where it is. */
function overtakings(offers: readonly Offer[], months: readonly string[]): readonly Overtaking[] {
  const found: Overtaking[] = [];
  let ahead: Offer | undefined;
  months.forEach((month, place) => {
    const at = (offer: Offer) => offer.cumulative[place] ?? '0';
    const best = offers.reduce((best, offer) => (compareDecimals(at(offer), at(best)) > 0 ? offer : best));
    if (ahead && compareDecimals(at(best), at(ahead)) > 0) found.push({ ahead: best.model, behind: ahead.model, month });
    if (!ahead || compareDecimals(at(best), at(ahead)) > 0) ahead = best;
  });
  return found;
}
