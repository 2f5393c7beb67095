import type {
  Bargain,
  BargainQuestion,
  BreakEven,
  Comparison,
  Contract,
  Equivalent,
  EquivalentQuestion,
  GoalQuestion,
  GoalSought,
  Grid,
  GridQuestion,
  Milestones,
  NextEvent,
  NextEventQuestion,
  Price,
  PriceQuestion,
  Problem,
  Scenario,
  Sensitivity,
  Simulation,
  SimulationQuestion,
  VarianceQuestion,
  VarianceShares,
  Vary,
} from '#documents';
import type { Given } from '../engine/engine.js';
import { EngineError, refusal } from '../engine/errors.js';
import type { WasmSource } from '../engine/load.js';
import type { Answer, Request } from './work.js';

/** How an analysis is asked for. */
export interface Asked {
  /** Stops it; the promise is then rejected with the signal's reason. In a worker it stops at once. */
  readonly signal?: AbortSignal;
  /** Told of a simulation how many draws are done, of how many. */
  readonly onProgress?: (done: number, of: number) => void;
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
  /** What contracts pay at evenly spread values of one number, or of two. */
  grid(contracts: Given<readonly Contract[]>, scenario: Given<Scenario>, question: Given<GridQuestion>, asked?: Asked): Promise<Grid>;
  /** For each contract but the first, the value of one of its terms with which it is worth what the first one is: at medians, on average, or to a cautious side. */
  equivalentOffers(
    contracts: Given<readonly Contract[]>,
    scenario: Given<Scenario>,
    question: Given<EquivalentQuestion>,
    asked?: Asked,
  ): Promise<Equivalent>;
  /** The first value of one number, a driver or a term, with which a goal is reached, and its neighbour that does not reach it. */
  goalSeek(contract: Given<Contract>, scenario: Given<Scenario>, question: Given<GoalQuestion>, asked?: Asked): Promise<GoalSought>;
  /** Month by month: the tiers and bonuses reached and what is missing to the next, the limits that bind, and how far the money has come. */
  milestones(contract: Given<Contract>, scenario: Given<Scenario>, asked?: Asked): Promise<Milestones>;
  /** What a clause adds on average over many draws, each evaluated with it and without it. */
  priceOfClause(contract: Given<Contract>, scenario: Given<Scenario>, question: Given<PriceQuestion>, asked?: Asked): Promise<Price>;
  /** What one more event adds, and from where on that changes. */
  nextEvent(contract: Given<Contract>, scenario: Given<Scenario>, question?: Given<NextEventQuestion>, asked?: Asked): Promise<NextEvent>;
  /** What two sides can agree on over one to three open terms: zone of agreement, Nash's solution, equal gain, Pareto frontier. */
  bargain(contract: Given<Contract>, scenario: Given<Scenario>, question: Given<BargainQuestion>, asked?: Asked): Promise<Bargain>;
  /** How much of the spread of the result each range of the scenario explains. A scenario without a range is refused. */
  varianceShares(
    contract: Given<Contract>,
    scenario: Given<Scenario>,
    question?: Given<VarianceQuestion>,
    asked?: Asked,
  ): Promise<VarianceShares>;
  /** What each range of the scenario does to the result by itself, the one that moves most first. A scenario without a range is refused. */
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

/** How far a worker is. */
interface Progress {
  readonly done: number;
  readonly of: number;
}

/** Where the work is done. */
interface Workshop {
  ask(request: Request, asked: Asked): Promise<Answer>;
  close(): void;
}

/**
 * Loads the analyses: in a worker, so that a page stays smooth; with `source` in this thread, for Node. Where a page may not start the worker,
 * they run in this thread too, simulations in short slices with time between them for the page. All promises of the analyses are rejected with {@link EngineError}: `invalid_contract`, `invalid_scenario` or `invalid_options` with every mistake in `problems`;
 * `engine_load_failed`; `engine_trap`.
 *
 * @param source the whole engine's wasm: an address, a response, or its bytes
 */
export async function loadAnalyses(source?: WasmSource): Promise<Analyses> {
  const { call, close } = await wholeEngine(source);
  return {
    compare: (contracts, scenario, asked) => call('compare', [contracts, scenario], asked),
    breakEven: (contracts, scenario, vary, asked) => call('breakEven', [contracts, scenario, vary], asked),
    grid: (contracts, scenario, question, asked) => call('grid', [contracts, scenario, question], asked),
    equivalentOffers: (contracts, scenario, question, asked) => call('equivalentOffers', [contracts, scenario, question], asked),
    priceOfClause: (contract, scenario, question, asked) => call('priceOfClause', [contract, scenario, question], asked),
    goalSeek: (contract, scenario, question, asked) => call('goalSeek', [contract, scenario, question], asked),
    milestones: (contract, scenario, asked) => call('milestones', [contract, scenario], asked),
    nextEvent: (contract, scenario, question = {}, asked) => call('nextEvent', [contract, scenario, question], asked),
    bargain: (contract, scenario, question, asked) => call('bargain', [contract, scenario, question], asked),
    varianceShares: (contract, scenario, question = {}, asked) => call('varianceShares', [contract, scenario, question], asked),
    sensitivity: (contract, scenario, asked) => call('sensitivity', [contract, scenario], asked),
    simulate: (contracts, scenario, question = {}, asked) => call('simulate', [contracts, scenario, question], asked),
    close,
  };
}

/** The whole engine, one function after the other: in a worker, or with `source` in this thread. */
export async function wholeEngine(source?: WasmSource) {
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
  return { call, close: () => workshop.close() };
}

/** One analysis after the other, each in slices that leave time for everything else. */
async function inThisThread(source?: WasmSource): Promise<Workshop> {
  // The build leaves this import as it is: bundled with an element, both would share one instance of WebAssembly.
  const { initialize, work } = await import('../entrypoints/analyses-here.js');
  await initialize(source);
  const closing = new AbortController();
  let last: Promise<unknown> = Promise.resolve();
  return {
    ask: (request, { signal, onProgress }) => {
      const stopped = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
      const pause = async (done: number, of: number) => {
        onProgress?.(done, of);
        await new Promise((resolve) => setTimeout(resolve));
        stopped.throwIfAborted();
      };
      const answer = last.then(() => {
        stopped.throwIfAborted();
        return work(request, { slice: 12, pause });
      });
      last = answer.catch(() => {});
      return answer;
    },
    close: () => closing.abort(closedByCaller()),
  };
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/**
 * A page that asks for Trusted Types takes a worker's address only from a policy: `payout-calculator` lets this one through, and no other.
 * A bundler that gives the file another name has to find the plain form, written in one piece.
 */
function startWorker(): Worker {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const { href } = new URL('./analyses-worker.js', import.meta.url);
  if (trustedTypes && href.endsWith('/analyses-worker.js')) {
    policy ??= trustedTypes.createPolicy('payout-calculator', { createScriptURL: (url) => (url === href ? url : 'about:blank') });
    return new Worker(policy.createScriptURL(href), { type: 'module' });
  }
  return new Worker(new URL('./analyses-worker.js', import.meta.url), { type: 'module' });
}

const closedByCaller = () => new DOMException('The analyses were closed.', 'AbortError');

interface Pending {
  readonly request: Request;
  readonly asked: Asked;
  settle(answer: Answer | Promise<Answer>): void;
  refuse(reason: unknown): void;
}

function inWorker(): Workshop {
  const pending = new Map<number, Pending>();
  let closed: DOMException | undefined;
  let answered = false;
  /** Where a worker is refused. */
  let here: Promise<Workshop> | undefined;
  let worker = begin();

  function begin(): Worker | undefined {
    try {
      const begun = startWorker();
      begun.addEventListener('message', ({ data: { id, ...answer } }: MessageEvent<(Answer | Progress) & { id: number }>) => {
        answered = true;
        const asked = pending.get(id);
        if ('done' in answer) return asked?.asked.onProgress?.(answer.done, answer.of);
        asked?.settle(answer);
        pending.delete(id);
      });
      begun.addEventListener('error', (event) => {
        if (!answered) return withoutWorker();
        refuseAll(new EngineError('engine_trap', `The analyses' worker broke: ${event.message}`));
      });
      return begun;
    } catch {
      // A page of another origin than the package's may not start its worker.
      withoutWorker();
      return undefined;
    }
  }

  function withoutWorker() {
    here ??= inThisThread();
    for (const { request, asked, settle } of pending.values()) settle(here.then((here) => here.ask(request, asked)));
    pending.clear();
  }

  function refuseAll(reason: unknown) {
    for (const { refuse } of pending.values()) refuse(reason);
    pending.clear();
  }

  return {
    ask: (request, asked) =>
      new Promise((settle, refuse) => {
        const { signal } = asked;
        if (closed) return refuse(closed);
        if (here) return settle(here.then((here) => here.ask(request, asked)));
        pending.set(request.id, { request, asked, settle, refuse });
        worker?.postMessage(request);
        signal?.addEventListener('abort', () => {
          if (!pending.delete(request.id)) return;
          refuse(signal.reason);
          // A worker that computes hears nothing, so it goes; what others asked of it is asked again.
          worker?.terminate();
          worker = begin();
          for (const { request } of pending.values()) worker?.postMessage(request);
        });
      }),
    close: () => {
      closed = closedByCaller();
      worker?.terminate();
      refuseAll(closed);
      void here?.then((here) => here.close());
    },
  };
}
