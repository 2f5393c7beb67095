import { expect, type FrameLocator, type Page, test } from '@playwright/test';
import axe from 'axe-core';

const WORK = {
  version: 1,
  contracts: [
    {
      version: 1,
      name: 'Harbor partners',
      currency: 'USD',
      payouts: [
        { event: 'lead', pay: { fixed: '100' } },
        { event: 'subscription', label: 'Customer', pay: { percent: '20%' }, for: { months: 24 } },
      ],
    },
  ],
  scenario: {
    version: 1,
    start: '2027-01',
    months: '12',
    streams: [
      { event: 'lead', perMonth: '20' },
      { event: 'subscription', perMonth: '5', amount: '80', churn: '4%' },
    ],
  },
};

async function open(page: Page, work: object = WORK): Promise<void> {
  await page.goto('/studio.html');
  const file = { name: 'work.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(work)) };
  await page.getByLabel('Open a file').setInputFiles(file);
}

const step = (page: Page, name: string) => page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name }).click();
const preview = (page: Page): FrameLocator => page.frameLocator('.preview iframe');
const headline = (page: Page) => preview(page).locator('payout-calculator [part=headline]');

test('what visitors are asked is shaped, and the preview follows', async ({ page }) => {
  await open(page);
  await step(page, 'Questions');
  await expect(headline(page)).toContainText('$2,452.00');
  await page.getByLabel('Leads a month, as expected').fill('40');
  await expect(headline(page)).toContainText('$4,452.00');
  await page.getByLabel('Leads a month, in the good case').fill('60');
  await expect(preview(page).getByRole('group', { name: 'Leads a month' }).getByRole('textbox').last()).toHaveValue('60');

  await page.getByLabel('Own name for: Leads a month').fill('Readers who ask for a demo');
  await expect(preview(page).getByRole('group', { name: 'Readers who ask for a demo' })).toBeVisible();
  await page.getByRole('button', { name: 'Months to look ahead: further up' }).click();
  await page.getByRole('button', { name: 'Add an audience' }).click();
  await page.getByLabel('Newsletter, 5,000 readers: Order value').fill('120');
  await preview(page).getByRole('button', { name: 'Newsletter, 5,000 readers' }).click();
  await expect(preview(page).getByRole('textbox', { name: 'Order value' })).toHaveValue('120');

  await page.getByLabel('Call to action').fill('Join us');
  await page.getByLabel('Where it leads').fill('javascript:alert(1)');
  await expect(page.getByText('This is no address that a page can link to.')).toBeVisible();
  await page.getByLabel('Where it leads').fill('/join');
  await expect(preview(page).getByRole('link', { name: 'Join us' })).toHaveAttribute('href', '/join');
});

test('what can’t be read stays in its field, with what is wrong, and each step can be taken back', async ({ page }) => {
  await open(page);
  await step(page, 'Questions');
  const leads = page.getByLabel('Leads a month, as expected');
  await leads.fill('a lot');
  await leads.blur();
  await expect(leads).toHaveValue('a lot');
  await expect(leads).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('.fault')).toBeVisible();
  await expect(headline(page)).toContainText('$2,452.00');
  await leads.fill('30');
  await leads.blur();
  await expect(headline(page)).toContainText('$3,452.00');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(leads).toHaveValue('20');
  await page.getByRole('button', { name: 'Redo' }).click();
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(leads).toHaveValue('30');
});

test('a colour shows at once, and one that can’t be read is told', async ({ page }) => {
  await open(page);
  await step(page, 'Look');
  await page.getByRole('radio', { name: 'Harbor' }).check();
  const accent = () =>
    preview(page)
      .locator('payout-calculator')
      .evaluate((element) => getComputedStyle(element).getPropertyValue('--_accent'));
  await expect.poll(accent).toContain('#1d4ed8');
  await page.getByLabel('Accent, Light: code', { exact: true }).fill('ffee00');
  await page.getByLabel('Accent, Light: code', { exact: true }).blur();
  await expect.poll(accent).toContain('#ffee00');
  await expect(page.getByRole('status').filter({ hasText: 'contrast' })).toContainText(
    'Text on the accent on Accent (Light) has a contrast of 1.2 to 1',
  );
  await page.getByRole('radio', { name: 'Dark', exact: true }).check();
  const scheme = () =>
    preview(page)
      .locator('html')
      .evaluate((element) => getComputedStyle(element).colorScheme);
  await expect.poll(scheme).toBe('dark');
  await page.getByRole('radio', { name: 'Right to left, in Arabic' }).check();
  await expect(preview(page).locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(preview(page).locator('payout-calculator [part=frame]')).toHaveAttribute('lang', 'ar');
  await page.getByRole('button', { name: 'Back to the look’s own colours' }).click();
  await expect.poll(accent).toContain('#1d4ed8');
});

test('both sides stand beside each other, and a promise that outgrows the margin is told', async ({ page }) => {
  await open(page);
  await step(page, 'Both sides');
  await expect(page.getByRole('row', { name: /^The partner earns a month/ })).toContainText('$2,452.00');
  await page.getByLabel('Your gross margin: Contracts signed').fill('70');
  await expect(page.getByText('At the expected volume the payout takes all of your margin and $10,440.00 more.')).toBeVisible();
  await page.getByLabel('Your budget for 12 months').fill('$25,000');
  await expect(page.getByText('At the expected volume the payout is $4,424.00 over your budget.')).toBeVisible();
  // What the page is given says nothing of either.
  const told = await preview(page)
    .locator('payout-calculator')
    .evaluate((element) => JSON.stringify((element as HTMLElement & { scenario: unknown }).scenario));
  expect(told).not.toContain('margin');
});

test('the work is saved, shared, remembered only when asked, and speaks German', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await step(page, 'Questions');
  await page.getByLabel('Leads a month, as expected').fill('30');
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as a file' }).click()]);
  const saved = JSON.parse((await (await file.createReadStream()).toArray()).join(''));
  expect(saved.scenario.streams[0].perMonth).toBe('30');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);

  await page.getByRole('button', { name: 'Copy a link to all of this' }).click();
  await expect(page.getByRole('status').first()).toHaveText(/The link is copied/);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await context.newPage();
  await other.goto(link);
  await step(other, 'Questions');
  await expect(other.getByLabel('Leads a month, as expected')).toHaveValue('30');
  await other.goto(`${link.slice(0, -40)}`);
  await expect(other.getByRole('status').first()).toHaveText(/damaged/);
  await other.close();

  await page.getByLabel('Remember on this device').check();
  await page.getByLabel('Leads a month, as expected').fill('35');
  await page.goto('/studio.html');
  await expect(page.getByRole('status').first()).toHaveText('Your work from last time is back.');
  await step(page, 'Questions');
  await expect(page.getByLabel('Leads a month, as expected')).toHaveValue('35');
  await page.getByLabel('Remember on this device').uncheck();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);

  await page.getByLabel('Language', { exact: true }).selectOption('de');
  await expect(page.getByRole('heading', { name: 'Was Besucher gefragt werden' })).toBeVisible();
  await expect(headline(page)).toContainText('3.952,00');
});

test('the terms are put on the comparison’s table', async ({ page }) => {
  await open(page);
  await step(page, 'Both sides');
  await page.getByRole('button', { name: 'Compare with another offer' }).click();
  await expect(page.locator('payout-comparison [part=totals]').or(page.locator('payout-comparison .sheet-total')).first()).toContainText(
    '$29,424.00',
  );
  await page.goBack();
});

test('the strict policy of its page is kept, and a preview leads nowhere', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const response = await page.goto('/studio.html');
  expect(response?.headers()['content-security-policy']).toContain("require-trusted-types-for 'script'");
  await open(page, {
    ...WORK,
    words: { cta: 'Join', ctaLink: '/nowhere', heading: '<img src=x onerror=alert(1)>' },
    look: { ready: 'almanac', light: { accent: '#7a1010' } },
  });
  for (const name of ['Questions', 'Look', 'Both sides']) await step(page, name);
  await preview(page).getByRole('link', { name: 'Join' }).click();
  await expect(preview(page).getByRole('heading', { name: '<img src=x onerror=alert(1)>' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('axe finds nothing in any step, and nothing overflows a narrow page', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await open(page);
  for (const name of ['Questions', 'Look', 'Both sides']) {
    await step(page, name);
    await headline(page).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(320);
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run('main');
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
    });
    expect(found, name).toEqual([]);
  }
});
