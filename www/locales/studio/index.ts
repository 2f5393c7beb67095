import { comparisonLanguageOf } from '../comparison/index.js';
import type { Language } from '../index.js';
import type { Messages } from '../messages.js';
import { en } from './en.js';

export const STUDIO_LANGUAGES = ['en', 'de'] as const;
export type StudioLanguage = (typeof STUDIO_LANGUAGES)[number];

/** The texts of a language, with those of the comparison, which has the same numbers and figures, and those of the studio. */
export async function studioLanguageOf(tag: StudioLanguage): Promise<Language> {
  const [language, own] = await Promise.all([comparisonLanguageOf(tag), tag === 'de' ? import('./de.js').then(({ de }) => de) : en]);
  return { ...language, messages: { ...language.messages, ...own } as Messages };
}
