import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { browserPath, CHROMIUM_ARGS } from './browsers.mjs';
import { Failure } from './failure.mjs';
import { at } from './paths.mjs';

const FOLDER = at('shots');

/** Everything that would make the picture of the same page another one. */
const PINNED = /** @type {const} */ ({ deviceScaleFactor: 1, locale: 'en-US', reducedMotion: 'reduce', timezoneId: 'UTC' });

/**
 * Takes a picture of every state into the folder shots, a named file each.
 *
 * @param {readonly import('../../tests/shots/states.mjs').State[]} states
 * @param {string} url of the demo
 */
export async function photograph(states, url) {
  mkdirSync(FOLDER, { recursive: true });
  const browser = await chromium.launch({ executablePath: browserPath('CHROME_PATH'), args: CHROMIUM_ARGS });
  const failed = [];
  try {
    for (const state of states) {
      const file = join(FOLDER, `${state.name}.png`);
      rmSync(file, { force: true });
      try {
        await photographState(browser, state, url, file);
        console.log(`  shots/${state.name}.png`);
      } catch (error) {
        failed.push(state.name);
        console.error(`  ${state.name}: ${error}`);
      }
    }
  } finally {
    await browser.close();
  }
  if (failed.length > 0) throw new Failure(`No picture of ${failed.join(', ')}.`);
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {import('../../tests/shots/states.mjs').State} state
 * @param {string} url
 * @param {string} file
 */
async function photographState(browser, state, url, file) {
  const { path, viewport, colorScheme = 'light', forcedColors = 'none', media = 'screen', part, act } = state;
  const context = await browser.newContext({ ...PINNED, viewport, colorScheme, forcedColors });
  try {
    const page = await context.newPage();
    await page.emulateMedia({ media });
    await page.goto(new URL(path, url).href);
    await settled(page);
    await act?.(page);
    await settled(page);
    const options = /** @type {const} */ ({ path: file, animations: 'disabled', caret: 'hide' });
    await (part ? page.locator(part).screenshot(options) : page.screenshot({ ...options, fullPage: true }));
  } finally {
    await context.close();
  }
}

/** Waits for what is still on its way: files, the engine, fonts, and the frame that shows them. */
async function settled(/** @type {import('@playwright/test').Page} */ page) {
  await page.waitForLoadState('networkidle');
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}
