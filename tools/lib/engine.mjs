import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fresh } from './freshness.mjs';
import { at, ENGINE, ROOT, WASM_FILE } from './paths.mjs';
import { run } from './run.mjs';
import { wasmToolchain } from './toolchain.mjs';

export const TARGET = 'wasm32-unknown-unknown';
const SOURCES = [
  at('src'),
  at('Cargo.toml'),
  at('Cargo.lock'),
  at('tools/wasm'),
  at('tools/lib/engine.mjs'),
  at('tools/lib/toolchain.mjs'),
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
      estimate: 'the first time 1 to 2 min, then 15 s',
      inputs: SOURCES,
      also: [toolchain.version],
      outputs: [join(ENGINE, WASM_FILE), join(ENGINE, 'payout_calculator.js'), join(ENGINE, 'payout_calculator.d.ts')],
    },
    async () => {
      await run(
        toolchain.cargo,
        ['build', '--release', '--locked', '--package', 'payout-calculator', '--lib', '--target', TARGET, ...toolchain.buildArgs],
        { cwd: ROOT, env: { ...toolchain.env, CARGO_TARGET_DIR: toolchain.targetDir, CARGO_ENCODED_RUSTFLAGS: withoutMachinePaths() } },
      );
      const bindgen = await wasmTool('bindgen');
      await run(bindgen, [join(toolchain.targetDir, TARGET, 'release/payout_calculator.wasm'), ENGINE]);
      await optimize(join(ENGINE, WASM_FILE));
    },
  );
}

/**
 * Builds one of the wasm-bindgen tools of tools/wasm for this machine.
 *
 * @param {'bindgen' | 'test-runner'} name
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

/** The engine's hash in the form that browsers check. */
export function engineIntegrity() {
  return `sha384-${createHash('sha384')
    .update(readFileSync(join(ENGINE, WASM_FILE)))
    .digest('base64')}`;
}

async function optimize(/** @type {string} */ wasm) {
  // Functions stay apart: what is inlined numbers its locals anew, and compresses worse (by 6 % of the whole). For the same reason
  // no common subexpressions.
  const apart = ['--one-caller-inline-max-function-size=0', '--always-inline-max-function-size=0', '--flexible-inline-max-function-size=0'];
  const flags = ['-Oz', ...apart, '--skip-pass=local-cse', '--strip-debug', '--strip-producers', '--strip-target-features'];
  await run(process.execPath, [
    at('node_modules/binaryen/bin/wasm-opt'),
    ...flags,
    ...FEATURES.map((feature) => `--enable-${feature}`),
    wasm,
    '-o',
    wasm,
  ]);
}

/** The same bytes on every machine: panic messages name source files, and those lie somewhere else for everyone. */
function withoutMachinePaths() {
  return `--remap-path-prefix=${process.env['CARGO_HOME'] ?? join(homedir(), '.cargo')}=/cargo`;
}
