import type { ContractFacts, Phrase, Sentence } from '#documents';
import type { TermsWords } from '../locales/index.js';
import type { Formats } from './formats.js';

type Value = NonNullable<Phrase['with']>[string];

/** What a contract says in plain words of a language, one text for each sentence. */
export function termsInWords(
  { summary }: Pick<ContractFacts, 'summary'>,
  words: TermsWords,
  language: string,
  formats: Formats,
): readonly string[] {
  const speaker = new Speaker(words, language, formats);
  return summary.map(({ phrase }: Sentence) => capital(speaker.phrase(phrase), language));
}

class Speaker {
  readonly #plurals: Intl.PluralRules;

  constructor(
    private readonly words: TermsWords,
    private readonly language: string,
    private readonly formats: Formats,
  ) {
    this.#plurals = new Intl.PluralRules(language);
  }

  phrase({ say, with: values }: Phrase): string {
    return this.template(say, values?.['count']).replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values?.[name];
      return value === undefined ? '' : this.value(value);
    });
  }

  private template(say: string, count: Value | undefined): string {
    const template = this.words[say] ?? say;
    if (typeof template === 'string') return template;
    const form = count !== undefined && 'number' in count ? this.#plurals.select(Number(count.number)) : 'other';
    return template[form] ?? template.other;
  }

  private value(value: Value): string {
    if ('money' in value) return this.formats.shortMoney(value.money);
    if ('rate' in value) return this.formats.rate(value.rate);
    if ('number' in value) return this.formats.count(value.number);
    if ('date' in value) return this.formats.day(value.date);
    if ('text' in value) return value.text;
    if ('phrase' in value) return this.phrase(value.phrase);
    const [phrases, type] = 'all' in value ? [value.all, 'conjunction' as const] : [value.any, 'disjunction' as const];
    return new Intl.ListFormat(this.language, { type }).format(phrases.map((phrase) => this.phrase(phrase)));
  }
}

function capital(text: string, language: string): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}
