import type { en } from './en.js';
import type { enLater } from './en-later.js';

type English = typeof en & typeof enLater;

/** A sentence that depends on a number: one text for each plural form that the language has. */
export type Counted = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** Every text that the elements show. English is the list of what there is; a language that lacks one does not compile. */
export type Messages = {
  readonly [Key in keyof English]: English[Key] extends string ? string : Counted;
};

/** The keys of texts that depend on a number, and of those that do not. */
export type CountedKey = { [Key in keyof Messages]: Messages[Key] extends string ? never : Key }[keyof Messages];
export type TextKey = Exclude<keyof Messages, CountedKey>;
