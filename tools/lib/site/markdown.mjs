import { posix } from 'node:path';
import { Marked } from 'marked';
import { highlighted } from './highlight.mjs';
import { escaped, plain } from './html.mjs';
import { isComparable, liveComparison, liveContract, liveSnippet } from './live.mjs';

const VECTOR = /tests\/vectors\/outcomes\/([\w-]+\.in\.json)$/;

/**
 * @typedef {{ depth: number, id: string, text: string }} Heading
 * @typedef {{ title: string, html: string, headings: Heading[], vectors: string[], elements: string[] }} Rendered
 *   what is said, the vectors that it links to, and the elements that it shows
 */

/**
 * A page of the documentation.
 *
 * Blocks of code say after their language what the site does with them: ```` ```html live ```` is also shown as what it makes, and so is
 * ```` ```json Contract live ````, with the calculator around it; `fold` puts the code behind it. The second word of JSON is the document of the schema that it has to be.
 *
 * @param {string} markdown
 * @param {string} source where it lies below docs/, such as `guides/negotiator.md`; links are relative to it
 * @returns {Rendered}
 */
export function rendered(markdown, source) {
  /** @type {Rendered} */
  const page = { title: '', html: '', headings: [], vectors: [], elements: [] };
  /** @type {Map<string, number>} */
  const ids = new Map();
  const show = (/** @type {{ html: string, elements: string[] }} */ live) => {
    page.elements.push(...live.elements);
    return live.html;
  };

  const marked = new Marked({
    renderer: {
      heading({ tokens, depth }) {
        const html = this.parser.parseInline(tokens);
        const text = plain(html);
        if (depth === 1) {
          page.title = text;
          return `<h1>${html}</h1>\n`;
        }
        const id = unique(idOf(text), ids);
        page.headings.push({ depth, id, text });
        return `<h${depth} id="${id}">${html}<a class="anchor" href="#${id}" aria-label="Link to “${escaped(text)}”">#</a></h${depth}>\n`;
      },
      code({ text, lang = '' }) {
        const [language = '', ...words] = lang.split(' ');
        const code = `<pre tabindex="0"><code class="code-${escaped(language)}">${highlighted(text, language)}</code></pre>\n`;
        if (!words.includes('live')) return code;
        const live = show(language === 'html' ? liveSnippet(text) : liveContract(text));
        return words.includes('fold') ? `${live}<details class="try"><summary>The code of it</summary>${code}</details>\n` : code + live;
      },
      link({ href, tokens }) {
        const [, vector] = VECTOR.exec(href) ?? [];
        if (vector) page.vectors.push(vector);
        return `<a href="${escaped(addressOf(href, source))}">${this.parser.parseInline(tokens)}</a>`;
      },
      paragraph({ tokens, text }) {
        const html = `<p>${this.parser.parseInline(tokens)}</p>\n`;
        const [, vector] = /^\*\*Worked example\*\* \(\[[^\]]*\]\([^)]*?([\w-]+\.in\.json)\)/.exec(text) ?? [];
        return vector && isComparable(vector) ? html + show(liveComparison(vector)) : html;
      },
      table(token) {
        const cell = (/** @type {import('marked').Tokens.TableCell} */ { tokens, header }, /** @type {number} */ place) => {
          const html = this.parser.parseInline(tokens);
          if (header) return html ? `<th scope="col">${html}</th>` : '<td></td>';
          return place === 0 ? `<th scope="row">${html}</th>` : `<td>${html}</td>`;
        };
        const row = (/** @type {import('marked').Tokens.TableCell[]} */ cells) => `<tr>${cells.map(cell).join('')}</tr>`;
        const hasHead = token.header.some(({ text }) => text !== '');
        const head = hasHead ? `<thead>${row(token.header)}</thead>` : '';
        return `<div class="${token.header.length > 2 ? 'wide' : 'table'}"><table>${head}<tbody>${token.rows.map(row).join('\n')}</tbody></table></div>\n`;
      },
    },
  });
  page.html = marked.parse(markdown, { async: false });
  return page;
}

/** A heading's id, as GitHub makes it, so that a link to it holds there too. */
export const idOf = (/** @type {string} */ text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

/**
 * @param {string} id
 * @param {Map<string, number>} taken how often each id was
 */
function unique(id, taken) {
  const before = taken.get(id) ?? 0;
  taken.set(id, before + 1);
  return before === 0 ? id : `${id}-${before}`;
}

/** Where a page of the documentation is on the site. */
export const placeOf = (/** @type {string} */ source) => `/docs/${source.replace(/README\.md$/, 'index.html').replace(/\.md$/, '.html')}`;

/** Where a link of a page leads to on the site. */
function addressOf(/** @type {string} */ href, /** @type {string} */ source) {
  if (/^[a-z]+:|^\/|^#/.test(href)) return href;
  const [path = '', hash] = href.split('#', 2);
  const [, vector] = VECTOR.exec(path) ?? [];
  if (vector) return `/docs/vectors/${vector}`;
  const target = placeOf(posix.join(posix.dirname(source), path)).replace(/index\.html$/, '');
  return hash === undefined ? target : `${target}#${hash}`;
}
