import { wordsFor } from '../../elements/payout-comparison/words.js';
import { type Language, languageOf } from '../../locales/index.js';
import { formatsFor } from '../../state/formats.js';
import { termsInWords } from '../../state/sentences.js';
import type { Actions, Shown } from '../shown.js';

/** The rest is among the terms that the calculator shows. */
const MOST_SENTENCES = 12;

/** The terms in the words of the calculator's language, or of the studio's where it follows the page; none until that language is here. */
export function saidOf({ work, checked, language: studio, speech, choices }: Shown, actions: Actions): readonly string[] {
  const locale = work.locale ?? studio;
  const known = choices['saidIn'] as { readonly locale: string; readonly language: Language } | undefined;
  const language = locale === studio ? speech.language : known?.locale === locale ? known.language : undefined;
  if (!language) {
    void languageOf(locale).then((language) => actions.choose({ saidIn: { locale, language } }));
    return [];
  }
  const { words, tag } = wordsFor(language);
  return checked.flatMap(({ facts }) => (facts ? termsInWords(facts, words, tag, formatsOf(locale, facts)) : [])).slice(0, MOST_SENTENCES);
}

/** A tag that is none is as good as English, as it is to the element. */
function formatsOf(locale: string, { currency, minorUnits }: { readonly currency: string; readonly minorUnits: number }) {
  try {
    return formatsFor(locale, currency, minorUnits);
  } catch {
    return formatsFor('en', currency, minorUnits);
  }
}
