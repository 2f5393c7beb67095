import type { Contract, Scenario } from '#documents';
import {
  emptyTable,
  isContract,
  isOneOf,
  isRecord,
  isScenario,
  MOST_SHEETS,
  ROLES,
  type Role,
  type Table,
  VIEWS,
  type View,
  withSheet,
} from '../../state/comparison/table.js';
import { pageJson, SourceError } from '../parts/page-json.js';

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
  /** Where JSON like that inside the element lies. */
  readonly src?: string | null | undefined;
}

/**
 * The table that a page begins with: the element's properties, else the JSON at its `src`, else that in its child `<script type="application/json">`, else an empty one.
 *
 * @throws {SourceError} when what there is cannot be fetched or read
 */
export async function openingTable(element: HTMLElement, given: Given): Promise<Table> {
  const written: Given = await pageJson(element, given.src);
  const empty = emptyTable();
  const sheets: unknown = given.sheets ?? written.sheets ?? [];
  if (!Array.isArray(sheets) || sheets.length > MOST_SHEETS) {
    throw new SourceError('invalid_json', `"sheets" is a list of at most ${MOST_SHEETS} offers.`);
  }
  const scenario: unknown = given.scenario ?? written.scenario ?? empty.scenario;
  if (!isScenario(scenario)) throw new SourceError('invalid_json', '"scenario" is no object, or its "streams" are no list of objects.');
  const view: unknown = given.view ?? written.view;
  const table: Table = { ...empty, scenario, view: isOneOf(VIEWS, view) ? view : 'partner' };
  return sheets.reduce<Table>((table, sheet: unknown) => {
    const { contract, role, notes = '' } = isRecord(sheet) ? sheet : {};
    if (!isContract(contract)) throw new SourceError('invalid_json', 'A sheet lacks its "contract".');
    return withSheet(table, contract, isOneOf(ROLES, role) ? role : undefined, String(notes));
  }, table);
}
