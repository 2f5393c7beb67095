import { expect, type Locator, test } from '@playwright/test';
import { violations } from './axe.js';
import { enter, FEE, FLAT, number, openTable as open, pays, sales, totalOf } from './offers.js';

const CASES = {
  equal: [{ contract: FLAT }, { contract: pays({ percent: '15%' }, 'Share') }],
  fee: [{ contract: FEE }, { contract: FLAT }],
};

test('CPA $12 against 15 % of $80: the same to the cent, whatever the traffic', async ({ page }) => {
  const comparison = await open(page, CASES.equal, sales('100'));
  await expect(totalOf(comparison, 'A')).toHaveText('$1,200.00');
  await expect(totalOf(comparison, 'B')).toHaveText('$1,200.00');
  await expect(comparison.getByText('From 0 to 500, both pay the same.')).toBeVisible();
  await enter(number(comparison, /^Amount in: Sale: … each/), '13');
  await expect(totalOf(comparison, 'A')).toHaveText('$1,300.00');
  await expect(comparison.getByRole('article', { name: 'Offer B: Share' })).toContainText('$100.00 less (7.7%)');
});

test('$500 and 10 % against $12: they are equal at exactly 125 sales', async ({ page }) => {
  const comparison = await open(page, CASES.fee, sales('100'));
  await expect(comparison.getByText('At exactly 125, both pay the same.')).toBeVisible();
  await expect(comparison.getByText('From 126 to 500, B (Flat) pays more.')).toBeVisible();
  await expect(comparison.locator('.mark-text')).toHaveText('equal at 125');
  // The point is moved by the keyboard, and the figures follow.
  const point = comparison.getByRole('slider', { name: 'Move the point: Purchases a month' });
  await point.fill('125');
  await expect(totalOf(comparison, 'A')).toHaveText('$1,500.00');
  await expect(totalOf(comparison, 'B')).toHaveText('$1,500.00');
  await point.press('ArrowRight');
  await expect(totalOf(comparison, 'B')).toHaveText('$1,512.00');
  await expect(comparison.getByRole('article', { name: 'Offer B: Flat' })).toContainText('Pays most');
});

test('the point in the picture is dragged', async ({ page }) => {
  const comparison = await open(page, CASES.fee, sales('100'));
  const drawing = comparison.getByRole('img', { name: /^What A \(Fee\) and B \(Flat\) pay along/ });
  await drawing.scrollIntoViewIfNeeded();
  const box = (await drawing.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(comparison.getByRole('radio', { name: 'My own' })).toBeChecked();
  const value = Number(await comparison.getByRole('slider', { name: /^Move the point/ }).inputValue());
  expect(value).toBeGreaterThan(350);
  expect(value).toBeLessThan(450);
  await expect(totalOf(comparison, 'B')).toHaveText(new RegExp(`^\\$${(value * 12).toLocaleString('en')}\\.00$`));
});

test('$120 CPA against 35 % of $120 for a year, 100 players: 12,000 against 50,400, overtaken in month 3', async ({ page }) => {
  const player = (clause: object, name: string) => ({
    contract: { version: 1, name, currency: 'USD', payouts: [{ event: 'player', ...clause }] },
  });
  const scenario = {
    version: 1,
    start: '2027-01',
    months: 12,
    streams: [{ event: 'player', perMonth: '100', amount: '120', churn: '0%', until: '2027-01' }],
  };
  const comparison = await open(
    page,
    [player({ pay: { fixed: '120' }, for: { payments: 1 } }, 'CPA'), player({ pay: { percent: '35%' }, for: { months: 12 } }, 'RevShare')],
    scenario,
  );
  await expect(totalOf(comparison, 'A')).toHaveText('$12,000.00');
  await expect(totalOf(comparison, 'B')).toHaveText('$50,400.00');
  await expect(comparison.getByText('From March 2027 on, B (RevShare) has paid more than A (CPA).')).toBeVisible();
  await expect(comparison.getByText('$38,400.00 more (320%)').first()).toBeVisible();
});

test('Motion, either-or: $75 once against 20 % of $19 for two years', async ({ page }) => {
  const scenario = {
    version: 1,
    start: '2027-01',
    months: 24,
    streams: [{ event: 'payment', perMonth: '1', amount: '19', churn: '0%', until: '2027-01' }],
  };
  await page.goto('/comparison.html');
  const comparison = page.locator('payout-comparison');
  await comparison.evaluate((element, given) => Object.assign(element, { sheets: [], scenario: given }), scenario);
  for (const name of ['Motion affiliate program', 'Motion affiliate program']) {
    await comparison.getByText('Real programs', { exact: true }).click();
    await comparison.getByRole('button', { name }).click();
    const more = comparison.getByText('Add an offer', { exact: true });
    if (!(await comparison.getByText('Real programs', { exact: true }).isVisible())) await more.click();
    if (await comparison.getByRole('button', { name }).isVisible()) await comparison.getByText('Real programs', { exact: true }).click();
  }
  const document = comparison.getByRole('article', { name: /^Offer B/ }).getByRole('textbox', { name: 'The whole contract as JSON' });
  await comparison
    .getByRole('article', { name: /^Offer B/ })
    .getByText('The whole contract as JSON')
    .click();
  await document.fill((await document.inputValue()).replace('"chosen": "flat"', '"chosen": "share"'));
  await comparison
    .getByRole('article', { name: /^Offer B/ })
    .getByRole('button', { name: 'Use this contract' })
    .click();
  await expect(totalOf(comparison, 'A')).toHaveText('$75.00');
  await expect(totalOf(comparison, 'B')).toHaveText('$91.20');
  await expect(comparison.getByText(/^– From August 2028 on, B|From August 2028 on, B/)).toBeVisible();
});

test('a payout that jumps is marked as a cliff, with what it pays on either side', async ({ page }) => {
  const steps = [
    { from: '10000', percent: '7%' },
    { from: '25000', percent: '10%' },
  ];
  const tiers = {
    version: 1,
    name: 'Tiers',
    currency: 'USD',
    payouts: [{ event: 'sale', pay: { percent: '5%' }, tiers: [{ mode: 'retroactive', steps }] }],
  };
  const scenario = { ...sales('200'), streams: [{ event: 'sale', perMonth: '200', amount: '100' }] };
  const comparison = await open(page, [{ contract: tiers }, { contract: pays({ fixed: '6' }, 'Flat') }], scenario);
  await expect(comparison.getByText('At 250, A (Tiers) jumps from $1,743.00 to $2,500.00.')).toBeVisible();
  await expect(comparison.getByText('At 100, A (Tiers) jumps from $495.00 to $700.00.')).toBeVisible();
  await expect(comparison.locator('.mark-text', { hasText: 'cliff at 250' })).toBeVisible();
  await expect(comparison.getByText('From 100 to 1,000, A (Tiers) pays more.')).toBeVisible();
});

test('what can’t be taken stays in its field with what is wrong, and every edit is undone', async ({ page }) => {
  const comparison = await open(page, CASES.fee, sales('100'));
  const amount = number(comparison, /^Amount in: Sale: … each/);
  await enter(amount, 'a dozen');
  await expect(amount).toHaveValue('a dozen');
  await expect(amount).toHaveAttribute('aria-invalid', 'true');
  await expect(comparison.getByText('This can’t be read as a number. Write it like 12.5.')).toBeVisible();
  await expect(totalOf(comparison, 'B')).toHaveText('$1,200.00');
  await enter(amount, '14');
  await expect(totalOf(comparison, 'B')).toHaveText('$1,400.00');
  await comparison.getByRole('button', { name: 'Undo' }).click();
  await expect(amount).toHaveValue('a dozen');
  await comparison.getByRole('button', { name: 'Undo' }).click();
  await expect(amount).toHaveValue('$12');
  await comparison.getByRole('button', { name: 'Redo' }).click();
  await comparison.getByRole('button', { name: 'Redo' }).click();
  await expect(totalOf(comparison, 'B')).toHaveText('$1,400.00');

  const document = comparison.getByRole('article', { name: 'Offer A: Fee' }).getByRole('textbox', { name: 'The whole contract as JSON' });
  await comparison.getByRole('article', { name: 'Offer A: Fee' }).getByText('The whole contract as JSON').click();
  await document.fill('{ "version": 1, "currency": "USD", "payouts": [{ "event": "sale", "pay": { "fixed": "x" } }] }');
  await comparison.getByRole('article', { name: 'Offer A: Fee' }).getByRole('button', { name: 'Use this contract' }).click();
  await expect(comparison.getByText('/payouts/0/pay/fixed')).toBeVisible();
  await expect(document).toHaveValue(/"fixed": "x"/);
  await expect(totalOf(comparison, 'A')).toHaveText('$1,300.00');
});

test('a fair offer comes into a new column, and the link brings all of it back', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const comparison = await open(page, CASES.fee, sales('100'));
  await expect(
    comparison.getByText('$13 instead of $12: B then pays $1,300.00. One step away, at $12.99, it would pay $1,299.00.'),
  ).toBeVisible();
  await comparison.locator('.suggestion', { hasText: 'Make these equal' }).getByRole('button', { name: 'Put it in a new column' }).click();
  await expect(totalOf(comparison, 'C')).toHaveText('$1,300.00');
  await comparison.getByRole('textbox', { name: 'Notes on offer C' }).fill('Ana says yes to 13 – “in principle”.');
  await comparison.getByRole('radio', { name: 'Both' }).check();
  await comparison.getByRole('button', { name: 'Copy a link to all of this' }).click();
  await expect(comparison.getByRole('status')).toHaveText(/^The link is copied/);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.length).toBeLessThan(4000);

  const other = await context.newPage();
  await other.goto(link);
  const opened = other.locator('payout-comparison');
  await expect(opened.getByRole('article')).toHaveCount(3);
  await expect(totalOf(opened, 'C')).toHaveText('$1,300.00');
  await expect(opened.getByRole('textbox', { name: 'Notes on offer C' })).toHaveValue('Ana says yes to 13 – “in principle”.');
  await expect(opened.getByRole('radio', { name: 'Both' })).toBeChecked();
  const saved = (locator: Locator) => locator.evaluate((element) => JSON.stringify((element as unknown as { save(): unknown }).save()));
  expect(await saved(opened)).toBe(await saved(comparison));
});

test('a newcomer begins with two shapes and comes to a comparison', async ({ page }) => {
  await page.goto('/comparison.html');
  const comparison = page.locator('payout-comparison');
  await comparison.getByRole('button', { name: 'Clear the table' }).click();
  await comparison.getByRole('button', { name: 'A fixed amount for each sale' }).click();
  await comparison.getByRole('button', { name: 'A share of each sale', exact: true }).click();
  await enter(number(comparison, /^Rate in: Sale/), '20');
  await expect(totalOf(comparison, 'A')).toHaveText('$2,880.00');
  await expect(totalOf(comparison, 'B')).toHaveText('$3,840.00');
  await comparison.getByRole('combobox', { name: 'Add a term' }).last().selectOption('cap');
  await enter(number(comparison, /^Amount in: At most/), '300');
  await expect(totalOf(comparison, 'B')).toHaveText('$3,600.00');
  await comparison.getByRole('button', { name: /^Remove: At most/ }).click();
  await expect(totalOf(comparison, 'B')).toHaveText('$3,840.00');
});

test('ranges are simulated in the background: how likely each is to pay more', async ({ page }) => {
  const comparison = await open(page, CASES.fee, sales({ low: '60', likely: '110', high: '200' }));
  const row = comparison.getByRole('row', { name: /^Pays more than A/ });
  await expect(row).toContainText(/\d+% of cases/, { timeout: 20_000 });
  await expect(comparison.getByText('10,000 cases worked through.')).toBeVisible({ timeout: 20_000 });
  await expect(comparison.getByRole('row', { name: /^In 8 of 10 cases/ })).toContainText(/\$1,\d{3}\.\d\d to \$\d,\d{3}\.\d\d/);
});

test('both sides’ limits give the zone of agreement, and fair points in it', async ({ page }) => {
  const comparison = await open(page, [CASES.fee[1], CASES.fee[0]], sales('100'));
  await enter(comparison.getByRole('textbox', { name: 'The partner needs at least' }), '1000');
  await enter(comparison.getByRole('textbox', { name: 'The brand pays at most' }), '2000');
  await expect(comparison.getByText('Both accept “Sale: [$12] each.” from $10 to $20.')).toBeVisible();
  const equalGain = comparison.getByRole('listitem').filter({ hasText: 'Equal gain' });
  await expect(equalGain).toContainText('$15: the partner gains $500.00, the brand $500.00');
  await equalGain.getByRole('button', { name: 'Put it in a new column' }).click();
  await expect(totalOf(comparison, 'C')).toHaveText('$1,500.00');
});

test('the brand’s side says what it costs, and when that is over the budget', async ({ page }) => {
  const comparison = await open(page, CASES.fee, sales('100'));
  await enter(comparison.getByRole('textbox', { name: 'The brand pays at most' }), '1250');
  await comparison.getByRole('radio', { name: 'Brand', exact: true }).check();
  await expect(comparison.getByRole('row', { name: /^Effective CPA/ })).toContainText('$13.00');
  await expect(comparison.getByRole('row', { name: /^Share of revenue/ })).toContainText('16.25%');
  await expect(comparison.getByRole('row', { name: /^Share of the \$1,250 budget/ })).toContainText('104%, over by $50.00');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto('/comparison.html');
    const comparison = page.locator('payout-comparison');
    await expect(comparison.getByText('10,000 cases worked through.')).toBeVisible({ timeout: 20_000 });
    await enter(number(comparison, /^Amount in: Sale: … each/), 'no');
    await comparison.getByRole('radio', { name: 'Both' }).check();
    for (const summary of await page.locator('payout-comparison summary').all()) await summary.click();
    expect(await violations(page)).toEqual([]);
  });
}

test('at 320 pixels with text twice as large nothing leaves the window sideways, and axe finds nothing', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/comparison.html');
  await page.locator('payout-comparison .curve').first().waitFor();
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  // Where the bar of offers lies over nothing: what scrolls under it can be scrolled on.
  await page.evaluate(() => scrollTo(0, 0));
  expect(await violations(page)).toEqual([]);
});

test('on a phone one offer is shown, and the totals of all lead to the others', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/comparison.html');
  const comparison = page.locator('payout-comparison');
  const [a, b] = [/^Offer A/, /^Offer B/].map((name) => comparison.getByRole('article', { name }));
  await expect(a ?? comparison).toBeInViewport({ ratio: 0.2 });
  await expect(b ?? comparison).not.toBeInViewport();
  await comparison.getByRole('navigation', { name: 'Offers' }).getByRole('link', { name: /^B/ }).click();
  await expect(b ?? comparison).toBeInViewport({ ratio: 0.2 });
});

test('the calculator’s page asks for nothing of the comparison', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/');
  await page.locator('payout-calculator:state(ready) .drawing').first().waitFor();
  expect(asked.filter((path) => path.includes('comparison'))).toEqual([]);
});

test('on paper two offers, and four with both sides, are one page, upright and across, with terms and assumptions, and without tools', async ({
  page,
}) => {
  await page.goto('/comparison.html');
  const comparison = page.locator('payout-comparison');
  await expect(comparison.getByText('10,000 cases worked through.')).toBeVisible({ timeout: 20_000 });
  const pages = async () => {
    const counts: Record<string, number> = {};
    for (const format of ['A4', 'Letter']) {
      for (const landscape of [false, true]) {
        const pdf = (await page.pdf({ format, landscape })).toString('latin1');
        counts[`${format} ${landscape ? 'across' : 'upright'}`] = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      }
    }
    return counts;
  };
  const one = { 'A4 upright': 1, 'A4 across': 1, 'Letter upright': 1, 'Letter across': 1 };
  expect(await pages()).toEqual(one);
  for (const name of ['A share that rises with volume', 'A monthly fee and a share']) {
    const shape = comparison.getByRole('button', { name });
    if (!(await shape.isVisible())) await comparison.getByText('Add an offer', { exact: true }).click();
    await shape.click();
  }
  await expect(comparison.getByRole('article')).toHaveCount(4);
  await comparison.getByRole('radio', { name: 'Both' }).check();
  await enter(comparison.getByRole('textbox', { name: 'Notes on offer B' }), 'They may accept 14 % if the fee goes.');
  await expect(comparison.getByText('10,000 cases worked through.')).toBeVisible({ timeout: 20_000 });
  expect(await pages()).toEqual(one);
  await page.emulateMedia({ media: 'print' });
  await expect(comparison.getByRole('heading', { name: 'What this assumes' })).toBeVisible();
  await expect(comparison.getByRole('button', { name: 'Undo' })).toBeHidden();
});

const LANGUAGES = [
  { tag: 'de-DE', heading: 'Wo sie sich kreuzen', total: '1.844,00 $', entry: '12,50', now: '2.100,00 $' },
  { tag: 'fr-FR', heading: 'Où elles se croisent', total: '1 844,00 $US', entry: '12,50', now: '2 100,00 $US' },
  { tag: 'es-ES', heading: 'Dónde se cruzan', total: '1844,00 US$', entry: '12,50', now: '2100,00 US$' },
  { tag: 'pt-BR', heading: 'Onde se cruzam', total: 'US$ 1.844,00', entry: '12,50', now: 'US$ 2.100,00' },
  { tag: 'ja-JP', heading: 'どこで入れ替わるか', total: '$1,844.00', entry: '12.50', now: '$2,100.00' },
] as const;

for (const { tag, heading, total, entry, now } of LANGUAGES) {
  test(`in ${tag} it speaks and reads as people there write`, async ({ page }) => {
    await page.goto('/comparison.html');
    const comparison = page.locator('payout-comparison');
    await comparison.evaluate((element, locale) => element.setAttribute('locale', locale), tag);
    await expect(comparison.getByRole('heading', { name: heading })).toBeVisible();
    const figures = comparison.locator('.sheet-total .figure');
    const plain = async (place: number) => (await figures.nth(place).innerText()).replace(/\s/g, ' ');
    await expect.poll(() => plain(0)).toBe(total);
    const field = comparison.locator('article').nth(1).locator('.blank.money').first();
    await enter(field, entry);
    await expect.poll(() => plain(1)).toBe(now);
  });
}

test('in Arabic it reads from right to left, pictures too, and axe finds nothing', async ({ page }) => {
  await page.goto('/comparison.html');
  const comparison = page.locator('payout-comparison');
  await page.evaluate(() => Object.assign(document.documentElement, { lang: 'ar', dir: 'rtl' }));
  await comparison.evaluate((element) => element.setAttribute('locale', 'ar-EG'));
  await expect(comparison.getByRole('heading', { name: 'أين يتقاطعان' })).toBeVisible();
  await comparison.locator('.map-cell').first().waitFor({ state: 'attached' });
  const [a, b] = await comparison.locator('article').all();
  const x = async (article: typeof a) => (await article?.boundingBox())?.x ?? 0;
  expect(await x(a)).toBeGreaterThan(await x(b));
  const [first, last] = await comparison
    .locator('.curve')
    .first()
    .evaluate((line) => {
      const points = (line.getAttribute('points') ?? '').split(' ');
      return [points[0], points.at(-1)].map((point) => Number(point?.split(',')[0]));
    });
  expect(first).toBeGreaterThan(last ?? 0);
  expect(await violations(page)).toEqual([]);
});
