import { htmlAttributes, htmlText, indented, jsonText } from './escapes.js';
import { fileOf, type Package } from './hosting.js';
import { type Markup, markupOf } from './markup.js';
import { slotLines } from './slots.js';
import type { Part } from './snippets.js';
import type { Work } from './work.js';

/** Pages of others do something with what is pasted: these characters would be taken for theirs, as shortcodes or as Liquid. */
const THEIRS: Readonly<Record<string, RegExp>> = { wordpress: /[[\]]/, shopify: /[{}]/ };

/** A script and the element, for a page that takes HTML. */
export function pastedParts(target: 'html' | 'wordpress' | 'webflow' | 'shopify', work: Work, files: Package): readonly Part[] {
  const also = THEIRS[target];
  const { address, held } = fileOf(work.hosting, files, 'payout-calculator.js');
  const script = `<script${htmlAttributes({ type: 'module', src: address, ...held }, also)}></script>`;
  // Where there is little room, every space counts.
  const element = elementHtml(work, target === 'webflow' ? 0 : 2, also);
  return [{ text: [script, ...lookHtml(work, files, also), element].join('\n') }];
}

/** What the element needs of styles: a ready look's file, and a rule for the brand's own values. */
export function lookHtml(work: Work, files: Package, also?: RegExp): readonly string[] {
  const { address, held } = fileOf(work.hosting, files, 'themes.css');
  const rule = ruleOf(markupOf(work));
  return [
    ...(work.look.ready === 'none' ? [] : [`<link${htmlAttributes({ rel: 'stylesheet', href: address, ...held }, also)}>`]),
    // Braces are Liquid only in pairs that stand together.
    ...(rule ? [`<style>${rule}</style>`] : []),
  ];
}

/** The element with the words around it, and the terms inside it or where they lie. */
export function elementHtml(work: Work, indent: number, also?: RegExp): string {
  const markup = markupOf(work);
  const inFile = work.hosting.terms === 'file';
  const attributes = { ...(inFile && { src: work.hosting.src }), ...markup.attributes, ...classes(markup) };
  const json = indent > 0 ? `\n${indented(jsonText(markup.terms, indent, also), 4)}\n  ` : jsonText(markup.terms, 0, also);
  const inside = [
    ...slotLines(markup, { words: (text) => htmlText(text, also), attributes: (given) => htmlAttributes(given, also) }),
    ...(inFile ? [] : [`<script type="application/json">${json}</script>`]),
  ];
  const lines = indent > 0 ? inside.map((line) => `  ${line}`) : inside;
  return [`<payout-calculator${htmlAttributes(attributes, also)}>`, ...lines, '</payout-calculator>'].join('\n');
}

/** The rule with the brand's own values, which only the element with its class has; nothing where there are none. */
export function ruleOf({ style }: Markup): string | undefined {
  const values = Object.entries(style).map(([name, value]) => `${name}: ${value};`);
  return values.length > 0 ? `.${ownClass(style)} { ${values.join(' ')} }` : undefined;
}

/** A script that puts the calculator into a frame, for pages that allow no WebAssembly. */
export function frameParts(work: Work, files: Package): readonly Part[] {
  const { terms, attributes, slots, ctaLink, style } = markupOf(work);
  const inFile = work.hosting.terms === 'file';
  const documents = {
    ...(inFile ? { src: work.hosting.src } : terms),
    ...(Object.keys(slots).length > 0 && { slots }),
    ...(ctaLink && { ctaLink }),
    ...(Object.keys(style).length > 0 && { style }),
  };
  const { locale, theme } = attributes;
  const said = {
    ...(slots.heading && { 'data-title': slots.heading }),
    ...(locale && { 'data-locale': locale }),
    ...(theme && { 'data-theme': theme }),
    ...(work.look.ready !== 'none' && { 'data-look': work.look.ready }),
  };
  const { address, held } = fileOf(work.hosting, files, 'embed.js');
  const text = [
    `<div data-payout-calculator${htmlAttributes(said)}>`,
    `  <script type="application/json">\n${indented(jsonText(documents, 2), 4)}\n  </script>`,
    '</div>',
    `<script${htmlAttributes({ src: address, ...held })}></script>`,
  ].join('\n');
  return [{ text }];
}

function classes({ attributes, style }: Markup): Readonly<Record<string, string>> {
  if (Object.keys(style).length === 0) return {};
  return { class: [attributes['class'], ownClass(style)].filter(Boolean).join(' ') };
}

/** A class of its own for each set of values, so that two calculators on one page keep theirs. */
function ownClass(style: Markup['style']): string {
  const hash = [...JSON.stringify(style)].reduce((sum, character) => Math.imul(sum ^ character.charCodeAt(0), 16_777_619), 2_166_136_261);
  return `payout-own-${(hash >>> 0).toString(36)}`;
}
