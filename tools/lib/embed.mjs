import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowsers } from './browsers.mjs';
import { buildDemo } from './build.mjs';
import { buildDeclarations } from './declarations.mjs';
import { Failure } from './failure.mjs';
import { onPage } from './on-page.mjs';
import { at, BUILD, ROOT } from './paths.mjs';
import { exitCodeOf, run, textOf } from './run.mjs';
import { giveTaken, shownAsTaken } from './taken.mjs';

const PROJECTS = at('tests/embed');
const WORK = join(BUILD, 'embed');
/** Those that `npm test` tries; the others need half a gigabyte of other people's packages. */
const QUICK = ['html', 'node', 'vite', 'taken-bundler', 'taken-react'];
/** Entry points that no TypeScript imports: modules of WebAssembly, a style sheet, and a classic script for a page's `src`. */
const UNTYPED = ['payout_calculator_bg.wasm', 'payout_calculator_small.wasm', 'themes.css', 'embed.js'];
const EXPECTED = /You could earn\s*\$800\.00/;
/** What a page says that listens to results: all that is earned. */
const TOLD = '9600.00';
/** What the first offer of a page's comparison comes to. */
const COMPARED = '$9,600.00';

/**
 * Tries the packed package in projects of others: installs it, builds them, and opens what comes of it in a browser. The package itself is
 * looked at by publint and "Are the types wrong?".
 *
 * @param {boolean} thorough all projects
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function testEmbedding(thorough) {
  await ensureBrowsers();
  await buildDemo();
  await buildDeclarations();
  mkdirSync(WORK, { recursive: true });
  const tarball = await pack();
  const checks = new Map([
    ['publint', () => run(process.execPath, [at('node_modules/publint/src/cli.js'), tarball, '--strict'], { cwd: ROOT })],
    [
      'attw',
      () =>
        run(
          process.execPath,
          [at('node_modules/@arethetypeswrong/cli/dist/index.js'), tarball, '--profile', 'esm-only', '--exclude-entrypoints', ...UNTYPED],
          { cwd: ROOT },
        ),
    ],
  ]);
  for (const name of thorough ? readdirSync(PROJECTS) : QUICK) checks.set(name, () => tryProject(name, tarball));
  const failed = [];
  for (const [name, check] of checks) {
    try {
      await check();
      console.log(`  ✓ ${name}`);
    } catch (error) {
      failed.push(name);
      console.error(`  ✗ ${name}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return { passed: checks.size - failed.length, failed: failed.length, skipped: 0 };
}

async function pack() {
  const [packed] = JSON.parse(await textOf('npm', ['pack', '--json', '--silent', '--pack-destination', WORK], { cwd: ROOT }));
  return join(WORK, packed.filename);
}

async function tryProject(/** @type {string} */ name, /** @type {string} */ tarball) {
  const folder = join(WORK, name);
  const keptModules = join(folder, 'node_modules');
  mkdirSync(folder, { recursive: true });
  for (const entry of readdirSync(folder))
    if (entry !== 'node_modules' && entry !== 'package-lock.json') rmSync(join(folder, entry), { recursive: true });
  // Of the last run, other people's packages are kept.
  rmSync(join(keptModules, 'payout-calculator'), { recursive: true, force: true });
  cpSync(join(PROJECTS, name), folder, { recursive: true });
  const described = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const taken = described.embed?.taken && (await giveTaken(folder, described.embed.taken));
  await silently('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--no-package-lock', tarball], folder);
  if (described.scripts?.build) await silently('npm', ['run', '--silent', 'build'], folder);
  if (taken) await shownAsTaken(join(folder, described.embed.serve), taken);
  else if (described.embed) await opened(join(folder, described.embed.serve), described.embed.rendered);
}

/** What a program says is of interest only if it fails. */
async function silently(/** @type {string} */ program, /** @type {string[]} */ args, /** @type {string} */ cwd) {
  let said = '';
  const onText = (/** @type {string} */ text) => {
    said += text;
  };
  const code = await exitCodeOf(program, args, { cwd, onText, silent: true, env: { NEXT_TELEMETRY_DISABLED: '1' } });
  if (code !== 0) throw new Failure(`${program} ${args.join(' ')} failed:\n${said}`);
}

/**
 * Opens a folder's page, and waits for a result in it.
 *
 * @param {string} folder
 * @param {string} [rendered] what a server has to have written into the page
 */
async function opened(folder, rendered = '') {
  const start = join(folder, 'index.html');
  if (!existsSync(start)) throw new Failure(`${folder} has no index.html.`);
  if (!readFileSync(start, 'utf8').includes(rendered)) throw new Failure(`The server's page lacks “${rendered}”.`);
  await onPage(folder, {}, async (page, faults) => {
    const headline = page.locator('payout-calculator').getByRole('heading', { name: EXPECTED });
    await headline.waitFor({ timeout: 20_000 }).catch(async () => {
      throw new Failure(`There is no result. ${faults.join('; ')} ${await page.locator('body').innerText()}`);
    });
    if ((await page.locator('output').count()) > 0) await page.locator('output', { hasText: TOLD }).first().waitFor({ timeout: 5000 });
    if ((await page.locator('payout-comparison').count()) > 0) await compared(page.locator('payout-comparison'));
  });
}

/** Waits for both totals of a comparison, and for a picture that its worker answers for. */
async function compared(/** @type {import('@playwright/test').Locator} */ comparison) {
  const [first, second] = [0, 1].map((place) => comparison.locator('.sheet-total').nth(place));
  await first?.filter({ hasText: COMPARED }).waitFor({ timeout: 20_000 });
  await second?.filter({ hasText: '$' }).waitFor({ timeout: 20_000 });
  await comparison.locator('.map-cell').first().waitFor({ timeout: 20_000 });
}
