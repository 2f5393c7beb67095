import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
// @ts-expect-error It has no types.
import { create } from '@custom-elements-manifest/analyzer/src/create.js';
// @ts-expect-error It has no types.
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import { at, DIST } from './paths.mjs';

/** The analyzer's own TypeScript, whose trees it reads. */
export const ts = createRequire(import.meta.resolve('@custom-elements-manifest/analyzer/src/create.js'))('typescript');

/** @typedef {{ tag: string, className: string, source: string, module: string }} Element */

/** @type {readonly [Element, Element]} */
export const ELEMENTS = [
  {
    tag: 'payout-calculator',
    className: 'PayoutCalculator',
    source: 'www/elements/payout-calculator/payout-calculator.ts',
    module: 'dist/define.js',
  },
  {
    tag: 'payout-comparison',
    className: 'PayoutComparison',
    source: 'www/elements/payout-comparison/payout-comparison.ts',
    module: 'dist/define-comparison.js',
  },
];

/** @typedef {{ name: string, kind?: string, description?: string, privacy?: string, static?: boolean, type?: { text: string }, attribute?: string, parameters?: { name: string }[] }} Described */

/**
 * What elements offer, from their doc comments: a custom elements manifest.
 *
 * @param {readonly Element[]} elements
 * @returns {{ modules: { path: string, declarations: (Record<string, any> & { members: Described[], events: Described[] })[], exports: unknown[] }[] }}
 */
export function elementManifest(elements = ELEMENTS) {
  const sources = elements.map(({ source }) => ts.createSourceFile(source, readFileSync(at(source), 'utf8'), ts.ScriptTarget.ES2022, true));
  const manifest = create({ modules: sources, plugins: litPlugin(), context: { dev: false } });
  for (const [place, module] of manifest.modules.entries()) {
    const { tag, className, module: path } = elements[place] ?? ELEMENTS[0];
    module.path = path;
    for (const declaration of module.declarations) {
      if (!declaration.customElement) continue;
      declaration.tagName = tag;
      // What Lit calls is not for others to call.
      const isOwn = (/** @type {Described} */ { name, privacy, static: isStatic }) =>
        !(name.startsWith('#') || privacy === 'private' || privacy === 'protected' || isStatic || /Callback$/.test(name));
      declaration.members = declaration.members.filter(isOwn);
      // A name that the code works out is no event's.
      declaration.events = declaration.events.filter((/** @type {Described} */ { name }) => name !== 'type');
    }
    module.exports.push({ kind: 'custom-element-definition', name: tag, declaration: { name: className, module: path } });
  }
  return manifest;
}

/** Writes what editors and documentation tools read about the element: custom-elements.json, and data for VS Code and JetBrains. */
export function writeManifest() {
  const manifest = elementManifest();
  const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const files = {
    'custom-elements.json': manifest,
    'vscode.html-custom-data.json': JSON.parse(getVsCodeHtmlCustomData(manifest, {})),
    'web-types.json': JSON.parse(getWebTypesData(manifest, /** @type {{}} */ ({ packageJson: false, name: 'payout-calculator', version }))),
  };
  for (const [name, data] of Object.entries(files)) writeFileSync(join(DIST, name), `${JSON.stringify(data, null, 2)}\n`);
}

/**
 * An element's reference, as Markdown.
 *
 * @param {Element} described
 */
export function elementReference(described) {
  const { tag, source } = described;
  const [element] = elementManifest([described]).modules.flatMap(({ declarations }) =>
    declarations.filter(({ customElement }) => customElement),
  );
  if (!element) throw new Error(`${source} has no element.`);
  const text = (/** @type {string} */ words) => words.replaceAll('|', '\\|').replaceAll('\n', ' ').trim();
  const table = (/** @type {readonly string[]} */ head, /** @type {readonly (readonly string[])[]} */ rows) =>
    [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
  const named = (/** @type {Described[]} */ list) =>
    list.map(({ name, description = '' }) => [`\`${name || '(default)'}\``, text(description)]);
  const ofKind = (/** @type {string} */ kind) => element.members.filter((member) => member.kind === kind);
  const fields = ofKind('field').map(({ name, attribute, type, description = '' }) => [
    `\`${name}\``,
    attribute ? `\`${attribute}\`` : '–',
    `\`${text((type?.text ?? '').replace(/ \| undefined$/, ''))}\``,
    text(description),
  ]);
  const methods = ofKind('method').map(({ name, parameters = [], description = '' }) => [
    `\`${name}(${parameters.map((parameter) => parameter.name).join(', ')})\``,
    text(description),
  ]);
  return `# \`<${tag}>\`

Written by \`npm run schema\` from the element's doc comments.

${element['description']}

## Properties and attributes

${table(['property', 'attribute', 'type', ''], fields)}

## Methods

${table(['method', ''], methods)}

## Events

All bubble, and cross shadow trees.

${table(['event', ''], named(element.events))}

## Slots

${table(['slot', ''], named(element['slots']))}

## Parts, for \`::part()\`

${element['cssParts'].map((/** @type {Described} */ { name }) => `\`${name}\``).join(', ')}

## Custom properties

${table(['property', ''], named(element['cssProperties']))}

## States, for \`:state()\`

${element['cssStates'].map((/** @type {Described} */ { name }) => `\`${name}\``).join(', ')}
`;
}
