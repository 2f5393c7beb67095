import type { Draft } from '../typed.js';
import type { Work } from './work.js';

/** What lies on the studio's desk: the work, and what was typed and could not be taken, by its place such as `terms 0 /payouts/0/pay/fixed`. */
export interface Desk {
  readonly work: Work;
  readonly drafts: Readonly<Record<string, Draft>>;
}

/** The desk with a draft at a place, or without one. */
export function withDraft(desk: Desk, place: string, draft: Draft | undefined): Desk {
  if (draft === undefined && !(place in desk.drafts)) return desk;
  const { [place]: _, ...others } = desk.drafts;
  return { ...desk, drafts: draft === undefined ? others : { ...others, [place]: draft } };
}

/** The desk with another work; drafts stay. */
export function withWork(desk: Desk, change: Partial<Work>): Desk {
  return { ...desk, work: { ...desk.work, ...change } };
}
