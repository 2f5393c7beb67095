import type { Language } from '../locales/index.js';
import type { Counted, Messages } from '../locales/messages.js';
import type { Decimal } from './decimal.js';
import type { Formats } from './formats.js';
import { pluralRulesOf } from './plurals.js';

/** A value inside a sentence, by the way it is to be written. */
export type Fact =
  | { readonly money: Decimal }
  | { readonly exactMoney: Decimal }
  | { readonly shortMoney: Decimal }
  | { readonly aboutMoney: Decimal }
  | { readonly count: Decimal }
  | { readonly rate: string }
  | { readonly day: string }
  | { readonly month: string }
  | { readonly text: string }
  | { readonly phrase: Phrase };

/** A sentence without its words: which message, and the facts in it. A `count` among them chooses the plural form. */
export interface Phrase {
  readonly key: keyof Messages;
  readonly facts?: Readonly<Record<string, Fact>>;
}

/** Turns phrases into sentences of one language, with numbers and dates of one locale. */
export class Speech {
  readonly #plurals: Intl.PluralRules;

  constructor(
    readonly language: Language,
    readonly formats: Formats,
  ) {
    // Of the texts' language, which is not the locale's where that one has no texts.
    this.#plurals = pluralRulesOf(language.tag);
  }

  say(key: keyof Messages, facts: Phrase['facts'] = {}): string {
    return this.pieces(key, facts)
      .map((piece) => piece.text)
      .join('');
  }

  phrase({ key, facts }: Phrase): string {
    return this.say(key, facts);
  }

  /** The sentence in pieces, so that one of its facts can be shown larger than the words around it. */
  pieces(key: keyof Messages, facts: Phrase['facts'] = {}): { readonly name?: string; readonly text: string }[] {
    const template = this.template(key, facts);
    return template
      .split(/(\{\w+\})/)
      .filter((piece) => piece !== '')
      .map((piece) => {
        const name = /^\{(\w+)\}$/.exec(piece)?.[1];
        const fact = name === undefined ? undefined : facts[name];
        return name === undefined || fact === undefined ? { text: piece } : { name, text: this.isolated(this.fact(fact)) };
      });
  }

  fact(fact: Fact): string {
    if ('money' in fact) return this.formats.money(fact.money);
    if ('exactMoney' in fact) return this.formats.exactMoney(fact.exactMoney);
    if ('shortMoney' in fact) return this.formats.shortMoney(fact.shortMoney);
    if ('aboutMoney' in fact) return this.formats.aboutMoney(fact.aboutMoney);
    if ('count' in fact) return this.formats.count(fact.count);
    if ('rate' in fact) return this.formats.rate(fact.rate);
    if ('day' in fact) return this.formats.day(fact.day);
    if ('month' in fact) return this.formats.month(fact.month);
    if ('phrase' in fact) return this.phrase(fact.phrase);
    return fact.text;
  }

  private template(key: keyof Messages, facts: NonNullable<Phrase['facts']>): string {
    // Where a later part's texts have not arrived, nothing of it is shown either.
    const message: string | Counted = this.language.messages[key] ?? '';
    if (typeof message === 'string') return message;
    const { count } = facts;
    const form = count && 'count' in count ? this.#plurals.select(Number(count.count)) : 'other';
    return message[form] ?? message.other;
  }

  /** In right-to-left text, a fact in another script would otherwise drag the punctuation beside it along. */
  private isolated(text: string): string {
    return this.language.direction === 'rtl' ? `\u2068${text}\u2069` : text;
  }
}
