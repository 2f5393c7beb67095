import { expect, test } from '@playwright/test';

const SALE = {
  event: 'sale',
  label: 'Filing',
  pay: { percent: '10%' },
  tiers: [{ mode: 'graduated', measure: 'events', per: 'month', steps: [{ from: '90', percent: '12%' }] }],
};
const LEAD = { event: 'lead', label: 'Lead', pay: { fixed: '40' }, limits: [{ max: '600', per: 'month' }] };
const RANGE = { p10: '30', p90: '60' };
const CONTRACTS = {
  tiers: { payouts: [SALE] },
  'tiers, a limit and a bonus': {
    payouts: [SALE, LEAD],
    bonuses: [{ label: 'Launch', events: ['sale'], measure: 'revenue', per: 'quarter', ladder: [{ from: '30000', amount: '1000' }] }],
  },
};
const STREAMS = {
  numbers: [
    { event: 'sale', perMonth: '40', amount: '100' },
    { event: 'lead', perMonth: '18' },
  ],
  ranges: [
    { event: 'sale', perMonth: RANGE, amount: '100' },
    { event: 'lead', perMonth: RANGE },
  ],
};
const CASES = [320, 768, 1280].flatMap((width) =>
  Object.entries(CONTRACTS).flatMap(([terms, contract]) =>
    Object.entries(STREAMS).map(([numbers, streams]) => ({ width, terms, contract, numbers, streams })),
  ),
);

for (const { width, terms, contract, numbers, streams } of CASES) {
  test(`room is kept for ${terms}, with ${numbers}, ${width} px wide: nothing moves from the placeholder on`, async ({ page }) => {
    let arrive = () => {};
    const held = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route('**/*.wasm', async (route) => {
      await held;
      await route.continue();
    });
    const documents = {
      contract: { version: 1, currency: 'USD', ...contract },
      scenario: { version: 1, start: '2027-01', months: 12, streams },
    };
    await page.route('**/room', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width" />
          <style>body { margin: 16px; font: 16px/1.5 sans-serif; }</style>
          <script type="module" src="/package/payout-calculator.js"></script>
          <payout-calculator><script type="application/json">${JSON.stringify(documents)}</script><p>10% of each filing.</p></payout-calculator>
          <p id="after">What comes after it.</p></html>`,
      }),
    );
    // High enough for all of it to be in sight.
    await page.setViewportSize({ width, height: 4000 });
    await page.goto('/room');
    const body = page.locator('payout-calculator .body');
    await expect(body).toHaveAttribute('style', /--_ahead/);
    const after = page.locator('#after');
    const top = async () => (await after.boundingBox())?.y;
    const before = await top();
    await page.evaluate(() => {
      window.shifts = [];
      new PerformanceObserver((list) => {
        window.shifts.push(...(list.getEntries() as (PerformanceEntry & { value: number })[]).map(({ value }) => value));
      }).observe({ type: 'layout-shift' });
    });
    arrive();
    await expect(page.locator('payout-calculator .next').last()).toHaveText(/more in December 2027/);
    if (numbers === 'ranges') await expect(page.locator('payout-calculator [part=likely] p')).toBeVisible();
    expect(await top()).toBe(before);
    expect(await page.evaluate(() => window.shifts)).toEqual([]);
    // What is kept over is less than another section would take.
    const content = await page.locator('payout-calculator .tools').boundingBox();
    const whole = await body.boundingBox();
    const left = (whole?.y ?? 0) + (whole?.height ?? 0) - (content?.y ?? 0) - (content?.height ?? 0);
    expect(left).toBeLessThan(144);
  });
}
