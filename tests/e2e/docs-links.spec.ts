import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const SITE = fileURLToPath(new URL('../../build/site/', import.meta.url));
const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

const files = readdirSync(SITE, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(SITE, join(entry.parentPath, entry.name)));
const pages = files.filter((file) => file.endsWith('.html') && !file.startsWith('package/'));
const textOf = (file: string) => readFileSync(join(SITE, file), 'utf8');

/** What a page's tags name: where they lead, and what they load. */
const named = (html: string) =>
  [...html.matchAll(/<(\w+)\b[^<>]*?\s(?:href|src)="([^"]*)"/g)].map(([, tag = '', address = '']) => ({ tag, address }));

const idsOf = (html: string) => [...html.matchAll(/<[^<>]*?\sid="([^"]+)"/g)].map(([, id = '']) => id);

/** The file that an address of the site means; nothing where it leads elsewhere. */
function fileOf(address: string, page: string): string | undefined {
  if (/^[a-z]+:/.test(address)) return;
  const [path = ''] = address.split(/[?#]/, 1);
  if (path === '') return page;
  const whole = path.startsWith('/') ? path.slice(1) : posix.join(dirname(page), path);
  return whole === '' || whole.endsWith('/') ? `${whole}index.html` : whole;
}

const isThere = (file: string) =>
  file.startsWith('package/') ? existsSync(join(DIST, file.slice('package/'.length))) : files.includes(file);

test('every link and every anchor of the site leads somewhere', () => {
  expect(pages.length).toBeGreaterThan(35);
  const ids = new Map(pages.map((page) => [page, idsOf(textOf(page))]));
  const dead = pages.flatMap((page) =>
    named(textOf(page)).flatMap(({ address }) => {
      const file = fileOf(address, page);
      if (file === undefined) return /^(https:|mailto:)/.test(address) ? [] : [`${page}: ${address}`];
      const [, anchor] = address.split('#');
      const holds = isThere(file) && (!anchor || ids.get(file)?.includes(anchor));
      return holds ? [] : [`${page}: ${address}`];
    }),
  );
  expect(dead).toEqual([]);
});

test('no id is there twice in a page', () => {
  const twice = pages.flatMap((page) =>
    idsOf(textOf(page))
      .filter((id, place, all) => all.indexOf(id) !== place)
      .map((id) => `${page}#${id}`),
  );
  expect(twice).toEqual([]);
});

test('what a page loads lies on the site itself, and so does what its style sheets name', () => {
  const loads = pages.flatMap((page) =>
    named(textOf(page))
      .filter(({ tag }) => tag !== 'a')
      .map(({ address }) => `${page}: ${address}`),
  );
  expect(loads.filter((line) => !/: \/[^/]/.test(line))).toEqual([]);
  const sheets = files.filter((file) => file.endsWith('.css') && !file.startsWith('package/'));
  const missing = sheets.flatMap((sheet) =>
    [...textOf(sheet).matchAll(/url\("?([^")]+)"?\)/g)].flatMap(([, address = '']) => {
      const file = address.startsWith('data:') ? undefined : fileOf(address, sheet);
      return file === undefined || isThere(file) ? [] : [`${sheet}: ${address}`];
    }),
  );
  expect(missing).toEqual([]);
});

test('every page has a title of its own, a description, and one first heading', () => {
  const docs = pages.filter((page) => page.startsWith('docs/'));
  const titles = docs.map((page) => /<title>(.*?)<\/title>/.exec(textOf(page))?.[1] ?? '');
  expect(titles.filter((title, place) => title === '' || titles.indexOf(title) !== place)).toEqual([]);
  expect(docs.filter((page) => !/name="description" content="[^"]{20,}"/.test(textOf(page)))).toEqual([]);
  expect(docs.filter((page) => textOf(page).split('<h1').length !== 2)).toEqual([]);
});

test('what the search finds is there', () => {
  const sections = JSON.parse(textOf('search.json')) as { url: string; text: string }[];
  expect(sections.length).toBeGreaterThan(300);
  const lost = sections.filter(({ url }) => {
    const file = fileOf(url, '') ?? '';
    const [, anchor] = url.split('#');
    return !files.includes(file) || (anchor && !idsOf(textOf(file)).includes(anchor));
  });
  expect(lost).toEqual([]);
});

test('of no page without a frame does anyone who reads the site come to a place without a way back', () => {
  const framed = pages.filter((page) => !/strict|no-wasm/.test(page));
  for (const page of framed) {
    expect(textOf(page), page).toContain('<header class="bar">');
    expect(textOf(page), page).toContain('<footer class="foot">');
  }
});
