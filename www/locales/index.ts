import { en } from './en.js';
import type { Messages } from './messages.js';
import english from './terms/en.json' with { type: 'json' };

/** A language's texts and the way it is written. */
export interface Language {
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  readonly messages: Messages;
  readonly terms: TermsWords;
}

/** The words for a contract's terms; a language that has none of its own uses English ones. */
export interface TermsWords {
  readonly tag: string;
  readonly words: Readonly<Record<string, string | { readonly one: string; readonly other: string }>>;
}

const ENGLISH_TERMS: TermsWords = { tag: 'en', words: english };

export const ENGLISH: Language = { tag: 'en', direction: 'ltr', messages: en, terms: ENGLISH_TERMS };

const LOADED_ON_NEED: Readonly<Record<string, () => Promise<Language>>> = {
  de: async () => {
    const [{ de }, { default: words }] = await Promise.all([import('./de.js'), import('./terms/de.json', { with: { type: 'json' } })]);
    return { tag: 'de', direction: 'ltr', messages: de, terms: { tag: 'de', words } };
  },
  ar: async () => ({ tag: 'ar', direction: 'rtl', messages: (await import('./ar.js')).ar, terms: ENGLISH_TERMS }),
};

/** The texts for a locale, by its language; English where there are none, or where they do not arrive. */
export async function languageOf(locale: string): Promise<Language> {
  const [tag = ''] = locale.toLowerCase().split('-', 1);
  try {
    return (await LOADED_ON_NEED[tag]?.()) ?? ENGLISH;
  } catch {
    return ENGLISH;
  }
}
