import { expect, type Locator, test } from '@playwright/test';
import { enter, FEE, FLAT, number, openTable as open, pays, sales, totalOf } from './offers.js';

const OFFERS = [{ contract: FEE }, { contract: FLAT }];

const along = (comparison: Locator) => comparison.getByRole('combobox', { name: 'Along' });
const changed = (comparison: Locator) => comparison.getByRole('combobox', { name: 'Change in B' });
const suggestion = (comparison: Locator, text: string | RegExp) => comparison.locator('.suggestion').filter({ hasText: text });

/** $8 a sale, but never less than $200 and never more than $400 a month. */
const bounded = {
  ...pays({ fixed: '8' }, 'Bounded'),
  guarantees: [{ amount: '200', per: 'month' }],
  limits: [{ max: '400', per: 'month' }],
};

test('two offers are held against each other along a term of one of them, and its point changes that term', async ({ page }) => {
  const comparison = await open(page, OFFERS, sales('100'));
  await along(comparison).selectOption({ label: 'Sale: [$12] each.' });
  await expect(comparison.getByText('At exactly $13, both pay the same.')).toBeVisible();
  await expect(comparison.getByText('From $13.01 to $50, B (Flat) pays more.')).toBeVisible();
  await expect(comparison.locator('.mark-text')).toHaveText('equal at $13');
  const point = comparison.getByRole('slider', { name: 'Move the point: Sale: [$12] each.' });
  await expect(point).toHaveAttribute('aria-valuetext', '$12');
  await point.press('ArrowRight');
  await expect(totalOf(comparison, 'B')).toHaveText('$1,210.00');
  await expect(number(comparison, /^Amount in: Sale: … each/)).toHaveValue('$12.10');
  await comparison.getByRole('button', { name: 'Undo' }).click();
  await expect(totalOf(comparison, 'B')).toHaveText('$1,200.00');

  await along(comparison).selectOption({ label: 'One-time payment: [$500] on January 1, 2027.' });
  await expect(comparison.getByText('From $0 to $399.99, B (Flat) pays more.')).toBeVisible();
  await expect(comparison.getByText('At exactly $400, both pay the same.')).toBeVisible();
});

test('along a guarantee, and along a threshold that is a cliff', async ({ page }) => {
  const steps = [{ from: '5000', percent: '20%' }];
  const tiers = {
    ...pays({ percent: '10%' }, 'Tiers'),
    payouts: [{ event: 'sale', pay: { percent: '10%' }, tiers: [{ mode: 'retroactive', steps }] }],
  };
  const comparison = await open(page, [{ contract: tiers }, { contract: bounded }], sales('100'));
  await along(comparison).selectOption({ label: 'At least [$200] a month.' });
  await expect(comparison.getByText(/^A \(Tiers\) pays more all the way from \$0 to/)).toBeVisible();
  const threshold = await along(comparison).locator('option', { hasText: '[$5,000]' }).first().getAttribute('value');
  await along(comparison).selectOption(threshold ?? '');
  await expect(comparison.getByText('At $8,000.01, A (Tiers) jumps from $1,600.00 to $800.00.')).toBeVisible();
  await expect(comparison.locator('.mark-text', { hasText: 'cliff at $8,000.01' })).toBeVisible();
});

test('where both run side by side, it is said that crossings may be missed', async ({ page }) => {
  const halves = { ...pays({ percent: '7.5%' }, 'Halves') };
  const twice = { ...halves, payouts: [...halves.payouts, ...halves.payouts] };
  const comparison = await open(page, [{ contract: pays({ percent: '15%' }, 'Whole') }, { contract: twice }], sales('20', 12, '12'));
  await along(comparison).selectOption({ label: 'Purchases: value of each' });
  await expect(comparison.getByText(/^The lead changes \d+ times between/)).toBeVisible({ timeout: 20_000 });
  await expect(comparison.getByText(/both pay nearly the same, and small crossings there may be missing/)).toBeVisible();
});

test('a guarantee, a cap, a duration, and a fee that is not there yet make two offers equal', async ({ page }) => {
  const comparison = await open(page, [{ contract: pays({ fixed: '30' }, 'Flat') }, { contract: bounded }], sales('10'));
  const equal = suggestion(comparison, 'Make these equal');
  await changed(comparison).selectOption({ label: 'At least [$200] a month.' });
  await expect(equal).toContainText('$300 instead of $200: B then pays $300.00. One step away, at $299.99, it would pay $299.99.');
  await expect(equal).toContainText('Assumes the numbers as expected, and that every other term stays as it is.');
  await changed(comparison).selectOption({ label: 'At most [$400] a month.' });
  await expect(equal).toContainText('This alone can’t make them equal: B always pays less');
  await changed(comparison).selectOption({ label: 'A one-time payment' });
  await expect(equal).toContainText('$100: B then pays $300.00.');
  await equal.getByRole('button', { name: 'Put it in a new column' }).click();
  await expect(totalOf(comparison, 'C')).toHaveText('$300.00');

  const monthly = (clause: object, name: string) => ({
    contract: { version: 1, name, currency: 'USD', payouts: [{ event: 'sale', ...clause }] },
  });
  const steady = { ...sales('10', 12, '50'), streams: [{ event: 'sale', perMonth: '10', amount: '50', churn: '0%', until: '2027-01' }] };
  const lasting = await open(
    page,
    [monthly({ pay: { fixed: '30' }, for: { payments: 1 } }, 'Once'), monthly({ pay: { percent: '10%' }, for: { months: 2 } }, 'Share')],
    steady,
  );
  await changed(lasting).selectOption({ label: 'For the first [2] months of each customer.' });
  await expect(suggestion(lasting, 'Make these equal')).toContainText('6 instead of 2: B then pays $300.00.');
  const cap = await open(
    page,
    [
      { contract: pays({ fixed: '3' }, 'Low') },
      { contract: { ...pays({ fixed: '8' }, 'Capped'), limits: [{ max: '400', per: 'month' }] } },
    ],
    sales('100'),
  );
  await changed(cap).selectOption({ label: 'At most [$400] a month.' });
  await expect(suggestion(cap, 'Make these equal')).toContainText('$300 instead of $400: B then pays $300.00.');
});

test('what is worth the same in another shape depends on the measure, and each offer says what it assumes', async ({ page }) => {
  const comparison = await open(page, OFFERS, sales({ low: '50', likely: '100', high: '400' }));
  const same = suggestion(comparison, 'Worth the same as A (Fee)');
  await expect(same).toContainText('A fixed amount for each: $13 ($1,300.00)');
  await expect(same.getByRole('listitem').filter({ hasText: 'A flat fee: $1,300 ($1,300.00)' })).toContainText(
    'Assumes nothing about sales: it is paid whatever happens.',
  );
  const fee = async () => Number(/A flat fee: \$([\d,.]+)/.exec((await same.textContent()) ?? '')?.[1]?.replaceAll(',', ''));
  await same.getByRole('combobox').selectOption({ label: 'on average, over many cases' });
  await expect.poll(fee, { timeout: 20_000 }).toBeGreaterThan(1400);
  const average = await fee();
  await same.getByRole('combobox').selectOption({ label: 'to a cautious side' });
  await expect(same).toContainText('Assumes a cautious partner');
  await expect.poll(fee, { timeout: 20_000 }).toBeLessThan(average);
  await comparison.getByRole('radio', { name: 'Brand', exact: true }).check();
  await expect(same).toContainText('Assumes a cautious brand');
  await expect.poll(fee, { timeout: 20_000 }).toBeGreaterThan(average);
});

test('the best offers for both are gone through by the keyboard and by pointing, and put on the table', async ({ page }) => {
  const comparison = await open(page, OFFERS, sales('100'));
  await enter(number(comparison, 'The partner needs at least'), '1000');
  await enter(number(comparison, 'The brand pays at most'), '2000');
  const pick = comparison.getByRole('slider', { name: /^Go through the best offers/ });
  await pick.press('Home');
  await expect(pick).toHaveAttribute('aria-valuetext', /partner \$4\.00, brand \$996\.00/);
  const first = await pick.getAttribute('aria-valuetext');
  await pick.press('ArrowRight');
  await expect(pick).not.toHaveAttribute('aria-valuetext', first ?? '');
  const picture = comparison.getByRole('img', { name: 'The best offers, by what each side gains' });
  await picture.scrollIntoViewIfNeeded();
  const end = picture.locator('.best').last();
  const box = (await end.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  // A finger is not exact.
  await page.mouse.click(box.x + box.width / 2 - 8, box.y + box.height / 2 - 6);
  const last = (await picture.locator('.best').count()) - 1;
  await expect.poll(async () => Number(await pick.inputValue())).toBeGreaterThan(last - 4);
  await pick.press('Home');
  await comparison.locator('.pareto').getByRole('button', { name: 'Put it in a new column' }).click();
  await expect(comparison.getByRole('article')).toHaveCount(3);
});
