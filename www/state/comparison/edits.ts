import type { Contract, Problem, Scenario } from '#documents';
import { readEntry } from '../entries.js';
import type { Formats } from '../formats.js';
import { valueAt, withoutPlace, withValueAt } from '../pointers.js';
import type { TermField } from '../terms.js';
import { draftOf, type Typed, typedTerm, writtenLike } from '../typed.js';
import { type Driver, FURTHER, type NumberSet, withSetValue, withStreams } from './drivers.js';
import type { Ask } from './results.js';
import { changeSheet, scenarioPlace, sheetPlace, type Table, withDraft, withSheet } from './table.js';

/** The table after something was typed into a field of a sheet's sentence: what can't be taken is kept as a draft, beside what holds. */
export function typeTerm(table: Table, id: number, field: TermField, typed: Typed, formats: Formats, ask: Ask): Table {
  const place = sheetPlace(id, field.path);
  const sheet = table.sheets.find((sheet) => sheet.id === id);
  if (!sheet) return table;
  const { contract, draft } = typedTerm(sheet.contract, field, typed, table.drafts[place], formats, ask.check);
  return withDraft(contract === sheet.contract ? table : changeSheet(table, id, { contract }), place, draft);
}

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
  if ('fault' in read) return withDraft(table, place, draftOf(table.drafts[place], typed, { fault: read.fault }));
  const value = read.value.replace('%', '');
  const changed = withDriverValue(table, driver, set, value);
  const problem = scenarioProblem(changed, ask);
  if (problem) return withDraft(table, place, draftOf(table.drafts[place], typed, { problems: [problem] }));
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
