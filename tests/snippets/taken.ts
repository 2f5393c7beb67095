import type { Package } from '../../www/state/studio/hosting.js';
import { markupOf } from '../../www/state/studio/markup.js';
import { policyOf, policyText } from '../../www/state/studio/policy.js';
import { snippetOf, type Target } from '../../www/state/studio/snippets.js';
import { WORKS } from './works.js';

/** What a project is given of each work, by file; its page, where the element stands in it; and the policy that the works ask for. */
export function takenInto(target: Target, files: Package) {
  const works = Object.entries(WORKS).map(([name, work]) => ({
    name,
    markup: markupOf(work),
    parts: snippetOf(target, work, files).parts,
  }));
  const given = works.flatMap(({ name, parts }) => parts.flatMap(({ file, text }) => (file ? [{ name, file, text }] : [])));
  const pages = given.filter(({ file }) => file === 'index.html');
  const sections = pages.map(({ name, text }) => `<section data-work="${name}">\n${text}\n</section>`);
  const configs = given.filter(({ file }) => file === 'vite.config.js');
  const components = given.filter(({ file }) => file !== 'index.html' && file !== 'vite.config.js');
  return {
    works: works.map(({ name, markup }) => ({ name, markup })),
    files: new Map([
      ...components.map(({ name, file, text }) => [`src/${name}/${file}`, text] as const),
      ...configs.slice(0, 1).map(({ file, text }) => [file, text] as const),
      ...(pages.length > 0 ? [['index.html', pageWith(sections.join('\n'))] as const] : []),
      ['public/terms.json', JSON.stringify(markupOf(WORKS.inFile).terms)],
    ]),
    // That of the work with the most: a ready look, and terms in a file.
    policy: policyText(policyOf(target, WORKS.inFile, files)),
  };
}

function pageWith(body: string): string {
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Taken from the studio</title><script type="module" src="/src/main.js"></script></head>
  <body>
${body}
  </body>
</html>
`;
}
