import { isUncertain, uncertainScenario } from '../../state/comparison/drivers.js';
import type { Question } from '../controllers/background.js';
import type { Shown } from './shown.js';

interface Asked {
  readonly lane: 'quick' | 'long';
  readonly question: Question<unknown> | undefined;
}

const DRAWS = 10_000;

/** What is to be known for what is shown, by name; what is not to be known is asked nothing. */
export function questionsOf(shown: Shown): Readonly<Record<string, Asked>> {
  return { simulation: { lane: 'long', question: simulation(shown) } };
}

function simulation({ table, results }: Shown): Question<unknown> | undefined {
  const contracts = results.columns.flatMap(({ sheet, total }) => (total === undefined ? [] : [sheet.contract]));
  const scenario = uncertainScenario(table.scenario, results.drivers, table.set, table.own);
  if (contracts.length === 0 || results.currency === undefined || !isUncertain(scenario)) return undefined;
  const documents = [contracts, scenario] as const;
  return {
    key: JSON.stringify(documents),
    ask: (analyses, asked) => analyses.simulate(...documents, { draws: DRAWS, seed: 1 }, asked),
  };
}
