import type { Problem } from '#documents';
import { type EntryKind, readEntry } from '../entries.js';
import type { Formats } from '../formats.js';
import { draftOf, type Typed } from '../typed.js';
import { type Desk, withDraft } from './desk.js';
import type { Work } from './work.js';

/** A field of the studio's own: what is typed into it, and where that goes. */
export interface Blank {
  readonly place: string;
  readonly kind: EntryKind;
  /** Whether nothing may stand in it; then `take` is given none. */
  readonly optional?: boolean;
  /** Whether two numbers may stand in it, with a dash between them. */
  readonly paired?: boolean;
  take(work: Work, value: string | readonly [string, string] | undefined): Work;
  /** What is wrong with a work with it, where it would not do. */
  refuse?(work: Work): Problem | undefined;
}

/** The desk after something was typed into a field: what can't be taken is kept as a draft, beside what holds. */
export function typed(desk: Desk, blank: Blank, { text, done }: Typed, formats: Formats): Desk {
  const { place, kind, optional, paired } = blank;
  const kept = (wrong: Parameters<typeof draftOf>[2]) => withDraft(desk, place, draftOf(desk.drafts[place], { text, done }, wrong));
  const take = (value: Parameters<Blank['take']>[1]) => {
    const work = blank.take(desk.work, value);
    const problem = blank.refuse?.(work);
    if (problem) return kept({ problems: [problem] });
    return withDraft({ ...desk, work }, place, done ? undefined : { typed: text });
  };
  if (optional && text.trim() === '') return take(undefined);
  const parts = paired ? text.split(/\s*(?:[–—]|\s-\s|\.{2,})\s*/) : [text];
  const [first, second] = parts.map((part) => readEntry(kind, part, formats));
  for (const part of [first, second]) if (part && 'fault' in part) return kept({ fault: part.fault });
  if (first && 'value' in first && second && 'value' in second && parts.length === 2) return take([bare(first.value), bare(second.value)]);
  return first && 'value' in first ? take(kind === 'rate' ? first.value : bare(first.value)) : desk;
}

const bare = (value: string) => value.replace(/%$/, '');
