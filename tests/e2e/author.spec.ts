import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { OFFERS, STEPS } from './programs.js';

const headline = (page: Page, text: string | RegExp) => page.locator('payout-calculator').getByRole('heading', { name: text });

const given = (page: Page, properties: object) =>
  page.evaluate(async (values) => {
    const element = Object.assign(document.querySelector('payout-calculator') as HTMLElement & { ready: Promise<void> }, values);
    await element.ready;
  }, properties);

test.beforeEach(async ({ page }) => {
  await page.goto('/');
  await headline(page, 'You could earn $800.00 a month').waitFor();
});

test('a contract’s alternatives are models, and the visitor sees where one overtakes the other', async ({ page }) => {
  await given(page, OFFERS);
  await expect(page.getByRole('radio', { name: '$75 once' })).toBeChecked();
  // 10 × 75 × 36.
  await expect(headline(page, 'You could earn $750.00 a month')).toBeVisible();
  const offers = page.locator('payout-calculator [part=offer]');
  // 20 % of 25 is 5 for each payment. Of those who come in 13 months all 24 payments are seen, of the others 23 to 1: 588 in all.
  await expect(offers.nth(0)).toHaveText(/20% for 24 months\s*\$29,400\.00\s*pays most/);
  await expect(offers.nth(1)).toHaveText(/\$75 once\s*\$27,000\.00/);
  await expect(page.getByText(/^From \w+ 20\d\d on, “20% for 24 months” has paid more than “\$75 once”\.$/)).toBeVisible();
  await offers.getByRole('button', { name: '20% for 24 months' }).click();
  await expect(page.getByRole('radio', { name: '20% for 24 months' })).toBeChecked();
  await expect(headline(page, 'You could earn $816.67 a month')).toBeVisible();
});

test('a visitor may start from an audience that the author knows', async ({ page }) => {
  await given(page, OFFERS);
  await page.getByRole('button', { name: 'Newsletter, 5,000 readers' }).click();
  await expect(headline(page, 'You could earn $900.00 a month')).toBeVisible();
  await page.getByRole('button', { name: 'Podcast' }).click();
  await expect(page.getByRole('textbox', { name: 'Contracts signed a month' })).toHaveValue('30');
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(headline(page, 'You could earn $750.00 a month')).toBeVisible();
});

test('the visitor is told when money becomes final, and when it is paid', async ({ page }) => {
  await given(page, OFFERS);
  await page.getByText('When it is paid').click();
  const rows = page.locator('payout-calculator [part=cash]').getByRole('row');
  await expect(rows.nth(1)).toHaveText(/January 2027\s*\$750\.00\s*–/);
  await expect(rows.nth(2)).toHaveText(/February 2027\s*–\s*\$750\.00/);
});

test('the author says which inputs come first, what they are called, and which are locked', async ({ page }) => {
  const inputs = {
    months: { label: 'How long?', min: 6 },
    'lead.perMonth': { locked: true },
  };
  const combination = await page.evaluate(() => {
    const script = document.querySelector('payout-calculator script')?.textContent ?? '';
    return JSON.parse(script).contracts.at(-1);
  });
  await given(page, { contracts: [combination], inputs });
  const labels = page.locator('payout-calculator [part=field] label:visible');
  await expect(labels).toHaveText([/How long\?/, /Purchases a month/, /Order value/, /Contracts signed a month/]);
  await expect(page.getByText('8 leads every month.')).toBeVisible();
  await page.getByText('More assumptions').click();
  await expect(page.getByRole('textbox', { name: 'Monthly price' })).toBeVisible();
  await page.evaluate(() => document.querySelector('payout-calculator')?.toggleAttribute('readonly', true));
  await expect(page.locator('payout-calculator').getByRole('slider')).toHaveCount(0);
});

test('a range is simulated, and the visitor may settle on a number', async ({ page }) => {
  const streams = [{ event: 'lead', perMonth: { p10: '5', p90: '20' } }];
  await given(page, { scenario: { version: 1, start: '2027-03', months: 12, streams } });
  // √(5 × 20) = 10 leads.
  await expect(headline(page, 'You could earn $1,000.00 a month')).toBeVisible();
  await expect(page.getByText('Expected to lie between these two in 8 of 10 cases.')).toBeVisible();
  const likely = page.getByText(/^Between about \$[\d,.]+ and \$[\d,.]+ a month in 8 of 10 cases$/);
  await expect(likely).toBeVisible();
  const [, low = '', high = ''] = /\$([\d,.]+) and \$([\d,.]+)/.exec((await likely.textContent()) ?? '') ?? [];
  const amount = (text: string) => Number(text.replaceAll(',', ''));
  // The ends: 5 and 20 leads a month at $100, drawn 2,000 times.
  expect(Math.abs(amount(low) - 500)).toBeLessThan(50);
  expect(Math.abs(amount(high) - 2000)).toBeLessThan(200);
  await page.getByRole('button', { name: 'Use one number' }).click();
  await page.getByRole('slider', { name: 'Leads a month' }).press('ArrowRight');
  await expect(headline(page, 'You could earn $1,100.00 a month')).toBeVisible();
  await expect(likely).toBeHidden();
  await page.getByRole('button', { name: 'Use a range' }).click();
  await expect(likely).toBeVisible();
});

test('a visitor narrows a range by either end, and a link keeps it', async ({ page }) => {
  const streams = [{ event: 'lead', perMonth: { p10: '5', p90: '20' } }];
  await given(page, { scenario: { version: 1, start: '2027-03', months: 12, streams } });
  const [from, to] = [page.getByRole('textbox', { name: 'Leads a month from' }), page.getByRole('textbox', { name: 'Leads a month to' })];
  await from.fill('9');
  await to.fill('16');
  await to.press('Tab');
  // √(9 × 16) = 12 leads.
  await expect(headline(page, 'You could earn $1,200.00 a month')).toBeVisible();
  await expect(page.getByText('Leads a month: between 9 and 16 in 8 of 10 cases.')).toBeVisible();
  const lower = page.getByRole('slider', { name: 'Leads a month from' });
  await lower.fill('60');
  // It stops at the other end.
  await expect(from).toHaveValue('16');
  await from.fill('17');
  await from.press('Tab');
  await expect(page.getByRole('paragraph').filter({ hasText: /^Enter a number from [\d.]+ to 16\.$/ })).toBeVisible();
  await from.fill('9');
  await from.press('Tab');

  const [first, second] = await page.evaluate(() => {
    const element = document.querySelector('payout-calculator') as unknown as Record<
      'save' | 'restore' | 'reset',
      (value?: unknown) => unknown
    >;
    const value = element.save();
    element.reset();
    element.restore(value);
    return [value, element.save()];
  });
  expect(first).toEqual({ version: 2, values: { 'lead.perMonth': ['9', '16'] } });
  expect(second).toEqual(first);
  await expect(headline(page, 'You could earn $1,200.00 a month')).toBeVisible();
});

test('the visitor sees how far the next tier and bonus are, what one more is worth, and what a limit takes', async ({ page }) => {
  await given(page, STEPS);
  const reach = page.locator('payout-calculator [part=reach]').getByRole('listitem');
  await expect(reach).toHaveText([
    'Filing: 10 purchases to the next tier in March 2027 (40 of 50).',
    'Launch: $8,000.00 to the next bonus in March 2027 ($12,000.00 of $20,000.00).',
    'Lead: the limit of $600 applies in 3 months and leaves $360.00 unpaid.',
    // 49 sales lie below the tier, so the tenth one pays more; each adds to no bonus yet.
    '9 purchases more in March 2027 would add $10.00 each, and the one after that $12.00.',
    '1 lead more in March 2027 would add nothing while the limit is reached.',
  ]);
});

for (const viewport of [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
]) {
  test(`what lies ahead comes last, and moves nothing, ${viewport.width} px wide`, async ({ page }) => {
    let arrive = () => {};
    const held = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route('**/analyses-worker.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.setViewportSize(viewport);
    const [sale, lead] = STEPS.scenario.streams;
    const ranged = { ...STEPS.scenario, streams: [{ ...sale, perMonth: { p10: '30', p90: '60' } }, lead] };
    await given(page, { ...STEPS, scenario: ranged });
    const reach = page.locator('payout-calculator [part=reach]');
    // Its lines have their places, and no words yet.
    await expect(reach.getByRole('listitem').filter({ hasText: /more in March 2027/ })).toHaveCount(0);
    await page.evaluate(() => document.fonts.ready);
    const [likely, next] = [page.locator('payout-calculator [part=likely] p'), reach.getByText(/more in March 2027/)];
    // What would move is in sight.
    for (const part of ['likely', 'reach']) await page.locator(`payout-calculator [part=${part}]`).scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => {
      window.shifts = [];
      new PerformanceObserver((list) => {
        window.shifts.push(...(list.getEntries() as (PerformanceEntry & { value: number })[]).map(({ value }) => value));
      }).observe({ type: 'layout-shift' });
      return document.documentElement.scrollHeight;
    });
    arrive();
    await expect(likely).toBeVisible();
    await expect(next).toHaveCount(2);
    await expect(next.last()).toBeVisible();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    expect(await page.evaluate(() => window.shifts)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(before);
  });
}

test('why a clause pays what it pays goes down to the tier and the limit, and adds up', async ({ page }) => {
  await given(page, STEPS);
  await page.getByRole('textbox', { name: 'Purchases a month' }).fill('60');
  await page.getByText('Why $1,866.00?').click();
  // 60 × 10, and 2 % more for the 11 from number 50 on; for three months.
  const why = page.locator('payout-calculator [part=line]').first();
  await expect(why.getByRole('listitem')).toHaveText([
    '10% of an order of $100.00 is $10.00.',
    '60 times $10.00 is $600.00.',
    '11 of 60 fall in this tier and pay $132.00 instead of $110.00.',
    'Together that is $622.00.',
  ]);
  await page.getByText('Why $1,800.00?').click();
  await expect(page.getByText('The limit is $600.00: $600.00 instead of $720.00.')).toBeVisible();
  // The chart’s bars are as high as their months: the limit is taken off.
  const bars = page.locator('payout-calculator .month').first().locator('rect.edge');
  const heights = await bars.evaluateAll((rects) => rects.map((rect) => Number(rect.getAttribute('height'))));
  expect((heights[1] ?? 0) / (heights[0] ?? 1)).toBeCloseTo(600 / 622, 2);
});

test('the brand sees what the program would cost it, and what it has of that', async ({ page }) => {
  await page.evaluate(() => document.querySelector('payout-calculator')?.setAttribute('view', 'brand'));
  await given(page, OFFERS);
  await expect(headline(page, 'This would cost you $750.00 a month')).toBeVisible();
  await expect(page.locator('payout-calculator').getByRole('figure', { name: 'Cost by month' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Apply to the program' })).toHaveCount(0);
  const figures = page.locator('payout-calculator [part=brand]');
  // 360 customers; each pays 25 a month until the 36 months are over: 10 × (1 + … + 36) × 25 = 166,500.
  await expect(figures).toContainText(/Conversions\s*360/);
  await expect(figures).toContainText(/Revenue\s*\$166,500\.00/);
  await expect(figures).toContainText(/Cost per conversion\s*\$75\.00/);
  await expect(figures).toContainText(/Cost as a share of revenue\s*16\.22%/);
  await expect(figures).toContainText(/Revenue per unit of cost\s*6\.17/);
  await expect(figures).toContainText(/Margin after this cost\s*\$106,200\.00/);
  await expect(figures).not.toContainText('budget');
  // 27,000 over 36 months.
  const budgeted = async (budget: string) => {
    await page.evaluate((budget) => document.querySelector('payout-calculator')?.setAttribute('budget', budget), budget);
    return expect(figures);
  };
  await (await budgeted('30000')).toContainText(/Of the budget of \$30,000\.00\s*90%/);
  await (await budgeted('25000')).toContainText(/Of the budget of \$25,000\.00\s*108%, over by \$2,000\.00/);
  await (await budgeted('much')).not.toContainText('budget');
});

test('what the scenario takes for granted is told', async ({ page }) => {
  const stream = {
    event: 'sale',
    perMonth: '40',
    amount: '50',
    growth: { percent: '5%', per: 'month' },
    churn: '10%',
    upgrades: { share: '20%', afterPayments: 3, amount: '80' },
    mix: [
      { share: '30%', attributes: { country: 'CA' } },
      { share: '15%', attributes: { country: 'US' }, amount: '65' },
    ],
  };
  const contract = { version: 1, currency: 'USD', payouts: [{ event: 'sale', pay: { percent: '10%' } }] };
  await given(page, { contract, scenario: { version: 1, start: '2027-01', months: 6, counts: 'expected', streams: [stream] } });
  const told = page.locator('payout-calculator [part=assumptions]');
  for (const sentence of [
    'Purchases grow by 5% a month.',
    'Purchases: 10% of the customers leave each month.',
    'Purchases: 20% of the customers later pay $80.00 instead.',
    'Purchases: 30% are of another kind.',
    'Purchases: 15% are of another kind, worth $65.00 each.',
    'Numbers are averages, so parts of one count too.',
  ])
    await expect(told).toContainText(sentence);
});

test('a page’s own words stand in place of the element’s', async ({ page }) => {
  await given(page, { messages: { breakdown: 'The sums', 'reason.oneTime': 7, nonsense: '<b>x</b>' } });
  await expect(page.getByRole('heading', { name: 'The sums' })).toBeVisible();
});

test('terms may lie in a file of their own; what is wrong with it is told', async ({ page }) => {
  const answers = {
    '/terms.json': { status: 200, body: JSON.stringify(OFFERS) },
    '/half.json': { status: 200, body: JSON.stringify(OFFERS).slice(0, 99) },
    '/wrong.json': { status: 200, body: JSON.stringify({ contracts: [{ version: 1, currency: 'USD', payouts: [{ event: 'lead' }] }] }) },
    '/none.json': { status: 404, body: 'no' },
  };
  for (const [path, answer] of Object.entries(answers)) await page.route(`**${path}`, (route) => route.fulfill(answer));
  await page.route('https://elsewhere.example/**', (route) => route.abort());
  const codes = await page.evaluate(() => {
    const of = (src: string) =>
      new Promise<[code: string, message: string, paths: string[]] | 'ready'>((resolve) => {
        const element = Object.assign(document.createElement('payout-calculator'), { src });
        const told = (event: Event) => {
          const { code, message, problems } = (event as CustomEvent).detail;
          resolve([code, message, problems.map(({ path }: { path: string }) => path)]);
        };
        element.addEventListener('payout-error', told);
        element.addEventListener('payout-ready', () => resolve('ready'));
        document.body.append(element);
      });
    const sources = [
      '/terms.json',
      '/half.json',
      '/wrong.json',
      '/none.json',
      'https://elsewhere.example/terms.json',
      'javascript:alert(1)',
    ];
    return Promise.all(sources.map(of));
  });
  const [first, ...refused] = codes;
  expect(first).toBe('ready');
  expect(refused.map(([code]) => code)).toEqual([
    'invalid_json',
    'invalid_contract',
    'src_not_found',
    'src_unreachable',
    'src_unreachable',
  ]);
  expect(refused[0]?.[1]).toContain('/half.json');
  expect(refused[1]?.[2]).toEqual(['/payouts/0/pay']);
  expect(refused[2]?.[1]).toContain('404');
  expect(refused[3]?.[1]).toContain('CORS');
  await expect(page.getByText('The calculator can’t be shown: there are no terms where this page says.')).toBeVisible();
});

test('a link brings the visitor’s numbers back, and a damaged one does no harm', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('radio', { name: 'Commission' }).check();
  await page.getByRole('textbox', { name: 'Order value' }).fill('250.50');
  await page.getByRole('button', { name: 'Copy a link to these numbers' }).click();
  await expect(page.locator('payout-calculator').getByRole('status')).toHaveText('The link is copied.');
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const visit = async (address: string) => {
    await page.goto('about:blank');
    await page.goto(address);
  };
  await visit(link);
  await expect(headline(page, 'You could earn $1,002.00 a month')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Order value' })).toHaveValue('250.50');

  await visit(link.slice(0, -9));
  await expect(page.getByText('The link’s numbers are damaged')).toBeVisible();
  await expect(headline(page, 'You could earn $800.00 a month')).toBeVisible();
});

test('where the clipboard is refused, the link is there to be copied by hand', async ({ page }) => {
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.getByRole('button', { name: 'Copy a link to these numbers' }).click();
  await expect(page.getByRole('textbox', { name: 'Copy a link to these numbers' })).toHaveValue(/#payout=/);
});

test('the table of a result is a file that a spreadsheet may open', async ({ page }) => {
  const payouts = [{ event: 'lead', label: '=HYPERLINK("http://evil.example")', pay: { fixed: '100' } }];
  await given(page, { contracts: [{ version: 1, currency: 'USD', payouts }] });
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download as CSV' }).click()]);
  const lines = (await readFile(await file.path(), 'utf8')).split('\r\n');
  expect(lines[0]).toBe('\ufeffMonth,"\'=HYPERLINK(""http://evil.example"")",Amount (USD),Running total (USD)');
  expect(lines[1]).toBe('2027-03,800.00,800.00,800.00');
  expect(lines.length).toBe(14);
});

test('what a host has saved comes back, also before the calculator is ready', async ({ page }) => {
  await page.getByRole('textbox', { name: 'Leads a month' }).fill('33');
  const found = await page.evaluate(async () => {
    type Calculator = HTMLElement & { ready: Promise<void>; save(): unknown; restore(value: unknown): void };
    const shown = document.querySelector('payout-calculator') as Calculator;
    const value = JSON.parse(JSON.stringify(shown.save()));
    const again = shown.cloneNode(true) as Calculator;
    document.body.append(again);
    again.restore(value);
    await again.ready;
    const refused = (bad: unknown) => {
      try {
        again.restore(bad);
        return 'accepted';
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    const odd = { version: 1, model: 99, values: { 'lead.perMonth': '1e9', months: '-1', __proto__: '1' } };
    return {
      value,
      again: again.save(),
      refused: [refused({ version: 3 }), refused('x'), refused(null), refused(odd)],
      last: again.save(),
      older: [refused({ version: 1, values: { 'lead.perMonth': '21' } }), again.save()],
    };
  });
  expect(found.value).toEqual({ version: 2, values: { 'lead.perMonth': '33' } });
  expect(found.again).toEqual(found.value);
  expect(found.refused).toEqual(['saved_too_new', 'saved_damaged', 'saved_damaged', 'accepted']);
  expect(found.last).toEqual({ version: 2, values: {} });
  // What an older element has saved is brought over.
  expect(found.older).toEqual(['accepted', { version: 2, values: { 'lead.perMonth': '21' } }]);
});
