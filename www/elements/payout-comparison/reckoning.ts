import type { Contract, ContractFacts } from '#documents';
import { type Engine, EngineError } from '../../engine/index.js';
import { type Ask, type Results, resultsOf } from '../../state/comparison/results.js';
import type { Table } from '../../state/comparison/table.js';
import { type Term, termsOf } from '../../state/terms.js';
import type { Answer } from '../../state/typed.js';

/** What a table comes to, asked of the engine. */
export class Reckoning {
  engine: Engine | undefined;
  results: Results | undefined;
  terms: ReadonlyMap<number, readonly Term[]> = new Map();
  #trap: EngineError | undefined;

  /** Works a table out. The answer is what broke the engine, if something did: that offer comes to nothing, the others stand. */
  reckon(table: Table): EngineError | undefined {
    this.#trap = undefined;
    this.results = resultsOf(table, this.ask);
    this.terms = new Map(table.sheets.map(({ id, contract }) => [id, termsOf(contract, (each) => this.factsOf(each))]));
    return this.#trap;
  }

  readonly ask: Ask = {
    check: (contract) => this.#asked((engine) => engine.checkContract(contract)),
    project: (contract, scenario) => this.#asked((engine) => engine.project(contract, scenario)),
  };

  factsOf(contract: Contract): ContractFacts | undefined {
    const answer = this.ask.check(contract);
    return 'ok' in answer ? answer.ok : undefined;
  }

  #asked<T>(call: (engine: Engine) => T): Answer<T> {
    if (!this.engine) return { problems: [] };
    try {
      return { ok: call(this.engine) };
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      if (error.problems.length === 0) this.#trap = error;
      return { problems: error.problems };
    }
  }
}
