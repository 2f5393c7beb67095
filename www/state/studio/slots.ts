import type { Markup } from './markup.js';

/** How a kind of page writes texts and attributes. */
interface Notation {
  words(text: string): string;
  /** Each with a space before it. */
  attributes(given: Readonly<Record<string, string>>): string;
}

/** The words around the numbers, an element a line. */
export function slotLines({ slots, ctaLink }: Markup, { words, attributes }: Notation): readonly string[] {
  const { heading, intro, cta, disclaimer } = slots;
  const element = (tag: string, text: string, given: Readonly<Record<string, string>>) =>
    `<${tag}${attributes(given)}>${words(text)}</${tag}>`;
  return [
    ...(heading ? [element('h2', heading, { slot: 'heading' })] : []),
    ...(intro ? [element('p', intro, { slot: 'intro' })] : []),
    ...(cta && ctaLink ? [element('a', cta, { slot: 'cta', href: ctaLink })] : []),
    ...(cta && !ctaLink ? [element('button', cta, { slot: 'cta', type: 'button' })] : []),
    ...(disclaimer ? [element('p', disclaimer, { slot: 'disclaimer' })] : []),
  ];
}
