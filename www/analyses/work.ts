import type { Problem } from '#documents';
import load, * as wasm from '#engine-wasm';
import { compile, type WasmSource } from '../engine/load.js';

/** What only the whole engine can do: the analyses, and bringing in what was written elsewhere. */
type Call =
  | 'bargain'
  | 'breakEven'
  | 'compare'
  | 'equivalentOffers'
  | 'goalSeek'
  | 'grid'
  | 'importActions'
  | 'importImpact'
  | 'milestones'
  | 'nextEvent'
  | 'priceOfClause'
  | 'readTiers'
  | 'sensitivity'
  | 'varianceShares';

// Said by name, and not by what is below: the package's types would name the compiled engine's, which it does not hold.
const CALLS: Readonly<Record<Call, (one: unknown, two: unknown, three: unknown) => unknown>> = {
  bargain: wasm.bargain,
  compare: wasm.compare,
  breakEven: wasm.break_even,
  equivalentOffers: wasm.equivalent_offers,
  goalSeek: wasm.goal_seek,
  grid: wasm.grid,
  importActions: wasm.import_actions,
  importImpact: wasm.import_impact,
  milestones: wasm.milestones,
  nextEvent: wasm.next_event,
  priceOfClause: wasm.price_of_clause,
  readTiers: wasm.read_tiers,
  sensitivity: wasm.sensitivity,
  varianceShares: wasm.variance_shares,
};

/** One analysis with its documents. */
export interface Request {
  readonly id: number;
  readonly call: Call | 'simulate';
  readonly documents: readonly unknown[];
}

/** What came of it: an outcome of the engine, or the reason why there is none. */
export type Answer = { readonly ok: unknown } | { readonly problems: readonly Problem[] } | { readonly failure: string };

/** Loads the whole engine, compiled for speed. */
export async function initialize(source?: WasmSource): Promise<void> {
  await load({ module_or_path: await compile(source, 'whole') });
}

/** What is done between two slices of a long analysis. */
export interface Between {
  /** How long a slice may take, in milliseconds. */
  readonly slice: number;
  /** Told how many draws are done, of how many; what it throws ends the work. */
  pause(done: number, of: number): void | Promise<void>;
}

/**
 * Does one analysis; rejects with what `pause` threw. What breaks the engine leaves its memory in an unknown state, so the next call gets a
 * new instance.
 */
export function work({ call, documents }: Request, between: Between): Promise<Answer> {
  const [one, two, three] = documents;
  if (call === 'simulate') return simulate([one, two, three], between);
  return Promise.resolve(guarded(() => CALLS[call](one, two, three) as Answer));
}

function guarded(step: () => Answer): Answer {
  try {
    return step();
  } catch (error) {
    wasm.__wbg_reset_state();
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

async function simulate([contracts, scenario, question]: readonly unknown[], { slice, pause }: Between): Promise<Answer> {
  let begun: wasm.RunningSimulation | undefined;
  const refused = guarded(() => {
    try {
      begun = new wasm.RunningSimulation(contracts, scenario, question);
      return { ok: undefined };
    } catch (thrown) {
      if (thrown instanceof Object && 'problems' in thrown) return thrown as Answer;
      throw thrown;
    }
  });
  if (!begun) return refused;
  const running = begun;
  for (let times = 1; ; ) {
    const start = performance.now();
    const drawn = guarded(() => running.draw(times) as Answer);
    // Of an engine that broke there is nothing left to free.
    if ('failure' in drawn) return drawn;
    if ('problems' in drawn) {
      running.free();
      return drawn;
    }
    const [done, of] = drawn.ok as [number, number];
    if (done >= of) return guarded(() => running.finish() as Answer);
    const fitting = (times * slice) / Math.max(performance.now() - start, 0.1);
    times = Math.max(1, Math.min(Math.floor(fitting), times * 8));
    try {
      await pause(done, of);
    } catch (reason) {
      running.free();
      throw reason;
    }
  }
}
