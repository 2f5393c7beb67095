import type { Contract, Scenario } from '#documents';
import { emptyTable, MOST_SHEETS, ROLES, type Role, type Table, type View, withSheet } from '../../state/comparison/table.js';
import { SourceError } from '../payout-calculator/source.js';

/** An offer as a page gives it. */
export interface GivenSheet {
  readonly contract: Contract;
  readonly role?: Role;
  readonly notes?: string;
}

/** What a page may set, or write into the element. */
export interface Given {
  readonly sheets?: readonly GivenSheet[] | undefined;
  readonly scenario?: Scenario | undefined;
  readonly view?: View | undefined;
}

const MOST_CHARACTERS = 256 * 1024;

/**
 * The table that a page begins with: the element's properties, else the JSON in its child `<script type="application/json">`, else an empty one.
 *
 * @throws {SourceError} `invalid_json`
 */
export function openingTable(element: HTMLElement, given: Given): Table {
  const written = writtenIn(element);
  const empty = emptyTable();
  const sheets: unknown = given.sheets ?? written.sheets ?? [];
  if (!Array.isArray(sheets) || sheets.length > MOST_SHEETS) {
    throw new SourceError('invalid_json', `"sheets" is a list of at most ${MOST_SHEETS} offers.`);
  }
  const scenario = given.scenario ?? written.scenario ?? empty.scenario;
  const table = { ...empty, scenario, view: given.view ?? written.view ?? 'partner' };
  return (sheets as readonly Partial<GivenSheet>[]).reduce((table, { contract, role, notes = '' }) => {
    if (typeof contract !== 'object') throw new SourceError('invalid_json', 'A sheet lacks its "contract".');
    return withSheet(
      table,
      contract,
      ROLES.find((known) => known === role),
      String(notes),
    );
  }, table);
}

function writtenIn(element: HTMLElement): Given {
  const text = element.querySelector<HTMLScriptElement>(':scope > script[type="application/json"]')?.textContent ?? '';
  if (text.trim() === '') return {};
  if (text.length > MOST_CHARACTERS) {
    throw new SourceError('invalid_json', `The JSON inside the element may be ${MOST_CHARACTERS} characters long, and is ${text.length}.`);
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (cause) {
    throw new SourceError('invalid_json', `The JSON inside the element cannot be read: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
  throw new SourceError('invalid_json', 'The JSON inside the element is not an object.');
}
