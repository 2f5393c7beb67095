import { plain } from './html.mjs';

/** So much of a section is looked in, and shown from. */
const LONGEST = 1500;

/**
 * What the search looks in: each page's sections, with their headings, where they are, and what they say.
 *
 * @param {readonly import('./docs.mjs').Page[]} pages
 * @returns {{ page: string, heading: string, url: string, names: string, text: string }[]}
 */
export function searchDocuments(pages) {
  return pages.flatMap(({ title, html, place }) => {
    const url = place.replace(/index\.html$/, '');
    return html.split(/(?=<h[23] id=)/).map((section) => {
      const [heading = '', id, words = ''] = /^<h[23] id="([^"]+)">(.*?)<a class="anchor".*?<\/h[23]>/s.exec(section) ?? [];
      const said = section.slice(heading.length).replace(/<script[\s\S]*?<\/script>|<h1>.*?<\/h1>/g, ' ');
      const text = plain(said.replace(/<\/?(?:p|li|td|th|tr|pre|summary)\b[^>]*>/g, ' '))
        .replace(/\s+/g, ' ')
        .trim();
      // What a table lists by its first column is looked for by that name.
      const names = [...said.matchAll(/<th scope="row"><code>(.*?)<\/code>/g)].map(([, name = '']) => plain(name)).join(' ');
      return { page: title, heading: plain(words), url: id ? `${url}#${id}` : url, names, text: text.slice(0, LONGEST) };
    });
  });
}
