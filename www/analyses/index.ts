import type {
  BreakEven,
  Comparison,
  Contract,
  Equivalent,
  EquivalentQuestion,
  GoalQuestion,
  GoalSought,
  Price,
  PriceQuestion,
  Problem,
  Scenario,
  Sensitivity,
  Simulation,
  SimulationQuestion,
  Vary,
} from '#documents';
import type { Given } from '../engine/engine.js';
import { EngineError, refusal } from '../engine/errors.js';
import type { WasmSource } from '../engine/load.js';
import { type Answer, initialize, type Request, work } from './work.js';

/** How an analysis is asked for. */
export interface Asked {
  /** Stops it; the promise is then rejected with the signal's reason. In a worker it stops at once. */
  readonly signal?: AbortSignal;
}

/** What negotiators ask. Each answer is exact, for the events that the scenario stands for. */
export interface Analyses {
  /** What several contracts pay over the same scenario, month by month, and who is ahead when. */
  compare(contracts: Given<readonly Contract[]>, scenario: Given<Scenario>, asked?: Asked): Promise<Comparison>;
  /** Where two contracts pay the same, along one number: exactly, between neighbouring values. */
  breakEven(
    contracts: Given<readonly [Contract, Contract]>,
    scenario: Given<Scenario>,
    vary: Given<Vary>,
    asked?: Asked,
  ): Promise<BreakEven>;
  /** For each contract but the first, the value of one of its numbers with which it earns what the first one does. */
  equivalentOffers(
    contracts: Given<readonly Contract[]>,
    scenario: Given<Scenario>,
    question: Given<EquivalentQuestion>,
    asked?: Asked,
  ): Promise<Equivalent>;
  /** The first value of one number, a driver or a term, with which a goal is reached, and its neighbour that does not reach it. */
  goalSeek(contract: Given<Contract>, scenario: Given<Scenario>, question: Given<GoalQuestion>, asked?: Asked): Promise<GoalSought>;
  /** What a clause adds on average over many draws, each evaluated with it and without it. */
  priceOfClause(contract: Given<Contract>, scenario: Given<Scenario>, question: Given<PriceQuestion>, asked?: Asked): Promise<Price>;
  /** What each range of the scenario does to the result by itself, the one that moves most first. */
  sensitivity(contract: Given<Contract>, scenario: Given<Scenario>, asked?: Asked): Promise<Sensitivity>;
  /** What contracts earn over many draws of the scenario, each over the same events. The same seed gives the same answer everywhere. */
  simulate(
    contracts: Given<readonly Contract[]>,
    scenario: Given<Scenario>,
    question?: Given<SimulationQuestion>,
    asked?: Asked,
  ): Promise<Simulation>;
  /** Ends the worker. What is under way is rejected. */
  close(): void;
}

/** Where the work is done. */
interface Workshop {
  ask(request: Request, asked: Asked): Promise<Answer>;
  close(): void;
}

/**
 * Loads the analyses: in a worker, so that a page stays smooth, or with `source` in this thread, for Node. All promises of the analyses are
 * rejected with {@link EngineError}: `invalid_contract`, `invalid_scenario` or `invalid_options` with every mistake in `problems`;
 * `engine_load_failed`; `engine_trap`.
 *
 * @param source the whole engine's wasm: an address, a response, or its bytes
 */
export async function loadAnalyses(source?: WasmSource): Promise<Analyses> {
  const workshop = source === undefined ? inWorker() : await inThisThread(source);
  let id = 0;
  const call = async <T>(call: Request['call'], documents: readonly unknown[], asked: Asked = {}): Promise<T> => {
    asked.signal?.throwIfAborted();
    id += 1;
    const answer = await workshop.ask({ id, call, documents }, asked);
    if ('failure' in answer) throw new EngineError('engine_trap', answer.failure);
    if ('problems' in answer) throw refusal(answer.problems as Problem[]);
    return answer.ok as T;
  };
  return {
    compare: (contracts, scenario, asked) => call('compare', [contracts, scenario], asked),
    breakEven: (contracts, scenario, vary, asked) => call('breakEven', [contracts, scenario, vary], asked),
    equivalentOffers: (contracts, scenario, question, asked) => call('equivalentOffers', [contracts, scenario, question], asked),
    priceOfClause: (contract, scenario, question, asked) => call('priceOfClause', [contract, scenario, question], asked),
    goalSeek: (contract, scenario, question, asked) => call('goalSeek', [contract, scenario, question], asked),
    sensitivity: (contract, scenario, asked) => call('sensitivity', [contract, scenario], asked),
    simulate: (contracts, scenario, question = {}, asked) => call('simulate', [contracts, scenario, question], asked),
    close: () => workshop.close(),
  };
}

async function inThisThread(source: WasmSource): Promise<Workshop> {
  await initialize(source);
  return { ask: async (request) => work(request), close: () => {} };
}

function inWorker(): Workshop {
  const pending = new Map<number, { request: Request; settle: (answer: Answer) => void; refuse: (reason: unknown) => void }>();
  let closed: DOMException | undefined;
  let worker = begin();

  function begin(): Worker {
    const begun = new Worker(new URL('./analyses-worker.js', import.meta.url), { type: 'module' });
    begun.addEventListener('message', ({ data: { id, ...answer } }: MessageEvent<Answer & { id: number }>) => {
      pending.get(id)?.settle(answer as Answer);
      pending.delete(id);
    });
    begun.addEventListener('error', (event) => {
      const error = new EngineError(
        'engine_load_failed',
        `The analyses' worker could not be started: ${event.message ?? 'it was refused'}`,
      );
      refuseAll(error);
    });
    return begun;
  }

  function refuseAll(reason: unknown) {
    for (const { refuse } of pending.values()) refuse(reason);
    pending.clear();
  }

  return {
    ask: (request, { signal }) =>
      new Promise((settle, refuse) => {
        if (closed) return refuse(closed);
        pending.set(request.id, { request, settle, refuse });
        worker.postMessage(request);
        signal?.addEventListener('abort', () => {
          if (!pending.delete(request.id)) return;
          refuse(signal.reason);
          // A worker that computes hears nothing, so it goes; what others asked of it is asked again.
          worker.terminate();
          worker = begin();
          for (const { request } of pending.values()) worker.postMessage(request);
        });
      }),
    close: () => {
      closed = new DOMException('The analyses were closed.', 'AbortError');
      worker.terminate();
      refuseAll(closed);
    },
  };
}
