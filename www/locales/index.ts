import { en } from './en.js';
import type { Counted, Messages } from './messages.js';

/** A language's texts and the way it is written. */
export interface Language {
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  readonly messages: Messages;
  /** Its words for a contract's terms; for English they come with later parts. */
  readonly terms?: TermsWords;
}

/** The words for a contract's terms, each with the plural forms that its language has. */
export type TermsWords = Readonly<Record<string, string | Counted>>;

/** What is said of later parts comes with them: see {@link addEnglish}. */
export const ENGLISH: Language = { tag: 'en', direction: 'ltr', messages: { ...en } as Messages };

/** Adds the English texts of later parts. */
export function addEnglish(messages: Partial<Messages>): void {
  Object.assign(ENGLISH.messages, messages);
}

const LOADED_ON_NEED: Readonly<Record<string, () => Promise<Language>>> = {
  de: () => language('de', import('./de.js'), import('./terms/de.json', { with: { type: 'json' } })),
  fr: () => language('fr', import('./fr.js'), import('./terms/fr.json', { with: { type: 'json' } })),
  es: () => language('es', import('./es.js'), import('./terms/es.json', { with: { type: 'json' } })),
  pt: () => language('pt-BR', import('./pt.js'), import('./terms/pt.json', { with: { type: 'json' } })),
  ja: () => language('ja', import('./ja.js'), import('./terms/ja.json', { with: { type: 'json' } })),
  ar: () => language('ar', import('./ar.js'), import('./terms/ar.json', { with: { type: 'json' } })),
};

async function language(
  tag: string,
  texts: Promise<Readonly<Record<string, Messages>>>,
  words: Promise<{ readonly default: TermsWords }>,
): Promise<Language> {
  const [messages, { default: terms }] = await Promise.all([texts, words]);
  return { tag, direction: tag === 'ar' ? 'rtl' : 'ltr', messages: Object.values(messages)[0] as Messages, terms };
}

/** A language's texts with a page's own in their place; what is no text, or has no place, is left out. */
export function withOwn(messages: Messages, own: Readonly<Record<string, unknown>> | undefined): Messages {
  const known = Object.entries(own ?? {}).filter(([key, text]) => Object.hasOwn(messages, key) && typeof text === 'string');
  return known.length > 0 ? { ...messages, ...Object.fromEntries(known) } : messages;
}

/** The texts for a locale, by its language; English where there are none, or where they do not arrive. */
export async function languageOf(locale: string): Promise<Language> {
  const [tag = ''] = locale.toLowerCase().split('-', 1);
  try {
    return (await LOADED_ON_NEED[tag]?.()) ?? ENGLISH;
  } catch {
    return ENGLISH;
  }
}
