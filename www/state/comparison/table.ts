import type { Contract, Scenario } from '#documents';
import type { Draft } from '../typed.js';
import { NUMBER_SETS, type NumberSet } from './drivers.js';

export const ROLES = ['proposal', 'counter', 'current', 'benchmark'] as const;
/** What a sheet is in the negotiation. */
export type Role = (typeof ROLES)[number];

export const VIEWS = ['partner', 'brand', 'both'] as const;
/** Whose side is shown. */
export type View = (typeof VIEWS)[number];

export const MOST_SHEETS = 4;
export const MOST_NOTE_CHARACTERS = 2000;

/** One offer on the table. */
export interface Sheet {
  /** Stays the same while the sheet is on the table. */
  readonly id: number;
  readonly role: Role;
  readonly contract: Contract;
  readonly notes: string;
}

/** What lies on the table: all that is compared, saved and shared. */
export interface Table {
  readonly sheets: readonly Sheet[];
  readonly scenario: Scenario;
  /** The visitor's own numbers, by their places in the scenario. */
  readonly own: Readonly<Record<string, string>>;
  readonly set: NumberSet;
  /** The sheet that others are compared with: its id. */
  readonly baseline: number;
  readonly view: View;
  /** What each side would have without an agreement, over the whole horizon; none where it is not known. */
  readonly limits: { readonly partner?: string; readonly brand?: string };
  /** By place: `sheet 3 /payouts/0/pay/fixed`, `scenario low /months`. */
  readonly drafts: Readonly<Record<string, Draft>>;
}

/** The month after this one, and a year from it. */
export function emptyTable(now = new Date()): Table {
  const start = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)).toISOString().slice(0, 7);
  return {
    sheets: [],
    scenario: { version: 1, start, months: '12', streams: [] },
    own: {},
    set: 'base',
    baseline: 0,
    view: 'partner',
    limits: {},
    drafts: {},
  };
}

/** A number that no sheet of the table has. */
export function freshId({ sheets }: Table): number {
  return Math.max(0, ...sheets.map(({ id }) => id)) + 1;
}

/** The table with one more sheet, as long as there is room; the first one is what the others are compared with. */
export function withSheet(
  table: Table,
  contract: Contract,
  role: Role = table.sheets.length === 0 ? 'proposal' : 'counter',
  notes = '',
): Table {
  if (table.sheets.length >= MOST_SHEETS) return table;
  const id = freshId(table);
  const baseline = table.sheets.length === 0 ? id : table.baseline;
  return { ...table, sheets: [...table.sheets, { id, role, contract, notes: notes.slice(0, MOST_NOTE_CHARACTERS) }], baseline };
}

export function changeSheet(table: Table, id: number, change: Partial<Omit<Sheet, 'id'>>): Table {
  return { ...table, sheets: table.sheets.map((sheet) => (sheet.id === id ? { ...sheet, ...change } : sheet)) };
}

export function withoutSheet(table: Table, id: number): Table {
  const sheets = table.sheets.filter((sheet) => sheet.id !== id);
  const baseline = table.baseline === id ? (sheets[0]?.id ?? 0) : table.baseline;
  const drafts = Object.fromEntries(Object.entries(table.drafts).filter(([place]) => !place.startsWith(`sheet ${id} `)));
  return { ...table, sheets, baseline, drafts };
}

/** The letter that a sheet is known by in pictures: its place. */
export function letterOf({ sheets }: Table, id: number): string {
  return 'ABCD'[sheets.findIndex((sheet) => sheet.id === id)] ?? '';
}

export const sheetPlace = (id: number, path: string): string => `sheet ${id} ${path}`;
export const scenarioPlace = (set: NumberSet, path: string): string => `scenario ${set} ${path}`;

export function withDraft(table: Table, place: string, draft: Draft | undefined): Table {
  const { [place]: _, ...others } = table.drafts;
  return { ...table, drafts: draft ? { ...others, [place]: draft } : others };
}

export const isOneOf = <T extends string>(all: readonly T[], given: unknown): given is T => all.includes(given as T);
export const isNumberSet = (given: unknown): given is NumberSet => isOneOf(NUMBER_SETS, given);

export function isRecord(given: unknown): given is Record<string, unknown> {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

/** So deep are documents looked at; the engine refuses what is deeper. */
const MOST_DEPTH = 64;

/** Whether something can be a contract, as far as it is read here: all else in it is looked at by the engine. */
export function isContract(given: unknown): given is Contract {
  return isRecord(given) && isWithin(given, MOST_DEPTH);
}

/** The same for a scenario. */
export function isScenario(given: unknown): given is Scenario {
  if (!isRecord(given) || !isWithin(given, MOST_DEPTH)) return false;
  const { streams = [] } = given;
  return Array.isArray(streams) && streams.every(isRecord);
}

function isWithin(given: unknown, depth: number): boolean {
  if (typeof given !== 'object' || given === null) return true;
  return depth > 0 && Object.values(given).every((value) => isWithin(value, depth - 1));
}
