import type { Contract, ContractFacts, Problem, Projection, Scenario } from '#documents';
import { driversOf, driverValue, isUncertain, scenarioAt, withSetValue } from '../comparison/drivers.js';
import type { Ask } from '../comparison/results.js';
import { compareDecimals, type Decimal, difference, shortest } from '../decimal.js';
import { valueAt, withoutPlace, withValueAt } from '../pointers.js';
import type { Work } from './work.js';

export const VOLUMES = ['low', 'base', 'high'] as const;
export type Volume = (typeof VOLUMES)[number];

/** What a contract comes to for both sides at one volume. */
export interface Side {
  readonly volume: Volume;
  readonly projection?: Projection;
  readonly problems: readonly Problem[];
}

/** Something that the brand should know before it promises this: in the contract's currency, over all of the months. */
export interface Outgrown {
  readonly volume: Volume;
  readonly what: 'margin' | 'budget' | 'revenue';
  readonly by: Decimal;
}

export interface Sides {
  readonly contract: Contract;
  readonly facts: ContractFacts;
  readonly sides: readonly Side[];
  readonly outgrown: readonly Outgrown[];
}

const VOLUME_KINDS: ReadonlySet<string> = new Set(['perMonth', 'audience', 'deals']);

/** The scenario at a volume: where its ranges lie, or, where it has none, with half and with twice as many. */
export function scenarioOf(scenario: Scenario, facts: readonly ContractFacts[], volume: Volume): Scenario {
  const drivers = driversOf(scenario, facts);
  if (isUncertain(scenario) || volume === 'base') return scenarioAt(scenario, drivers, volume, {});
  const factor = volume === 'low' ? 0.5 : 2;
  const scaled = drivers
    .filter(({ kind }) => VOLUME_KINDS.has(kind))
    .reduce((changed, driver) => {
      // A count of things, never an amount.
      const value = Number(driverValue(scenario, driver, 'base', {})) * factor;
      return withSetValue(changed, driver, 'base', shortest(value.toFixed(4)));
    }, scenario);
  return scenarioAt(scaled, drivers, 'base', {});
}

/** What each contract comes to for both sides at low, expected and high volume, and where its cost outgrows what the brand has. */
export function sidesOf(
  { scenario, budget }: Work,
  contracts: readonly { contract: Contract; facts?: ContractFacts }[],
  ask: Ask,
): readonly Sides[] {
  return contracts.flatMap(({ contract, facts }): Sides[] => {
    if (!facts) return [];
    const sides = VOLUMES.map((volume): Side => {
      const answer = ask.project(contract, scenarioOf(scenario, [facts], volume));
      return 'ok' in answer ? { volume, projection: answer.ok, problems: [] } : { volume, problems: answer.problems };
    });
    return [{ contract, facts, sides, outgrown: sides.flatMap((side) => outgrownBy(side, budget)) }];
  });
}

function outgrownBy({ volume, projection }: Side, budget: Decimal | undefined): readonly Outgrown[] {
  if (!projection) return [];
  const { brand, totals } = projection;
  const found: Outgrown[] = [];
  if (brand.margin && compareDecimals(brand.margin, '0') < 0) found.push({ volume, what: 'margin', by: brand.margin.replace('-', '') });
  else if (!brand.margin && compareDecimals(brand.revenue, '0') > 0 && compareDecimals(totals.earned, brand.revenue) > 0) {
    found.push({ volume, what: 'revenue', by: difference(totals.earned, brand.revenue) });
  }
  if (budget !== undefined && compareDecimals(totals.earned, budget) > 0) {
    found.push({ volume, what: 'budget', by: difference(totals.earned, budget) });
  }
  return found;
}

/** The streams that may bring revenue, each with the brand's gross margin as it was entered. */
export function marginsOf(scenario: Scenario): readonly { readonly stream: number; readonly event: string; readonly margin?: string }[] {
  return (scenario.streams ?? []).flatMap(({ event, amount, recurring, contractValue, margin }, stream) => {
    const earns = amount !== undefined || recurring !== undefined || contractValue !== undefined;
    return earns ? [{ stream, event, ...(typeof margin === 'string' && { margin }) }] : [];
  });
}

/** The scenario with the brand's gross margin on a stream, or without one. */
export function withMargin(scenario: Scenario, stream: number, margin: string | undefined): Scenario {
  const path = `/streams/${stream}/margin`;
  if (margin !== undefined) return withValueAt(scenario, path, margin);
  return valueAt(scenario, path) === undefined ? scenario : withoutPlace(scenario, path);
}
