import { expect, test } from '@playwright/test';

declare global {
  interface Window {
    violations: string[];
  }
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    window.violations = [];
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      window.violations.push(`${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
});

test('under the strict policy every part works, and nothing is refused', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));

  const response = await page.goto('/strict.html');
  expect(response?.headers()['content-security-policy']).toContain("require-trusted-types-for 'script'");

  const calculator = page.locator('payout-calculator');
  await calculator.getByRole('radio', { name: 'Combination' }).check();
  await expect(calculator.getByRole('heading', { name: 'You could earn $1,976.67 a month' })).toBeVisible();
  await expect(calculator.getByRole('img', { name: /^Bars for March 2027 to February 2028/ })).toBeVisible();
  await calculator.getByText('Why $4,320.00?').click();
  await expect(calculator.getByText('3 times $120.00 is $360.00.')).toBeVisible();
  await calculator.getByRole('slider', { name: 'Leads a month' }).press('ArrowRight');
  await expect(calculator.getByRole('heading', { name: 'You could earn $2,076.67 a month' })).toBeVisible();
  await calculator.evaluate((element) => element.setAttribute('locale', 'de'));
  await expect(calculator.getByRole('heading', { name: /^Sie könnten 2\.076,67/ })).toBeVisible();

  expect(complaints).toEqual([]);
  expect(await page.evaluate(() => window.violations)).toEqual([]);
});

test('the sliders and lines are drawn to scale although inline styles are forbidden', async ({ page }) => {
  await page.goto('/strict.html');
  const slider = page.getByRole('slider', { name: 'Months to look ahead' });
  await slider.fill('36');
  expect(await slider.evaluate((range) => getComputedStyle(range).getPropertyValue('--_filled'))).toBe('1');
});

test('where the policy refuses WebAssembly, what the author wrote stays, and the page is told', async ({ page }) => {
  const errors = page.waitForEvent('console', { predicate: (message) => message.text().startsWith('payout-error') });
  await page.addInitScript(() => {
    addEventListener('payout-error', (event) => {
      const { code, fatal, problems } = (event as CustomEvent).detail;
      console.log('payout-error', code, fatal, problems.length);
    });
  });
  await page.goto('/no-wasm.html');
  expect((await errors).text()).toBe('payout-error engine_blocked true 0');
  await expect(page.getByText('Qualified leads pay $100.00 each')).toBeVisible();
  await expect(page.getByText('this page or browser does not allow WebAssembly')).toBeVisible();
  await expect(page.getByRole('slider')).toHaveCount(0);
});

test('under the strict policy the comparison works, workers and pictures too, and nothing is refused', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto('/strict-comparison.html');
  const comparison = page.locator('payout-comparison');
  await expect(comparison.getByText('10,000 cases worked through.')).toBeVisible({ timeout: 20_000 });
  await expect(comparison.locator('.map-cell').first()).toBeVisible();
  const bar = comparison.locator('.bar[data-length]').first();
  await expect(bar).toBeVisible();
  expect(await bar.evaluate((element) => getComputedStyle(element).getPropertyValue('--_length'))).not.toBe('');
  await comparison.getByRole('button', { name: 'Duplicate and change' }).first().click();
  await expect(comparison.getByRole('article')).toHaveCount(3);
  expect(complaints).toEqual([]);
  expect(await page.evaluate(() => window.violations)).toEqual([]);
});
