import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type BrowserContext, expect, test } from '@playwright/test';
// @ts-expect-error It has no types.
import { markdownPages } from '../../tools/lib/site/docs.mjs';
import { loadedEngine } from '../state/engine.js';
import { forNode, printed, root, type Snippet, saidBy, snippetsOf } from './snippets.js';
import { typeErrors } from './typed-snippets.js';

const snippets = [...(markdownPages() as Map<string, string>)].flatMap(([page, text]) => snippetsOf(text, `docs/${page}`));
const inLanguage = (...languages: string[]) => snippets.filter(({ language }) => languages.includes(language));
const isRun = ({ words }: Snippet) => words.includes('run');

/** Where the documentation's snippets have the package. */
const CDN = 'https://cdn.example/payout-calculator@0.1.0/';

/** That address, as a host with the package would serve it. */
async function hosted(context: BrowserContext): Promise<void> {
  await context.route(`${CDN}*`, async (route) => {
    const file = basename(new URL(route.request().url()).pathname);
    const response = await route.fetch({ url: `${process.env['DEMO_URL']}/package/${file}` });
    await route.fulfill({ response, headers: { ...response.headers(), 'Access-Control-Allow-Origin': '*' } });
  });
}

/** A snippet in a page; the hash of a file is for its publisher to fill in. */
async function pageWith(code: string): Promise<string> {
  const script = await readFile(new URL('dist/payout-calculator.js', root));
  const hash = createHash('sha384').update(script).digest('base64');
  const calculator = /<payout-|data-payout-/.test(code)
    ? ''
    : '<payout-calculator><script type="application/json">{ "contract": { "version": 1, "currency": "USD", "payouts": [{ "event": "lead", "pay": { "fixed": "100" } }] } }</script></payout-calculator>';
  return `<!doctype html><html lang="en"><title>Pasted</title>${code.replace('sha384-…', `sha384-${hash}`)}${calculator}</html>`;
}

for (const { at, code, words } of inLanguage('html')) {
  test(`${at} works as pasted`, async ({ page, context }) => {
    await hosted(context);
    const body = await pageWith(code);
    await page.route('**/pasted.html', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
    await page.goto('/pasted.html');
    const place = code.includes('data-payout-') ? page.frameLocator('iframe') : page;
    await place.locator(':is(payout-calculator, payout-comparison):state(ready)').waitFor();
    const [, shown] = /shows=(\S+)/.exec(words.join(' ')) ?? [];
    if (shown) await expect(place.getByText(shown).first()).toBeVisible();
  });
}

for (const { at, code } of inLanguage('js', 'jsx', 'ts').filter(isRun)) {
  test(`${at} prints what it says`, async () => {
    const said = saidBy(code);
    expect(said).toBeDefined();
    expect(await printed(forNode(code))).toBe(said);
  });
}

test('what is not run in Node is what the package’s types allow', async () => {
  // Declarations of the reference are no programs.
  const programs = inLanguage('js', 'jsx').filter((snippet) => !isRun(snippet));
  expect(programs.length).toBeGreaterThan(5);
  expect(await typeErrors(programs)).toEqual([]);
});

test('JSON in what is written by hand says which document it is, and the engine takes it as that', async () => {
  const engine = await loadedEngine();
  const takes: Readonly<Record<string, (json: string) => unknown>> = {
    Contract: (json) => engine.checkContract(json),
    Scenario: (json) => engine.project({ version: 1, currency: 'USD' }, json),
    Stream: (json) =>
      engine.project({ version: 1, currency: 'USD' }, { version: 1, start: '2027-01', months: 3, streams: [JSON.parse(json)] }),
  };
  // The examples of the reference are the schema's, and read by tests/reference.
  const given = inLanguage('json').filter(({ at }) => !at.startsWith('docs/reference/') || at.startsWith('docs/reference/programs'));
  expect(given.length).toBeGreaterThan(20);
  for (const { at, code, words } of given) {
    const read = takes[words[0] ?? ''];
    expect(read, `${at} says what it is`).toBeDefined();
    expect(() => read?.(code), at).not.toThrow();
  }
});

test('style sheets of the documentation are style sheets', async ({ page }) => {
  const sheets = inLanguage('css');
  expect(sheets.length).toBeGreaterThan(0);
  for (const { at, code } of sheets) {
    const rules = await page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return [...sheet.cssRules].map(({ cssText }) => cssText.split(':').length - 1);
    }, code);
    // What a browser does not understand, it leaves out.
    expect(rules.length, at).toBe(code.split('}').length - 1);
    expect(
      rules.reduce((sum, declared) => sum + declared, 0),
      at,
    ).toBeGreaterThanOrEqual(code.split(';').length - 1);
  }
});

test('every block of code is in a language that something looks at', () => {
  // Shell lines are for people, what the command line prints is held to it by tests/cli, declarations by the compiler.
  const known = ['html', 'js', 'jsx', 'ts', 'json', 'css', 'sh', 'console', 'text'];
  expect(snippets.filter(({ language }) => !known.includes(language)).map(({ at }) => at)).toEqual([]);
});
