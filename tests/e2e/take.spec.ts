import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import axe from 'axe-core';
import { markupOf } from '../../www/state/studio/markup.js';
import type { Work } from '../../www/state/studio/work.js';
import { Host } from '../snippets/host.js';
import { seenIn } from '../snippets/seen.js';
import { WORKS } from '../snippets/works.js';

const open: Host[] = [];

test.afterEach(() => {
  for (const host of open.splice(0)) host.close();
});

async function host(): Promise<Host> {
  const one = await Host.open();
  open.push(one);
  return one;
}

/** Opens a work's file in the studio, and goes to where it is taken away. */
async function take(page: Page, work: Work, step = 'Take away'): Promise<void> {
  await page.goto('/studio.html');
  const file = { name: 'work.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(work)) };
  await page.locator('.tools .file-button input').setInputFiles(file);
  await page.getByRole('navigation').getByRole('button', { name: step }).click();
  await page.getByRole('radio', { name: 'HTML' }).waitFor();
}

const code = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('a work’s file is opened, its snippet copied and pasted, and the page shows the same numbers', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const brand = await host();
  await take(page, WORKS.dressed);
  await expect(page.getByText('Everything is in order.')).toBeVisible();
  const preview = await seenIn(page.frameLocator('.preview iframe'));
  await page.getByLabel('Folder for the calculator’s files').fill(`${brand.origin}/payout-calculator`);
  await expect(
    page.getByText(`Upload all that “npm run build” puts into dist/ to ${brand.origin}/payout-calculator@0.1.0/.`),
  ).toBeVisible();
  // Once the browser has worked out the hash of the brand's colours.
  await expect(code(page, 'Content security policy')).toContainText("'sha256-");
  await page.getByRole('button', { name: 'Copy: Content security policy' }).click();
  await expect(page.getByRole('status').first()).toHaveText('“Content security policy” is copied.');
  const header = await page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: 'Copy: Into the page' }).click();
  await expect(page.getByRole('status').first()).toHaveText('“Into the page” is copied.');
  await expect(page.getByRole('button', { name: 'Copy: Into the page' })).toHaveText('Copied');
  const pasted = await page.evaluate(() => navigator.clipboard.readText());

  const [name, policy = ''] = header.split(': ');
  expect(name).toBe('Content-Security-Policy');
  const complaints: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
  await page.goto(brand.page('/', pasted, policy));
  expect(await seenIn(page)).toEqual(preview);
  expect(preview.headline).toMatch(/^Sie könnten 171,00/);
  // For search engines, and for where it can't run, in the calculator's language.
  expect(pasted).toMatch(/<li>.*Anfrage.*100.€/);
  expect(complaints).toEqual([]);
});

test('what is to be mended is told with a way to it, and where files lie can be undone', async ({ page }) => {
  await take(page, { ...WORKS.plain, words: { cta: 'Join', ctaLink: 'javascript:alert(1)' } });
  await expect(page.getByText('1 thing has to be mended first.')).toBeVisible();
  await expect(page.locator('.checks li').first()).toContainText('“javascript:alert(1)” is no address that a link may have.');
  const folder = page.getByLabel('Folder for the calculator’s files');
  await folder.fill('not a folder');
  await expect(page.getByText('2 things have to be mended first.')).toBeVisible();
  await page.getByRole('button', { name: 'Go to “Where the files will lie”' }).click();
  await expect(folder).toBeFocused();
  await folder.blur();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(folder).toHaveValue('/payout-calculator');
  await page.getByRole('button', { name: 'Go to “Questions”' }).click();
  await expect(page.getByRole('navigation').getByRole('button', { name: 'Questions' })).toHaveAttribute('aria-current', 'step');
});

test('each kind of page has its own text, and is told what it can’t take', async ({ page }) => {
  const long = {
    ...WORKS.plain,
    presets: Array.from({ length: 20 }, () => ({ label: 'x'.repeat(600), values: { 'lead.perMonth': '9' } })),
  };
  await take(page, long);
  await page.getByRole('radio', { name: 'Webflow' }).check();
  await expect(page.getByText(/^This has 1\d,\d{3} characters, and Webflow takes 10,000 in one place\./)).toBeVisible();
  await expect(page.getByText(/^Webflow has no place for a folder of files\./)).toBeVisible();
  await page.getByLabel('Folder for the calculator’s files').fill('https://assets.example/payout-calculator');
  await expect(page.getByText(/^Webflow has no place/)).toHaveCount(0);
  await page.getByRole('radio', { name: 'In a file of their own' }).check();
  await expect(page.getByText(/^This has/)).toHaveCount(0);
  await expect(page.getByText(/^Webflow has no place for your file of terms\./)).toBeVisible();
  await page.getByLabel('Address of that file').fill('https://assets.example/terms.json');
  await expect(page.locator('.hindrance')).toHaveCount(0);
  await expect(code(page, 'Into the page')).toContainText('src="https://assets.example/terms.json"');
  await expect(code(page, 'Content security policy')).toContainText('connect-src https://assets.example;');
  await page.getByRole('radio', { name: 'Vue' }).check();
  await expect(code(page, 'vite.config.js')).toContainText('isCustomElement');
  await expect(code(page, 'In a terminal')).toHaveText('npm install payout-calculator@0.1.0');
});

test('contract and terms are taken as files, as they stand in the work', async ({ page }) => {
  await take(page, WORKS.dressed);
  const taken = async (file: string) => {
    const download = page.waitForEvent('download');
    await page
      .getByRole('button', { name: `Download ${file}` })
      .last()
      .click();
    const given = await download;
    expect(given.suggestedFilename()).toBe(file);
    return JSON.parse(readFileSync(await given.path(), 'utf8'));
  };
  expect(await taken('contract-2.json')).toEqual(WORKS.dressed.contracts[1]);
  expect(await taken('terms.json')).toEqual(markupOf(WORKS.dressed).terms);
});

test('where the page may not copy, the text is selected to be copied by hand', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) } });
  });
  await take(page, WORKS.plain);
  await page.getByRole('button', { name: 'Copy: Into the page' }).click();
  await expect(page.getByRole('status').first()).toHaveText(/^This browser doesn’t let the page copy\. “Into the page” is selected/);
  expect(await page.evaluate(() => String(getSelection()))).toBe(await code(page, 'Into the page').textContent());
});

for (const [language, step] of [
  ['en', 'Take away'],
  ['de', 'Mitnehmen'],
] as const) {
  test(`${language}: axe finds nothing, and nothing overflows a narrow page, whatever the brand has written`, async ({
    browser,
    baseURL,
  }) => {
    const page = await browser.newPage({ locale: language, viewport: { width: 320, height: 700 }, baseURL: baseURL ?? '' });
    await take(page, { ...WORKS.hostile, hosting: { ...WORKS.hostile.hosting, terms: 'file' } }, step);
    for (const target of ['Vue', 'Webflow', 'Shopify']) {
      await page.getByRole('radio', { name: target }).check();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run('.pane');
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
    });
    expect(found).toEqual([]);
    await page.close();
  });
}
