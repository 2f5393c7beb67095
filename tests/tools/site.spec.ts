import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import sirv from 'sirv';
// @ts-expect-error It has no types.
import { publish } from '../../tools/lib/site/publish.mjs';

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

test('the built site works on any host of files, without the project’s own server', async ({ page }) => {
  const folder = mkdtempSync(path('build/published-'));
  cpSync(path('build/site'), folder, { recursive: true });
  publish(folder);
  const server = createServer(sirv(folder));
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  const address = `http://localhost:${(server.address() as AddressInfo).port}`;
  try {
    await page.goto(address);
    await page.locator('payout-calculator:state(ready)').waitFor();
    await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Comparison' }).click();
    await page.locator('payout-comparison:state(ready)').waitFor();
    await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Docs' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Documentation');
    await page.keyboard.press('/');
    await page.keyboard.type('tiers');
    await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
  } finally {
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true });
  }
});
