import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { longWait, noteWaits, published } from './bench-page.mjs';
import { browserPath, CHROMIUM_ARGS } from './browsers.mjs';
import { DIST } from './paths.mjs';

const sale = (/** @type {object} */ clause) => ({ version: 1, currency: 'USD', payouts: [{ event: 'sale', label: 'Sale', ...clause }] });

/** Four offers that have little in common, over three years of sales that nobody is sure of. */
const SHEETS = [
  { contract: { ...sale({ pay: { fixed: '12' } }), name: 'Flat' } },
  { contract: { ...sale({ pay: { percent: '10%' } }), name: 'Fee', oneTime: [{ amount: '500', on: '2027-01-01' }] } },
  {
    contract: {
      ...sale({ pay: { percent: '9%' }, tiers: [{ mode: 'graduated', steps: [{ from: '5000', percent: '12%' }] }] }),
      name: 'Tiers',
      limits: [{ max: '4000', per: 'month' }],
    },
  },
  { contract: { ...sale({ pay: { percent: '8%' } }), name: 'Guarantee', guarantees: [{ amount: '600', per: 'month' }] } },
];
const SCENARIO = {
  version: 1,
  start: '2027-01',
  months: 36,
  streams: [{ event: 'sale', perMonth: { low: '20', likely: '60', high: '140' }, amount: { low: '60', likely: '80', high: '105' } }],
};

/**
 * The comparison in Chromium: what it transfers until it can be used, and how long someone who types into a sentence waits for the figures.
 *
 * @param {number} edits
 * @returns {Promise<import('./figures.mjs').Figure[]>}
 */
export async function benchComparison(edits) {
  const server = await published();
  const browser = await chromium.launch({ executablePath: browserPath('CHROME_PATH'), args: CHROMIUM_ARGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-US' });
    await page.addInitScript(() => {
      addEventListener('payout-ready', () =>
        Object.assign(window, { needed: performance.getEntriesByType('resource').map(({ name }) => name) }),
      );
    });
    await page.goto(`${server.url}comparison.html`);
    await page.locator('payout-comparison:state(ready)').waitFor();
    /** @type {string[]} */
    const needed = await page.evaluate(() => /** @type {any} */ (window).needed);
    const files = needed.flatMap((url) => /\/package\/([\w.-]+)/.exec(url)?.[1] ?? []);
    const bytes = files.reduce((sum, file) => sum + brotliCompressSync(readFileSync(join(DIST, file))).length, 0);
    const comparison = page.locator('payout-comparison');
    await comparison.evaluate((element, given) => Object.assign(element, given), { sheets: SHEETS, scenario: SCENARIO });
    const field = comparison.getByRole('textbox', { name: 'Amount in: Sale: … each.' });
    await field.waitFor();
    await page.waitForLoadState('networkidle');
    await page.evaluate(noteWaits);
    await page.evaluate(notePictures);
    const simulated = comparison.locator('progress');
    let overlapping = 0;
    for (let edit = 0; edit < edits; edit += 1) {
      // Another value each time: what has been worked out once is not worked out again.
      await field.fill(`${20 + edit}`);
      // The next one is made while the simulation that this one has begun is under way, unless it is over before it is seen.
      overlapping += await simulated.waitFor({ state: 'attached', timeout: 500 }).then(
        () => 1,
        () => 0,
      );
    }
    const wait = await longWait(page);
    const picture = await page.evaluate(() =>
      /** @type {any} */ (window).pictures.sort((/** @type {number} */ one, /** @type {number} */ other) => one - other),
    );
    return [
      { id: 'comparison.bytes', value: bytes, unit: 'B', note: "the package's files until it can be used, brotli" },
      {
        id: 'comparison.edit_p95_ms',
        value: Math.round(wait * 10) / 10,
        unit: 'ms',
        note: `four offers, 36 months, a simulation still under way at ${overlapping} of ${edits} edits`,
      },
      {
        id: 'comparison.picture_p95_ms',
        value: Math.round((picture[Math.floor(picture.length * 0.95)] ?? Number.NaN) * 10) / 10,
        unit: 'ms',
        note: `the same to the curves of the crossings, ${picture.length} of ${edits}`,
      },
    ];
  } finally {
    await browser.close();
    server.close();
  }
}

/** Notes how long after each input the curves of the crossings are painted anew. Runs in the page. */
function notePictures() {
  const pictures = /** @type {number[]} */ ([]);
  Object.assign(window, { pictures });
  let typed = Number.NaN;
  addEventListener(
    'input',
    ({ timeStamp }) => {
      typed = timeStamp;
    },
    true,
  );
  const painted = () =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      const from = typed;
      typed = Number.NaN;
      port1.onmessage = () => Number.isNaN(from) || pictures.push(performance.now() - from);
      port2.postMessage(undefined);
    });
  const root = document.querySelector('payout-comparison')?.shadowRoot;
  if (root) new MutationObserver(painted).observe(root, { subtree: true, attributeFilter: ['points'] });
}
