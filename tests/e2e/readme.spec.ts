import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
  expect(await printed(program)).toBe(saidBy(example));
});

test('the analyses’ example of the README runs in Node and prints what it says', async () => {
  const [, forNode = '', example = ''] = await examples('js');
  const bytes = forNode.replace(/const engine = await loadEngine\((.*)\);/, 'const analyses = await loadAnalyses($1);');
  const program = example.replace('const analyses = await loadAnalyses();\n', bytes);
  expect(program).not.toBe(example);
  expect(await printed(program)).toBe(saidBy(example));
});

/** What a program prints, run in Node inside the package. */
async function printed(program: string): Promise<string> {
  const folder = await mkdtemp(fileURLToPath(new URL('build/readme-', root)));
  const file = join(folder, 'example.mjs');
  await writeFile(file, program);
  const { stdout } = await promisify(execFile)(process.execPath, [file]);
  await rm(folder, { recursive: true });
  return stdout.trim();
}

/** What the example's comment says that it prints. */
const saidBy = (example: string) => /console\.log\(.*\); \/\/ "(.*)"/.exec(example)?.[1];
