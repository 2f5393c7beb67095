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
 * @property {readonly string[]} sizeArgs for a build whose size counts
 * @property {readonly string[]} speedArgs for one whose speed does
 * @property {readonly string[]} testArgs
 * @property {string} targetDir a folder of its own: neither toolchain can use what the other built
 * @property {Record<string, string>} env
 */

/** The standard library's source, under the root of a Rust installation. */
const SOURCE = 'lib/rustlib/src/rust/library/std/Cargo.toml';

const DEBIAN = {
  packages: ['rustc-web', 'cargo-web', 'rust-web-src', 'lld-19'],
  rustc: '/usr/bin/rustc',
  cargo: '/usr/bin/cargo',
  linker: '/usr/bin/wasm-ld-19',
  source: `/usr/${SOURCE}`,
};

const BOTH_WAYS = `Two ways to get one:
  - with rustup:  rustup target add ${TARGET} && rustup component add rust-src
  - on Debian 12: apt-get install -y --no-install-recommends ${DEBIAN.packages.join(' ')}
PAYOUT_WASM_TOOLCHAIN=rustup or =debian insists on one of them.`;

/**
 * The standard library is compiled with the engine, for size: with that and the texts of panics left out, a twelfth less. Cargo's and
 * rustc's flags for it are not stable yet.
 */
const OWN_STD = '-Zbuild-std=std,panic_abort';
const SMALL_STD = '-Zbuild-std-features=optimize_for_size';
const UNSTABLE = { RUSTC_BOOTSTRAP: '1' };

/**
 * Chooses the toolchain: rustup's if it has the wasm target and the standard library's source or can add them, else Debian's.
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
  const chosen = before === 'debian' && hasDebian() && !(await isComplete()) ? await debian() : ((await rustup()) ?? (await debian()));
  mkdirSync(BUILD, { recursive: true });
  writeFileSync(CHOICE, chosen.name);
  return chosen;
}

/** @returns {Promise<Toolchain | undefined>} */
async function rustup() {
  if (!(await isComplete())) {
    const added = await step(`Add Rust's ${TARGET} target and the standard library's source with rustup`, 'about 20 s', async () => {
      const target = await ask('rustup', ['target', 'add', TARGET], 180);
      return target === undefined ? undefined : ask('rustup', ['component', 'add', 'rust-src'], 180);
    });
    if (added === undefined || !(await isComplete())) {
      console.error('  rustup cannot add them here');
      return undefined;
    }
  }
  return {
    name: 'rustup',
    version: (await ask('rustc', ['--version'])) ?? '',
    cargo: 'cargo',
    sizeArgs: [OWN_STD, SMALL_STD, '--no-default-features'],
    speedArgs: [OWN_STD],
    testArgs: [],
    targetDir: at('target/wasm-rustup'),
    env: UNSTABLE,
  };
}

/** Whether the Rust in the search path has the target's standard library and its source, whoever installed them. */
async function isComplete() {
  const root = await ask('rustc', ['--print', 'sysroot']);
  return root !== undefined && [`lib/rustlib/${TARGET}/lib`, SOURCE].every((path) => existsSync(join(root, path)));
}

const hasDebian = () => hasAll(DEBIAN.rustc, DEBIAN.cargo, DEBIAN.linker, DEBIAN.source);

/** @returns {Promise<Toolchain>} */
async function debian() {
  if (!hasDebian()) await install("Install Debian's Rust for WebAssembly", 'about 40 s', DEBIAN.packages, BOTH_WAYS);
  return {
    name: 'debian',
    version: (await ask(DEBIAN.rustc, ['--version'])) ?? '',
    cargo: DEBIAN.cargo,
    sizeArgs: [OWN_STD, SMALL_STD, '--no-default-features'],
    speedArgs: [OWN_STD],
    // Debian ships the standard library's source, not the library.
    testArgs: ['-Zbuild-std=std,panic_abort,panic_unwind'],
    targetDir: at('target/wasm-debian'),
    env: {
      RUSTC: DEBIAN.rustc,
      ...UNSTABLE,
      CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER: DEBIAN.linker,
    },
  };
}

/** @returns {never} */
function refuse(/** @type {string} */ why) {
  throw new Failure(`No Rust toolchain for WebAssembly: ${why}\n${BOTH_WAYS}`);
}
