import type { Contract, Scenario } from '#documents';
import { type Driver, driverValue, isUncertain, placeAmongPaid, uncertainScenario } from '../../state/comparison/drivers.js';
import { type Span, spanAlong } from '../../state/comparison/ranges.js';
import type { Column } from '../../state/comparison/results.js';
import { compareDecimals } from '../../state/decimal.js';
import { numberIn } from '../../state/entries.js';
import { letterAt, nameOf, type Shown } from './shown.js';

/** A sheet that can be worked out, with its letter and name. */
export interface Named {
  readonly id: number;
  readonly place: number;
  readonly letter: string;
  readonly name: string;
  readonly column: Column;
  readonly contract: Contract;
  readonly total: string;
}

/** The sheets that came to something. */
export function worked({ results, speech }: Shown): readonly Named[] {
  return results.columns.flatMap((column, place) => {
    if (column.total === undefined) return [];
    const letter = letterAt(place);
    const { sheet, total } = column;
    return [{ id: sheet.id, place, letter, name: nameOf(sheet, letter, speech), column, contract: sheet.contract, total }];
  });
}

/** The two sheets that are looked at together: the chosen ones, else the baseline and the next. */
export function pairOf(shown: Shown): readonly [Named, Named] | undefined {
  const all = worked(shown);
  const { one: chosen, other: second } = shown.choices;
  const one = all.find(({ id }) => id === chosen) ?? all.find(({ id }) => id === shown.table.baseline) ?? all[0];
  const other = all.find(({ id }) => id === second && id !== one?.id) ?? all.find(({ id }) => id !== one?.id);
  return one && other && shown.results.currency !== undefined ? [one, other] : undefined;
}

/** The numbers that are shown, with their ranges. */
export function uncertainOf({ table, results }: Pick<Shown, 'table' | 'results'>): Scenario {
  return uncertainScenario(table.scenario, results.drivers, table.set, table.own);
}

/** Whether no number that is shown is a range. */
export const isSure = (shown: Pick<Shown, 'table' | 'results'>): boolean => !isUncertain(uncertainOf(shown));

/** "A (Fixed amount)". */
export const called = ({ letter, name }: Named): string => `${letter} (${name})`;

/** A driver with its value now, and between which values it is looked at. */
export interface Along {
  readonly driver: Driver;
  readonly now: string;
  readonly span: Span;
  /** Its place in the scenario that the figures stand for. */
  readonly path: string;
}

export function along(shown: Shown, chosen: string | undefined, otherwise: number): Along | undefined {
  const { table, results } = shown;
  const driver = results.drivers.find(({ path }) => path === chosen) ?? results.drivers[otherwise] ?? results.drivers[0];
  if (!driver) return undefined;
  // From what is expected, so that moving the point does not move the picture.
  const span = spanAlong(driver, driverValue(table.scenario, driver, 'base', {}));
  return {
    driver,
    now: driverValue(table.scenario, driver, table.set, table.own),
    span,
    path: placeAmongPaid(table.scenario, results.drivers, driver.path),
  };
}

/** The span between ends that were chosen, as far as they make one. */
export function between(span: Span, from: string | undefined, to: string | undefined): Span {
  const [low, high] = [numberIn(from) ?? span.from, numberIn(to) ?? span.to];
  return compareDecimals(low, high) < 0 ? { ...span, from: low, to: high } : span;
}
