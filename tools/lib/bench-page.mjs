import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { browserPath, CHROMIUM_ARGS } from './browsers.mjs';
import { BUILD, DIST, SITE } from './paths.mjs';
import { run } from './run.mjs';

/** Not among the development dependencies: one of its own is asked for as "latest", which a lock file can't hold. */
const LIGHTHOUSE = ['lighthouse@12.8.2', 'chrome-launcher@1.2.1'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html;charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};
const SLOWER = 4;
const STEPS = 60;

/**
 * The demo page in Chromium: what the calculator transfers until it can be used, how long that takes, how long a slider keeps a visitor waiting
 * on a slow machine, what moves while it loads, and what Lighthouse says.
 *
 * @param {number} count of loads
 * @returns {Promise<import('./figures.mjs').Figure[]>}
 */
export async function benchPage(count) {
  const server = await published();
  const executablePath = browserPath('CHROME_PATH');
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  try {
    /** @type {{ bytes: number, cold: number, warm: number, shift: number }[]} */
    const loads = [];
    for (let load = 0; load < count; load += 1) loads.push(await loaded(browser, server.url));
    const [drag, scores] = [await dragged(browser, server.url), await judged(server.url, executablePath)];
    const median = (/** @type {number[]} */ values) => values.sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
    const ms = (/** @type {string} */ id, /** @type {number} */ value, /** @type {string} */ note) => ({
      id,
      value: Math.round(value * 10) / 10,
      unit: 'ms',
      note,
    });
    return [
      {
        id: 'page.first_interaction_bytes',
        value: loads[0]?.bytes ?? 0,
        unit: 'B',
        note: "the package's files until the first result, brotli",
      },
      ms('page.cold_first_result_ms', median(loads.map(({ cold }) => cold)), 'from the script to the first result, nothing cached'),
      ms('page.warm_first_result_ms', median(loads.map(({ warm }) => warm)), 'the same, from the cache'),
      ms('page.drag_p95_ms', drag, `from input to paint, ${STEPS} steps, the processor slowed ${SLOWER} times`),
      {
        id: 'page.layout_shift',
        value: Math.round(Math.max(...loads.map(({ shift }) => shift)) * 1e4) / 1e4,
        unit: '',
        note: 'at 1280 × 900',
      },
      ...CATEGORIES.map((name) => ({
        id: `page.lighthouse_${name.replace('-', '_')}`,
        value: scores[name] ?? 0,
        unit: '',
        note: 'of 100, as a phone',
      })),
    ];
  } finally {
    await browser.close();
    server.close();
  }
}

/** The demo as a brand would publish it: compressed, and cached. */
export async function published() {
  const files = new Map();
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0]?.replace(/\/$/, '/index.html') ?? '';
    const file = path.startsWith('/package/') ? join(DIST, path.slice('/package/'.length)) : join(SITE, path);
    const type = TYPES[extname(file)];
    if (!type || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    files.set(file, files.get(file) ?? brotliCompressSync(readFileSync(file)));
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'br', 'cache-control': 'max-age=31536000' }).end(files.get(file));
  });
  await new Promise((listening) => server.listen(0, 'localhost', () => listening(undefined)));
  const address = server.address();
  return { url: `http://localhost:${typeof address === 'object' ? address?.port : ''}/`, close: () => server.close() };
}

async function loaded(/** @type {import('@playwright/test').Browser} */ browser, /** @type {string} */ url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US' });
  try {
    const page = await context.newPage();
    let bytes = 0;
    let first = true;
    page.on('request', (request) => {
      const [, file] = /\/package\/([\w.-]+)/.exec(request.url()) ?? [];
      if (first && file) bytes += brotliCompressSync(readFileSync(join(DIST, file))).length;
    });
    await page.addInitScript(() => {
      Object.assign(window, { shift: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) /** @type {any} */ (window).shift += /** @type {any} */ (entry).value;
      }).observe({ type: 'layout-shift', buffered: true });
      addEventListener('payout-ready', () => Object.assign(window, { result: performance.now() }));
    });
    const timed = () =>
      page.evaluate(async () => {
        while (!('result' in window)) await new Promise((resolve) => setTimeout(resolve, 5));
        const script = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/payout-calculator.js'));
        return Number(/** @type {any} */ (window).result) - (script?.startTime ?? 0);
      });
    await page.goto(url);
    const cold = await timed();
    first = false;
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(300);
    const shift = Number(await page.evaluate(() => /** @type {any} */ (window).shift));
    await page.reload();
    return { bytes, cold, warm: await timed(), shift };
  } finally {
    await context.close();
  }
}

/** The 95th percentile of the time from a slider's input to the paint after it. */
async function dragged(/** @type {import('@playwright/test').Browser} */ browser, /** @type {string} */ url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US' });
  try {
    const page = await context.newPage();
    await page.goto(url);
    await page.getByRole('radio').last().check();
    const slider = page.getByRole('slider', { name: 'Leads a month' });
    await slider.scrollIntoViewIfNeeded();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.evaluate(noteWaits);
    const box = await slider.boundingBox();
    if (!box) return Number.NaN;
    const [y, from, width] = [box.y + box.height / 2, box.x + 12, box.width - 24];
    await page.mouse.move(from + width * 0.08, y);
    await page.mouse.down();
    for (let step = 0; step <= STEPS; step += 1) {
      await page.mouse.move(from + width * (0.08 + (0.8 * step) / STEPS), y);
      await page.waitForTimeout(30);
    }
    await page.mouse.up();
    return await longWait(page);
  } finally {
    await context.close();
  }
}

/** In a page: notes how long each input waits until the paint after it. */
export function noteWaits() {
  const waits = /** @type {number[]} */ ([]);
  Object.assign(window, { waits });
  addEventListener(
    'input',
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => waits.push(performance.now() - timeStamp);
        port2.postMessage(undefined);
      });
    },
    true,
  );
}

/** The 95th percentile of what {@link noteWaits} noted. */
export async function longWait(/** @type {import('@playwright/test').Page} */ page) {
  /** @type {number[]} */
  const waits = await page.evaluate(() => /** @type {any} */ (window).waits);
  waits.sort((one, other) => one - other);
  return waits[Math.floor(waits.length * 0.95)] ?? Number.NaN;
}

async function installedLighthouse() {
  const folder = join(BUILD, 'lighthouse');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, 'node_modules/lighthouse'))) {
    await run('npm', ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', '--silent', ...LIGHTHOUSE]);
  }
  const from = (/** @type {string} */ file) => import(pathToFileURL(join(folder, 'node_modules', file)).href);
  const [{ default: lighthouse }, { launch }] = await Promise.all([
    from('lighthouse/core/index.js'),
    from('chrome-launcher/dist/index.js'),
  ]);
  return { launch, lighthouse };
}

/** @returns {Promise<Record<string, number>>} what Lighthouse gives each category, of 100 */
async function judged(/** @type {string} */ url, /** @type {string} */ chromePath) {
  const { launch, lighthouse } = await installedLighthouse();
  const chrome = await launch({ chromePath, chromeFlags: ['--headless=new', ...CHROMIUM_ARGS] });
  try {
    const found = await lighthouse(url, { port: chrome.port, onlyCategories: CATEGORIES, logLevel: 'error' });
    const categories = found?.lhr.categories ?? {};
    for (const { audits } of [found?.lhr ?? { audits: {} }]) {
      const missed = Object.values(audits).filter(({ score }) => score !== null && score < 0.9);
      if (missed.length > 0)
        console.error(
          `  Lighthouse: ${missed.map(({ id, displayValue }) => `${id}${displayValue ? ` (${displayValue})` : ''}`).join(', ')}`,
        );
    }
    return Object.fromEntries(Object.entries(categories).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)]));
  } finally {
    chrome.kill();
  }
}
