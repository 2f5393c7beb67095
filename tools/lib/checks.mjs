import { existsSync, readFileSync, rmSync } from 'node:fs';
import { ensureBrowsers } from './browsers.mjs';
import { buildDemo } from './build.mjs';
import { buildDeclarations } from './declarations.mjs';
import { testEmbedding } from './embed.mjs';
import { TARGET } from './engine.mjs';
import { testEngineInBrowser } from './engine-test.mjs';
import { Failure } from './failure.mjs';
import { judged, report } from './figures.mjs';
import { at, ROOT } from './paths.mjs';
import { exitCodeOf, run } from './run.mjs';
import { checkSchema } from './schema.mjs';
import { sizes } from './size.mjs';
import { judgedBy, NONE, playwrightTally, rustTally } from './tally.mjs';
import { wasmToolchain } from './toolchain.mjs';

const PLAYWRIGHT_REPORT = at('build/reports/playwright.json');
/** Cases a property is tried with; proptest's own default is 256. */
const THOROUGH_CASES = '8192';

/**
 * A part of `npm test`.
 *
 * @typedef {object} Check
 * @property {string} name
 * @property {string} estimate from nothing
 * @property {(thorough: boolean) => Promise<import('./tally.mjs').Tally>} run
 */

/**
 * Everything that `npm test` checks; what fails fast comes first.
 *
 * @type {readonly Check[]}
 */
export const CHECKS = [
  { name: 'rustfmt', estimate: '', run: () => command('cargo', ['fmt', '--all', '--check']) },
  { name: 'biome', estimate: '', run: () => npmProgram('@biomejs/biome/bin/biome', 'ci', '.') },
  { name: 'clippy', estimate: 'about 40 s', run: clippy },
  { name: 'rust', estimate: 'about 40 s', run: rustTests },
  { name: 'schema', estimate: '', run: () => asTest(checkSchema) },
  { name: 'build', estimate: 'about 1 min', run: builds },
  { name: 'tsc', estimate: '', run: typesCheck },
  { name: 'clippy-wasm', estimate: 'about 20 s', run: clippyForWasm },
  { name: 'wasm', estimate: 'about 3 min', run: wasmTests },
  { name: 'playwright', estimate: 'about 2 min', run: playwrightTests },
  { name: 'embed', estimate: 'about 1 min', run: testEmbedding },
  { name: 'size', estimate: '', run: sizeBudgets },
];

const LINTS = ['--', '--deny', 'warnings'];

function clippy() {
  return command('cargo', ['clippy', '--locked', '--all-targets', '--features', 'schema,cli', ...LINTS]);
}

/** What is compiled for WebAssembly only. Debian's toolchain has no clippy. */
async function clippyForWasm() {
  const { name, targetDir } = await wasmToolchain();
  if (name === 'debian') {
    console.log("  left out: Debian's Rust for WebAssembly comes without clippy");
    return { ...NONE, skipped: 1 };
  }
  const args = ['clippy', '--locked', '--lib', '--test', 'wasm', '--target', TARGET, ...LINTS];
  return command('cargo', args, { CARGO_TARGET_DIR: targetDir });
}

function rustTests(/** @type {boolean} */ thorough) {
  const env = thorough ? { PROPTEST_CASES: THOROUGH_CASES } : {};
  return rustTestsOf((onText) =>
    exitCodeOf('cargo', ['test', '--locked', '--features', 'schema,cli', '--no-fail-fast'], { cwd: ROOT, env, onText }),
  );
}

async function wasmTests() {
  await ensureBrowsers();
  return rustTestsOf(testEngineInBrowser);
}

async function builds() {
  await buildDemo();
  return NONE;
}

async function typesCheck() {
  await buildDeclarations();
  await npmProgram('typescript/bin/tsc', '-p', '.');
  return npmProgram('typescript/bin/tsc', '-p', 'tools');
}

async function playwrightTests() {
  await ensureBrowsers();
  rmSync(PLAYWRIGHT_REPORT, { force: true });
  const code = await exitCodeOf(process.execPath, [at('node_modules/@playwright/test/cli.js'), 'test'], { cwd: ROOT });
  if (!existsSync(PLAYWRIGHT_REPORT)) throw new Failure(`Playwright wrote no report; its exit code was ${code}.`);
  return judgedBy(playwrightTally(JSON.parse(readFileSync(PLAYWRIGHT_REPORT, 'utf8'))), code);
}

/** Each budget is a test. */
function sizeBudgets() {
  const figures = sizes();
  report(figures, false);
  const results = figures.flatMap((figure) => judged(figure).meets ?? []);
  const tally = { ...NONE, passed: results.filter(Boolean).length, failed: results.filter((meets) => !meets).length };
  return Promise.resolve(tally);
}

/** @param {(onText: (text: string) => void) => Promise<number>} tests */
async function rustTestsOf(tests) {
  let output = '';
  const code = await tests((text) => {
    output += text;
  });
  return judgedBy(rustTally(output), code);
}

/**
 * A program without tests of its own: it adds nothing but a failure.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 */
async function command(program, args, env = {}) {
  await run(program, args, { cwd: ROOT, env });
  return NONE;
}

/** A program of an npm package, likewise. */
const npmProgram = (/** @type {string} */ path, /** @type {string[]} */ ...args) =>
  command(process.execPath, [at('node_modules', path), ...args]);

/** @param {() => Promise<void>} test fails by throwing */
async function asTest(test) {
  await test();
  return { ...NONE, passed: 1 };
}
