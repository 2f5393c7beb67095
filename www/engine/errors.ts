import type { Problem } from '#documents';

/** What kind of failure an {@link EngineError} is; stable, and also the name of the element's error slots. */
export type EngineErrorCode =
  /** WebAssembly is missing, or the page's policy refuses it. */
  | 'engine_blocked'
  /** The engine's file did not arrive, or is not what was published. */
  | 'engine_load_failed'
  /** The engine broke twice on the same call. */
  | 'engine_trap'
  | 'invalid_contract'
  | 'invalid_events'
  | 'invalid_options'
  | 'invalid_payload'
  | 'invalid_scenario';

/** A failure of the engine, or documents it cannot work with. */
export class EngineError extends Error {
  override readonly name = 'EngineError';

  constructor(
    readonly code: EngineErrorCode,
    message: string,
    /** Every mistake in the documents, each with its place; empty unless a document is the cause. */
    readonly problems: readonly Problem[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The error for documents that the engine refused, named after the first one that is at fault. */
export function refusal(problems: readonly Problem[]): EngineError {
  const at = problems[0]?.document ?? 'contract';
  const first = problems[0];
  const message = first ? `${first.path || '/'}: ${first.message}` : 'The documents were refused.';
  return new EngineError(`invalid_${at}`, message, problems);
}
