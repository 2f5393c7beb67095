import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';

const DOCUMENTS = JSON.stringify({
  contract: { version: 1, currency: 'USD', payouts: [{ event: 'lead', pay: { fixed: '100' } }] },
  scenario: { version: 1, start: '2027-03', months: 12, streams: [{ event: 'lead', perMonth: '8' }] },
});

/** A brand's page on an origin of its own, which may run no WebAssembly, and no script but the package's. */
const PAGE = (demo: string) => `<!doctype html>
  <html lang="en"><body>
    <div data-payout-calculator data-title="What you could earn" data-theme="dark">
      <script type="application/json">${DOCUMENTS}</script>
    </div>
    <script src="${demo}/package/embed.js"></script>
  </body></html>`;

test('a page that may not run it shows the calculator in a frame, as high as it is, and hears its events', async ({ page, baseURL }) => {
  const demo = baseURL ?? '';
  // Another port is another origin.
  const policy = `default-src 'none'; script-src ${demo}; frame-src ${demo}`;
  const brand = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy }).end(PAGE(demo));
  });
  await new Promise<void>((listening) => brand.listen(0, 'localhost', listening));
  const address = `http://localhost:${(brand.address() as AddressInfo).port}/`;
  await page.addInitScript(() => {
    if (parent !== window) return;
    const heard: [string, unknown][] = [];
    Object.assign(window, { heard });
    for (const type of ['payout-ready', 'payout-result', 'payout-cta', 'payout-error']) {
      addEventListener(type, (event) => heard.push([type, (event as CustomEvent).detail?.totals?.earned]));
    }
  });
  await page.goto(address);
  const inside = page.frameLocator('iframe[title="What you could earn"]');
  await expect(inside.getByRole('heading', { name: 'You could earn $800.00 a month' })).toBeVisible();
  await expect(inside.locator('payout-calculator')).toHaveAttribute('theme', 'dark');
  const frame = page.locator('iframe');
  await expect
    .poll(() => frame.evaluate((element) => element.clientHeight))
    .toBe(await inside.locator('html').evaluate((html) => Math.ceil(html.getBoundingClientRect().height)));
  await inside.getByRole('slider', { name: 'Leads a month' }).press('ArrowRight');
  await inside.getByRole('button', { name: 'Apply to the program' }).click();
  const heard = () => page.evaluate(() => (window as unknown as { heard: [string, unknown][] }).heard);
  await expect.poll(heard).toContainEqual(['payout-cta', '10800.00']);
  expect(await heard()).toContainEqual(['payout-ready', undefined]);

  // Neither another window's message nor another version's does anything.
  const before = await heard();
  const height = await frame.evaluate((element) => element.clientHeight);
  await page.evaluate(() => {
    window.postMessage({ payout: 1, type: 'height', height: 5 }, '*');
    window.postMessage({ payout: 1, type: 'event', name: 'payout-cta', detail: {} }, '*');
  });
  await inside.locator('body').evaluate(() => {
    for (const message of [
      { payout: 2, type: 'height', height: 5 },
      { payout: 1, type: 'height', height: -5 },
      { payout: 1, type: 'height', height: '5' },
      null,
      { payout: 1, type: 'event', name: 'click', detail: {} },
    ]) {
      parent.postMessage(message, '*');
    }
  });
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
  expect(await heard()).toEqual(before);
  expect(await frame.evaluate((element) => element.clientHeight)).toBe(height);
  brand.close();
});

test('the frame takes its documents from the page that holds it, and from no other', async ({ page }) => {
  await page.goto('/');
  const opened = await page.evaluate(async (documents) => {
    const frame = Object.assign(document.createElement('iframe'), { src: '/package/frame.html' });
    document.body.append(frame);
    await new Promise((resolve) => addEventListener('message', ({ data }) => data?.type === 'hello' && resolve(undefined)));
    const inside = frame.contentWindow as Window & typeof globalThis;
    const open = JSON.stringify({ payout: 1, type: 'open', documents: JSON.parse(documents) });
    const settled = () => new Promise((resolve) => setTimeout(resolve, 200));
    const many = () => inside.document.querySelectorAll('payout-calculator').length;
    // From another frame of this page.
    const other = Object.assign(document.createElement('iframe'), { srcdoc: '<p>Another</p>' });
    document.body.append(other);
    await new Promise((resolve) => other.addEventListener('load', resolve));
    (other.contentWindow as Window & typeof globalThis).eval(`parent.frames[0].postMessage(${open}, '*')`);
    await settled();
    const fromOther = many();
    inside.postMessage(JSON.parse(open), location.origin);
    await settled();
    return [fromOther, many()];
  }, DOCUMENTS);
  expect(opened).toEqual([0, 1]);
});
