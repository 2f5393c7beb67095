import { expect, type Locator, type Page } from '@playwright/test';

/** A contract with one clause for sales. */
export function pays(pay: object, name: string) {
  return { version: 1, name, currency: 'USD', payouts: [{ event: 'sale', label: 'Sale', pay }] };
}

export const CASES = {
  equal: [{ contract: pays({ fixed: '12' }, 'Flat') }, { contract: pays({ percent: '15%' }, 'Share') }],
  fee: [
    { contract: { ...pays({ percent: '10%' }, 'Fee'), oneTime: [{ amount: '500', on: '2027-01-01' }] } },
    { contract: pays({ fixed: '12' }, 'Flat') },
  ],
};

export const sales = (perMonth: unknown, months = 1, amount: unknown = '80') => ({
  version: 1,
  start: '2027-01',
  months,
  streams: [{ event: 'sale', perMonth, amount }],
});

/** A comparison with these offers over this scenario. */
export async function open(page: Page, sheets: readonly unknown[], scenario: unknown): Promise<Locator> {
  await page.goto('/comparison.html');
  const comparison = page.locator('payout-comparison');
  await page.locator('payout-comparison:state(ready)').waitFor();
  await comparison.evaluate((element, given) => Object.assign(element, given), { sheets, scenario });
  await expect(comparison.getByRole('article')).toHaveCount(sheets.length);
  return comparison;
}

export const totalOf = (comparison: Locator, letter: string) =>
  comparison.getByRole('article', { name: new RegExp(`^Offer ${letter}`) }).locator('.sheet-total .figure');
export const number = (comparison: Locator, name: string | RegExp) => comparison.getByRole('textbox', { name });

export async function enter(field: Locator, text: string) {
  await field.fill(text);
  await field.press('Tab');
}
