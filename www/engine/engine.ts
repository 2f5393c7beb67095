import type { Contract, ContractFacts, Event, Options, Problem, Projection, Scenario, Statement } from '#documents';
import start, * as wasm from '#engine-wasm';
import { EngineError, refusal } from './errors.js';
import { compile, type WasmSource } from './load.js';

/** The engine's functions: stateless, one answer for the same documents, wherever they run. */
export interface Engine {
  /**
   * What a contract says, clause by clause, and what to be warned of.
   *
   * @throws {EngineError} `invalid_contract` with every mistake in `problems`; `engine_trap`
   */
  checkContract(contract: Contract): ContractFacts;
  /**
   * What a contract pays for dated events, line by line, each with its reason.
   *
   * @param options what the statement is asked for, such as the day on which it is drawn up
   * @throws {EngineError} `invalid_contract`, `invalid_events` or `invalid_options` with every mistake in `problems`; `engine_trap`
   */
  evaluate(contract: Contract, events: readonly Event[], options?: Options): Statement;
  /**
   * What a contract would pay month by month if a scenario came true.
   *
   * @throws {EngineError} `invalid_contract` or `invalid_scenario` with every mistake in `problems`; `engine_trap`
   */
  project(contract: Contract, scenario: Scenario): Projection;
  /** The engine's version. */
  version(): string;
}

const engine: Engine = Object.freeze({
  checkContract: (contract: Contract) => answer<ContractFacts>(() => wasm.check_contract(contract)),
  evaluate: (contract: Contract, events: readonly Event[], options?: Options) =>
    answer<Statement>(() => wasm.evaluate(contract, events, options)),
  project: (contract: Contract, scenario: Scenario) => answer<Projection>(() => wasm.project(contract, scenario)),
  version: () => guarded(() => wasm.version()),
});

let loading: Promise<Engine> | undefined;

/**
 * Loads the engine, once: every later call gets the same engine, and `source` counts on the first only.
 * After a failure the next call tries again.
 *
 * @param source the wasm, where it is not the file beside the package: an address, a response, or its bytes (in Node)
 * @throws {EngineError} `engine_blocked` or `engine_load_failed`
 */
export function loadEngine(source?: WasmSource): Promise<Engine> {
  loading ??= instantiate(source).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function instantiate(source?: WasmSource): Promise<Engine> {
  const module = await compile(source);
  await start({ module_or_path: module });
  return engine;
}

type Outcome<T> = { ok: T } | { problems: Problem[] };

function answer<T>(call: () => unknown): T {
  const outcome = guarded(call) as Outcome<T>;
  if ('problems' in outcome) throw refusal(outcome.problems);
  return outcome.ok;
}

/**
 * The engine's functions answer every document with a value, so whatever is thrown out of one has left its memory in an
 * unknown state: that instance goes, and a new one gets one more try.
 */
function guarded<T>(call: () => T): T {
  try {
    return call();
  } catch {
    wasm.__wbg_reset_state();
  }
  try {
    return call();
  } catch (cause) {
    wasm.__wbg_reset_state();
    throw new EngineError('engine_trap', 'The engine failed twice on these documents.', [], { cause });
  }
}
