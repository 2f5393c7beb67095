import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A path in the repository. */
export const at = (/** @type {string[]} */ ...parts) => join(ROOT, ...parts);

export const BUILD = at('build');
export const ENGINE = at('build/engine');
export const TYPES = at('build/types');
export const SITE = at('build/site');
export const DIST = at('dist');
/** The engine as one module, and in two: what the element loads at once, and what it loads when it is needed. */
/** The whole engine, compiled for speed; and compiled for size, which is then split into two parts. */
export const WASM_FILE = 'payout_calculator_bg.wasm';
export const SMALL_FILE = 'payout_calculator_small.wasm';
export const FIRST_FILE = 'payout_calculator_first.wasm';
export const REST_FILE = 'payout_calculator_rest.wasm';
