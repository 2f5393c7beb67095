import type { Contract } from '#documents';
import type { Driver, FURTHER, NumberSet } from '../../state/comparison/drivers.js';
import type { Column, Results } from '../../state/comparison/results.js';
import type { ComparisonSpeech } from '../../state/comparison/speech.js';
import type { Sheet, Table, View } from '../../state/comparison/table.js';
import type { ClauseToAdd, Starter } from '../../state/starters.js';
import type { Term, TermField } from '../../state/terms.js';
import type { Answers } from './answers.js';
import type { Choices } from './choices.js';

/** What is shown below the figures, once its module has arrived. */
export type Panels = typeof import('./panels.js');

/** Everything that the comparison's templates show. */
export interface Shown {
  readonly speech: ComparisonSpeech;
  readonly table: Table;
  readonly results: Results;
  readonly terms: ReadonlyMap<number, readonly Term[]>;
  readonly answers: Answers;
  readonly choices: Choices;
  readonly panels: Panels | undefined;
  /** Another one whenever the pictures are to be drawn anew. */
  readonly drawn: unknown;
  readonly readonly: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** How wide a picture can be, in pixels. */
  readonly width: number;
  /** A link that could not be copied for the visitor. */
  readonly link: string | undefined;
  /** Something that went wrong without harm, by its code. */
  readonly note: string | undefined;
  /** Real programs to begin with, once they are asked for. */
  readonly programs: readonly Contract[] | undefined;
}

/** What a visitor can do to it. */
export interface Actions {
  undo(): void;
  redo(): void;
  clear(): void;
  share(): void;
  csv(): void;
  view(view: View): void;
  set(set: NumberSet): void;
  baseline(id: number): void;
  limit(side: 'partner' | 'brand', text: string, done: boolean): void;
  /** A sheet is put on the table. */
  begin(starter: Starter): void;
  put(contract: Contract, role?: Sheet['role']): void;
  paste(text: string): void;
  loadPrograms(): void;
  duplicate(id: number): void;
  remove(id: number): void;
  rename(id: number, name: string, done: boolean): void;
  role(id: number, role: Sheet['role']): void;
  notes(id: number, text: string, done: boolean): void;
  /** The whole document of a sheet is typed. */
  document(id: number, text: string): void;
  type(id: number, field: TermField, text: string, done: boolean): void;
  /** A term gets another value, as documents write it. */
  moveTerm(id: number, field: TermField, value: string, done: boolean): void;
  takeOut(id: number, term: Term): void;
  add(id: number, clause: ClauseToAdd): void;
  drive(driver: Driver, set: NumberSet, text: string, done: boolean): void;
  /** The point of a picture is moved. */
  point(driver: Driver, value: string, done: boolean): void;
  start(month: string): void;
  further(stream: number, what: keyof typeof FURTHER): void;
  drop(driver: Driver): void;
  choose(change: Partial<Choices>): void;
}

/** What a sheet is called. */
export function nameOf({ contract }: Sheet, letter: string, speech: ComparisonSpeech): string {
  return typeof contract.name === 'string' && contract.name !== '' ? contract.name : speech.tell('name.none', { letter: { text: letter } });
}

export const letterAt = (place: number): string => 'ABCD'[place] ?? '';

/** The columns that came to something, each with its letter. */
export function lettered({ columns }: Results): readonly (Column & { readonly letter: string })[] {
  return columns.map((column, place) => ({ ...column, letter: letterAt(place) }));
}

/** What all offers come to, in one breath. */
export function totalsSaid({ columns }: Results, speech: ComparisonSpeech): string {
  const said = columns.map(({ total, facts }, place) => {
    const amount = total === undefined ? '–' : (facts ? speech.inCurrency(facts) : speech).formats.money(total);
    return speech.tell('status.total', { letter: { text: letterAt(place) }, amount: { text: amount } });
  });
  return said.join(' ');
}
