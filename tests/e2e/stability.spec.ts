import { expect, type Page, test } from '@playwright/test';

const SOURCE = {
  contract: { version: 1, currency: 'USD', payouts: [{ event: 'lead', pay: { fixed: '100' } }] },
  scenario: { version: 1, start: '2027-03', months: 12, streams: [{ event: 'lead', perMonth: '8' }] },
};
const RANGED = { ...SOURCE.scenario, streams: [{ event: 'lead', perMonth: { p10: '5', p90: '20' } }] };

type Calculator = HTMLElement & { ready: Promise<void>; scenario: unknown; contract: unknown };

test.beforeEach(async ({ page }) => {
  await page.goto('/');
  await page.getByRole('heading', { name: 'You could earn $800.00 a month' }).waitFor();
});

/** Creates calculators one after the other; each is used and taken away. */
const comeAndGo = (page: Page, times: number) =>
  page.evaluate(
    async ({ source, many }) => {
      for (let time = 0; time < many; time += 1) {
        const element = Object.assign(document.createElement('payout-calculator'), structuredClone(source)) as Calculator;
        document.body.append(element);
        await element.ready;
        element.setAttribute('theme', time % 2 === 0 ? 'dark' : 'light');
        element.scenario = { ...source.scenario, months: 1 + (time % 36) };
        await new Promise((resolve) => element.addEventListener('payout-result', resolve, { once: true }));
        element.remove();
      }
    },
    { source: SOURCE, many: times },
  );

test('five hundred calculators come and go, and leave nothing behind', async ({ page }) => {
  test.slow();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const measured = async () => {
    for (let time = 0; time < 3; time += 1) await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') };
  };
  await comeAndGo(page, 50);
  const before = await measured();
  await comeAndGo(page, 500);
  const after = await measured();
  // A calculator has some two hundred nodes and twenty listeners.
  expect(after.nodes - before.nodes).toBeLessThan(400);
  expect(after.listeners - before.listeners).toBeLessThan(60);
  expect(after.heap - before.heap).toBeLessThan(1_500_000);
});

test('two hundred calculators on a page all show their result', async ({ page }) => {
  test.slow();
  const shown = await page.evaluate(async (source) => {
    const all = Array.from({ length: 200 }, (_, place) => {
      const element = document.createElement('payout-calculator') as Calculator;
      return Object.assign(element, { ...source, scenario: { ...source.scenario, months: 1 + (place % 36) } });
    });
    document.body.append(...all);
    await Promise.all(all.map((element) => element.ready));
    return all.filter((element) => element.matches(':state(ready)')).length;
  }, SOURCE);
  expect(shown).toBe(200);
});

test('one that is taken away while it loads does nothing more, and works where it is put back', async ({ page }) => {
  const heard = await page.evaluate(async (source) => {
    const events: string[] = [];
    const element = Object.assign(document.createElement('payout-calculator'), source) as Calculator;
    for (const type of ['payout-ready', 'payout-result', 'payout-error']) element.addEventListener(type, () => events.push(type));
    document.body.append(element);
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const away = [...events];
    document.body.append(element);
    await element.ready;
    return { away, back: events };
  }, SOURCE);
  expect(heard).toEqual({ away: [], back: ['payout-ready', 'payout-result'] });
});

test('terms that change during a simulation leave no likely range of the old ones', async ({ page }) => {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  const ranges = await page.evaluate(
    async ({ source, ranged }) => {
      const element = Object.assign(document.createElement('payout-calculator'), source, { scenario: ranged }) as Calculator;
      document.body.append(element);
      await element.ready;
      for (let rate = 1; rate <= 20; rate += 1) {
        element.contract = { ...source.contract, payouts: [{ event: 'lead', pay: { fixed: String(rate) } }] };
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      const likely = () => element.shadowRoot?.querySelector('[part=likely]')?.textContent ?? '';
      while (likely() === '') await new Promise((resolve) => setTimeout(resolve, 20));
      await new Promise((resolve) => setTimeout(resolve, 500));
      return likely();
    },
    { source: SOURCE, ranged: RANGED },
  );
  const [, low = '', high = ''] = /\$([\d,.]+) and \$([\d,.]+)/.exec(ranges) ?? [];
  // $20 each: 5 to 20 leads a month are $100 to $400.
  expect(Math.abs(Number(low.replaceAll(',', '')) - 100)).toBeLessThan(12);
  expect(Math.abs(Number(high.replaceAll(',', '')) - 400)).toBeLessThan(50);
  expect(faults).toEqual([]);
});

test('a page that loads the package twice has one calculator, that works', async ({ page }) => {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.addScriptTag({ url: '/package/define.js', type: 'module' });
  await page.addScriptTag({ url: '/package/payout-calculator.js?again', type: 'module' });
  await page.getByRole('slider', { name: 'Leads a month' }).press('ArrowRight');
  await expect(page.getByRole('heading', { name: 'You could earn $900.00 a month' })).toBeVisible();
  expect(faults).toEqual([]);
});

test('once it has loaded, it needs no network', async ({ page, context }) => {
  await context.setOffline(true);
  await page.getByRole('radio', { name: 'Combination' }).check();
  await page.getByRole('slider', { name: 'Leads a month' }).press('ArrowRight');
  await expect(page.getByRole('heading', { name: 'You could earn $2,076.67 a month' })).toBeVisible();
});

for (const { name, refuse } of [
  { name: 'knows no workers', refuse: (page: Page) => page.addInitScript(() => Reflect.deleteProperty(window, 'Worker')) },
  { name: 'does not get the worker’s file', refuse: (page: Page) => page.route('**/analyses-worker.js', (route) => route.abort()) },
]) {
  test(`where the browser ${name}, the likely range is worked out all the same`, async ({ page }) => {
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await refuse(page);
    await page.goto('/');
    await page.getByRole('heading', { name: 'You could earn $800.00 a month' }).waitFor();
    await page.evaluate((scenario) => Object.assign(document.querySelector('payout-calculator') as Calculator, { scenario }), RANGED);
    await expect(page.getByText(/^Between about \$[\d,.]+ and \$[\d,.]+ a month in 8 of 10 cases$/)).toBeVisible({ timeout: 20_000 });
    expect(faults).toEqual([]);
  });
}

const BAD_DAYS = [
  {
    name: 'terms newer than the element',
    given: { contract: { ...SOURCE.contract, version: 2 } },
    code: 'invalid_contract',
    problem: 'unsupported_version',
  },
  {
    name: 'a projection that outgrows exact arithmetic',
    given: { contract: { ...SOURCE.contract, payouts: [{ event: 'lead', pay: { fixed: '9999999999999999999999999999' } }] } },
    code: 'invalid_scenario',
    problem: 'amount_overflow',
  },
  {
    name: 'numbers for no month',
    given: { scenario: { ...SOURCE.scenario, months: 0 } },
    code: 'invalid_scenario',
    problem: 'out_of_range',
  },
];

for (const { name, given, code, problem } of BAD_DAYS) {
  test(`${name}: the page keeps its fallback, and the code says why`, async ({ page }) => {
    const told = await page.evaluate(
      async (source) => {
        const element = document.createElement('payout-calculator');
        element.innerHTML = '<p>In short, it pays.</p>';
        Object.assign(element, source);
        const heard = new Promise<{ code: string; fatal: boolean; problems: { code: string }[] }>((resolve) =>
          element.addEventListener('payout-error', (event) => resolve((event as CustomEvent).detail)),
        );
        document.body.append(element);
        const { code, fatal, problems } = await heard;
        return { code, fatal, problem: problems[0]?.code, state: element.matches(':state(error)') };
      },
      { ...SOURCE, ...given },
    );
    expect(told).toEqual({ code, fatal: true, problem, state: true });
    await expect(page.getByText('In short, it pays.')).toBeVisible();
  });
}

test('a currency that no locale data knows is shown by its code', async ({ page }) => {
  await page.evaluate((source) => {
    const element = document.querySelector('payout-calculator') as Calculator;
    element.contract = { ...source.contract, currency: 'CHE' };
  }, SOURCE);
  await expect(page.getByRole('heading', { name: /You could earn CHE\s800\.00/ })).toBeVisible();
});
