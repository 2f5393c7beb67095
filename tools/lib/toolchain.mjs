import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasAll, install } from './apt.mjs';
import { ask } from './ask.mjs';
import { Failure } from './failure.mjs';
import { at, BUILD } from './paths.mjs';
import { step } from './steps.mjs';

const TARGET = 'wasm32-unknown-unknown';
const CHOICE = join(BUILD, 'wasm-toolchain');

/**
 * A Rust toolchain that can compile to WebAssembly.
 *
 * @typedef {object} Toolchain
 * @property {'rustup' | 'debian'} name
 * @property {string} version
 * @property {string} cargo
 * @property {readonly string[]} buildArgs
 * @property {readonly string[]} testArgs
 * @property {string} targetDir a folder of its own: neither toolchain can use what the other built
 * @property {Record<string, string>} env
 */

const DEBIAN = {
  packages: ['rustc-web', 'cargo-web', 'rust-web-src', 'lld-19'],
  rustc: '/usr/bin/rustc',
  cargo: '/usr/bin/cargo',
  linker: '/usr/bin/wasm-ld-19',
  source: '/usr/lib/rustlib/src/rust/library/std/Cargo.toml',
};

const BOTH_WAYS = `Two ways to get one:
  - with rustup:  rustup target add ${TARGET}
  - on Debian 12: apt-get install -y --no-install-recommends ${DEBIAN.packages.join(' ')}
PAYOUT_WASM_TOOLCHAIN=rustup or =debian insists on one of them.`;

/**
 * Chooses the toolchain: rustup's if it has the wasm target or can add it, else Debian's.
 *
 * @returns {Promise<Toolchain>}
 * @throws {Failure} naming both ways, if neither can be had
 */
export async function wasmToolchain() {
  const wanted = process.env['PAYOUT_WASM_TOOLCHAIN'];
  if (wanted === 'rustup') return (await rustup()) ?? refuse('rustup cannot add the wasm target here.');
  if (wanted === 'debian') return debian();
  if (wanted) refuse(`PAYOUT_WASM_TOOLCHAIN=${wanted} is neither rustup nor debian.`);

  // Where rustup failed before, each try to add the target would cost another wait for the network.
  const before = existsSync(CHOICE) ? readFileSync(CHOICE, 'utf8') : '';
  const chosen = before === 'debian' && hasDebian() && !(await hasTarget()) ? await debian() : ((await rustup()) ?? (await debian()));
  mkdirSync(BUILD, { recursive: true });
  writeFileSync(CHOICE, chosen.name);
  return chosen;
}

/** @returns {Promise<Toolchain | undefined>} */
async function rustup() {
  if (!(await hasTarget())) {
    const added = await step(`Add Rust's ${TARGET} target with rustup`, 'about 10 s', () => ask('rustup', ['target', 'add', TARGET], 180));
    if (added === undefined || !(await hasTarget())) {
      console.error('  rustup cannot add it here');
      return undefined;
    }
  }
  return {
    name: 'rustup',
    version: (await ask('rustc', ['--version'])) ?? '',
    cargo: 'cargo',
    buildArgs: [],
    testArgs: [],
    targetDir: at('target/wasm-rustup'),
    env: {},
  };
}

/** Whether the Rust in the search path has the target's standard library, whoever installed it. */
async function hasTarget() {
  const root = await ask('rustc', ['--print', 'sysroot']);
  return root !== undefined && existsSync(join(root, 'lib/rustlib', TARGET, 'lib'));
}

const hasDebian = () => hasAll(DEBIAN.rustc, DEBIAN.cargo, DEBIAN.linker, DEBIAN.source);

/** @returns {Promise<Toolchain>} */
async function debian() {
  if (!hasDebian()) await install("Install Debian's Rust for WebAssembly", 'about 40 s', DEBIAN.packages, BOTH_WAYS);
  return {
    name: 'debian',
    version: (await ask(DEBIAN.rustc, ['--version'])) ?? '',
    cargo: DEBIAN.cargo,
    buildArgs: ['-Zbuild-std=std,panic_abort', '-Zbuild-std-features=optimize_for_size'],
    testArgs: ['-Zbuild-std=std,panic_abort,panic_unwind'],
    targetDir: at('target/wasm-debian'),
    env: {
      RUSTC: DEBIAN.rustc,
      // Debian ships the standard library's source, not the library: cargo's flag to build it is not stable yet.
      RUSTC_BOOTSTRAP: '1',
      CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER: DEBIAN.linker,
    },
  };
}

/** @returns {never} */
function refuse(/** @type {string} */ why) {
  throw new Failure(`No Rust toolchain for WebAssembly: ${why}\n${BOTH_WAYS}`);
}
