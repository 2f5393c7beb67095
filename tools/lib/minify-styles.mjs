import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';

/** Minifies the elements' style sheets, which esbuild takes for text as they stand in templates. @type {import('esbuild').Plugin} */
export const minifiedStyles = {
  name: 'minified-styles',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.styles\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const sheets = [...source.matchAll(/css`((?:[^`\\]|\\.)*)`/g)];
      const minified = await Promise.all(sheets.map(([, sheet = '']) => minify(sheet)));
      let place = 0;
      return { contents: source.replace(/css`((?:[^`\\]|\\.)*)`/g, () => `css\`${minified[place++]}\``), loader: 'ts' };
    });
  },
};

/** A sheet as it stands in a template; what is put into it stays where it is. */
async function minify(/** @type {string} */ sheet) {
  // What is escaped in the template means another thing to CSS.
  if (sheet.includes('\\')) return sheet;
  /** @type {string[]} */
  const put = [];
  const text = sheet.replace(/\$\{[^}]*\}/g, (whole) => `@put-${put.push(whole) - 1};`);
  const { code } = await transform(text, { loader: 'css', minify: true, logLevel: 'error' });
  return code.trim().replace(/@put-(\d+);?/g, (_, number) => put[Number(number)] ?? '');
}
