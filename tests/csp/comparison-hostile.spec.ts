import { readFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { openTable, pays, totalOf } from '../e2e/offers.js';

const SCRIPT = '"><img src=x onerror="window.broken=1"><script>window.broken=1</script>{{window.broken=1}}';

/** Every text that an offer may hold, as somebody writes it who means harm. */
const SHEETS = [
  {
    role: SCRIPT,
    notes: `=HYPERLINK("javascript:window.broken=1") ${SCRIPT}`,
    contract: {
      version: 1,
      name: `=cmd|' /C calc'!A0 ${SCRIPT}`,
      currency: 'USD',
      payouts: [
        { event: 'sale', label: `@SUM(1+1) ${SCRIPT}`, pay: { fixed: '12' }, restrictions: [{ label: SCRIPT, when: { country: SCRIPT } }] },
        { event: SCRIPT, label: '+1', pay: { fixed: '0.5' } },
      ],
      oneTime: [{ label: 'javascript:window.broken=1', amount: '500', on: '2027-01-01' }],
    },
  },
  { notes: SCRIPT, contract: pays({ percent: '15%' }, `\t=1+1 ${SCRIPT}`) },
];
const SCENARIO = {
  version: 1,
  start: '2027-01',
  months: 3,
  streams: [
    { event: 'sale', perMonth: { p10: '50', p90: '90' }, amount: '80', attributes: { country: SCRIPT } },
    { event: SCRIPT, perMonth: '3' },
  ],
};

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    window.violations = [];
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      window.violations.push(`${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
});

function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

test('script in every text is text: on the page, in the link, in the console and in the file', async ({ page }) => {
  test.slow();
  const complaints = complaintsOf(page);
  const comparison = await openTable(page, SHEETS, SCENARIO, '/strict-comparison.html');
  await comparison.evaluate(
    (element, text) => Object.assign(element, { messages: { 'cmp.heading': text, 'figures.total': text, constructor: text } }),
    SCRIPT,
  );
  await expect(comparison.getByRole('textbox', { name: 'Name of offer A' })).toHaveValue(`=cmd|' /C calc'!A0 ${SCRIPT}`);
  await expect(comparison.getByRole('textbox', { name: 'Notes on offer B' })).toHaveValue(SCRIPT);
  await expect(comparison.getByText('10,000 cases worked through.')).toBeVisible({ timeout: 30_000 });
  await comparison.getByRole('radio', { name: 'Both' }).check();
  for (const summary of await comparison.locator('summary').all()) await summary.click();
  await comparison.getByRole('button', { name: 'Duplicate and change' }).first().click();
  await expect(comparison.getByRole('article')).toHaveCount(3);

  const [file] = await Promise.all([page.waitForEvent('download'), comparison.getByRole('button', { name: 'Download as CSV' }).click()]);
  const text = (await readFile(await file.path(), 'utf8')).replace('\ufeff', '');
  const cells = text.split('\r\n').flatMap((line) => line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? []);
  expect(cells.some((cell) => cell.includes('cmd|'))).toBe(true);
  expect(cells.filter((cell) => /^"?[=+@|%\t-]/.test(cell) && !/^-?\d/.test(cell))).toEqual([]);

  const saved = await comparison.evaluate((element) => (element as unknown as { save(): unknown }).save());
  await comparison.evaluate((element, value) => (element as unknown as { restore(value: unknown): void }).restore(value), saved);
  await expect(comparison.getByRole('article')).toHaveCount(3);

  expect(await page.evaluate(() => 'broken' in window)).toBe(false);
  expect(await comparison.locator('img').count()).toBe(0);
  expect(complaints).toEqual([]);
  expect(await page.evaluate(() => window.violations)).toEqual([]);
});

const folded = (json: string) => `#payout-comparison=${deflateRawSync(json).toString('base64url')}`;
const packed = (value: unknown) => folded(JSON.stringify(value));
const DEEP = `${'{"x":'.repeat(30_000)}1${'}'.repeat(30_000)}`;
const TABLE = { version: 1, sheets: [{ contract: pays({ fixed: '12' }, 'Flat') }], scenario: SCENARIO };

const LINKS = [
  { name: 'that is empty', link: '#payout-comparison=', code: 'saved_damaged' },
  { name: 'that is no base64', link: '#payout-comparison=%%%', code: 'saved_damaged' },
  { name: 'that was cut off', link: packed(TABLE).slice(0, -20), code: 'saved_damaged' },
  { name: 'of a megabyte', link: `#payout-comparison=${'A'.repeat(1_000_000)}`, code: 'saved_damaged' },
  { name: 'that unfolds to a hundred megabytes', link: packed('x'.repeat(10_000_000)), code: 'saved_damaged' },
  { name: 'of a later version', link: packed({ ...TABLE, version: 99 }), code: 'saved_too_new' },
  { name: 'of an odd version', link: packed({ ...TABLE, version: '1' }), code: 'saved_damaged' },
  { name: 'whose offers are none', link: packed({ ...TABLE, sheets: [null, 7, 'x'] }), code: 'saved_damaged' },
  { name: 'whose contract is a list', link: packed({ ...TABLE, sheets: [{ contract: [] }] }), code: 'saved_damaged' },
  {
    name: 'whose contract is thirty thousand deep',
    link: folded(`{"version":1,"sheets":[{"contract":${DEEP}}],"scenario":{}}`),
    code: 'saved_damaged',
  },
  { name: 'whose numbers are none', link: packed({ ...TABLE, scenario: { ...SCENARIO, streams: 'all' } }), code: 'saved_damaged' },
  { name: 'whose streams are none', link: packed({ ...TABLE, scenario: { ...SCENARIO, streams: [null] } }), code: 'saved_damaged' },
];

for (const { name, link, code } of LINKS) {
  test(`a link ${name} leaves the comparison as the page has it, and says so`, async ({ page }) => {
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await page.addInitScript(() =>
      addEventListener('payout-error', (event) => Object.assign(window, { told: (event as CustomEvent).detail })),
    );
    await page.goto(`/strict-comparison.html${link}`);
    await expect(totalOf(page.locator('payout-comparison'), 'A')).toHaveText('$1,844.00');
    expect(await page.evaluate(() => (window as unknown as { told: unknown }).told)).toMatchObject({ code, fatal: false });
    await expect(page.locator('payout-comparison [part=note]')).toBeVisible();
    expect(faults).toEqual([]);
  });
}

/** What is a table, but holds what no engine takes: the visitor sees what is wrong, and everything else works. */
const STRANGE = [
  {
    name: 'a contract of strange kinds',
    table: { ...TABLE, sheets: [{ contract: { version: 1, name: { x: 1 }, currency: 7, payouts: 'all', oneTime: {} } }] },
  },
  {
    name: 'numbers of strange kinds',
    table: { ...TABLE, scenario: { version: 1, start: {}, months: [], streams: [{ event: 'sale', perMonth: { low: [], high: {} } }] } },
  },
  {
    name: 'places of strange kinds',
    table: {
      ...TABLE,
      own: { '/__proto__/x': '1', '/constructor/prototype/x': '2', '/streams/0/__proto__/x': '3' },
      set: 'own',
      baseline: 1e9,
      view: {},
      limits: { partner: '1e400' },
    },
  },
];

for (const { name, table } of STRANGE) {
  test(`a link with ${name} is opened, and leaves nothing broken`, async ({ page }) => {
    const complaints = complaintsOf(page);
    await page.goto(`/strict-comparison.html${packed(table)}`);
    const comparison = page.locator('payout-comparison');
    await expect(comparison.getByRole('article')).toHaveCount(1);
    await comparison.getByRole('button', { name: 'Duplicate and change' }).click();
    await expect(comparison.getByRole('article')).toHaveCount(2);
    await comparison.getByRole('button', { name: 'Clear the table' }).click();
    await comparison.getByRole('button', { name: 'A fixed amount for each sale' }).click();
    await expect(comparison.getByRole('article')).toHaveCount(1);
    expect(await page.evaluate(() => Object.hasOwn(Object.prototype, 'x'))).toBe(false);
    expect(complaints).toEqual([]);
  });
}

const PASTED = [
  { name: 'five megabytes', text: JSON.stringify(pays({ fixed: '12' }, 'x'.repeat(5_000_000))) },
  {
    name: 'a list of a hundred thousand clauses',
    text: JSON.stringify({ ...pays({ fixed: '1' }, 'Long'), oneTime: Array(100_000).fill({ amount: '1', on: '2027-03-01' }) }),
  },
  { name: 'braces thirty thousand deep', text: DEEP },
  { name: 'what is no JSON', text: '<contract/>' },
];

for (const { name, text } of PASTED) {
  test(`${name} pasted as a contract does no harm, and what is wrong is said`, async ({ page }) => {
    test.slow();
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await page.goto('/strict-comparison.html');
    const comparison = page.locator('payout-comparison');
    await expect(totalOf(comparison, 'A')).toHaveText('$1,844.00');
    await comparison.getByText('Add an offer', { exact: true }).click();
    await comparison.getByText('Paste a contract', { exact: true }).click();
    const field = comparison.getByRole('textbox', { name: 'Contract as JSON' });
    await field.evaluate((area, pasted) => {
      (area as HTMLTextAreaElement).value = pasted;
    }, text);
    await comparison.getByRole('button', { name: 'Put it on the table' }).click();
    await expect(comparison.locator('.fault').first()).toBeVisible({ timeout: 20_000 });
    await expect(totalOf(comparison, 'A')).toHaveText('$1,844.00');
    await expect(totalOf(comparison, 'C')).toHaveCount(0);
    // What was there before can still be changed, at once.
    await comparison.getByRole('textbox', { name: /^Amount in: Sale: … each/ }).fill('13');
    await expect(totalOf(comparison, 'B')).toHaveText('$2,184.00', { timeout: 5000 });
    expect(faults).toEqual([]);
  });
}
