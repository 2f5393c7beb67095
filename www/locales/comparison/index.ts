import { type Language, languageOf } from '../index.js';
import type { Messages } from '../messages.js';
import { type ComparisonTexts, en } from './en.js';

const LOADED_ON_NEED: Readonly<Record<string, () => Promise<ComparisonTexts>>> = {
  de: async () => (await import('./de.js')).de,
  fr: async () => (await import('./fr.js')).fr,
  es: async () => (await import('./es.js')).es,
  pt: async () => (await import('./pt.js')).pt,
  ja: async () => (await import('./ja.js')).ja,
  ar: async () => (await import('./ar.js')).ar,
};

/** English, with the words of the comparison. */
export function withEnglish(language: Language): Language {
  return { ...language, messages: { ...language.messages, ...en } as Messages };
}

/** The texts for a locale, with those of the comparison; English where there are none, or where they do not arrive. */
export async function comparisonLanguageOf(locale: string): Promise<Language> {
  const language = await languageOf(locale);
  const [tag = ''] = language.tag.toLowerCase().split('-', 1);
  try {
    const own = (await LOADED_ON_NEED[tag]?.()) ?? en;
    return { ...language, messages: { ...language.messages, ...own } as Messages };
  } catch {
    return withEnglish(language);
  }
}
