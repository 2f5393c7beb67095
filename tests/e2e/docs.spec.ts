import { expect, type Page, test } from '@playwright/test';
import axe from 'axe-core';

const GUIDES = ['/docs/guides/partner-manager.html', '/docs/guides/web-developer.html', '/docs/guides/negotiator.html'];
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html payout-calculator";

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`));
}

/** The page under the strictest policy that a host may have, and what it complains of. */
async function strictly(page: Page, address: string): Promise<readonly string[]> {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.route('**/*.html', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'Content-Security-Policy': POLICY } });
  });
  await page.goto(address);
  return complaints;
}

const found = (page: Page) => page.getByRole('dialog', { name: 'Search' }).getByRole('listitem');

for (const colorScheme of ['light', 'dark'] as const) {
  for (const address of ['/docs/', '/docs/guides/negotiator.html', '/docs/reference/events.html', '/docs/command-line.html']) {
    test(`axe finds nothing at ${address}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(address);
      expect(await violations(page)).toEqual([]);
    });
  }

  test(`axe finds nothing in the search, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto('/docs/');
    await page.keyboard.press('/');
    await page.keyboard.type('guarantee');
    await expect(found(page).first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

test('no page of the documentation is wider than a small phone, nor with text twice as large', async ({ page, request }) => {
  test.slow();
  const sections = (await (await request.get('/search.json')).json()) as { url: string }[];
  const addresses = [...new Set(sections.map(({ url }) => url.split('#')[0] ?? ''))];
  expect(addresses.length).toBeGreaterThan(30);
  await page.setViewportSize({ width: 320, height: 700 });
  for (const address of addresses) {
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(320);
  }
  await page.goto('/docs/guides/partner-manager.html');
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

for (const address of GUIDES) {
  test(`${address} shows its live example under a strict policy, and nothing is refused`, async ({ page }) => {
    const complaints = await strictly(page, address);
    const element = page.locator('.live :is(payout-calculator, payout-comparison)');
    await expect(page.locator('.live :is(payout-calculator, payout-comparison):state(ready)')).toHaveCount(await element.count());
    await page.keyboard.press('/');
    await page.keyboard.type('break-even');
    await expect(found(page).first()).toContainText('Break-even');
    expect(complaints).toEqual([]);
  });
}

test('a worked example is tried with the numbers that the tests run', async ({ page }) => {
  const complaints = await strictly(page, '/docs/analyses/compare.html');
  const comparison = page.locator('payout-comparison');
  await expect(comparison).toBeHidden();
  await page.getByText('Try this example').click();
  // The page says: 980.00 against 720.00.
  await expect(comparison.getByText('$980.00').first()).toBeVisible();
  await expect(comparison.getByText('$720.00').first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a program is tried where its terms are told', async ({ page }) => {
  await page.goto('/docs/reference/programs.html#apify-affiliate-program');
  await expect(page.locator(':target')).toContainText('Apify affiliate program');
  const place = page.locator(':target ~ details').first();
  await place.getByText('Try it').click();
  await expect(place.locator('payout-calculator:state(ready)')).toBeVisible();
});

test('the search opens by its key, goes by arrows, and is left by Escape', async ({ page }) => {
  await page.goto('/docs/');
  await page.keyboard.press('/');
  const field = page.getByRole('searchbox', { name: 'Search the documentation' });
  await expect(field).toBeFocused();
  await page.keyboard.type('perMonth');
  await expect(found(page).first()).toContainText('perMonth');
  await page.keyboard.press('ArrowDown');
  await expect(found(page).first().getByRole('link')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await expect(page).toHaveURL(/\/docs\/$/);
});

for (const [query, place] of [
  ['engine_blocked', /When it can|On a page|EngineErrorCode/],
  ['retroactive tiers', /Tiers|Mode|Smc|3\. |tiers/i],
  ['guarante', /Guarantee/],
  ['breakeven', /breakEven|Break-even/i],
] as const) {
  test(`“${query}” finds its place, and Enter goes there`, async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('searchbox').fill(query);
    await expect(found(page).first()).toContainText(place);
    const title = await found(page).first().locator('.search-title').textContent();
    await page.getByRole('searchbox').press('Enter');
    await expect(page).toHaveURL(/\/docs\//);
    await expect(page.locator(new URL(page.url()).hash ? ':target' : 'h1')).toContainText(title ?? '');
  });
}

test('what is not there is said, and a search that does not arrive can be tried again', async ({ page }) => {
  await page.route('**/search.json', (route) => route.abort());
  await page.goto('/docs/');
  await page.keyboard.press('/');
  await page.keyboard.type('lead');
  await expect(page.getByRole('status')).toHaveText('The search could not be loaded.');
  await page.unroute('**/search.json');
  await page.keyboard.type('s');
  await expect(found(page).first()).toBeVisible();
  await page.getByRole('searchbox').fill('zzzzzz');
  await expect(page.getByRole('status')).toHaveText('Nothing has “zzzzzz”.');
});

test('a slash in a field of the calculator is a slash', async ({ page }) => {
  await page.goto('/');
  await page.locator('payout-calculator:state(ready)').waitFor();
  await page.getByRole('textbox', { name: 'Leads a month' }).press('/');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('on a phone, the menu and the list of pages open, and say where one is', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/docs/guides/negotiator.html');
  const places = page.getByRole('navigation', { name: 'Site' });
  await expect(places).toBeHidden();
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(places.getByRole('link', { name: 'Comparison' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(places).toBeHidden();
  await page.getByRole('button', { name: 'All pages' }).click();
  const here = page.getByRole('navigation', { name: 'Documentation' }).getByRole('link', { name: 'For negotiators' });
  await expect(here).toHaveAttribute('aria-current', 'page');
  await page.getByRole('navigation', { name: 'Documentation' }).getByRole('link', { name: 'Error codes' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Error codes');
});
