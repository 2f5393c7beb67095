import { readdirSync, readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { errorsOf } from './faults.js';

const REST = '**/payout_calculator_rest.wasm';

/** Terms that few programs have: a partner who earns too little in a month gets a guaranteed sum. */
const GUARANTEED = {
  version: 1,
  currency: 'USD',
  payouts: [{ event: 'lead', label: 'Lead', pay: { fixed: '100' } }],
  guarantees: [{ amount: '2000', per: 'month' }],
};

const headline = (page: Page, amount: string) => page.getByRole('heading', { name: `You could earn ${amount} a month` });

function setContract(page: Page, contract: unknown) {
  return page.evaluate((contract) => {
    Object.assign(document.querySelector('payout-calculator') as object, { contracts: [contract] });
  }, contract);
}

function requestsOfTheRest(page: Page) {
  let requests = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('_rest.wasm')) requests += 1;
  });
  return () => requests;
}

test('the contracts of a usual program need the first part of the engine only', async ({ page }) => {
  const requests = requestsOfTheRest(page);
  await page.goto('/');
  await expect(headline(page, '$800.00')).toBeVisible();
  for (const model of await page.getByRole('radio').all()) await model.check({ force: true });
  await page.waitForLoadState('networkidle');
  expect(requests()).toBe(0);
});

test('a contract that needs the rest loads it once', async ({ page }) => {
  const [requests, errors] = [requestsOfTheRest(page), await errorsOf(page)];
  await page.goto('/');
  await expect(headline(page, '$800.00')).toBeVisible();
  await setContract(page, GUARANTEED);
  await expect(headline(page, '$2,000.00')).toBeVisible();
  await page.getByRole('textbox', { name: 'Leads a month' }).fill('30');
  await expect(headline(page, '$3,000.00')).toBeVisible();
  expect(requests()).toBe(1);
  expect(await errors()).toEqual([]);
});

test('where the rest does not arrive, the calculator says so, and a later try succeeds', async ({ page }) => {
  const errors = await errorsOf(page);
  await page.route(REST, (route) => route.fulfill({ status: 503 }));
  await page.goto('/');
  await expect(headline(page, '$800.00')).toBeVisible();
  await setContract(page, GUARANTEED);
  await expect(page.getByText('The calculator could not be loaded.')).toBeVisible();
  expect(await errors()).toMatchObject([{ code: 'engine_load_failed', fatal: true }]);
  await page.unroute(REST);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(headline(page, '$2,000.00')).toBeVisible();
});

test('loaded by a program, the engine is complete', async ({ page }) => {
  await page.goto('/');
  const folder = new URL('../../presets/', import.meta.url);
  const presets = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const contracts = [GUARANTEED, ...presets.map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))];
  const currencies = await page.evaluate(async (contracts) => {
    const address = new URL('/package/engine.js', location.href).href;
    const { loadEngine } = await import(address);
    const engine = await loadEngine();
    return contracts.map((contract) => engine.checkContract(contract).currency);
  }, contracts);
  expect(currencies).toEqual(contracts.map(({ currency }) => currency));
});
