import type { Language } from '../../locales/index.js';
import english from '../../locales/terms/en.json' with { type: 'json' };
import type { Wording } from '../../state/sentences.js';

/** The words for terms in a language; English ones where it has none. */
export function wordsFor({ tag, terms }: Language): Wording {
  return terms ? { tag, words: terms } : { tag: 'en', words: english };
}
