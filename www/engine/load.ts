import { EngineError } from './errors.js';

/** The hashes of the wasm files beside the bundle, put in by the build; none where the sources run as they are. */
declare const __WASM_INTEGRITY__: Record<Part, string> | undefined;

/** The engine's files: what the terms of most programs need, and the rest; and the whole, compiled for speed. */
export type Part = 'first' | 'rest' | 'whole';

/** Where the whole engine may come from, in place of the two files beside the package. */
export type WasmSource = URL | string | Response | BufferSource | WebAssembly.Module;

const EMPTY_MODULE = new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]);

/**
 * Fetches and compiles the engine, or a part of it.
 *
 * @throws {EngineError} `engine_blocked` or `engine_load_failed`
 */
export async function compile(source: WasmSource | undefined, part: Part): Promise<WebAssembly.Module> {
  await refuseIfBlocked();
  try {
    if (source instanceof WebAssembly.Module) return source;
    if (source instanceof Response) return await fromResponse(source);
    if (source !== undefined && typeof source !== 'string' && !(source instanceof URL)) {
      return await WebAssembly.compile(source);
    }
    return await fromResponse(await (source === undefined ? requestPart(part) : fetch(source)));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new EngineError('engine_load_failed', `The engine could not be loaded: ${reason}`, [], { cause });
  }
}

function requestPart(part: Part): Promise<Response> {
  // Each address in full: that is what bundlers look for.
  const urls = {
    first: () => new URL('./payout_calculator_first.wasm', import.meta.url),
    rest: () => new URL('./payout_calculator_rest.wasm', import.meta.url),
    whole: () => new URL('./payout_calculator_bg.wasm', import.meta.url),
  };
  return fetch(urls[part](), typeof __WASM_INTEGRITY__ === 'undefined' ? {} : { integrity: __WASM_INTEGRITY__[part] });
}

async function fromResponse(response: Response): Promise<WebAssembly.Module> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  // Streaming refuses any other type, and many hosts serve .wasm as application/octet-stream.
  const streams = response.headers.get('Content-Type')?.split(';', 1)[0] === 'application/wasm';
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** Browsers word a refusal each in their own way; but the empty module is valid, so only a policy can refuse it. */
async function refuseIfBlocked(): Promise<void> {
  try {
    await WebAssembly.compile(EMPTY_MODULE);
  } catch (cause) {
    throw new EngineError('engine_blocked', 'This page does not allow WebAssembly.', [], { cause });
  }
}
