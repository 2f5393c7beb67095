import type { Contract, Scenario } from '#documents';
import { numberIn } from '../entries.js';
import { packed, partOf, unpacked } from '../packed.js';
import { SavedError } from '../saved.js';
import {
  isContract,
  isNumberSet,
  isOneOf,
  isRecord,
  isScenario,
  MOST_NOTE_CHARACTERS,
  MOST_SHEETS,
  ROLES,
  type Role,
  type Table,
  VIEWS,
  type View,
} from './table.js';

/** A table as it is kept and shared: documents as they are, and what was chosen. */
export interface SavedTable {
  readonly version: 1;
  readonly sheets: readonly { readonly contract: Contract; readonly role?: Role; readonly notes?: string }[];
  readonly scenario: Scenario;
  readonly own?: Readonly<Record<string, string>>;
  readonly set?: Table['set'];
  /** The place of the sheet that others are compared with; none for the first. */
  readonly baseline?: number;
  readonly view?: View;
  readonly limits?: Table['limits'];
}

const VERSION = 1;
const MOST_OWN = 64;

/** What is kept of a table: what was typed and not taken is not. */
export function savedTable(table: Table): SavedTable {
  const { sheets, scenario, own, set, baseline, view, limits } = table;
  const place = sheets.findIndex(({ id }) => id === baseline);
  return {
    version: VERSION,
    sheets: sheets.map(({ contract, role, notes }) => ({ contract: withoutSchema(contract), role, ...(notes !== '' && { notes }) })),
    scenario: withoutSchema(scenario),
    ...(Object.keys(own).length > 0 && { own }),
    ...(set !== 'base' && { set }),
    ...(place > 0 && { baseline: place }),
    ...(view !== 'partner' && { view }),
    ...(Object.keys(limits).length > 0 && { limits }),
  };
}

/**
 * A saved table in the place of another. Its documents are not looked at here: the engine says what is wrong with them.
 *
 * @throws {SavedError} for what is no saved table, or one of a later version
 */
export function restoredTable(table: Table, value: unknown): Table {
  if (!isRecord(value)) throw damaged();
  const { version, sheets, scenario, own, set, baseline, view, limits } = value;
  if (typeof version === 'number' && version > VERSION) {
    throw new SavedError('saved_too_new', `This was saved by a later version (${version}; this one reads ${VERSION}).`);
  }
  if (version !== VERSION || !Array.isArray(sheets) || sheets.length > MOST_SHEETS || !isScenario(scenario)) throw damaged();
  const restored = sheets.map((sheet: unknown, place) => {
    if (!isRecord(sheet)) throw damaged();
    const { contract, role, notes } = sheet;
    if (!isContract(contract)) throw damaged();
    return {
      id: place + 1,
      contract,
      role: isOneOf(ROLES, role) ? role : ('proposal' as const),
      notes: typeof notes === 'string' ? notes.slice(0, MOST_NOTE_CHARACTERS) : '',
    };
  });
  return {
    ...table,
    sheets: restored,
    scenario,
    own: numbersIn(own),
    set: isNumberSet(set) ? set : 'base',
    baseline: restored[typeof baseline === 'number' ? baseline : 0]?.id ?? 1,
    view: isOneOf(VIEWS, view) ? view : 'partner',
    limits: Object.fromEntries(Object.entries(numbersIn(limits)).filter(([side]) => side === 'partner' || side === 'brand')),
    drafts: {},
  };
}

/** A saved table as the part of a link: `payout-comparison=` (with the element's id, `payout-comparison.ID=`), packed. */
export async function toLink(value: SavedTable, id = ''): Promise<string> {
  return keyOf(id) + (await packed(value));
}

/**
 * The saved table in a page's fragment; nothing where there is none.
 *
 * @throws {SavedError} for one that was cut off, or is none, or unfolds to more than a table can be
 */
export async function fromLink(fragment: string, id = ''): Promise<unknown> {
  const text = partOf(fragment, keyOf(id));
  try {
    return text === undefined ? undefined : await unpacked(text);
  } catch {
    throw damaged();
  }
}

const damaged = () => new SavedError('saved_damaged', 'The link’s terms are damaged.');
const keyOf = (id: string) => (id === '' ? 'payout-comparison=' : `payout-comparison.${encodeURIComponent(id)}=`);

function withoutSchema<T extends { $schema?: string }>(document: T): T {
  const { $schema: _, ...own } = document;
  return own as T;
}

function numbersIn(given: unknown): Record<string, string> {
  if (!isRecord(given)) return {};
  const numbers = Object.entries(given).filter(([, value]) => typeof value === 'string' && numberIn(value) !== undefined);
  return Object.fromEntries(numbers.slice(0, MOST_OWN)) as Record<string, string>;
}
