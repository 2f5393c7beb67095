import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { fresh } from './freshness.mjs';
import { at, BUILD, ENGINE, FIRST_FILE, REST_FILE, ROOT, SMALL_FILE, WASM_FILE } from './paths.mjs';
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

const COMPILED = 'payout_calculator.wasm';
const GLUE = join(ENGINE, 'payout_calculator.js');
/** Where the engine for size is made. */
const SMALL = join(BUILD, 'small');

/**
 * For size. Functions stay apart: what is inlined numbers its locals anew, and compresses worse (by 6 % of the whole). For the same
 * reason no common subexpressions.
 */
const FLAT = [
  ...['--flatten', '--rereloop', '-Oz', '-Oz', '--skip-pass=local-cse'],
  ...['--one-caller-inline-max-function-size=0', '--always-inline-max-function-size=0', '--flexible-inline-max-function-size=0'],
];
const FAST = ['-O3'];

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
      estimate: 'the first time 4 to 5 min, then 1 min',
      inputs: SOURCES,
      also: [toolchain.version, JSON.stringify(pageDocuments())],
      outputs: [
        ...[WASM_FILE, SMALL_FILE, FIRST_FILE, REST_FILE].map((file) => join(ENGINE, file)),
        GLUE,
        join(ENGINE, 'payout_calculator.d.ts'),
      ],
    },
    async () => {
      const bindgen = await wasmTool('bindgen');
      await compile(toolchain, 'speed', toolchain.speedArgs);
      await run(bindgen, [join(toolchain.targetDir, TARGET, 'speed', COMPILED), ENGINE]);
      await optimize(join(ENGINE, WASM_FILE), join(ENGINE, WASM_FILE), FAST);
      await compile(toolchain, 'release', toolchain.sizeArgs);
      await run(bindgen, [join(toolchain.targetDir, TARGET, 'release', COMPILED), SMALL]);
      fitsGlue(join(SMALL, WASM_FILE));
      await optimize(join(SMALL, WASM_FILE), join(ENGINE, SMALL_FILE), FLAT);
      await splitEngine(await wasmTool('split'));
      for (const file of [FIRST_FILE, REST_FILE]) await optimize(join(ENGINE, file), join(ENGINE, file), FLAT);
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
  return { first: `sha384-${hash(FIRST_FILE)}`, rest: `sha384-${hash(REST_FILE)}`, whole: `sha384-${hash(WASM_FILE)}` };
}

/**
 * A page has one JavaScript for both engines: that of the one with everything in it.
 *
 * @param {string} wasm the other one
 */
function fitsGlue(wasm) {
  const glue = readFileSync(GLUE, 'utf8');
  const missing = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(wasm))).filter(({ name }) => !glue.includes(name));
  if (missing.length > 0)
    throw new Failure(`the engine for size wants what the JavaScript does not give: ${missing.map(({ name }) => name)}`);
}

/**
 * @param {import('./toolchain.mjs').Toolchain} toolchain
 * @param {'release' | 'speed'} profile
 * @param {readonly string[]} args
 */
async function compile(toolchain, profile, args) {
  await run(
    toolchain.cargo,
    ['build', '--profile', profile, '--locked', '--package', 'payout-calculator', '--lib', '--target', TARGET, ...args],
    { cwd: ROOT, env: { ...toolchain.env, CARGO_TARGET_DIR: toolchain.targetDir, CARGO_ENCODED_RUSTFLAGS: rustFlags() } },
  );
}

/**
 * @param {string} wasm
 * @param {string} out
 * @param {readonly string[]} passes
 */
async function optimize(wasm, out, passes) {
  const stripped = ['--strip-debug', '--strip-producers', '--strip-target-features'];
  const features = FEATURES.map((feature) => `--enable-${feature}`);
  await run(process.execPath, [at('node_modules/binaryen/bin/wasm-opt'), ...passes, ...stripped, ...features, wasm, '-o', out]);
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
