import { expect, test } from '@playwright/test';
import { enter, number, openTable as open, pays, sales, totalOf } from './offers.js';

const SCREENS = [
  { name: 'a desk', viewport: { width: 1280, height: 900 } },
  { name: 'a phone', viewport: { width: 390, height: 844 } },
];

for (const { name, viewport } of SCREENS) {
  test(`from nothing to a shared comparison, at ${name}`, async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.setViewportSize(viewport);
    await page.goto('/comparison.html');
    const comparison = page.locator('payout-comparison');
    await page.locator('payout-comparison:state(ready)').waitFor();
    await page.getByRole('button', { name: 'Start with your own' }).click();
    await expect(page.getByText('This is an example.')).toHaveCount(0);
    await comparison.getByRole('button', { name: 'A flat fee', exact: true }).click();
    const [first, second] = ['Offer A: Flat fee', 'Offer B: Commission'].map((offer) => comparison.getByRole('article', { name: offer }));
    await expect(first ?? comparison).toBeFocused();
    await enter(number(comparison, /^Amount in: One-time payment/), '1,900');
    await expect(comparison.getByRole('heading', { name: 'Now put a second offer beside it' })).toBeVisible();
    await comparison.getByRole('button', { name: 'A share of each sale', exact: true }).click();
    await expect(second ?? comparison).toBeFocused();
    await expect(second ?? comparison).toBeInViewport({ ratio: 0.2 });
    await enter(comparison.getByRole('textbox', { name: 'Purchases a month, as expected' }), '15');
    await expect(totalOf(comparison, 'A')).toHaveText('$1,900.00');
    await expect(totalOf(comparison, 'B')).toHaveText('$2,160.00');
    await expect(comparison.getByText('From 14 to 50, B (Commission) pays more.')).toBeVisible();
    await comparison.getByRole('textbox', { name: 'Notes on offer B' }).fill('They want an answer by Friday.');
    await comparison.getByRole('button', { name: 'Copy a link to all of this' }).click();
    await expect(comparison.locator('.copied')).toHaveText(/^The link is copied/);
    const link = await page.evaluate(() => navigator.clipboard.readText());

    const other = await context.newPage();
    await other.goto(link);
    const opened = other.locator('payout-comparison');
    await expect(opened.getByRole('article')).toHaveCount(2);
    await expect(totalOf(opened, 'B')).toHaveText('$2,160.00');
    await expect(other.getByText('This is an example.')).toHaveCount(0);
  });
}

test('a clause that an offer can’t have is not offered to it', async ({ page }) => {
  const fee = { version: 1, name: 'Fee', currency: 'USD', oneTime: [{ amount: '500', on: '2027-01-01' }] };
  const comparison = await open(page, [{ contract: fee }, { contract: pays({ fixed: '12' }, 'Flat') }], sales('100'));
  const added = (place: number) => comparison.getByRole('combobox', { name: 'Add a term' }).nth(place).locator('option').allTextContents();
  expect(await added(0)).not.toContain('Pay only for a customer’s first months');
  expect(await added(1)).toContain('Pay only for a customer’s first months');
});

const TIERS = {
  ...pays({ percent: '10%' }, 'Tiers'),
  payouts: [
    {
      event: 'sale',
      pay: { percent: '10%' },
      tiers: [
        {
          mode: 'graduated',
          steps: [
            { from: '5000', percent: '12%' },
            { from: '9000', percent: '15%' },
          ],
        },
      ],
    },
  ],
};

const REFUSED = [
  { locale: 'en-US', typed: '9500', said: 'Each step has to start above the one before it.' },
  { locale: 'de-DE', typed: '9500', said: 'Jede Stufe muss höher beginnen als die davor.' },
  { locale: 'ja-JP', typed: '9500', said: '各段階は、前の段階より上から始まる必要があります。' },
];

for (const { locale, typed, said } of REFUSED) {
  test(`what the engine refuses is told at the field, in ${locale}`, async ({ page }) => {
    const comparison = await open(page, [{ contract: TIERS }], sales('100'));
    await comparison.evaluate((element, locale) => element.setAttribute('locale', locale), locale);
    await comparison.locator(`[part=frame][lang=${locale.slice(0, 2)}]`).waitFor();
    const field = comparison.locator('.blank.money').first();
    await enter(field, typed);
    await expect(comparison.locator('.term .fault')).toHaveText(said);
    await expect(field).toHaveValue(typed);
    await expect(field).toHaveAttribute('aria-invalid', 'true');
  });
}

test('what is probably not meant is pointed out', async ({ page }) => {
  const comparison = await open(
    page,
    [{ contract: { ...pays({ percent: '15%' }, 'Share'), guarantees: [{ amount: '500', per: 'month' }] } }],
    sales('100'),
  );
  await enter(number(comparison, /^Rate in: Sale/), '150');
  await expect(comparison.getByText('Please check: a rate is above 100%.')).toBeVisible();
  await comparison.getByRole('combobox', { name: 'Add a term' }).selectOption('cap');
  await enter(number(comparison, /^Amount in: At most/), '400');
  await expect(comparison.getByText('Please check: the guarantee is higher than the cap.')).toBeVisible();
});
