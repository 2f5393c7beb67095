import { expect, test } from '@playwright/test';

test.beforeEach(async ({ page }) => {
  await page.goto('/themes.html');
  await page.locator('payout-calculator:state(ready)').waitFor();
});

test('a look is a class, and a knob a custom property; both are in the style sheet', async ({ page }) => {
  const accent = () => page.locator('payout-calculator [part=cta]').evaluate((button) => getComputedStyle(button).backgroundColor);
  const before = await accent();
  await page.getByRole('combobox', { name: 'Look' }).selectOption('Harbor');
  await expect.poll(accent).not.toBe(before);
  await page.getByLabel('Accent').fill('#aa0000');
  await expect.poll(accent).toBe('rgb(170, 0, 0)');
  const sheet = page.locator('pre');
  await expect(sheet).toHaveText(
    /payout-calculator\/themes\.css[\s\S]*payout-calculator\.payout-harbor \{\s*--payout-accent: #aa0000;\s*\}/,
  );
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect.poll(accent).toBe(before);
  await expect(sheet).toHaveText('/* Nothing: these are its own. */');
});

test('colours that can’t be read on each other are pointed out', async ({ page }) => {
  await page.getByLabel('Accent').fill('#ffff00');
  await expect(page.getByRole('status').first()).toHaveText(
    /--payout-accent on --payout-surface has a contrast of 1\.1 to 1, and needs 4\.5\./,
  );
});
