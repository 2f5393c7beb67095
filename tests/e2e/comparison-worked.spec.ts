import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, type Locator, test } from '@playwright/test';
import type { Contract, Projection, Scenario } from '#documents';
import { en } from '../../www/locales/comparison/en.js';
import { asked } from '../state/engine.js';
import { openTable, totalOf } from './offers.js';

const preset = (name: string) => JSON.parse(readFileSync(new URL(`../../presets/${name}.json`, import.meta.url), 'utf8')) as Contract;
const money = (amount: string) =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(amount as unknown as number).replace('-', '−');

/** One customer who joins in the first month and pays for so long. */
const oneCustomer = (amount: string, months: number): Scenario => ({
  version: 1,
  start: '2027-01',
  months: String(months),
  streams: [{ event: 'payment', perMonth: '1', amount, churn: '0%', until: '2027-01' }],
});

const offer = (comparison: Locator, letter: string) => comparison.getByRole('article', { name: new RegExp(`^Offer ${letter}`) });

test('Motion, either-or: to a customer who leaves after 10 payments of $19, $75 once pays more than 20 % for two years', async ({
  page,
}) => {
  const motion = preset('motion');
  const sheets = [{ contract: { ...motion, chosen: 'flat' } }, { contract: { ...motion, chosen: 'share' } }];
  const comparison = await openTable(page, sheets, oneCustomer('19', 10));
  await expect(totalOf(comparison, 'A')).toHaveText('$75.00');
  await expect(totalOf(comparison, 'B')).toHaveText('$38.00');
  await expect(offer(comparison, 'A')).toContainText(en['sheet.most']);
  await expect(offer(comparison, 'B')).toContainText('$37.00 less (49%)');
});

test('Evolve’s 20, 15 and 10 % by year against Apify’s 20 and then 30 %, for a customer who pays $100 a month for three years', async ({
  page,
}) => {
  const comparison = await openTable(page, [{ contract: preset('evolve') }, { contract: preset('apify') }], oneCustomer('100', 36));
  // 12 × 20 + 12 × 15 + 12 × 10, and 3 × 20 + 33 × 30.
  await expect(totalOf(comparison, 'A')).toHaveText('$540.00');
  await expect(totalOf(comparison, 'B')).toHaveText('$1,050.00');
  await expect(offer(comparison, 'B')).toContainText('$510.00 more (94%)');
  await expect(comparison.getByText(/^.{0,3}From April 2027 on, B \(Apify.*\) has paid more than A \(Evolve.*\)\.$/)).toBeVisible();
});

test('every figure on the screen and in the file is the engine’s', async ({ page }) => {
  const contracts = ['canvas-score', 'evolve', 'apify', 'zapier'].map(preset);
  const scenario: Scenario = {
    version: 1,
    start: '2027-01',
    months: '36',
    streams: [
      { event: 'payment', perMonth: '7', amount: '49.90', churn: '4%', margin: '60%' },
      { event: 'trial', perMonth: '23' },
    ],
  };
  const ask = await asked();
  const projections = contracts.map((contract): Projection => {
    const events = new Set((contract.payouts ?? []).map(({ event }) => event));
    const paid = {
      ...scenario,
      streams: (scenario.streams ?? []).filter(
        ({ event }) => contracts.some((each) => each.payouts?.some((payout) => payout.event === event)) || events.has(event),
      ),
    };
    const answer = ask.project(contract, paid);
    if (!('ok' in answer)) throw new Error(JSON.stringify(answer.problems));
    return answer.ok;
  });
  const comparison = await openTable(
    page,
    contracts.map((contract) => ({ contract })),
    scenario,
  );
  await comparison.evaluate((element) => element.setAttribute('view', 'both'));
  await comparison.getByRole('radio', { name: en['view.both'], exact: true }).check();
  const row = async (label: string) => {
    const cells = comparison
      .getByRole('row', { name: new RegExp(`^${label}`) })
      .first()
      .getByRole('cell');
    await expect(cells).toHaveCount(4);
    return cells.allInnerTexts();
  };
  const each = (of: (projection: Projection) => string | null | undefined) => projections.map((projection) => money(of(projection) ?? ''));
  expect(await comparison.locator('.sheet-total .figure').allInnerTexts()).toEqual(each(({ totals }) => totals.earned));
  expect(await row(en['figures.perMonth'])).toEqual(each(({ totals }) => totals.perMonth));
  expect(await row(en['figures.perEvent'])).toEqual(each(({ brand }) => brand.costPerConversion));
  expect(await row(en['figures.cpa'])).toEqual(each(({ brand }) => brand.costPerConversion));
  expect(await row(en['figures.margin'])).toEqual(each(({ brand }) => brand.margin));

  const [file] = await Promise.all([page.waitForEvent('download'), comparison.getByRole('button', { name: en['tool.csv'] }).click()]);
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n').slice(1);
  const months = projections[0]?.byMonth ?? [];
  expect(lines.slice(0, 36)).toEqual(
    months.map(({ month }, place) => [month, ...projections.map(({ byMonth }) => byMonth[place]?.amount)].join(',')),
  );
  expect(lines.at(-1)).toMatch(new RegExp(`,${projections.map(({ totals }) => totals.earned).join(',')}$`));
});
