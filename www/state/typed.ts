import type { Contract, ContractFacts, Problem } from '#documents';
import { readEntry } from './entries.js';
import type { Formats } from './formats.js';
import { valueAt, withValueAt } from './pointers.js';
import type { Phrase } from './speech.js';
import { isSameValue, type TermField } from './terms.js';

/** How the visitor's typing is read: half typed, or done with. */
export interface Typed {
  readonly text: string;
  readonly done: boolean;
}

/** What was typed and could not be taken: it is kept as it is, with what is wrong. */
export interface Draft {
  readonly typed: string;
  readonly fault?: Phrase;
  /** What the engine finds wrong with it. */
  readonly problems?: readonly Problem[];
}

/** What the engine answers: a result, or what is wrong with the documents. */
export type Answer<T> = { readonly ok: T } | { readonly problems: readonly Problem[] };

/** A contract after something was typed into one of its fields, and the draft that is left there. */
export interface TypedTerm {
  readonly contract: Contract;
  readonly draft: Draft | undefined;
}

/** What becomes of a contract when something is typed into a field of a sentence: what can't be taken is kept as a draft, beside what holds. */
export function typedTerm(
  contract: Contract,
  { path, kind }: TermField,
  typed: Typed,
  shown: Draft | undefined,
  formats: Formats,
  check: (contract: Contract) => Answer<ContractFacts>,
): TypedTerm {
  const read = readEntry(kind, typed.text, formats);
  if ('fault' in read) return { contract, draft: draftOf(shown, typed, { fault: read.fault }) };
  const before = valueAt(contract, path);
  const left = typed.done ? undefined : { typed: typed.text };
  if (isSameValue(before, read.value)) return { contract, draft: left };
  const changed = withValueAt(contract, path, writtenLike(before, read.value));
  const answer = check(changed);
  if ('problems' in answer) return { contract, draft: draftOf(shown, typed, { problems: answer.problems.slice(0, 1) }) };
  return { contract: changed, draft: left };
}

/** What is half typed is not at fault yet; but a fault that is shown stays until it is mended. */
export function draftOf(shown: Draft | undefined, { text, done }: Typed, wrong: Omit<Draft, 'typed'>): Draft {
  const isShown = done || shown?.fault !== undefined || shown?.problems !== undefined;
  return isShown ? { typed: text, ...wrong } : { typed: text };
}

/** A count that a document writes as a number stays one. */
export const writtenLike = (before: unknown, value: string): string | number =>
  typeof before === 'number' && Number.isSafeInteger(Number(value)) ? Number(value) : value;
