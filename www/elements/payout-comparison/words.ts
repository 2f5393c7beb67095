import type { Language, TermsWords } from '../../locales/index.js';
import english from '../../locales/terms/en.json' with { type: 'json' };

const ENGLISH_TERMS: TermsWords = { tag: 'en', words: english };

/** The words for terms in a language; English ones where it has none. */
export function wordsFor({ terms = ENGLISH_TERMS }: Language): TermsWords {
  return terms;
}
