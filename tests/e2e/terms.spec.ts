import { expect, test } from '@playwright/test';

test('the terms are there in plain words, in the visitor’s language', async ({ page }) => {
  await page.goto('/');
  const terms = page.locator('payout-calculator').locator('.terms');
  await page.getByText('The terms in plain words').click();
  await expect(terms.getByRole('listitem')).toHaveText(['Qualified lead: $100 each.']);

  const locale = (tag: string) =>
    page.locator('payout-calculator').evaluate((element, value) => element.setAttribute('locale', value), tag);
  await locale('de-DE');
  await expect(page.getByText('Die Bedingungen in Worten')).toBeVisible();
  await expect(terms.getByRole('listitem')).toHaveText([/^Qualified lead: je 100\s\$\.$/]);

  await locale('ar');
  await expect(terms.getByRole('listitem')).toHaveText([/^Qualified lead: .*عن كل واحد\.$/]);
  await expect(page.locator('payout-calculator [part=frame]')).toHaveAttribute('dir', 'rtl');
});
