import { createHash } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { Liquid } from 'liquidjs';
import { markupOf } from '../../www/state/studio/markup.js';
import { ruleOf } from '../../www/state/studio/pasted.js';
import { policyOf, policyText } from '../../www/state/studio/policy.js';
import { snippetOf, type Target } from '../../www/state/studio/snippets.js';
import type { Work } from '../../www/state/studio/work.js';
import { Host, PACKAGE } from '../snippets/host.js';
import { put, type SeenCalculator, seenIn } from '../snippets/seen.js';
import { WORKS } from '../snippets/works.js';

const PASTED = ['html', 'wordpress', 'webflow', 'shopify'] as const;
const open: Host[] = [];

test.afterEach(() => {
  for (const host of open.splice(0)) host.close();
});

async function host(): Promise<Host> {
  const one = await Host.open();
  open.push(one);
  return one;
}

/** Everything that a page complains of: what its policy refused, what broke, what asked for attention. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return complaints;
}

/** The calculator of a work by itself, as the preview shows it. */
async function preview(page: Page, brand: Host, work: Work): Promise<SeenCalculator> {
  const folder = `${brand.origin}/${PACKAGE.name}@${PACKAGE.version}`;
  const head = `<link rel="stylesheet" href="${folder}/themes.css"><script type="module" src="${folder}/payout-calculator.js"></script>`;
  await page.goto(brand.page('/preview', head));
  await put(page, markupOf(work));
  return seenIn(page);
}

function policyFor(target: Target, work: Work): string {
  const rule = ruleOf(markupOf(work));
  const hash = rule && `sha256-${createHash('sha256').update(rule).digest('base64')}`;
  return policyText(policyOf(target, work, PACKAGE, hash));
}

/** As the page's maker would have it: what a shop's pages are, once its Liquid is worked out. */
function published(target: Target, text: string): Promise<string> {
  return target === 'shopify' ? new Liquid({ strictVariables: true, strictFilters: true }).parseAndRender(text) : Promise.resolve(text);
}

for (const [name, work] of Object.entries(WORKS)) {
  for (const target of PASTED) {
    test(`${target}: what is pasted of the work ${name} shows what the preview shows, under the policy it asks for`, async ({ page }) => {
      const [brand, files] = [await host(), await host()];
      // Files of one's own, and files on another host.
      for (const [place, base] of [brand.origin, files.origin].entries()) {
        const hosting = { ...work.hosting, base: place === 0 ? '/payout-calculator' : `${base}/payout-calculator` };
        const placed = { ...work, hosting };
        brand.answers.set('/terms.json', { type: 'application/json', body: JSON.stringify(markupOf(work).terms) });
        const expected = await preview(page, brand, work);
        const complaints = complaintsOf(page);
        const [{ text } = { text: '' }] = snippetOf(target, placed, PACKAGE).parts;
        await page.goto(brand.page('/', await published(target, text), policyFor(target, placed)));
        expect(await seenIn(page)).toEqual(expected);
        expect(complaints).toEqual([]);
      }
    });
  }

  test(`frame: the work ${name} shows in a frame what the preview shows, under the policy it asks for`, async ({ page }) => {
    const [brand, files] = [await host(), await host()];
    const placed = { ...work, hosting: { ...work.hosting, base: `${files.origin}/payout-calculator` } };
    brand.answers.set('/terms.json', { type: 'application/json', body: JSON.stringify(markupOf(work).terms) });
    const expected = await preview(page, brand, work);
    const complaints = complaintsOf(page);
    const [{ text } = { text: '' }] = snippetOf('frame', placed, PACKAGE).parts;
    await page.goto(brand.page('/', text, policyFor('frame', placed)));
    const frame = page.frameLocator('iframe');
    const seen = await seenIn(frame);
    const link = expected.link && new URL(expected.link).href;
    expect(seen).toEqual({ ...expected, link });
    if (link) await expect(frame.locator('a[slot=cta]')).toHaveAttribute('target', '_top');
    expect(complaints).toEqual([]);
  });
}

test('a shop’s Liquid leaves the snippet as it is, whatever the brand has written', async () => {
  for (const work of Object.values(WORKS)) {
    const [{ text } = { text: '' }] = snippetOf('shopify', work, PACKAGE).parts;
    expect(await published('shopify', text)).toBe(text);
  }
});

test('nothing in a snippet for WordPress could be a shortcode', () => {
  const [{ text } = { text: '' }] = snippetOf('wordpress', WORKS.hostile, PACKAGE).parts;
  expect(text).not.toMatch(/\[\[?\/?\w/);
});

test('a page of a light scheme has a light calculator in its frame, on a system that is dark', async ({ page }) => {
  const brand = await host();
  await page.emulateMedia({ colorScheme: 'dark' });
  const [{ text } = { text: '' }] = snippetOf('frame', WORKS.plain, PACKAGE).parts;
  await page.goto(brand.page('/', text));
  await expect(page.frameLocator('iframe').locator('payout-calculator')).toHaveAttribute('theme', 'light');
  await page.goto(brand.page('/dark', `<meta name="color-scheme" content="light dark">${text}`));
  await expect(page.frameLocator('iframe').locator('payout-calculator')).not.toHaveAttribute('theme');
});
