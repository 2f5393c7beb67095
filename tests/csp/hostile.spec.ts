import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';

const SCRIPT = '"><img src=x onerror="window.broken=1"><script>window.broken=1</script>{{window.broken=1}}';

/** Every text that an author may write, as somebody writes it who means harm. */
const HOSTILE = {
  contracts: [
    {
      version: 1,
      name: SCRIPT,
      currency: 'USD',
      payouts: [
        {
          event: 'lead',
          label: `=cmd|' /C calc'!A0 ${SCRIPT}`,
          pay: { fixed: '100' },
          restrictions: [{ label: SCRIPT, when: { country: SCRIPT } }],
        },
        { event: SCRIPT, label: '@SUM(1+1)', pay: { fixed: '0.001' } },
      ],
      oneTime: [{ label: 'javascript:window.broken=1', amount: '5', on: '2027-03-01' }],
    },
    { version: 1, name: '<b>Other</b>', currency: 'USD', payouts: [{ event: 'lead', pay: { fixed: '1' } }] },
  ],
  scenario: {
    version: 1,
    start: '2027-03',
    months: 3,
    streams: [
      { event: 'lead', perMonth: { p10: '5', p90: '9' }, attributes: { country: SCRIPT } },
      { event: SCRIPT, perMonth: '3' },
    ],
  },
  presets: [{ label: SCRIPT, values: { 'lead.perMonth': '7', constructor: '1', __proto__: { x: 1 } } }],
  messages: { heading: SCRIPT, breakdown: '{amount}{name}', constructor: SCRIPT },
};

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    window.violations = [];
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      window.violations.push(`${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
});

const give = (page: Page, properties: object) =>
  page.locator('payout-calculator').evaluate((element, values) => void Object.assign(element, values), properties);

test('script in every text is text: on the page, in the console and in the file', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  let workers = 0;
  page.on('worker', () => {
    workers += 1;
  });
  await page.goto('/strict.html');
  await page.locator('payout-calculator:state(ready)').waitFor();
  await give(page, HOSTILE);
  await expect(page.getByRole('heading', { name: SCRIPT })).toBeVisible();
  // The range is simulated in the worker, whose address the page's policy asks to be trusted.
  await expect(page.locator('payout-calculator [part=likely]')).toBeVisible();
  await expect.poll(() => workers).toBeGreaterThan(0);
  for (const summary of await page.locator('payout-calculator summary').all()) await summary.click();
  await page.getByRole('button', { name: SCRIPT }).first().click();

  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download as CSV' }).click()]);
  const text = (await readFile(await file.path(), 'utf8')).replace('\ufeff', '');
  const cells = text.split('\r\n').flatMap((line) => line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? []);
  expect(cells.filter((cell) => /^"?[=+@|%-]/.test(cell) && !/^-?\d/.test(cell))).toEqual([]);

  expect(await page.evaluate(() => 'broken' in window)).toBe(false);
  expect(await page.locator('payout-calculator img').count()).toBe(0);
  expect(complaints).toEqual([]);
  expect(await page.evaluate(() => window.violations)).toEqual([]);
});

const REFUSED = [
  { name: 'a document of five megabytes', contract: { ...HOSTILE.contracts[1], name: 'x'.repeat(5_000_000) } },
  {
    name: 'a list of a hundred thousand clauses',
    contract: { ...HOSTILE.contracts[1], oneTime: Array.from({ length: 100_000 }, () => ({ amount: '1', on: '2027-03-01' })) },
  },
  { name: 'a negative amount', contract: { ...HOSTILE.contracts[1], payouts: [{ event: 'lead', pay: { fixed: '-5' } }] } },
  { name: 'a number without end', contract: { ...HOSTILE.contracts[1], payouts: [{ event: 'lead', pay: { fixed: '9'.repeat(400) } }] } },
  { name: 'a contract that is none', contract: 'javascript:alert(1)' },
];

for (const { name, contract } of REFUSED) {
  test(`${name} is refused with its place, and the page goes on`, async ({ page }) => {
    await page.goto('/strict.html');
    await page.locator('payout-calculator:state(ready)').waitFor();
    const told = page
      .locator('payout-calculator')
      .evaluate(
        (element) =>
          new Promise<{ code: string; problems: { path: string; expected: string }[] }>((resolve) =>
            element.addEventListener('payout-error', (event) => resolve((event as CustomEvent).detail), { once: true }),
          ),
      );
    await give(page, { contract });
    const { code, problems } = await told;
    expect(code).toBe('invalid_contract');
    expect(problems[0]?.expected).not.toBe('');
    await expect(page.getByText('Qualified leads pay $100.00 each')).toBeVisible();
    await give(page, { contract: undefined });
    await expect(page.getByRole('heading', { name: 'You could earn $800.00 a month' })).toBeVisible();
  });
}

const LINKS = [
  '#payout=',
  '#payout=%%%',
  `#payout=${'A'.repeat(100_000)}`,
  `#payout=${btoa('{"version":1,"model":1e99,"values":{"__proto__":{"x":1},"lead.perMonth":"1e400"}}').replaceAll('=', '')}`,
  `#payout=${btoa('[]')}`,
];

for (const [place, link] of LINKS.entries()) {
  test(`hostile link ${place + 1} leaves the calculator as it is`, async ({ page }) => {
    await page.goto(`/strict.html${link}`);
    await expect(page.getByRole('heading', { name: 'You could earn $800.00 a month' })).toBeVisible();
    expect(await page.evaluate(() => Object.hasOwn(Object.prototype, 'x'))).toBe(false);
  });
}
