import { en } from './en.js';
import type { Messages } from './messages.js';

/** A language's texts and the way it is written. */
export interface Language {
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  readonly messages: Messages;
  /** Its words for a contract's terms; none where English ones serve. */
  readonly terms?: TermsWords;
}

/** The words for a contract's terms. */
export interface TermsWords {
  readonly tag: string;
  readonly words: Readonly<Record<string, string | { readonly one: string; readonly other: string }>>;
}

/** What is said of later parts comes with them: see {@link addEnglish}. */
export const ENGLISH: Language = { tag: 'en', direction: 'ltr', messages: { ...en } as Messages };

/** Adds the English texts of later parts. */
export function addEnglish(messages: Partial<Messages>): void {
  Object.assign(ENGLISH.messages, messages);
}

const LOADED_ON_NEED: Readonly<Record<string, () => Promise<Language>>> = {
  de: async () => {
    const [{ de }, { default: words }] = await Promise.all([import('./de.js'), import('./terms/de.json', { with: { type: 'json' } })]);
    return { tag: 'de', direction: 'ltr', messages: de, terms: { tag: 'de', words } };
  },
  fr: async () => ({ tag: 'fr', direction: 'ltr', messages: (await import('./fr.js')).fr }),
  es: async () => ({ tag: 'es', direction: 'ltr', messages: (await import('./es.js')).es }),
  pt: async () => ({ tag: 'pt-BR', direction: 'ltr', messages: (await import('./pt.js')).pt }),
  ja: async () => ({ tag: 'ja', direction: 'ltr', messages: (await import('./ja.js')).ja }),
  ar: async () => ({ tag: 'ar', direction: 'rtl', messages: (await import('./ar.js')).ar }),
};

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
