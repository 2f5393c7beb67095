import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, type Page, type TestInfo, test } from '@playwright/test';
import { elementOf, show, systemFonts } from './stage.js';
import { STATES, type State } from './states.js';

const PICTURES = new URL('pictures/', import.meta.url);
const MOST_BYTES = 1.5e6;

/** Another version or system may draw letters and fields a little otherwise, and no one has looked at its pictures. */
const RECORDED = JSON.parse(readFileSync(new URL('recorded.json', import.meta.url), 'utf8')) as { chromium: string; platform: string };
const isRecording = ({ config }: TestInfo) => config.updateSnapshots !== 'none';
const kind = (chromium: string, platform: string) => `Chromium ${chromium.split('.')[0]} on ${platform}`;

test.describe('as it was when someone last looked', () => {
  let unknown: string | undefined;

  test.beforeAll(({ browser }, testInfo) => {
    const [recorded, here] = [kind(RECORDED.chromium, RECORDED.platform), kind(browser.version(), process.platform)];
    if (isRecording(testInfo) || here === recorded) return;
    unknown = `The pictures are of ${recorded}, and this is ${here}: none is compared. npm run baselines takes new ones.`;
    console.log(`  ${unknown}`);
  });

  test.beforeEach(({ browserName: _ }, testInfo) => testInfo.skip(unknown !== undefined, unknown ?? ''));

  for (const state of STATES) {
    test(state.name, async ({ page }) => {
      await show(page, state);
      await expect(pictured(page, state)).toHaveScreenshot(`${state.name}.png`);
      // Afterwards: whoever asks takes the page out of its medium.
      expect(await systemFonts(page)).toEqual([]);
    });
  }

  const CHANGES = [
    { what: 'a little more green in the accent', rule: 'payout-calculator { --payout-accent: #0b6846 }' },
    { what: 'two pixels', rule: 'payout-calculator::part(total) { position: relative; inset-block-start: 2px }' },
    { what: 'a finer line', rule: 'payout-calculator::part(result) { border-block-start-width: 2px }' },
    { what: 'paler letters', rule: 'payout-calculator::part(likely) { opacity: 0.9 }' },
  ];
  for (const { what, rule } of CHANGES) {
    test(`tells ${what}`, async ({ page }, testInfo) => {
      testInfo.skip(isRecording(testInfo), 'There is nothing to compare yet.');
      const [state] = STATES;
      if (!state) throw new Error('there is no state');
      await show(page, state);
      await page.addStyleTag({ content: rule });
      await expect(pictured(page, state)).not.toHaveScreenshot(`${state.name}.png`);
    });
  }
});

test('each picture is of a state, and all of them together are small', ({ browserName: _ }, testInfo) => {
  testInfo.skip(isRecording(testInfo), 'They are being taken.');
  const files = readdirSync(PICTURES).sort();
  expect(files).toEqual(STATES.map(({ name }) => `${name}.png`).sort());
  expect(files.reduce((sum, file) => sum + statSync(new URL(file, PICTURES)).size, 0)).toBeLessThan(MOST_BYTES);
});

const pictured = (page: Page, state: State) =>
  state.part ? page.locator(elementOf(state)).locator(state.part) : state.height ? page : page.locator('body');
