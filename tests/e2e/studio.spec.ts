import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import axe from 'axe-core';

const sample = (number: number) => readFileSync(new URL(`../import/impact/contract-${number}.json`, import.meta.url), 'utf8');
const term = (page: Page, text: string | RegExp) => page.locator('.contract .term').filter({ hasText: text });
const field = (page: Page, name: string | RegExp) => page.locator('.contract').getByLabel(name).first();
const way = (page: Page, name: string) => page.getByRole('tab', { name }).click();

async function bring(page: Page, payload: string): Promise<void> {
  await page.getByLabel('Contract, as JSON').fill(payload);
  await page.getByRole('button', { name: 'Bring it in' }).click();
}

async function choose(page: Page, program: string): Promise<void> {
  await way(page, 'Like a real program');
  await page.getByRole('searchbox').fill(program);
  await page.getByRole('button', { name: /^Use these terms/ }).click();
  await page.locator('.contract .term').first().waitFor();
}

const editorText = (page: Page) => page.locator('studio-json').evaluate((editor) => (editor as HTMLElement & { value: string }).value);

async function write(page: Page, json: string): Promise<void> {
  await page.locator('studio-json .cm-content').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(json);
}

/** What the page's policy refuses, and what its scripts throw. */
function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return faults;
}

test.beforeEach(({ page }) => page.goto('/studio.html'));

test('a pasted contract stands in plain words beside its own fields, and an assumption can be changed', async ({ page }) => {
  await bring(page, sample(2));
  await expect(page.locator('.verdict')).toHaveText(/^S-40117355: The contract does not say all/);
  const row = page.getByRole('row', { name: /At most \$25 per event/ });
  await expect(row).toContainText('Terms › EventPayouts 2 › Limits 1');
  await expect(row).toContainText('Value: 25.00');
  await expect(page.getByRole('table', { name: 'Missing in the contract' })).toContainText('The limit of a single group is left out.');
  const threshold = page.getByLabel('Is a tier of the bonus reached at its threshold?');
  await expect(threshold).toHaveValue('atLeast');
  await threshold.selectOption('above');
  await expect(threshold).toHaveValue('above');
  await expect(page.getByText(/Yes, at exactly the threshold/)).toHaveCount(1);
});

test('a contract out of a file becomes sentences that can be changed, and undo brings the start back', async ({ page }) => {
  await page.getByLabel('Or choose a file').setInputFiles({ name: 'c.json', mimeType: 'application/json', buffer: Buffer.from(sample(1)) });
  await expect(page.locator('.verdict')).toHaveText('S-40117301: The contract says all that the payload says.');
  await page.getByRole('button', { name: /^Use these terms/ }).click();
  await expect(page.getByRole('heading', { name: 'Terms', exact: true })).toBeFocused();
  const pay = field(page, /^(Amount|Rate) in: Qualified Lead/);
  await pay.fill('123');
  await pay.press('Tab');
  await expect(pay).toHaveValue('$123');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(pay).not.toHaveValue('$123');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('There are no terms yet.')).toBeVisible();
  // What was brought in is still there.
  await page.getByRole('button', { name: 'Begin with terms' }).click();
  await expect(page.locator('.verdict')).toHaveText(/S-40117301/);
});

test('names are text, whatever they hold, and what is no contract is said beside what was pasted', async ({ page }) => {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => dialogs.push(dialog.message()));
  const hostile = '<img src=x onerror=alert(1)>';
  await bring(page, sample(1).replaceAll('Qualified Lead', hostile));
  await expect(page.getByRole('cell', { name: hostile }).first()).toBeVisible();
  await page.getByRole('button', { name: /^Use these terms/ }).click();
  await expect(page.getByRole('heading', { name: hostile, exact: true })).toBeVisible();
  expect(await page.locator('main img').count()).toBe(0);
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await bring(page, '{ oops');
  await expect(page.getByText('This can’t be read as a contract of impact.com.')).toBeVisible();
  await expect(page.getByLabel('Contract, as JSON')).toHaveValue('{ oops');
  expect(dialogs).toEqual([]);
});

const MUTATED: readonly (readonly [what: string, payload: string])[] = [
  ['an unknown word', sample(2).replace('"REVENUE"', '"MOONS"')],
  ['a number that is none', sample(2).replace('"25.00"', '"lots"')],
  ['a field that is missing', sample(2).replace(/"DefaultPayoutRate": [^,]+,/, '')],
];

for (const [what, payload] of MUTATED) {
  test(`${what} is reported, and what was pasted stays`, async ({ page }) => {
    expect(payload).not.toBe(sample(2));
    await bring(page, payload);
    await expect(page.locator('.verdict').first()).toHaveText(/does not say all|could not be read/);
    await expect(page.getByLabel('Contract, as JSON')).toHaveValue(payload.replaceAll('\r\n', '\n'));
    await way(page, 'On paper');
    await way(page, 'In impact.com');
    await expect(page.getByLabel('Contract, as JSON')).toHaveValue(payload.replaceAll('\r\n', '\n'));
  });
}

test('a program is found by pattern and by words, and its terms are one click away', async ({ page }) => {
  await way(page, 'Like a real program');
  await expect(page.getByText('24 of 24 programs')).toBeVisible();
  await page.getByLabel('Pattern').selectOption({ label: 'Decay: share falls with time (3)' });
  await expect(page.getByText('3 of 24 programs')).toBeVisible();
  await page.getByRole('searchbox').fill('evolve second');
  await expect(page.locator('.program')).toContainText(['Second year: 15% of the order amount.']);
  await page.getByRole('button', { name: 'Use these terms: Evolve affiliate program' }).click();
  await expect(term(page, 'For the first')).toContainText('months of each customer');
  // A second program stands beside the first, or takes its place.
  await page.getByRole('button', { name: 'Bring in another model' }).click();
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByRole('button', { name: 'Add as a further model: Zapier' }).click();
  await expect(page.locator('.contract')).toHaveCount(2);
  await page.getByRole('button', { name: 'Move up: Zapier' }).click();
  await expect(page.locator('.contract').first().getByLabel('Name of the contract')).toHaveValue('Zapier referral program');
  await page.getByRole('button', { name: 'Remove: Evolve' }).click();
  await expect(page.locator('.contract')).toHaveCount(1);
});

test('by keyboard alone: a blank contract of two models, whose sentences are filled', async ({ page }) => {
  await page.getByRole('tab', { name: 'In impact.com' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'On paper' })).toBeFocused();
  await page.getByRole('button', { name: 'Make the contract' }).press('Enter');
  await expect(page.getByText('Choose at least one thing that is paid for.')).toBeVisible();
  await page.getByLabel('Fixed amount per lead (CPL)').press('Space');
  await page.getByLabel('Revenue share: a share of each payment').press('Space');
  await page.getByLabel('Currency').selectOption('EUR');
  await page.getByLabel('Name of the contract').fill('Spring partners');
  await page.getByLabel('Name of the contract').press('Enter');
  const lead = field(page, 'Amount in: Qualified lead: … each.');
  await lead.fill('40');
  await lead.press('Tab');
  await expect(lead).toHaveValue('€40');
  const summary = page.locator('.clauses', { hasText: 'Customer payments' }).locator('summary', { hasText: 'Add to this payout' });
  await summary.press('Enter');
  await page.locator('summary', { hasText: 'How long' }).and(page.locator(':visible')).press('Enter');
  await page.getByRole('button', { name: 'Only the first months of a customer' }).press('Enter');
  await expect(field(page, /^Number in: For the first … months/)).toBeFocused();
  await page.keyboard.type('24');
  await page.keyboard.press('Tab');
  await expect(term(page, 'of each customer')).toHaveCount(1);
});

test('what can’t be taken stays in its field with what is wrong, and a warning can be mended', async ({ page }) => {
  await choose(page, 'kinetic');
  const demo = field(page, 'Amount in: Completed demo call: … each.');
  await demo.fill('a lot');
  await demo.press('Tab');
  await expect(demo).toHaveValue('a lot');
  await expect(page.getByText('This can’t be read as a number.')).toBeVisible();
  const first = page.locator('.clauses').first();
  await first.locator('summary', { hasText: 'Add to this payout' }).click();
  await first.locator('summary', { hasText: 'Caps' }).click();
  await first.getByRole('button', { name: 'Cap per month' }).click();
  const cap = first.getByLabel(/^Amount in: At most … a month/);
  await cap.fill('20');
  await cap.press('Tab');
  await expect(first.locator('.troubles')).toContainText('The cap is 20, which is less than a single event pays.');
  await first.getByRole('button', { name: 'Take out: payouts 1 › limits 2' }).click();
  await expect(first.locator('.troubles')).toHaveCount(0);
  await expect(demo).toHaveValue('a lot');
});

test('tiers pasted from a spreadsheet become the payout’s, in the place of the old ones', async ({ page }) => {
  await choose(page, 'instantly');
  await page.locator('summary', { hasText: 'Paste tiers' }).click();
  await page.getByLabel('Tiers', { exact: true }).fill('From\tRate\n0\t10%\n5,000\t12%\n20,000\t15%');
  await expect(page.getByRole('table', { name: 'As it was read' }).getByRole('row')).toHaveCount(4);
  await page.getByRole('button', { name: 'Put these tiers in' }).click();
  await expect(
    page
      .locator('.contract')
      .getByLabel(/^Amount in: .*revenue/)
      .last(),
  ).toHaveValue('$20,000');
  await expect(term(page, 'once there are')).toHaveCount(0);
});

test('our own JSON: errors stand at their place, what may stand there is offered, and the policy holds', async ({ page }) => {
  const faults = faultsOf(page);
  await way(page, 'In a JSON file');
  await write(page, '{\n  "version": 1,\n  "currency": "USD",\n  "payouts": [{ "event": "sale", "pay": { "percent": 10 } }]\n}');
  const wrong = page.locator('.marks-list').getByRole('button');
  await expect(wrong).toContainText('payouts 1 › pay › percent');
  await expect(page.locator('studio-json .cm-lintRange-error')).toHaveText('10');
  await wrong.click();
  await page.keyboard.type('"10%"');
  await expect(page.getByText('The engine understands all of this.')).toBeVisible();
  await page.keyboard.type(', "o');
  await expect(page.locator('studio-json .cm-completionLabel').first()).toHaveText('"of"');
  await page.locator('studio-json .cm-completionLabel').first().click();
  await page.keyboard.type('mar');
  await page.keyboard.press('Control+Space');
  await expect(page.locator('studio-json .cm-completionLabel')).toHaveText(['"margin"']);
  await page.locator('studio-json .cm-completionLabel').click();
  await expect(page.getByText('The engine understands all of this.')).toBeVisible();
  await page.getByRole('button', { name: 'Use these terms' }).click();
  await expect(term(page, 'of the margin')).toHaveCount(1);
  expect(faults).toEqual([]);
});

test('a text that is no JSON is kept, and a clause is opened in JSON where it stands', async ({ page }) => {
  await choose(page, 'vercel');
  await page.getByRole('button', { name: 'Edit in JSON: Customer payments' }).click();
  const line = () => page.locator('studio-json .cm-activeLine').textContent();
  await expect.poll(line).toContain('}');
  await write(page, '{ "version": 1, ');
  await expect(page.locator('.marks-list')).toContainText('From here on this is no JSON.');
  await page.getByRole('button', { name: 'Terms', exact: true }).click();
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await expect.poll(() => editorText(page)).toBe('{ "version": 1, ');
  await page.getByRole('button', { name: 'Back to the terms as they are' }).click();
  await expect.poll(() => editorText(page)).toContain('Vercel');
});

test('a contract that the engine refuses says what is wrong, and can be mended where it stands', async ({ page }) => {
  const work = {
    version: 1,
    contracts: [{ version: 1, currency: 'USD', payouts: [{ event: 'sale', pay: { fixed: '10' }, colour: 'red' }] }],
    scenario: { version: 1, start: '2027-01', months: '12', streams: [] },
  };
  await page
    .getByLabel('Open a file')
    .setInputFiles({ name: 'w.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(work)) });
  await expect(page.locator('.troubles')).toContainText('payouts 1 › colour');
  await page.getByRole('button', { name: 'Take out: payouts 1 › colour' }).click();
  await expect(field(page, /^Amount in/)).toHaveValue('$10');
});

test('in German: words, sentences and numbers', async ({ page }) => {
  await page.getByLabel('Language').selectOption('de');
  await page.getByLabel('Vertrag, als JSON').fill(sample(1));
  await page.getByRole('button', { name: 'Einlesen' }).click();
  await expect(page.locator('.verdict')).toHaveText(/Vertrag/);
  await page.getByRole('button', { name: /^Diese Konditionen verwenden/ }).click();
  await expect(page.getByRole('heading', { name: 'Konditionen' })).toBeFocused();
  await expect(page.locator('.contract')).toContainText('Für den Vertrag im Ganzen');
});

for (const [state, act] of [
  ['an import', (page: Page) => bring(page, sample(3)).then(() => page.getByRole('table').first().waitFor())],
  ['programs', (page: Page) => way(page, 'Like a real program').then(() => page.locator('.program').first().waitFor())],
  ['a blank contract', (page: Page) => way(page, 'On paper').then(() => page.locator('.models').first().waitFor())],
  ['JSON', (page: Page) => way(page, 'In a JSON file').then(() => page.locator('studio-json .cm-content').waitFor())],
  ['terms', (page: Page) => choose(page, 'smc')],
] as const) {
  test(`${state}: axe finds nothing, and nothing overflows a narrow page`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await act(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run();
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
    });
    expect(found).toEqual([]);
  });
}

test('what no sentence has a field for is chosen in words: a tier’s mode, a period', async ({ page }) => {
  await choose(page, 'smc');
  const clauses = page.locator('.clauses').first();
  await clauses.locator('summary', { hasText: 'How exactly' }).click();
  const settings = clauses.locator('.settings');
  await settings.getByLabel('Which volume a tier pays on').selectOption('graduated');
  await expect(settings.getByLabel('Which volume a tier pays on')).toHaveValue('graduated');
  await settings.getByLabel('For each tiers 1').selectOption('quarter');
  await expect(settings.getByLabel('For each tiers 1')).toHaveValue('quarter');
  await expect(term(page, 'a quarter').first()).toBeVisible();
});
