import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { chromium } from '@playwright/test';
import sharp from 'sharp';
import { browserPath, CHROMIUM_ARGS } from './browsers.mjs';
import { Failure } from './failure.mjs';
import { at, ROOT } from './paths.mjs';
import { exitCodeOf } from './run.mjs';

const ROOM = at('tests/visual');
const PICTURES = join(ROOM, 'pictures');
const RECORDED = join(ROOM, 'recorded.json');

/** Flat colours keep their values; of the many shades that smooth letters, the rare ones take the nearest other. */
const PALETTE = /** @type {const} */ ({ palette: true, colours: 256, dither: 0, effort: 10, compressionLevel: 9 });

/**
 * Takes the pictures that tests/visual compares with anew where they differ, and those that are missing.
 *
 * @param {readonly string[]} starts of the states' names; all where there are none
 */
export async function takeBaselines(starts) {
  const began = Date.now();
  const only = starts.length > 0 ? ['--grep', `looked (${starts.join('|')})`] : [];
  const program = at('node_modules/@playwright/test/cli.js');
  const code = await exitCodeOf(process.execPath, [program, 'test', '--project=visual', '--update-snapshots=changed', ...only], {
    cwd: ROOT,
  });
  const files = readdirSync(PICTURES).map((file) => join(PICTURES, file));
  const taken = files.filter((file) => statSync(file).mtimeMs >= began);
  for (const file of taken) writeFileSync(file, await sharp(readFileSync(file)).removeAlpha().png(PALETTE).toBuffer());
  // A few do not make the others this browser's.
  if (starts.length === 0) await recordBrowser();
  if (taken.length > 0) console.log(`${taken.length} taken. Open each of them before it is committed:`);
  for (const file of taken) console.log(`  ${relative(ROOT, file)}`);
  if (code !== 0) throw new Failure('Not all of them could be taken.');
  if (taken.length === 0) console.log('All are as they were.');
}

async function recordBrowser() {
  const browser = await chromium.launch({ executablePath: browserPath('CHROME_PATH'), args: CHROMIUM_ARGS });
  writeFileSync(RECORDED, `${JSON.stringify({ chromium: browser.version(), platform: process.platform }, null, 2)}\n`);
  await browser.close();
}
