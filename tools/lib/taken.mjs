import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { build } from 'esbuild';
import { Failure } from './failure.mjs';
import { MANIFEST_FILE } from './hosting.mjs';
import { onPage } from './on-page.mjs';
import { at, BUILD, DIST, ROOT } from './paths.mjs';

/** @typedef {{ works: { name: string, markup: any }[], files: Map<string, string>, policy: string }} Taken */

/**
 * Gives a project what the studio has for its kind, of each work that the tests know.
 *
 * @param {string} folder
 * @param {string} target
 * @returns {Promise<Taken>}
 */
export async function giveTaken(folder, target) {
  const { takenInto } = await bundled('taken');
  const taken = takenInto(target, JSON.parse(readFileSync(join(DIST, MANIFEST_FILE), 'utf8')));
  for (const [file, text] of taken.files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return taken;
}

/**
 * Opens the page that came of it, under the policy that the studio asks for, and holds each calculator against one that was given the same work by hand.
 *
 * @param {string} folder
 * @param {Taken} taken
 */
export async function shownAsTaken(folder, { works, policy }) {
  const { put, seenIn } = await bundled('seen');
  await onPage(folder, { 'Content-Security-Policy': policy }, async (page, faults) => {
    const complaints = /** @type {string[]} */ ([]);
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    for (const { name, markup } of works) {
      const shown = await seenIn(page, `[data-work=${name}] payout-calculator`).catch((/** @type {Error} */ { message }) => {
        throw new Failure(`The work ${name} shows nothing. ${[...faults, ...complaints].join('; ')} ${message}`);
      });
      await put(page, markup);
      const expected = await seenIn(page, 'body > payout-calculator:last-child');
      if (!isDeepStrictEqual(shown, expected)) {
        throw new Failure(`The work ${name} shows\n${JSON.stringify(shown)}\nin place of\n${JSON.stringify(expected)}`);
      }
    }
    if (complaints.length > 0) throw new Failure(`The page complained: ${complaints.join('; ')}`);
  });
}

/** What the tests know in TypeScript, as a module for these scripts. */
async function bundled(/** @type {string} */ name) {
  const outfile = join(BUILD, 'embed', `${name}.mjs`);
  await build({
    absWorkingDir: ROOT,
    entryPoints: [at(`tests/snippets/${name}.ts`)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}
