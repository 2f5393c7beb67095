import type { ContractFacts, Phrase, Sentence } from '#documents';
import type { TermsWords } from '../locales/index.js';
import type { Formats } from './formats.js';
import { pluralRulesOf } from './plurals.js';

type Value = NonNullable<Phrase['with']>[string];

/** What a contract says in plain words of a language, one text for each sentence. */
export function termsInWords(
  { summary }: Pick<ContractFacts, 'summary'>,
  words: TermsWords,
  language: string,
  formats: Formats,
): readonly string[] {
  return summary.map(({ phrase }: Sentence) =>
    sentencePieces(phrase, { tag: language, words }, formats)
      .map(({ text }) => text)
      .join(''),
  );
}

/** A part of a sentence: words, or a value as it is written. */
export interface Piece {
  readonly text: string;
  /** The value that the text stands for. */
  readonly value?: Value;
}

/** A language with its words for terms. */
export interface Wording {
  readonly tag: string;
  readonly words: TermsWords;
}

/** A sentence in pieces, so that its values can be shown in another way than its words. */
export function sentencePieces(phrase: Phrase, { tag, words }: Wording, formats: Formats): readonly Piece[] {
  const [first, ...rest] = new Speaker(words, tag, formats).phrase(phrase);
  return first ? [{ ...first, text: capital(first.text, tag) }, ...rest] : [];
}

class Speaker {
  readonly #plurals: Intl.PluralRules;

  constructor(
    private readonly words: TermsWords,
    private readonly language: string,
    private readonly formats: Formats,
  ) {
    this.#plurals = pluralRulesOf(language);
  }

  phrase({ say, with: values }: Phrase): readonly Piece[] {
    const parts = this.template(say, values?.['count']).split(/\{(\w+)\}/);
    // Words stand at even places, names of values at odd ones.
    return parts.flatMap((part, place) => {
      if (place % 2 === 0) return part === '' ? [] : [{ text: part }];
      const value = values?.[part];
      return value === undefined ? [] : this.value(value);
    });
  }

  private template(say: string, count: Value | undefined): string {
    const template = this.words[say] ?? say;
    if (typeof template === 'string') return template;
    const form = count !== undefined && 'number' in count ? this.#plurals.select(Number(count.number)) : 'other';
    return template[form] ?? template.other;
  }

  private value(value: Value): readonly Piece[] {
    if ('money' in value) return [{ text: this.formats.shortMoney(value.money), value }];
    if ('rate' in value) return [{ text: this.formats.rate(value.rate), value }];
    if ('number' in value) return [{ text: this.formats.count(value.number), value }];
    if ('date' in value) return [{ text: this.formats.day(value.date), value }];
    if ('text' in value) return [{ text: value.text, value }];
    if ('phrase' in value) return this.phrase(value.phrase);
    const [phrases, type] = 'all' in value ? [value.all, 'conjunction' as const] : [value.any, 'disjunction' as const];
    const list = new Intl.ListFormat(this.language, { type }).formatToParts(phrases.map((_, place) => String(place)));
    return list.flatMap((part) => {
      const phrase = part.type === 'element' ? phrases[Number(part.value)] : undefined;
      return phrase ? this.phrase(phrase) : [{ text: part.value }];
    });
  }
}

function capital(text: string, language: string): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}
