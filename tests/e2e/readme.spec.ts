import { expect, test } from '@playwright/test';
import { forNode, printed, saidBy, snippetsIn } from './snippets.js';

const README = 'README.md';

/** The README's examples in a language, in their order. */
const examples = async (language: string) => (await snippetsIn(README)).filter((snippet) => snippet.language === language);

test('the snippet of the README shows a calculator where it is pasted', async ({ page }) => {
  const [snippet] = await examples('html');
  const body = `<!doctype html><html lang="en"><title>A partner program</title>${snippet?.code}</html>`;
  await page.route('**/pasted.html', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await page.goto('/pasted.html');
  await page.locator('payout-calculator:state(ready)').waitFor();
  await expect(page.getByText('Qualified lead', { exact: true })).toBeVisible();
  await expect(page.getByText('$17,000.00').first()).toBeVisible();
});

test('the engine example of the README runs in Node with the lines for Node, and prints what it says', async () => {
  const [example, lines] = await examples('js');
  const program = example?.code.replace('const engine = await loadEngine();\n', lines?.code ?? '') ?? '';
  expect(program).not.toBe(example?.code);
  expect(await printed(program)).toBe(saidBy(program));
});

test('the analyses’ example of the README runs in Node and prints what it says', async () => {
  const [, , example] = await examples('js');
  const program = example?.code ?? '';
  expect(await printed(forNode(program))).toBe(saidBy(program));
});
