import { expect, type Page, test } from '@playwright/test';
import { violations } from './axe.js';

declare global {
  interface Window {
    shifts: number[];
  }
}

const ready = (page: Page) => page.locator('payout-calculator:state(ready) .drawing').first().waitFor();

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto('/');
    await ready(page);
    await page.getByRole('radio', { name: 'Combination' }).check();
    for (const summary of await page.locator('summary').all()) await summary.click();
    await page.getByRole('textbox', { name: 'Leads a month' }).fill('no');
    await page.getByRole('textbox', { name: 'Leads a month' }).press('Tab');
    expect(await violations(page)).toEqual([]);
  });
}

const LOOKS = ['', 'payout-harbor', 'payout-almanac', 'payout-studio'];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any look, nor in the brand’s view, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto('/themes.html');
    await page.locator('payout-calculator [part=likely]').waitFor();
    for (const summary of await page.locator('payout-calculator summary').all()) await summary.click();
    for (const look of LOOKS) {
      await page.locator('select[name=look]').selectOption(look);
      expect(await violations(page), look).toEqual([]);
    }
    await page.locator('select[name=view]').selectOption('brand');
    expect(await violations(page)).toEqual([]);
  });
}

test('axe finds nothing at 320 pixels with text twice as large, nor in forced colours', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/themes.html');
  await page.locator('payout-calculator [part=likely]').waitFor();
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  expect(await violations(page)).toEqual([]);
  // Nothing leaves the window sideways.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('axe finds nothing where the engine is refused', async ({ page }) => {
  await page.goto('/no-wasm.html');
  await page.locator('payout-calculator:state(error)').waitFor();
  expect(await violations(page)).toEqual([]);
});

test('Arabic reads from right to left, chart and sliders too', async ({ page }) => {
  await page.goto('/');
  await ready(page);
  await page.locator('payout-calculator').evaluate((element) => element.setAttribute('locale', 'ar-EG'));
  await expect(page.getByRole('heading', { name: /^يمكنك أن تكسب/ })).toBeVisible();
  await page.getByRole('radio', { name: 'Combination' }).check();
  const box = async (locator: ReturnType<Page['locator']>) => (await locator.boundingBox()) ?? { x: 0, width: 0 };
  const inputs = await box(page.getByRole('group', { name: 'أرقامك' }));
  const result = await box(page.getByRole('heading', { name: /يمكنك/ }));
  expect(inputs.x).toBeGreaterThan(result.x + result.width);

  const drawing = page.locator('payout-calculator .drawing');
  const [march, july] = [drawing.getByText('مارس', { exact: true }), drawing.getByText('يوليو', { exact: true })];
  expect((await box(march)).x).toBeGreaterThan((await box(july)).x);

  const slider = page.getByRole('slider').first();
  await slider.press('ArrowLeft');
  await expect(slider).toHaveValue('9');
  expect(await violations(page)).toEqual([]);
});

const WIDTHS = [320, 390, 600, 820, 1280, 1920];

for (const width of WIDTHS) {
  test(`nothing is cut off or runs out of a window of ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/');
    await ready(page);
    await page.getByRole('radio', { name: 'Combination' }).check();
    await page.getByRole('textbox', { name: 'Order value' }).fill('2000');
    for (const summary of await page.locator('payout-calculator summary').all()) await summary.click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
}

test('long words and large amounts stay inside a narrow window', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await page.goto('/');
  await ready(page);
  await page.evaluate(() => {
    const label = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen';
    const contract = { version: 1, name: label, currency: 'USD', payouts: [{ event: label, label, pay: { fixed: '98765432.10' } }] };
    const scenario = { version: 1, start: '2027-03', months: 36, streams: [{ event: label, perMonth: '987654321' }] };
    Object.assign(document.querySelector('payout-calculator') as object, { contracts: [contract, contract], scenario });
  });
  await expect(page.getByRole('heading', { name: /^You could earn \$97,546,/ })).toBeVisible();
  for (const summary of await page.locator('payout-calculator summary').all()) await summary.click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test('text at twice its size still fits a narrow window', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 900 });
  await page.goto('/');
  await ready(page);
  await page.addStyleTag({ content: ':root { font-size: 200% !important; }' });
  await page.getByRole('radio', { name: 'Combination' }).check();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(640);
});

test('everything that can be pressed is at least 44 px high', async ({ page }) => {
  await page.goto('/');
  await ready(page);
  await page.getByRole('radio', { name: 'Combination' }).check();
  const low = await page.locator('payout-calculator').evaluate((element) =>
    [...(element.shadowRoot?.querySelectorAll('button, summary, input, label.model') ?? [])]
      // A radio button is pressed by its label, which is measured itself.
      .filter((target) => target.checkVisibility({ visibilityProperty: true }) && !target.matches('[type=radio]'))
      .map((target) => ({ target: target.outerHTML, height: (target.closest('.entry') ?? target).getBoundingClientRect().height }))
      .filter(({ height }) => height < 44),
  );
  expect(low).toEqual([]);
});

test('the frame stands at once, and nothing below it moves when the engine arrives', async ({ page }) => {
  let arrive = () => {};
  const held = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/payout_calculator_first.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await page.setViewportSize({ width: 1280, height: 3000 });
  await page.goto('/', { waitUntil: 'domcontentloaded' });
  await expect(page.getByRole('heading', { name: 'Put in your own numbers' })).toBeVisible();
  await expect(page.getByText('In short, the program pays')).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      window.shifts.push(...(list.getEntries() as (PerformanceEntry & { value: number })[]).map(({ value }) => value));
    }).observe({ type: 'layout-shift' });
  });
  arrive();
  await ready(page);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  const shifts = await page.evaluate(() => window.shifts);
  expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.02);
});
