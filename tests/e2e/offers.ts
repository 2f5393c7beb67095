import { expect, type Locator, type Page } from '@playwright/test';

/** A contract that pays for sales. */
export function pays(pay: object, name: string) {
  return { version: 1, name, currency: 'USD', payouts: [{ event: 'sale', label: 'Sale', pay }] };
}

/** Sales, of $80 each unless said. */
export const sales = (perMonth: unknown, months = 1, amount: unknown = '80') => ({
  version: 1,
  start: '2027-01',
  months,
  streams: [{ event: 'sale', perMonth, amount }],
});

/** $500 and 10 % of each sale. */
export const FEE = { ...pays({ percent: '10%' }, 'Fee'), oneTime: [{ amount: '500', on: '2027-01-01' }] };
/** $12 a sale. */
export const FLAT = pays({ fixed: '12' }, 'Flat');

/** The page's comparison, with these offers over this scenario. */
export async function openTable(page: Page, sheets: readonly unknown[], scenario: unknown, path = '/comparison.html'): Promise<Locator> {
  await page.goto(path);
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
