import type { Contract, ContractFacts, Problem, Scenario } from '#documents';
import type { Ask } from '../state/comparison/results.js';
import type { Judge } from '../state/studio/mends.js';
import type { Answer } from '../state/typed.js';
import type { Shown } from './shown.js';

/** The engine, in the ways in which terms ask it. */
export interface Asking {
  answer(contract: Contract): Answer<ContractFacts>;
  check(contract: Contract): ContractFacts | undefined;
  readonly judge: Judge;
  /** What is wrong with a scenario under a contract. */
  scenarioProblems(contract: Contract, scenario: Scenario): readonly Problem[];
}

let made: { readonly ask: Ask; readonly asking: Asking } | undefined;

/** The engine once it is here. */
export function asking({ ask }: Shown): Asking | undefined {
  if (!ask) return undefined;
  if (made?.ask !== ask) made = { ask, asking: askingOf(ask) };
  return made.asking;
}

function askingOf(ask: Ask): Asking {
  return {
    answer: ask.check,
    check: (contract) => {
      const found = ask.check(contract);
      return 'ok' in found ? found.ok : undefined;
    },
    judge: (contract) => {
      const found = ask.check(contract);
      return 'ok' in found ? { warnings: found.ok.warnings } : found;
    },
    scenarioProblems: (contract, scenario) => {
      const found = ask.project(contract, scenario);
      return 'problems' in found ? found.problems.filter(({ document }) => document === 'scenario') : [];
    },
  };
}
