import type { Contract, ContractFacts, Event, Options, Problem, Projection, Scenario, Statement } from '#documents';
import initialize, * as wasm from '#engine-wasm';
import { EngineError, refusal } from './errors.js';
import { compile, type WasmSource } from './load.js';

/** A document: a value as `JSON.parse` makes it, or its JSON text, which is the quicker way for many events. */
export type Given<T> = T | string;

/** The engine's functions: stateless, one answer for the same documents, wherever they run. */
export interface Engine {
  /**
   * What a contract says, clause by clause, and what to be warned of.
   *
   * @throws {EngineError} `invalid_contract` with every mistake in `problems`; `engine_trap`
   */
  checkContract(contract: Given<Contract>): ContractFacts;
  /**
   * What a contract pays for dated events, line by line, each with its reason.
   *
   * @param options what the statement is asked for, such as the day on which it is drawn up
   * @throws {EngineError} `invalid_contract`, `invalid_events` or `invalid_options` with every mistake in `problems`; `engine_trap`
   */
  evaluate(contract: Given<Contract>, events: Given<readonly Event[]>, options?: Given<Options>): Statement;
  /**
   * What a contract would pay month by month if a scenario came true.
   *
   * @throws {EngineError} `invalid_contract` or `invalid_scenario` with every mistake in `problems`; `engine_trap`
   */
  project(contract: Given<Contract>, scenario: Given<Scenario>): Projection;
  /** The engine's version. */
  version(): string;
}

const engine: Engine = Object.freeze({
  checkContract: (contract: Given<Contract>) => answer<ContractFacts>(() => wasm.check_contract(contract)),
  evaluate: (contract: Given<Contract>, events: Given<readonly Event[]>, options?: Given<Options>) =>
    answer<Statement>(() => wasm.evaluate(contract, events, options)),
  project: (contract: Given<Contract>, scenario: Given<Scenario>) => answer<Projection>(() => wasm.project(contract, scenario)),
  version: () => guarded(() => wasm.version()),
});

/** Thrown by a call that needs the rest of the engine; after `loadRest` it can be made again. */
export class Incomplete extends Error {}

let first: Promise<Engine> | undefined;
let rest: Promise<void> | undefined;
/** Completes a new instance; none as long as the rest of the engine is not here. */
let complete: (() => void) | undefined;

/**
 * Loads the engine, once: every later call gets the same engine, and `source` counts on the first only.
 * After a failure the next call tries again.
 *
 * @param source the whole engine's wasm, in place of the two files beside the package: an address, a response, or its bytes (in Node)
 * @throws {EngineError} `engine_blocked` or `engine_load_failed`
 */
export async function loadEngine(source?: WasmSource): Promise<Engine> {
  const [engine] = await Promise.all([loadFirst(source), loadRest()]);
  return engine;
}

/**
 * Loads what the terms of most programs need. A call for anything else throws {@link Incomplete}.
 *
 * @throws {EngineError} `engine_blocked` or `engine_load_failed`
 */
export function loadFirst(source?: WasmSource): Promise<Engine> {
  first ??= instantiate(source).catch((error: unknown) => {
    first = undefined;
    if (source !== undefined) rest = undefined;
    throw error;
  });
  return first;
}

/** Loads the rest of the engine, if it is not here yet. */
export function loadRest(): Promise<void> {
  rest ??= addRest().catch((error: unknown) => {
    rest = undefined;
    throw error;
  });
  return rest;
}

async function instantiate(source?: WasmSource): Promise<Engine> {
  if (source !== undefined) {
    rest = Promise.resolve();
    complete = () => {};
  }
  await initialize({ module_or_path: await compile(source, 'first') });
  return engine;
}

async function addRest(): Promise<void> {
  const [module] = await Promise.all([compile(undefined, 'rest'), loadFirst()]);
  // Once the engine has been initialized, this gives the present instance's exports.
  complete = () => void new WebAssembly.Instance(module, { first: wasm.initSync({ module }) as unknown as WebAssembly.ModuleImports });
  complete();
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
    restart();
  }
  if (!complete) throw new Incomplete();
  try {
    return call();
  } catch (cause) {
    restart();
    throw new EngineError('engine_trap', 'The engine failed twice on these documents.', [], { cause });
  }
}

function restart(): void {
  wasm.__wbg_reset_state();
  complete?.();
}
