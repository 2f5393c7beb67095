import { expect, type Page, test } from '@playwright/test';
import { enter, FEE, FLAT, number, openTable, pays, sales, totalOf } from './offers.js';

const TERMS = { sheets: [{ contract: FEE }, { contract: FLAT }], scenario: sales('100', 12) };
const RANGED = sales({ low: '60', likely: '110', high: '200' }, 12);

type Comparison = HTMLElement & { ready: Promise<void>; sheets: unknown; scenario: unknown };

async function begin(page: Page) {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.goto('/comparison.html');
  await expect(page.locator('payout-comparison').getByText('10,000 cases worked through.')).toBeVisible({ timeout: 20_000 });
  await page.locator('payout-comparison').evaluate((element) => element.remove());
  return faults;
}

/** Creates comparisons one after the other; each is shown, given other offers, and taken away while it works those out. */
const comeAndGo = (page: Page, times: number) =>
  page.evaluate(
    async ({ terms, ranged, many }) => {
      for (let time = 0; time < many; time += 1) {
        const element = Object.assign(document.createElement('payout-comparison'), structuredClone(terms)) as Comparison;
        document.body.append(element);
        await element.ready;
        element.setAttribute('theme', time % 2 === 0 ? 'dark' : 'light');
        element.scenario = { ...ranged, months: 1 + (time % 36) };
        await new Promise((resolve) => element.addEventListener('payout-result', resolve, { once: true }));
        await new Promise((resolve) => requestAnimationFrame(resolve));
        element.remove();
      }
    },
    { terms: TERMS, ranged: RANGED, many: times },
  );

test('five hundred comparisons come and go, and leave nothing behind', async ({ page }) => {
  test.setTimeout(300_000);
  await begin(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const measured = async () => {
    await expect.poll(() => page.workers().length, { timeout: 20_000 }).toBe(0);
    for (let time = 0; time < 3; time += 1) await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') };
  };
  await comeAndGo(page, 20);
  const before = await measured();
  await comeAndGo(page, 500);
  const after = await measured();
  // A comparison of two offers has some fifteen hundred nodes and a hundred listeners.
  expect(after.nodes - before.nodes).toBeLessThan(400);
  expect(after.listeners - before.listeners).toBeLessThan(60);
  expect(after.heap - before.heap).toBeLessThan(1_500_000);
});

test('forty comparisons on a page all show their figures, and share one engine', async ({ page }) => {
  test.slow();
  const engines: string[] = [];
  page.on('request', (request) => request.url().endsWith('_first.wasm') && engines.push(request.url()));
  await begin(page);
  const shown = await page.evaluate(async (terms) => {
    const all = Array.from({ length: 40 }, (_, place) => {
      const element = document.createElement('payout-comparison') as Comparison;
      return Object.assign(element, { ...terms, scenario: { ...terms.scenario, months: 1 + (place % 36) } });
    });
    document.body.append(...all);
    await Promise.all(all.map((element) => element.ready));
    await Promise.all(all.map((element) => (element as unknown as { updateComplete: Promise<unknown> }).updateComplete));
    return all.map((element) => element.shadowRoot?.querySelector('.sheet-total .figure')?.textContent);
  }, TERMS);
  const money = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
  expect(shown).toEqual(Array.from({ length: 40 }, (_, place) => money.format(500 + 800 * (1 + (place % 36)))));
  expect(engines).toHaveLength(1);
});

test('one that is taken away while it loads does nothing more, and works where it is put back', async ({ page }) => {
  const faults = await begin(page);
  await page.route('**/terms.json', (route) => route.fulfill({ json: TERMS }));
  const heard = await page.evaluate(async () => {
    const events: string[] = [];
    const element = Object.assign(document.createElement('payout-comparison'), { src: '/terms.json' }) as unknown as Comparison;
    for (const type of ['payout-ready', 'payout-result', 'payout-error']) element.addEventListener(type, () => events.push(type));
    document.body.append(element);
    await Promise.resolve();
    element.remove();
    await fetch('/terms.json');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const away = [...events];
    document.body.append(element);
    await element.ready;
    return { away, back: events };
  });
  expect(heard).toEqual({ away: [], back: ['payout-ready', 'payout-result'] });
  expect(faults).toEqual([]);
});

test('one that is moved keeps what was entered, and goes on with what it was working out', async ({ page }) => {
  const comparison = await openTable(page, TERMS.sheets, RANGED);
  await enter(number(comparison, /^Amount in: Sale: … each/), '13');
  await comparison.evaluate((element) => document.querySelector('footer')?.append(element));
  await expect(totalOf(comparison, 'B')).toHaveText('$17,160.00');
  await expect(comparison.getByText('10,000 cases worked through.')).toBeVisible({ timeout: 20_000 });
  await expect(comparison.locator('.map-cell').first()).toBeVisible();
});

test('offers that are replaced during a simulation leave no range or crossing of the old ones', async ({ page }) => {
  const faults = await begin(page);
  await page.evaluate(
    async ({ terms, ranged }) => {
      const element = Object.assign(document.createElement('payout-comparison'), terms, { scenario: ranged }) as Comparison;
      document.body.append(element);
      await element.ready;
      const pays = (fixed: string) => ({ version: 1, name: fixed, currency: 'USD', payouts: [{ event: 'sale', pay: { fixed } }] });
      for (let rate = 1; rate <= 20; rate += 1) {
        element.sheets = [{ contract: pays(String(rate)) }, { contract: pays(String(rate * 100)) }];
        await new Promise((resolve) => element.addEventListener('payout-result', resolve, { once: true }));
        // Every range that is seen is one of these offers: 60 to 200 sales a month for a year.
        await new Promise((resolve) => setTimeout(resolve, 20));
        const row = [...(element.shadowRoot?.querySelectorAll('.figures tr') ?? [])].find((row) => /8 of 10/.test(row.textContent ?? ''));
        const [low = ''] = /[\d,]+\.\d\d/.exec(row?.querySelectorAll('td')[0]?.textContent ?? '') ?? [];
        const amount = Number(low.replaceAll(',', ''));
        if (low !== '' && (amount < rate * 60 * 12 || amount > rate * 200 * 12)) throw new Error(`at $${rate}: ${row?.textContent}`);
      }
    },
    { terms: TERMS, ranged: RANGED },
  );
  const comparison = page.locator('payout-comparison');
  await expect(comparison.getByText('10,000 cases worked through.')).toBeVisible({ timeout: 20_000 });
  const row = comparison.getByRole('row', { name: /^In 8 of 10 cases/ });
  const [low, high] = (await row.getByRole('cell').nth(0).innerText()).match(/[\d,]+\.\d\d/g) ?? [];
  const [from, to] = [low, high].map((text) => Number(text?.replaceAll(',', '')));
  expect(from).toBeGreaterThan(20 * 60 * 12);
  expect(to).toBeLessThan(20 * 200 * 12);
  await expect(comparison.getByText(/B \(2000\) pays more/)).toBeVisible();
  expect(faults).toEqual([]);
});

test('a page that loads the package twice has one comparison, that works', async ({ page }) => {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  const comparison = await openTable(page, TERMS.sheets, TERMS.scenario);
  await page.addScriptTag({ url: '/package/define-comparison.js', type: 'module' });
  await page.addScriptTag({ url: '/package/payout-comparison.js?again', type: 'module' });
  await enter(number(comparison, /^Amount in: Sale: … each/), '13');
  await expect(totalOf(comparison, 'B')).toHaveText('$15,600.00');
  expect(faults).toEqual([]);
});

test('both elements work on one page', async ({ page }) => {
  const comparison = await openTable(page, TERMS.sheets, TERMS.scenario);
  await page.addScriptTag({ url: '/package/payout-calculator.js', type: 'module' });
  await page.evaluate(({ scenario }) => {
    const contract = { version: 1, currency: 'USD', payouts: [{ event: 'sale', pay: { fixed: '12' } }] };
    document.body.append(Object.assign(document.createElement('payout-calculator'), { contract, scenario }));
  }, TERMS);
  await expect(page.getByRole('heading', { name: 'You could earn $1,200.00 a month' })).toBeVisible();
  await enter(number(comparison, /^Amount in: Sale: … each/), '13');
  await expect(totalOf(comparison, 'B')).toHaveText('$15,600.00');
});

test('once it has loaded, it needs no network', async ({ page, context }) => {
  const comparison = await openTable(page, TERMS.sheets, RANGED);
  await expect(comparison.getByText('10,000 cases worked through.')).toBeVisible({ timeout: 20_000 });
  await expect(comparison.getByText('Working …').filter({ visible: true })).toHaveCount(0, { timeout: 20_000 });
  await context.setOffline(true);
  await enter(number(comparison, /^Amount in: Sale: … each/), '13');
  await comparison.getByRole('button', { name: 'Duplicate and change' }).first().click();
  await expect(totalOf(comparison, 'B')).toHaveText('$17,160.00');
  await expect(comparison.getByText('10,000 cases worked through.')).toBeVisible({ timeout: 20_000 });
  await expect(comparison.getByRole('row', { name: /^In 8 of 10 cases/ }).getByRole('cell')).toHaveText([/to \$/, /to \$/, /to \$/], {
    timeout: 20_000,
  });
});

for (const { name, refuse } of [
  { name: 'knows no workers', refuse: (page: Page) => page.addInitScript(() => Reflect.deleteProperty(window, 'Worker')) },
  { name: 'does not get the worker’s file', refuse: (page: Page) => page.route('**/analyses-worker.js', (route) => route.abort()) },
]) {
  test(`where the browser ${name}, crossings and chances are worked out all the same`, async ({ page }) => {
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await refuse(page);
    const comparison = await openTable(
      page,
      [{ contract: FEE }, { contract: pays({ fixed: '12' }, 'Flat') }],
      sales({ p10: '60', p90: '200' }),
    );
    await expect(comparison.getByText('At exactly 125, both pay the same.')).toBeVisible({ timeout: 20_000 });
    await expect(comparison.getByText('10,000 cases worked through.')).toBeVisible({ timeout: 40_000 });
    expect(faults).toEqual([]);
  });
}
