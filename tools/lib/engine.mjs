import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fresh } from './freshness.mjs';
import { at, ENGINE, FIRST_FILE, REST_FILE, ROOT, WASM_FILE } from './paths.mjs';
import { run } from './run.mjs';
import { pageDocuments, SPLIT_INPUTS, splitEngine } from './split.mjs';
import { wasmToolchain } from './toolchain.mjs';

export const TARGET = 'wasm32-unknown-unknown';
const SOURCES = [
  at('src'),
  at('Cargo.toml'),
  at('Cargo.lock'),
  at('tools/wasm'),
  at('tools/lib/engine.mjs'),
  at('tools/lib/toolchain.mjs'),
  ...SPLIT_INPUTS,
];

/** One by one: --all-features lets wasm-opt use what browsers do not know. */
const FEATURES = [
  'bulk-memory',
  'bulk-memory-opt',
  'reference-types',
  'sign-ext',
  'mutable-globals',
  'nontrapping-float-to-int',
  'multivalue',
];

/**
 * Compiles the engine to WebAssembly with its JavaScript, into build/engine.
 *
 * @returns {Promise<boolean>} whether anything was to do
 */
export async function buildEngine() {
  const toolchain = await wasmToolchain();
  return fresh(
    {
      name: 'engine',
      what: `Compile the engine to WebAssembly with ${toolchain.name}'s ${toolchain.version.replace(/ \(.*/, '')}`,
      estimate: 'the first time 2 to 3 min, then 30 s',
      inputs: SOURCES,
      also: [toolchain.version, JSON.stringify(pageDocuments())],
      outputs: [
        ...[WASM_FILE, FIRST_FILE, REST_FILE].map((file) => join(ENGINE, file)),
        join(ENGINE, 'payout_calculator.js'),
        join(ENGINE, 'payout_calculator.d.ts'),
      ],
    },
    async () => {
      await run(
        toolchain.cargo,
        ['build', '--release', '--locked', '--package', 'payout-calculator', '--lib', '--target', TARGET, ...toolchain.buildArgs],
        { cwd: ROOT, env: { ...toolchain.env, CARGO_TARGET_DIR: toolchain.targetDir, CARGO_ENCODED_RUSTFLAGS: rustFlags() } },
      );
      const bindgen = await wasmTool('bindgen');
      await run(bindgen, [join(toolchain.targetDir, TARGET, 'release/payout_calculator.wasm'), ENGINE]);
      await optimize(WASM_FILE);
      await splitEngine(await wasmTool('split'));
      await optimize(FIRST_FILE);
      await optimize(REST_FILE);
    },
  );
}

/**
 * Builds one of the wasm-bindgen tools of tools/wasm for this machine.
 *
 * @param {'bindgen' | 'split' | 'test-runner'} name
 * @returns {Promise<string>} where the program is
 */
export async function wasmTool(name) {
  const folder = at('target/tools');
  await run('cargo', ['build', '--locked', '--package', 'wasm-tools', '--bin', name, '--features', name], {
    cwd: ROOT,
    env: { CARGO_TARGET_DIR: folder },
  });
  return join(folder, 'debug', name);
}

/** The hashes of the engine's parts in the form that browsers check. */
export function engineIntegrity() {
  const hash = (/** @type {string} */ file) =>
    createHash('sha384')
      .update(readFileSync(join(ENGINE, file)))
      .digest('base64');
  return { first: `sha384-${hash(FIRST_FILE)}`, rest: `sha384-${hash(REST_FILE)}` };
}

async function optimize(/** @type {string} */ file) {
  const wasm = join(ENGINE, file);
  // Functions stay apart: what is inlined numbers its locals anew, and compresses worse (by 6 % of the whole). For the same reason
  // no common subexpressions.
  const apart = ['--one-caller-inline-max-function-size=0', '--always-inline-max-function-size=0', '--flexible-inline-max-function-size=0'];
  const flags = [
    '--flatten',
    '--rereloop',
    '-Oz',
    '-Oz',
    ...apart,
    '--skip-pass=local-cse',
    '--strip-debug',
    '--strip-producers',
    '--strip-target-features',
  ];
  await run(process.execPath, [
    at('node_modules/binaryen/bin/wasm-opt'),
    ...flags,
    ...FEATURES.map((feature) => `--enable-${feature}`),
    wasm,
    '-o',
    wasm,
  ]);
}

/**
 * The same bytes on every machine, whose source files lie somewhere else for everyone; and without the texts of panics: the boundary
 * starts the engine anew after a trap, and says so, whatever it was.
 */
function rustFlags() {
  return [
    `--remap-path-prefix=${process.env['CARGO_HOME'] ?? join(homedir(), '.cargo')}=/cargo`,
    '-Zunstable-options',
    '-Cpanic=immediate-abort',
    '-Zlocation-detail=none',
    '-Zfmt-debug=none',
  ].join('\x1f');
}
