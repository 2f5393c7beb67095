import { htmlAttributes, htmlText, inBraces, indented, jsonText, templateAttributes } from './escapes.js';
import type { Package } from './hosting.js';
import { type Markup, markupOf } from './markup.js';
import { elementHtml, ruleOf } from './pasted.js';
import { slotLines } from './slots.js';
import type { Part } from './snippets.js';
import type { Work } from './work.js';

/** A component for React. */
export function reactParts(work: Work, files: Package): readonly Part[] {
  const markup = markupOf(work);
  const { class: className, ...attributes } = markup.attributes;
  const own = Object.keys(markup.style).length > 0;
  const text = [
    ...(className ? [`import '${files.name}/themes.css';`] : []),
    `import { PayoutCalculator } from '${files.name}/react';`,
    '',
    ...termsConst(work),
    ...(own ? [`const look = ${jsonText(markup.style, 2)};`, ''] : []),
    'export function Calculator() {',
    '  return (',
    indented(
      tag(
        'PayoutCalculator',
        `${termsIn(work, ' {...terms}')}${templateAttributes({ ...attributes, ...(className && { className }) })}${own ? ' style={look}' : ''}`,
        slotLines(markup, { words: inBraces, attributes: templateAttributes }),
      ),
      4,
    ),
    '  );',
    '}',
    '',
  ].join('\n');
  return [install(files), { file: 'Calculator.jsx', text }];
}

/** A component for Vue, and what its build has to know of the element. */
export function vueParts(work: Work, files: Package): readonly Part[] {
  const markup = markupOf(work);
  // As text, so that what is written between two braces is no expression.
  const verbatim = (given: Readonly<Record<string, string>>) => ` v-pre${htmlAttributes(given, BRACES)}`;
  const text = [
    '<script setup>',
    `import '${files.name}/define';`,
    ...(work.look.ready === 'none' ? [] : [`import '${files.name}/themes.css';`]),
    '',
    ...termsConst(work),
    '</script>',
    '',
    '<template>',
    indented(
      tag(
        'payout-calculator',
        `${termsIn(work, ' v-bind="terms"')}${htmlAttributes({ ...markup.attributes, ...styleAttribute(markup) })}`,
        slotLines(markup, { words: (text) => htmlText(text, BRACES), attributes: verbatim }),
      ),
      2,
    ),
    '</template>',
    '',
  ].join('\n');
  const config = `import vue from '@vitejs/plugin-vue';

export default {
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('payout-') } } })],
};
`;
  return [install(files), { file: 'Calculator.vue', text }, { file: 'vite.config.js', text: config }];
}

/** A component for Svelte. */
export function svelteParts(work: Work, files: Package): readonly Part[] {
  const markup = markupOf(work);
  // Set one by one, as a policy may forbid a style in markup.
  const style = Object.entries(markup.style).map(([name, value]) => ` style:${name}="${value}"`);
  const text = [
    '<script>',
    indented(
      [
        `import '${files.name}/define';`,
        ...(work.look.ready === 'none' ? [] : [`import '${files.name}/themes.css';`]),
        '',
        ...termsConst(work).slice(0, -1),
      ].join('\n'),
      2,
    ),
    '</script>',
    '',
    tag(
      'payout-calculator',
      `${termsIn(work, ' {...terms}')}${templateAttributes(markup.attributes)}${style.join('')}`,
      slotLines(markup, { words: inBraces, attributes: templateAttributes }),
    ),
    '',
  ].join('\n');
  return [install(files), { file: 'Calculator.svelte', text }];
}

/** The element in a page whose scripts are bundled. */
export function bundlerParts(work: Work, files: Package): readonly Part[] {
  const rule = ruleOf(markupOf(work));
  const script = [
    `import '${files.name}/define';`,
    ...(work.look.ready === 'none' ? [] : [`import '${files.name}/themes.css';`]),
    ...(rule ? ["import './calculator.css';"] : []),
    '',
  ].join('\n');
  return [
    install(files),
    { file: 'main.js', text: script },
    // Asked for, so that build tools leave light-dark() as it is: what they write in its place knows nothing of the page's scheme.
    ...(rule ? [{ file: 'calculator.css', text: `@supports (color: light-dark(#000, #fff)) {\n  ${rule}\n}\n` }] : []),
    { file: 'index.html', text: elementHtml(work, 2) },
  ];
}

const BRACES = /[{}]/;

const install = ({ name, version }: Package): Part => ({ text: `npm install ${name}@${version}` });

function termsConst(work: Work): readonly string[] {
  return work.hosting.terms === 'file' ? [] : [`const terms = ${jsonText(markupOf(work).terms, 2)};`, ''];
}

const termsIn = ({ hosting }: Work, given: string) => (hosting.terms === 'file' ? templateAttributes({ src: hosting.src }) : given);

function tag(name: string, attributes: string, inside: readonly string[]): string {
  if (inside.length === 0) return `<${name}${attributes}></${name}>`;
  return [`<${name}${attributes}>`, ...inside.map((line) => `  ${line}`), `</${name}>`].join('\n');
}

function styleAttribute({ style }: Markup): Readonly<Record<string, string>> {
  const values = Object.entries(style).map(([name, value]) => `${name}: ${value}`);
  return values.length > 0 ? { style: values.join('; ') } : {};
}
