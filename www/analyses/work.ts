import type { Problem } from '#documents';
import load, * as wasm from '#engine-wasm';
import { compile, type WasmSource } from '../engine/load.js';

/** The analyses by the names of the engine's functions. */
const CALLS = {
  compare: wasm.compare,
  breakEven: wasm.break_even,
  equivalentOffers: wasm.equivalent_offers,
  goalSeek: wasm.goal_seek,
  priceOfClause: wasm.price_of_clause,
  sensitivity: wasm.sensitivity,
  simulate: wasm.simulate,
};

/** One analysis with its documents. */
export interface Request {
  readonly id: number;
  readonly call: keyof typeof CALLS;
  readonly documents: readonly unknown[];
}

/** What came of it: an outcome of the engine, or the reason why there is none. */
export type Answer = { readonly ok: unknown } | { readonly problems: readonly Problem[] } | { readonly failure: string };

/** Loads the whole engine, compiled for speed. */
export async function initialize(source?: WasmSource): Promise<void> {
  await load({ module_or_path: await compile(source, 'whole') });
}

/** Does one analysis. What breaks the engine leaves its memory in an unknown state, so the next call gets a new instance. */
export function work({ call, documents }: Request): Answer {
  try {
    const [one, two, three] = documents;
    return CALLS[call](one, two, three) as Answer;
  } catch (error) {
    wasm.__wbg_reset_state();
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}
