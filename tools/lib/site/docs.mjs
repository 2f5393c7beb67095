import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { filesIn } from '../freshness.mjs';
import { at } from '../paths.mjs';
import { apiReference } from './api-reference.mjs';
import { errorsReference } from './errors-reference.mjs';
import { escaped, plain } from './html.mjs';
import { placeOf, rendered } from './markdown.mjs';
import { programsReference } from './programs-reference.mjs';
import { schemaReference } from './schema-reference.mjs';
import { searchDocuments } from './search-documents.mjs';

const DOCS = at('docs');
/** So many letters tell what a page is about. */
const ENOUGH = 60;

/** @typedef {{ source: string, place: string, chapter: string } & import('./markdown.mjs').Rendered} Page */

/**
 * The documentation: a page for each Markdown file, those that are made of the schema and of doc comments, and what the search looks in.
 *
 * @returns {{ path: string, text: string }[]} by their addresses on the site
 */
export function documentation() {
  /** @type {{ title: string, pages: string[] }[]} */
  const contents = JSON.parse(readFileSync(at('docs/contents.json'), 'utf8'));
  const written = markdownPages();
  const listed = contents.flatMap(({ pages }) => pages);
  const lost = [...written.keys()].filter((source) => !listed.includes(source));
  if (lost.length > 0) throw new Error(`docs/contents.json does not list ${lost.join(', ')}.`);
  const chapters = contents.map(({ title, pages }) => ({
    title,
    pages: pages.map((source) => {
      const markdown = written.get(source);
      if (markdown === undefined) throw new Error(`docs/contents.json lists ${source}, which is not there.`);
      return { source, place: placeOf(source), chapter: title, ...rendered(markdown, source) };
    }),
  }));
  const all = chapters.flatMap(({ pages }) => pages);
  const vectors = [...new Set(all.flatMap((page) => page.vectors))];
  return [
    ...all.map((page, place) => ({ path: page.place, text: document(page, chapters, all[place - 1], all[place + 1]) })),
    ...vectors.map((name) => ({ path: `/docs/vectors/${name}`, text: readFileSync(at('tests/vectors/outcomes', name), 'utf8') })),
    { path: '/search.json', text: JSON.stringify(searchDocuments(all)) },
  ];
}

/** Every page's Markdown, by where it lies, or would lie, below docs/. */
export function markdownPages() {
  const files = filesIn(DOCS).filter((file) => file.endsWith('.md'));
  return new Map([
    ...files.map((file) => /** @type {const} */ ([relative(DOCS, file), readFileSync(file, 'utf8')])),
    ...schemaReference(),
    ...apiReference(),
    ['reference/errors.md', errorsReference()],
    ['reference/programs.md', programsReference()],
  ]);
}

/** A page's address as links write it. */
const address = (/** @type {Page} */ { place }) => place.replace(/index\.html$/, '');

/**
 * @param {Page} page
 * @param {readonly { title: string, pages: readonly Page[] }[]} chapters
 * @param {Page | undefined} before
 * @param {Page | undefined} after
 */
function document(page, chapters, before, after) {
  const scripts = [...new Set(page.elements)].map((tag) => `<script type="module" src="/package/${tag}.js"></script>`);
  const near = (/** @type {Page | undefined} */ other, /** @type {string} */ rel, /** @type {string} */ word) =>
    other ? `<a rel="${rel}" href="${address(other)}"><span>${word}</span> ${escaped(other.title)}</a>` : '';
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="description" content="${escaped(summaryOf(page))}" />
    <title>${escaped(page.title)} – Payout Calculator</title>
    <link rel="stylesheet" href="/docs.css" />
    ${scripts.join('\n    ')}
  </head>
  <body>
    <div class="docs${scripts.length > 0 ? ' docs-lively' : ''}">
      <div class="docs-contents">
        <button type="button" popovertarget="docs-contents">All pages</button>
        <nav class="docs-pages" id="docs-contents" popover aria-label="Documentation">${contentsOf(chapters, page)}</nav>
      </div>
      <main id="main">
        <article class="prose">
${page.html}
        </article>
        <nav class="docs-near" aria-label="Next and previous page">${near(before, 'prev', 'Before')}${near(after, 'next', 'Next')}</nav>
      </main>
      ${outline(page)}
    </div>
  </body>
</html>
`;
}

/** What a page is about, for those who find it elsewhere: its first words, up to the end of a paragraph. */
function summaryOf(/** @type {Page} */ { html }) {
  let text = '';
  for (const [, paragraph = ''] of html.matchAll(/<p>([\s\S]*?)<\/p>/g)) {
    text = `${text} ${plain(paragraph)}`.replace(/\s+/g, ' ').trim();
    if (text.length > ENOUGH) break;
  }
  return text;
}

/**
 * @param {readonly { title: string, pages: readonly Page[] }[]} chapters
 * @param {Page} here
 */
function contentsOf(chapters, here) {
  const link = (/** @type {Page} */ page) =>
    `<li><a href="${address(page)}"${page === here ? ' aria-current="page"' : ''}>${escaped(page.title)}</a></li>`;
  return chapters.map(({ title, pages }) => `<h2>${escaped(title)}</h2><ul>${pages.map(link).join('')}</ul>`).join('');
}

/** The page's headings, where there are enough to choose from. */
function outline(/** @type {Page} */ { headings }) {
  const main = headings.filter(({ depth }) => depth === 2);
  if (main.length < 3) return '';
  const items = main.map(({ id, text }) => `<li><a href="#${id}">${escaped(text)}</a></li>`);
  return `<nav class="docs-outline" aria-labelledby="outline"><h2 id="outline">On this page</h2><ul>${items.join('')}</ul></nav>`;
}
