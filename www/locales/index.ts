import { en } from './en.js';
import type { Messages } from './messages.js';

/** A language's texts and the way it is written. */
export interface Language {
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  readonly messages: Messages;
}

export const ENGLISH: Language = { tag: 'en', direction: 'ltr', messages: en };

const LOADED_ON_NEED: Readonly<Record<string, () => Promise<Language>>> = {
  de: async () => ({ tag: 'de', direction: 'ltr', messages: (await import('./de.js')).de }),
  ar: async () => ({ tag: 'ar', direction: 'rtl', messages: (await import('./ar.js')).ar }),
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
