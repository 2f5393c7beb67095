import type { ActionsOptions, Imported, ImportedActions, ImportOptions, ReadTable, TableOptions } from '#documents';
import { wholeEngine } from '../analyses/index.js';
import type { Given } from '../engine/engine.js';
import type { WasmSource } from '../engine/load.js';

/** Brings in what was written elsewhere. Nothing leaves the machine. */
export interface Import {
  /**
   * Contracts of impact.com: one, or a list, as text or as values. Whether a contract says all that the payload says is told by its
   * `complete`.
   *
   * @throws {EngineError} `invalid_payload` or `invalid_options` with every mistake in `problems`; `engine_trap`
   */
  impact(payload: unknown, options?: Given<ImportOptions>): Promise<Imported>;
  /**
   * Actions of impact.com, as CSV, JSON text or values, with their items if these are given.
   *
   * @throws {EngineError} `invalid_payload` or `invalid_options` with every mistake in `problems`; `engine_trap`
   */
  actions(actions: unknown, items?: unknown, options?: Given<ActionsOptions>): Promise<ImportedActions>;
  /**
   * Tiers that were pasted out of a spreadsheet.
   *
   * @throws {EngineError} `invalid_options` with every mistake in `problems`; `engine_trap`
   */
  tiers(text: string, options?: Given<TableOptions>): Promise<ReadTable>;
  /** Ends the worker. What is under way is rejected. */
  close(): void;
}

/**
 * Loads the import: in a worker, so that a page stays smooth; with `source` in this thread, for Node.
 *
 * @param source the whole engine's wasm: an address, a response, or its bytes
 */
export async function loadImport(source?: WasmSource): Promise<Import> {
  const { call, close } = await wholeEngine(source);
  return {
    impact: (payload, options) => call('importImpact', [payload, options]),
    actions: (actions, items, options) => call('importActions', [actions, items, options]),
    tiers: (text, options) => call('readTiers', [text, options]),
    close,
  };
}
