import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { loadedAtOnce } from './bundle.mjs';
import { DIST, FIRST_FILE, REST_FILE, SMALL_FILE, WASM_FILE } from './paths.mjs';

/** What the entries are called in figures. */
const NAMES = new Map([
  ['payout-calculator.js', 'calculator_js'],
  ['payout-comparison.js', 'comparison_js'],
  ['index.js', 'index_js'],
  ['define.js', 'define_js'],
  ['engine.js', 'engine_js'],
]);

/** @type {Record<string, (bytes: Buffer) => number>} */
const MEASURES = {
  raw: (bytes) => bytes.length,
  gzip: (bytes) => gzipSync(bytes, { level: 9 }).length,
  brotli: (bytes) =>
    brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }).length,
};

/**
 * The sizes of what is transferred: of the wasm that the element loads at once, of what it loads when it is needed, of the whole in
 * one file, and of the one that is compiled for speed; and of each entry with all that it loads at once.
 *
 * @returns {import('./figures.mjs').Figure[]}
 */
export function sizes() {
  const entries = [...loadedAtOnce()].map(([entry, files]) => /** @type {const} */ ([NAMES.get(entry) ?? entry, files]));
  const engine = /** @type {const} */ ([
    ['engine_wasm', [join(DIST, FIRST_FILE)]],
    ['engine_rest_wasm', [join(DIST, REST_FILE)]],
    ['engine_whole_wasm', [join(DIST, SMALL_FILE)]],
    ['engine_fast_wasm', [join(DIST, WASM_FILE)]],
  ]);
  return /** @type {const} */ ([...engine, ...entries]).flatMap(([name, files]) => {
    const contents = files.map((file) => readFileSync(file));
    return Object.entries(MEASURES).map(([measure, size]) => ({
      id: `size.${name}_${measure}`,
      // Each file is compressed by itself, as it is transferred.
      value: contents.reduce((sum, bytes) => sum + size(bytes), 0),
      unit: 'B',
      note: files.length > 1 ? `${files.length} files` : '',
    }));
  });
}
