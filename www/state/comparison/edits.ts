import type { Contract, Problem, Scenario } from '#documents';
import { readEntry } from '../entries.js';
import type { Formats } from '../formats.js';
import { valueAt, withoutPlace, withValueAt } from '../pointers.js';
import { isSameValue, type TermField } from '../terms.js';
import { type Driver, FURTHER, type NumberSet, withSetValue, withStreams } from './drivers.js';
import type { Ask } from './results.js';
import { changeSheet, type Draft, scenarioPlace, sheetPlace, type Table, withDraft, withSheet } from './table.js';

/** How the visitor's typing is read: half typed, or done with. */
export interface Typed {
  readonly text: string;
  readonly done: boolean;
}

/** The table after something was typed into a field of a sheet's sentence: what can't be taken is kept as a draft, beside what holds. */
export function typeTerm(table: Table, id: number, { path, kind }: TermField, typed: Typed, formats: Formats, ask: Ask): Table {
  const place = sheetPlace(id, path);
  const sheet = table.sheets.find((sheet) => sheet.id === id);
  if (!sheet) return table;
  const read = readEntry(kind, typed.text, formats);
  if ('fault' in read) return withDraft(table, place, draftOf(table, place, typed, { fault: read.fault }));
  const before = valueAt(sheet.contract, path);
  if (isSameValue(before, read.value)) return withDraft(table, place, typed.done ? undefined : { typed: typed.text });
  const contract = withValueAt(sheet.contract, path, writtenLike(before, read.value));
  const answer = ask.check(contract);
  if ('problems' in answer) {
    return withDraft(table, place, draftOf(table, place, typed, { problems: answer.problems.slice(0, 1) }));
  }
  return withDraft(changeSheet(table, id, { contract }), place, typed.done ? undefined : { typed: typed.text });
}

/** A count that a document writes as a number stays one. */
const writtenLike = (before: unknown, value: string) =>
  typeof before === 'number' && Number.isSafeInteger(Number(value)) ? Number(value) : value;

/** The table with another value of a sheet's term, where the engine takes it. */
export function withTerm(table: Table, id: number, { path }: TermField, value: string, ask: Ask): Table {
  const before = table.sheets.find((sheet) => sheet.id === id)?.contract;
  if (!before) return table;
  const contract = withValueAt(before, path, writtenLike(valueAt(before, path), value));
  if ('problems' in ask.check(contract)) return table;
  return withDraft(changeSheet(table, id, { contract }), sheetPlace(id, path), undefined);
}

/** The same for a number of the scenario, in one of its sets. */
export function typeDriver(table: Table, driver: Driver, set: NumberSet, typed: Typed, formats: Formats, ask: Ask): Table {
  const place = scenarioPlace(set, driver.path);
  const read = readEntry(driver.entry, typed.text, formats);
  if ('fault' in read) return withDraft(table, place, draftOf(table, place, typed, { fault: read.fault }));
  const value = read.value.replace('%', '');
  const changed = withDriverValue(table, driver, set, value);
  const problem = scenarioProblem(changed, ask);
  if (problem) return withDraft(table, place, draftOf(table, place, typed, { problems: [problem] }));
  return withDraft(changed, place, typed.done ? undefined : { typed: typed.text });
}

/** The table with another value of a driver. One of the visitor's own makes their set the one that is shown. */
export function withDriverValue(table: Table, driver: Driver, set: NumberSet, value: string): Table {
  if (set === 'own') return { ...table, own: { ...table.own, [driver.path]: value }, set };
  return { ...table, scenario: withSetValue(table.scenario, driver, set, value) };
}

/** What the engine finds wrong with a number that it does not take. */
function scenarioProblem({ sheets, scenario, own }: Table, ask: Ask): Problem | undefined {
  const settled = Object.entries(own).reduce<Scenario>((changed, [path, value]) => {
    const isRate = JSON.stringify(valueAt(scenario, path) ?? '').includes('%');
    return valueAt(scenario, path) === undefined ? changed : withValueAt(changed, path, isRate ? `${value}%` : value);
  }, scenario);
  for (const numbers of [scenario, settled]) {
    for (const { contract } of sheets) {
      const answer = ask.project(contract, numbers);
      const problem = 'problems' in answer ? answer.problems.find(({ document }) => document === 'scenario') : undefined;
      if (problem) return problem;
    }
  }
  return undefined;
}

/** What is half typed is not at fault yet; but a fault that is shown stays until it is mended. */
export function draftOf({ drafts }: Pick<Table, 'drafts'>, place: string, { text, done }: Typed, wrong: Omit<Draft, 'typed'>): Draft {
  const shown = drafts[place];
  const isShown = done || shown?.fault !== undefined || shown?.problems !== undefined || shown?.expected !== undefined;
  return isShown ? { typed: text, ...wrong } : { typed: text };
}

/** The table with a contract on a new sheet, and numbers for all that it pays for. */
export function withContract(table: Table, contract: Contract, ask: Ask, role?: Table['sheets'][number]['role']): Table {
  const added = withSheet(table, contract, role);
  return withNumbersFor(added, contract, ask);
}

/** The table with numbers for every event that a contract pays for. */
export function withNumbersFor(table: Table, contract: Contract, ask: Ask): Table {
  const answer = ask.check(contract);
  return 'ok' in answer ? { ...table, scenario: withStreams(table.scenario, contract, answer.ok) } : table;
}

/** A further assumption about a stream, and its end. */
export function withFurther(table: Table, stream: number, what: keyof typeof FURTHER): Table {
  return { ...table, scenario: withFurtherIn(table.scenario, stream, what) };
}

export function withoutFurther(table: Table, driver: Driver): Table {
  const { [driver.path]: _, ...own } = table.own;
  return { ...table, scenario: withoutFurtherIn(table.scenario, driver), own };
}

export function withFurtherIn(scenario: Scenario, stream: number, what: keyof typeof FURTHER): Scenario {
  const path = `/streams/${stream}`;
  const now = valueAt(scenario, path);
  return withValueAt(scenario, path, { ...(now as object), ...FURTHER[what] });
}

export function withoutFurtherIn(scenario: Scenario, { path }: Driver): Scenario {
  const [, stream, field] = /^(\/streams\/\d+)\/(\w+)/.exec(path) ?? [];
  return withoutPlace(scenario, `${stream}/${field}`);
}
