import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';

const root = new URL('../../', import.meta.url);

/** The README's examples in a language, in their order. */
async function examples(language: string): Promise<readonly string[]> {
  const readme = await readFile(new URL('README.md', root), 'utf8');
  return [...readme.matchAll(/```(\w+)\n(.*?)```/gs)].flatMap(([, name, code]) => (name === language && code ? [code] : []));
}

test('the snippet of the README shows a calculator where it is pasted', async ({ page }) => {
  const [snippet] = await examples('html');
  const body = `<!doctype html><html lang="en"><title>A partner program</title>${snippet}</html>`;
  await page.route('**/pasted.html', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await page.goto('/pasted.html');
  await page.locator('payout-calculator:state(ready)').waitFor();
  await expect(page.getByText('Qualified lead', { exact: true })).toBeVisible();
  await expect(page.getByText('$17,000.00').first()).toBeVisible();
});

test('the engine example of the README runs in Node and prints what it says', async () => {
  const [example = '', forNode = ''] = await examples('js');
  const program = example.replace('const engine = await loadEngine();\n', forNode);
  expect(program).not.toBe(example);
  const folder = new URL('build/readme/', root);
  await mkdir(folder, { recursive: true });
  await writeFile(new URL('example.mjs', folder), program);
  const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(new URL('example.mjs', folder))]);
  const said = /console\.log\(.*\); \/\/ "(.*)"/.exec(example)?.[1];
  expect(stdout.trim()).toBe(said);
});
