import { expect, type Page, test } from '@playwright/test';

interface Heard {
  readonly type: string;
  readonly bubbles: boolean;
  readonly composed: boolean;
  readonly detail?: Record<string, unknown>;
}

/** What a page hears of its calculator. */
async function heard(page: Page): Promise<() => Promise<Heard[]>> {
  await page.addInitScript(() => {
    const log: Heard[] = [];
    Object.assign(window, { log });
    for (const type of ['input', 'change', 'payout-ready', 'payout-result', 'payout-cta', 'payout-error']) {
      addEventListener(type, (event) => {
        const { bubbles, composed } = event;
        log.push({ type, bubbles, composed, detail: (event as CustomEvent).detail });
      });
    }
  });
  return () => page.evaluate(() => (window as unknown as { log: Heard[] }).log);
}

const ready = (page: Page) => page.locator('payout-calculator:state(ready)').waitFor();
const clear = (page: Page) => page.evaluate(() => (window as unknown as { log: Heard[] }).log.splice(0));

test('a page hears that the calculator is ready, and its first result', async ({ page }) => {
  const events = await heard(page);
  await page.goto('/');
  await ready(page);
  const [first, second] = await events();
  expect(first).toMatchObject({ type: 'payout-ready', bubbles: true, composed: true });
  expect(second).toMatchObject({
    type: 'payout-result',
    bubbles: true,
    composed: true,
    detail: {
      currency: 'USD',
      totals: { earned: '9600.00', perMonth: '800.00' },
      assumptions: { start: '2027-03', months: 12, streams: [{ event: 'lead', perMonth: '8' }] },
      engine: { version: expect.stringMatching(/^\d+\.\d+\.\d+$/) },
    },
  });
});

test('a result cannot be changed by the page that reads it', async ({ page }) => {
  await page.goto('/');
  await ready(page);
  const frozen = await page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        const deep = (value: unknown): boolean =>
          typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(deep));
        addEventListener('payout-result', (event) => resolve(deep((event as CustomEvent).detail)), { once: true });
        (document.querySelector('payout-calculator') as unknown as { reset(): void }).reset();
      }),
  );
  expect(frozen).toBe(true);
});

test('typing is input and gives a result; leaving the field is change, and gives the same one no second time', async ({ page }) => {
  const events = await heard(page);
  await page.goto('/');
  await ready(page);
  await clear(page);
  const field = page.getByRole('textbox', { name: 'Leads a month' });
  await field.fill('9');
  await expect.poll(async () => (await events()).map(({ type }) => type)).toEqual(['input', 'payout-result']);
  await clear(page);
  await field.press('Tab');
  const after = await events();
  expect(after.map(({ type }) => type)).toEqual(['change']);
  expect(after.at(-1)).toMatchObject({ bubbles: true, composed: true });
});

test('however many inputs come within a frame, they have one result', async ({ page }) => {
  const events = await heard(page);
  await page.goto('/');
  await ready(page);
  await clear(page);
  await page.getByRole('slider', { name: 'Leads a month' }).evaluate(async (slider: HTMLInputElement) => {
    await new Promise(requestAnimationFrame);
    for (const leads of ['9', '10', '11']) {
      slider.value = leads;
      slider.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    }
  });
  const results = async () => (await events()).filter(({ type }) => type === 'payout-result');
  await expect.poll(results).toMatchObject([{ detail: { totals: { perMonth: '1100.00' } } }]);
});

test('what a program changes gives a result, and no input or change', async ({ page }) => {
  const events = await heard(page);
  await page.goto('/');
  await ready(page);
  await clear(page);
  await page.evaluate(() => (document.querySelector('payout-calculator') as unknown as { reset(): void }).reset());
  expect((await events()).map(({ type }) => type)).toEqual(['payout-result']);
});

test('the call to action carries the result, and can be cancelled', async ({ page }) => {
  const events = await heard(page);
  await page.goto('/');
  await ready(page);
  await clear(page);
  await page.evaluate(() => addEventListener('payout-cta', (event) => event.preventDefault(), { capture: true }));
  await page.getByRole('link', { name: 'Apply with these numbers' }).click();
  expect(await events()).toMatchObject([{ type: 'payout-cta', detail: { totals: { perMonth: '800.00' } } }]);
  expect(new URL(page.url()).hash).toBe('');
});

test('the demo page writes the visitor’s numbers into the letter', async ({ page }) => {
  await page.goto('/');
  await ready(page);
  await page.getByRole('link', { name: 'Apply with these numbers' }).click();
  await expect(page).toHaveURL(/#apply$/);
  const letter = new URL((await page.getByRole('link', { name: /^partners@/ }).getAttribute('href')) ?? '');
  expect(letter.searchParams.get('body')).toBe('My numbers in your calculator:\n8 × lead a month\nUSD 9600.00 over 12 months');
});

test('a disclaimer can be replaced, and not emptied', async ({ page }) => {
  await page.goto('/');
  await ready(page);
  const usual = page.getByText('It is neither an offer nor a promise of income').filter({ visible: true });
  await expect(usual).toBeVisible();
  const put = (text: string) =>
    page.locator('payout-calculator').evaluate((element, words) => {
      element.querySelector('[slot=disclaimer]')?.remove();
      element.append(Object.assign(document.createElement('p'), { slot: 'disclaimer', textContent: words }));
    }, text);
  await put('Our own words.');
  await expect(usual).toHaveCount(0);
  await expect(page.getByText('Our own words.')).toBeVisible();
  await put('  ');
  await expect(usual).toBeVisible();
});

test('a page may say a failure in its own words', async ({ page }) => {
  await page.route('**/payout_calculator_first.wasm', (route) => route.fulfill({ status: 503 }));
  await page.goto('/');
  await page.locator('payout-calculator').evaluate((element) => {
    element.append(Object.assign(document.createElement('p'), { slot: 'error-engine_load_failed', textContent: 'Back in a minute.' }));
  });
  await expect(page.getByText('Back in a minute.')).toBeVisible();
  await expect(page.getByText('The calculator could not be loaded.')).toBeHidden();
});

test('a lazy calculator fetches its engine when it comes near the window', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  const engines = () => fetched.filter((path) => path.endsWith('.wasm')).length;
  await page.route('/', async (route) => {
    const response = await route.fetch();
    const html = (await response.text())
      .replace('<payout-calculator>', '<payout-calculator loading="lazy">')
      .replace('<main>', '<main><div id="tall"></div>')
      .replace('</head>', '<style>#tall { height: 5000px }</style></head>');
    await route.fulfill({ response, body: html });
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  expect(engines()).toBe(0);
  await page.locator('payout-calculator').scrollIntoViewIfNeeded();
  await ready(page);
  expect(engines()).toBe(1);
});

test('two calculators on a page share one engine', async ({ page }) => {
  let engines = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('.wasm')) engines += 1;
  });
  await page.goto('/');
  await ready(page);
  await page.evaluate(() => {
    const copy = document.querySelector('payout-calculator')?.cloneNode(true);
    if (copy) document.querySelector('#apply')?.append(copy);
  });
  await expect(page.locator('payout-calculator:state(ready)')).toHaveCount(2);
  expect(engines).toBe(1);
});

test('after it has loaded, the page is not asked for anything more', async ({ page }) => {
  await page.goto('/', { waitUntil: 'networkidle' });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.getByRole('radio', { name: 'Combination' }).check();
  await page.getByRole('textbox', { name: 'Leads a month' }).fill('77');
  await page.getByRole('slider', { name: 'Order value' }).press('ArrowRight');
  await page.getByText('Why').first().click();
  expect(asked).toEqual([]);
});
