import type { Contract, ContractFacts, Scenario } from '#documents';
import { withStreams } from '../comparison/drivers.js';
import type { AllInputOptions } from '../inputs.js';
import type { Preset } from '../session.js';
import { emptyWork, MOST_CONTRACTS, type Work } from './work.js';

/** The facts of a contract; nothing for one that the engine refuses. */
export type Check = (contract: Contract) => ContractFacts | undefined;

/** Whether what is brought in takes the place of what is there, or stands beside it as a further model. */
export type How = 'instead' | 'beside';

/** The work with contracts in it, and numbers for everything that they pay for. */
export function withContracts(work: Work, contracts: readonly Contract[], how: How, check: Check): Work {
  const isInstead = how === 'instead' || work.contracts.length === 0;
  const all = (isInstead ? contracts : [...work.contracts, ...contracts]).slice(0, MOST_CONTRACTS);
  // Questions and audiences name the events of the terms that go.
  const kept: Work = isInstead ? { ...work, scenario: { ...work.scenario, streams: [] }, inputs: {}, presets: [] } : work;
  return withNumbers({ ...kept, contracts: all }, check);
}

/** The work with numbers for every event that its contracts pay for. */
export function withNumbers(work: Work, check: Check): Work {
  const scenario = work.contracts.reduce<Scenario>((so, contract) => {
    const facts = check(contract);
    return facts ? withStreams(so, contract, facts) : so;
  }, work.scenario);
  return { ...work, scenario };
}

/** What a JSON text holds: one contract, a list of them, or everything that the element takes. */
export interface Terms {
  readonly contracts: readonly Contract[];
  /** Where each contract stands in the text. */
  readonly places: readonly string[];
  readonly scenario?: Scenario;
  readonly inputs?: AllInputOptions;
  readonly presets?: readonly Preset[];
}

/** What a value out of a JSON text means; nothing where it is no terms at all. */
export function termsIn(value: unknown): Terms | undefined {
  if (Array.isArray(value)) {
    return value.length > 0 && value.every(isRecord)
      ? { contracts: value as unknown as Contract[], places: value.map((_, place) => `/${place}`) }
      : undefined;
  }
  if (!isRecord(value)) return undefined;
  const { contracts, contract, scenario, inputs, presets } = value;
  const rest = {
    ...(isRecord(scenario) && { scenario: scenario as unknown as Scenario }),
    ...(isRecord(inputs) && { inputs: inputs as AllInputOptions }),
    ...(Array.isArray(presets) && { presets: presets as Preset[] }),
  };
  if (Array.isArray(contracts)) {
    return contracts.every(isRecord)
      ? { contracts: contracts as unknown as Contract[], places: contracts.map((_, place) => `/contracts/${place}`), ...rest }
      : undefined;
  }
  if (isRecord(contract)) return { contracts: [contract as unknown as Contract], places: ['/contract'], ...rest };
  return { contracts: [value as unknown as Contract], places: [''] };
}

/** The work with everything that a JSON text holds; numbers are made up where it has none. */
export function withTerms(work: Work, { contracts, scenario, inputs, presets }: Terms, check: Check): Work {
  const kept = scenario ?? { ...work.scenario, streams: work.scenario.streams ?? [] };
  const next: Work = {
    ...work,
    contracts: contracts.slice(0, MOST_CONTRACTS),
    scenario: kept,
    ...(inputs && { inputs }),
    ...(presets && { presets }),
  };
  return withNumbers(next, check);
}

/** The terms of a work as the element takes them. */
export function termsText({ contracts, scenario, inputs, presets }: Work): string {
  const isEmpty = contracts.length === 0;
  const terms = isEmpty ? { contracts, scenario: emptyWork().scenario } : { contracts, scenario, inputs, presets };
  return JSON.stringify(terms, null, 2);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
