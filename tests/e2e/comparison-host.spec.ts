import { expect, type Page, test } from '@playwright/test';
import { errorsOf, TRAP, trapping, trappingExport } from './faults.js';
import { enter, FEE, FLAT, number, openTable, pays, sales, totalOf } from './offers.js';

const TERMS = { sheets: [{ contract: FEE }, { contract: FLAT, role: 'benchmark', notes: 'Theirs.' }], scenario: sales('125') };
const FALLBACK = 'In short: $12 a sale.';

/** Adds a comparison of its own to the page, with attributes and, if given, JSON inside. */
const add = (page: Page, attributes: Readonly<Record<string, string>>, json?: string) =>
  page.evaluate(
    ({ attributes, json, fallback }) => {
      const element = document.createElement('payout-comparison');
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      if (json !== undefined)
        element.append(Object.assign(document.createElement('script'), { type: 'application/json', textContent: json }));
      element.append(Object.assign(document.createElement('p'), { textContent: fallback }));
      document.body.replaceChildren(element);
    },
    { attributes, json, fallback: FALLBACK },
  );

async function begin(page: Page) {
  const errors = await errorsOf(page);
  await page.goto('/comparison.html');
  await page.locator('payout-comparison:state(ready)').waitFor();
  return { errors, comparison: page.locator('payout-comparison') };
}

test('the offers may lie in a file of their own, and in another one a moment later', async ({ page }) => {
  const { comparison } = await begin(page);
  await page.route('**/terms.json', (route) => route.fulfill({ json: TERMS }));
  await page.route('**/other.json', (route) => route.fulfill({ json: { ...TERMS, scenario: sales('100'), view: 'brand' } }));
  await add(page, { src: '/terms.json' });
  await expect(totalOf(comparison, 'A')).toHaveText('$1,500.00');
  await expect(number(comparison, 'Notes on offer B')).toHaveValue('Theirs.');
  await comparison.evaluate((element) => element.setAttribute('src', '/other.json'));
  await expect(totalOf(comparison, 'A')).toHaveText('$1,300.00');
  await expect(comparison.getByRole('radio', { name: 'Brand', exact: true })).toBeChecked();
});

const UNREADABLE: readonly { name: string; code: string; attributes?: Record<string, string>; body?: string; status?: number }[] = [
  { name: 'a file that is not there', code: 'src_not_found', attributes: { src: '/terms.json' }, status: 404 },
  { name: 'a file that does not arrive', code: 'src_unreachable', attributes: { src: '/terms.json' }, status: 0 },
  { name: 'an address that is a script', code: 'src_unreachable', attributes: { src: 'javascript:alert(1)' } },
  { name: 'an address that is data', code: 'src_unreachable', attributes: { src: 'data:application/json,{}' } },
  { name: 'no address at all', code: 'src_unreachable', attributes: { src: 'https://[' } },
  { name: 'a file that is no JSON', code: 'invalid_json', attributes: { src: '/terms.json' }, body: '{ "sheets": [' },
  { name: 'a file of a megabyte', code: 'invalid_json', attributes: { src: '/terms.json' }, body: `{ "x": "${'x'.repeat(1_000_000)}" }` },
  { name: 'a list', code: 'invalid_json', body: '[]' },
  { name: 'five offers', code: 'invalid_json', body: JSON.stringify({ sheets: Array(5).fill({ contract: FLAT }) }) },
  { name: 'an offer without a contract', code: 'invalid_json', body: '{ "sheets": [{ "contract": null }] }' },
  { name: 'an offer that is none', code: 'invalid_json', body: '{ "sheets": [null] }' },
  { name: 'numbers that are none', code: 'invalid_json', body: JSON.stringify({ sheets: [], scenario: { streams: [7] } }) },
];

for (const { name, code, attributes = {}, body = '{}', status = 200 } of UNREADABLE) {
  test(`${name}: the page keeps its fallback, and the code is ${code}`, async ({ page }) => {
    const { errors } = await begin(page);
    await page.route('**/terms.json', (route) =>
      status === 0 ? route.abort() : route.fulfill({ status, contentType: 'application/json', body }),
    );
    await add(page, attributes, 'src' in attributes ? undefined : body);
    await expect.poll(errors).toMatchObject([{ code, fatal: true }]);
    await expect(page.getByText(FALLBACK)).toBeVisible();
    await expect(page.locator('payout-comparison:state(error)')).toHaveCount(1);
  });
}

test('a contract with mistakes leaves the other offer standing, and the page hears of each with its place', async ({ page }) => {
  const { comparison, errors } = await begin(page);
  const mistaken = { ...pays({ fixed: 'twelve' }, 'Mistaken'), currency: 'USDX' };
  await add(page, {}, JSON.stringify({ sheets: [{ contract: mistaken }, { contract: FLAT }], scenario: sales('100') }));
  await expect(totalOf(comparison, 'B')).toHaveText('$1,200.00');
  await expect(totalOf(comparison, 'A')).toHaveCount(0);
  await expect(comparison.getByText('/payouts/0/pay/fixed')).toBeVisible();
  const [error, ...others] = await errors();
  expect(others).toEqual([]);
  expect(error).toMatchObject({ code: 'invalid_contract', fatal: false });
  expect(error?.problems.map(({ path }) => path).sort()).toEqual(['/currency', '/payouts/0/pay/fixed']);
});

/** The types of what the page hears, from now on. */
async function heard(page: Page) {
  await page.evaluate(() => {
    const log: string[] = [];
    Object.assign(window, { log });
    for (const type of ['input', 'change', 'payout-ready', 'payout-result', 'payout-error']) {
      addEventListener(type, (event) => log.push(`${type}${event.bubbles && event.composed ? '' : ' (not composed)'}`));
    }
  });
  return () => page.evaluate(() => (window as unknown as { log: string[] }).log.splice(0));
}

test('typing is input and gives a result, leaving the field is change; what a program changes gives a result only', async ({ page }) => {
  const comparison = await openTable(page, TERMS.sheets, sales('100'));
  const events = await heard(page);
  const amount = number(comparison, /^Amount in: Sale: … each/);
  await amount.fill('13');
  expect(await events()).toEqual(['payout-result', 'input']);
  await amount.press('Tab');
  expect(await events()).toEqual(['payout-result', 'change']);
  const saved = await comparison.evaluate((element) => {
    const comparison = element as unknown as { save(): unknown; reset(): void };
    const saved = comparison.save();
    comparison.reset();
    return saved;
  });
  await expect(totalOf(comparison, 'B')).toHaveText('$1,200.00');
  expect(await events()).toEqual(['payout-result']);
  await comparison.evaluate((element, saved) => (element as unknown as { restore(value: unknown): void }).restore(saved), saved);
  await expect(totalOf(comparison, 'B')).toHaveText('$1,300.00');
  expect(await events()).toEqual(['payout-result']);
  await comparison.getByRole('button', { name: 'Undo' }).click();
  await expect(totalOf(comparison, 'B')).toHaveText('$1,200.00');
});

test('a result tells each offer and the numbers, and cannot be changed', async ({ page }) => {
  const comparison = await openTable(page, TERMS.sheets, sales('100'));
  const told = await comparison.evaluate(
    (element) =>
      new Promise<{ frozen: boolean; detail: unknown }>((resolve) => {
        const deep = (value: unknown): boolean =>
          typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(deep));
        element.addEventListener('payout-result', (event) => {
          const { detail } = event as CustomEvent;
          resolve({ frozen: deep(detail), detail });
        });
        (element as unknown as { reset(): void }).reset();
      }),
  );
  expect(told).toMatchObject({
    frozen: true,
    detail: {
      offers: [
        { name: 'Fee', currency: 'USD', total: '1300.00' },
        { name: 'Flat', currency: 'USD', total: '1200.00', against: '-100' },
      ],
      assumptions: { months: '1', streams: [{ perMonth: '100' }] },
      engine: { version: expect.stringMatching(/^\d+\.\d+\.\d+$/) },
    },
  });
});

test('an engine that does not arrive leaves the fallback, in the page’s own words, and a later try succeeds', async ({ page }) => {
  const errors = await errorsOf(page);
  await page.route('**/payout_calculator_first.wasm', (route) => route.fulfill({ status: 503 }));
  await page.goto('/comparison.html');
  await expect(page.getByText('The comparison needs JavaScript and WebAssembly.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  expect(await errors()).toMatchObject([{ code: 'engine_load_failed', fatal: true }]);
  await page.locator('payout-comparison').evaluate((element) => {
    element.append(Object.assign(document.createElement('p'), { slot: 'error-engine_load_failed', textContent: 'Back in a minute.' }));
  });
  await expect(page.getByText('Back in a minute.')).toBeVisible();
  await page.unroute('**/payout_calculator_first.wasm');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(totalOf(page.locator('payout-comparison'), 'A')).toHaveText('$1,844.00');
});

test('an engine that traps once is replaced, and nobody notices', async ({ page }) => {
  const errors = await errorsOf(page);
  await page.addInitScript(trapping, { bytes: TRAP, instances: 1 });
  const comparison = await openTable(page, TERMS.sheets, sales('100'));
  await expect(totalOf(comparison, 'A')).toHaveText('$1,300.00');
  expect(await page.evaluate(() => window.traps)).toBe(1);
  await enter(number(comparison, /^Amount in: Sale: … each/), '13');
  await expect(totalOf(comparison, 'B')).toHaveText('$1,300.00');
  expect(await errors()).toEqual([]);
});

test('an engine that traps on certain numbers says so, keeps what was entered, and goes on with others', async ({ page }) => {
  const errors = await errorsOf(page);
  await page.addInitScript(trapping, { bytes: TRAP, instances: Number.MAX_SAFE_INTEGER, perMonth: '13' });
  const comparison = await openTable(page, TERMS.sheets, sales('100'));
  const perMonth = number(comparison, /Purchases a month.*as expected/i);
  await enter(perMonth, '13');
  await expect(comparison.getByText('What you entered is kept.').first()).toBeVisible();
  await expect(perMonth).toHaveValue('13');
  await expect.poll(async () => (await errors()).map(({ code, fatal }) => [code, fatal])).toContainEqual(['engine_trap', false]);
  await enter(number(comparison, /^Amount in: Sale: … each/), '20');
  await enter(perMonth, '14');
  await expect(totalOf(comparison, 'A')).toHaveText('$612.00');
  await expect(totalOf(comparison, 'B')).toHaveText('$280.00');
  await expect(comparison.getByText('What you entered is kept.')).toHaveCount(0);
});

test('a simulation that traps leaves the figures, with a quiet word where its range would be told', async ({ page }) => {
  const errors = await errorsOf(page);
  // A real trap: in the worker, the engine's function that draws is one whose body is `unreachable`.
  await page.route('**/analyses-worker.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `(${trappingExport})([${TRAP}], /draw$/);\n${await response.text()}` });
  });
  const comparison = await openTable(page, TERMS.sheets, sales({ low: '60', likely: '100', high: '180' }));
  await expect(comparison.locator('.simulated')).toHaveText('This can’t be worked out for these numbers.');
  await expect(totalOf(comparison, 'A')).toHaveText('$1,300.00');
  await expect(comparison.getByText('At exactly 125, both pay the same.')).toBeVisible();
  expect((await errors()).map(({ code, fatal }) => [code, fatal])).toContainEqual(['engine_trap', false]);
});

test('a disclaimer can be replaced, and not emptied', async ({ page }) => {
  const { comparison } = await begin(page);
  const usual = comparison.locator('[part=disclaimer]').getByRole('paragraph').filter({ visible: true });
  const before = await usual.innerText();
  const put = (text: string) =>
    comparison.evaluate((element, words) => {
      element.querySelector('[slot=disclaimer]')?.remove();
      element.append(Object.assign(document.createElement('p'), { slot: 'disclaimer', textContent: words }));
    }, text);
  await put('Our own words.');
  await expect(comparison.getByText('Our own words.')).toBeVisible();
  await expect(usual.filter({ hasText: before })).toHaveCount(0);
  await put('  ');
  await expect(usual.filter({ hasText: before })).toBeVisible();
});

test('a comparison that is for reading offers nothing to change', async ({ page }) => {
  const { comparison } = await begin(page);
  await comparison.evaluate((element) => element.setAttribute('readonly', ''));
  await expect(comparison.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  const open = await comparison.evaluate((element) =>
    [...(element.shadowRoot?.querySelectorAll<HTMLInputElement>('.sheets input, .sheets textarea, .sheets select, .numbers input') ?? [])]
      .filter((field) => !field.readOnly && !field.disabled && field.type !== 'radio')
      .map(({ outerHTML }) => outerHTML),
  );
  expect(open).toEqual([]);
});

test('a lazy comparison fetches its engine when it comes near the window', async ({ page }) => {
  const { comparison } = await begin(page);
  await page.route('**/terms.json', (route) => route.fulfill({ json: TERMS }));
  await page.evaluate(() => {
    const tall = document.createElement('div');
    tall.style.height = '5000px';
    const element = Object.assign(document.createElement('payout-comparison'), { loading: 'lazy', src: '/terms.json' });
    document.body.replaceChildren(tall, element);
  });
  await expect(page.locator('payout-comparison:state(loading)')).toHaveCount(1);
  const asked = page.waitForRequest('**/terms.json');
  await comparison.scrollIntoViewIfNeeded();
  await asked;
  await expect(totalOf(comparison, 'A')).toHaveText('$1,500.00');
});

test('a link that is opened where a comparison stands is followed, and can be undone', async ({ page }) => {
  const { comparison, errors } = await begin(page);
  const link = await comparison.evaluate(async (element, given) => {
    const saved = (element as unknown as { save(): Record<string, unknown> }).save();
    const json = JSON.stringify({ ...saved, ...given });
    const packed = await new Response(new Blob([json]).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer();
    const text = btoa(Array.from(new Uint8Array(packed), (byte) => String.fromCharCode(byte)).join(''));
    return `#payout-comparison=${text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
  }, TERMS);
  await page.evaluate((hash) => location.assign(hash), link);
  await expect(totalOf(comparison, 'A')).toHaveText('$1,500.00');
  await page.evaluate(() => location.assign('#payout-comparison=broken'));
  await expect(comparison.locator('[part=note]')).toBeVisible();
  expect((await errors()).map(({ code, fatal }) => [code, fatal])).toEqual([['saved_damaged', false]]);
  await page.evaluate(() => location.assign('#table'));
  await expect(totalOf(comparison, 'A')).toHaveText('$1,500.00');
  await comparison.getByRole('button', { name: 'Undo' }).click();
  await expect(totalOf(comparison, 'A')).toHaveText('$1,844.00');
});
