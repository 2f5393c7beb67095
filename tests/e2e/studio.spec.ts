import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import axe from 'axe-core';

const sample = (number: number) => readFileSync(new URL(`../import/impact/contract-${number}.json`, import.meta.url), 'utf8');

async function bring(page: Page, payload: string): Promise<void> {
  await page.getByLabel('Contract, as JSON').fill(payload);
  await page.getByRole('button', { name: 'Bring it in' }).click();
}

test.beforeEach(({ page }) => page.goto('/studio.html'));

test('a pasted contract stands in plain words beside its own fields, and an assumption can be changed', async ({ page }) => {
  await bring(page, sample(2));
  await expect(page.getByRole('status')).toHaveText(/^S-40117355: The contract does not say all/);
  const row = page.getByRole('row', { name: /At most \$25 per event/ });
  await expect(row).toContainText('Terms › EventPayouts 2 › Limits 1');
  await expect(row).toContainText('Value: 25.00');
  await expect(page.getByRole('table', { name: 'Missing in the contract' })).toContainText('The limit of a single group is left out.');
  const threshold = page.getByLabel('Is a tier of the bonus reached at its threshold?');
  await expect(threshold).toHaveValue('atLeast');
  await threshold.selectOption('above');
  await expect(threshold).toHaveValue('above');
  await expect(page.getByText(/Yes, at exactly the threshold/)).toHaveCount(1);
});

test('a contract is taken from a file', async ({ page }) => {
  await page.getByLabel('Or choose a file').setInputFiles({ name: 'c.json', mimeType: 'application/json', buffer: Buffer.from(sample(1)) });
  await expect(page.getByRole('status')).toHaveText('S-40117301: The contract says all that the payload says.');
});

test('names are text, whatever they hold, and what is no contract is said', async ({ page }) => {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => dialogs.push(dialog.message()));
  await bring(page, sample(1).replaceAll('Qualified Lead', '<img src=x onerror=alert(1)>'));
  await expect(page.getByRole('cell', { name: /<img src=x onerror=alert\(1\)>/ }).first()).toBeVisible();
  expect(await page.locator('.report img').count()).toBe(0);
  expect(dialogs).toEqual([]);
  await bring(page, '{ oops');
  await expect(page.getByRole('status')).toHaveText(/not JSON/);
  await expect(page.locator('.report')).toBeEmpty();
});

test('axe finds nothing, and nothing overflows a narrow page', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await bring(page, sample(3));
  await page.getByRole('table').first().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
  });
  expect(found).toEqual([]);
});
