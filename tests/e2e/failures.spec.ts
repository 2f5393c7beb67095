import { expect, type Page, test } from '@playwright/test';
import { errorsOf, TRAP, trapping, trappingExport } from './faults.js';

const FALLBACK = 'In short, the program pays';
const WASM = '**/payout_calculator_first.wasm';

const failures = [
  { name: 'is not found', respond: { status: 404 } },
  { name: 'is not what was published', respond: { status: 200, contentType: 'application/wasm', body: 'something else' } },
];

for (const { name, respond } of failures) {
  test(`an engine that ${name} leaves the fallback, and a later try succeeds`, async ({ page }) => {
    const errors = await errorsOf(page);
    await page.route(WASM, (route) => route.fulfill(respond));
    await page.goto('/');
    await expect(page.getByText('The calculator could not be loaded.')).toBeVisible();
    await expect(page.getByText(FALLBACK)).toBeVisible();
    expect(await errors()).toMatchObject([{ code: 'engine_load_failed', fatal: true, problems: [] }]);

    await page.unroute(WASM);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { name: 'You could earn $800.00 a month' })).toBeVisible();
    await expect(page.getByText(FALLBACK)).toBeHidden();
  });
}

test('a host that serves wasm under another type is no obstacle', async ({ page }) => {
  await page.route(WASM, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'application/octet-stream' } });
  });
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'You could earn $800.00 a month' })).toBeVisible();
});

test('an engine that traps once is replaced, and nobody notices', async ({ page }) => {
  const errors = await errorsOf(page);
  await page.addInitScript(trapping, { bytes: TRAP, instances: 1 });
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'You could earn $800.00 a month' })).toBeVisible();
  expect(await page.evaluate(() => window.traps)).toBe(1);
  await page.getByRole('textbox', { name: 'Leads a month' }).fill('9');
  await expect(page.getByRole('heading', { name: 'You could earn $900.00 a month' })).toBeVisible();
  expect(await errors()).toEqual([]);
});

test('an engine that traps on certain numbers says so, keeps them, and goes on with others', async ({ page }) => {
  const errors = await errorsOf(page);
  await page.addInitScript(trapping, { bytes: TRAP, instances: Number.MAX_SAFE_INTEGER, perMonth: '13' });
  await page.goto('/');
  const leads = page.getByRole('textbox', { name: 'Leads a month' });
  await leads.fill('13');
  await leads.press('Tab');
  const failed = page.getByRole('paragraph').filter({ hasText: 'The calculator failed on these numbers. What you entered is kept.' });
  await expect(failed).toBeVisible();
  await expect(page.getByText('The result is still for your last valid numbers.')).toBeVisible();
  await expect(leads).toHaveValue('13');
  // Once in the first part, which might have needed the rest, and twice with it.
  expect(await page.evaluate(() => window.traps)).toBe(3);
  expect(await errors()).toMatchObject([{ code: 'engine_trap', fatal: false }]);

  await leads.fill('14');
  await expect(page.getByRole('heading', { name: 'You could earn $1,400.00 a month' })).toBeVisible();
  await expect(failed).toBeHidden();
});

test('a simulation that traps leaves the result, with a quiet word where its range would stand', async ({ page }) => {
  const errors = await errorsOf(page);
  // A real trap: in the worker, the engine's function that draws is one whose body is `unreachable`.
  await page.route('**/analyses-worker.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `(${trappingExport})([${TRAP}], /draw$/);\n${await response.text()}` });
  });
  await page.goto('/');
  await page.evaluate(() => {
    Object.assign(document.querySelector('payout-calculator') as object, {
      contracts: [{ version: 1, currency: 'USD', payouts: [{ event: 'lead', pay: { fixed: '100' } }] }],
      scenario: { version: 1, start: '2027-03', months: 12, streams: [{ event: 'lead', perMonth: { p10: '5', p90: '20' } }] },
    });
  });
  await expect(page.locator('payout-calculator [part=likely]')).toHaveText(
    'The range can’t be worked out for these numbers; the amount above stands.',
  );
  await expect(page.getByRole('heading', { name: 'You could earn $1,000.00 a month' })).toBeVisible();
  expect(await errors()).toMatchObject([{ code: 'engine_trap', fatal: false }]);
});

test('one more event that can’t be worked out leaves the result, with a quiet word where it would stand', async ({ page }) => {
  const errors = await errorsOf(page);
  await page.route('**/analyses-worker.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `(${trappingExport})([${TRAP}], /next/i);\n${await response.text()}` });
  });
  await page.goto('/');
  await page.evaluate(() => {
    const limits = [{ max: '600', per: 'month' }];
    const events = ['lead', 'signup'].map((event) => ({ event, pay: { fixed: '100' }, limits }));
    Object.assign(document.querySelector('payout-calculator') as object, {
      contracts: [{ version: 1, currency: 'USD', payouts: events }],
    });
  });
  await expect(page.locator('payout-calculator [part=reach] .next')).toHaveText([
    'What one more would add can’t be worked out for these numbers; the other amounts stand.',
  ]);
  await expect(page.getByRole('heading', { name: 'You could earn $700.00 a month' })).toBeVisible();
  expect(await errors()).toMatchObject([{ code: 'engine_trap', fatal: false }]);
});

const MISTAKEN = {
  version: 1,
  currency: 'USDX',
  payouts: [
    { event: 'lead', pay: { fixed: 'a hundred' } },
    { event: 'sale', pay: { percent: 0.1 } },
    { event: 'trial', pay: { fixed: '5' }, lable: 'Trial' },
  ],
  oneTime: [{ amount: '5000', on: '2027-02-30' }],
};

test('a contract with five mistakes is refused with all five, each with its place', async ({ page }) => {
  const errors = await errorsOf(page);
  await page.goto('/');
  await page.getByRole('slider').first().waitFor();
  await page.evaluate((contract) => {
    Object.assign(document.querySelector('payout-calculator') as object, { contracts: [contract] });
  }, MISTAKEN);
  await expect(page.getByText('the contract on this page has mistakes')).toBeVisible();
  await expect(page.getByText(FALLBACK)).toBeVisible();
  const [error] = await errors();
  expect(error).toMatchObject({ code: 'invalid_contract', fatal: true });
  expect(error?.problems.map(({ code, path }) => [path, code]).sort()).toEqual([
    ['/currency', 'unknown_currency'],
    ['/oneTime/0/on', 'invalid_date'],
    ['/payouts/0/pay/fixed', 'not_a_number'],
    ['/payouts/1/pay/percent', 'rate_without_percent'],
    ['/payouts/2/lable', 'unknown_field'],
  ]);
});

const UNREADABLE = [
  { json: '{ "contract": ', code: 'invalid_json' },
  { json: '[]', code: 'invalid_json' },
  { json: '{}', code: 'missing_contract' },
  { json: '{ "contracts": "no" }', code: 'missing_contract' },
];

for (const { json, code } of UNREADABLE) {
  test(`terms written ${json} are ${code}`, async ({ page }) => {
    const errors = await errorsOf(page);
    await page.goto('/');
    await page.getByRole('slider').first().waitFor();
    await add(page, json);
    await expect.poll(errors).toMatchObject([{ code, fatal: true }]);
  });
}

test('an element that leaves the page while it loads is let go in silence', async ({ page }) => {
  const errors = await errorsOf(page);
  const pageErrors: string[] = [];
  page.on('pageerror', ({ message }) => pageErrors.push(message));
  let arrive = () => {};
  const held = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(WASM, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/', { waitUntil: 'commit' });
  await page.locator('payout-calculator:state(loading)').waitFor();
  await page.evaluate(() => {
    addEventListener('payout-ready', () => console.log('payout-ready'));
    document.querySelector('payout-calculator')?.remove();
  });
  const arrived = page.waitForResponse(WASM);
  arrive();
  await (await arrived).finished();
  await add(page, '{ "contract": { "version": 1, "currency": "USD", "oneTime": [{ "amount": "7", "on": "2027-03-01" }] } }');
  await expect(page.getByRole('heading', { name: /^You could earn/ })).toHaveCount(1);
  expect(await errors()).toEqual([]);
  expect(pageErrors).toEqual([]);
});

test('an element that is moved keeps the visitor’s numbers', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('textbox', { name: 'Leads a month' }).fill('3');
  await page.evaluate(() => {
    const element = document.querySelector('payout-calculator');
    if (element) document.querySelector('#apply')?.append(element);
  });
  await expect(page.getByRole('heading', { name: 'You could earn $300.00 a month' })).toBeVisible();
});

async function add(page: Page, json: string): Promise<void> {
  await page.evaluate((text) => {
    const script = Object.assign(document.createElement('script'), { type: 'application/json', textContent: text });
    const element = document.createElement('payout-calculator');
    element.append(script);
    document.querySelector('#apply')?.append(element);
  }, json);
}
