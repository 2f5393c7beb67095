import type { Contract, ContractFacts, Problem, Projection, Scenario } from '#documents';
import { compareDecimals, type Decimal, difference } from '../decimal.js';
import type { Answer } from '../typed.js';
import { type Driver, driversOf, type NumberSet, scenarioAt } from './drivers.js';
import type { Sheet, Table } from './table.js';

/** How the engine is asked: an answer, or what is wrong with the documents. */
export interface Ask {
  check(contract: Contract): Answer<ContractFacts>;
  project(contract: Contract, scenario: Scenario): Answer<Projection>;
}

/** What one sheet comes to. */
export interface Column {
  readonly sheet: Sheet;
  readonly facts: ContractFacts | undefined;
  /** What is wrong with its contract, or with the numbers under it. */
  readonly problems: readonly Problem[];
  readonly projection: Projection | undefined;
  readonly total: Decimal | undefined;
  /** More or less than the baseline; none for the baseline itself, and where there is nothing to compare. */
  readonly against: Decimal | undefined;
  /** What it pays if everything goes badly, and if everything goes well. */
  readonly worst: Decimal | undefined;
  readonly best: Decimal | undefined;
}

/** What the table comes to with one set of numbers. */
export interface Results {
  readonly columns: readonly Column[];
  readonly drivers: readonly Driver[];
  /** The numbers that all figures stand for. */
  readonly scenario: Scenario;
  /** The sheets that pay most: several where they pay the same, none where all do. */
  readonly most: readonly number[];
  readonly leads: readonly Lead[];
  /** The currency of all; none where the sheets have several, so that they can't be compared. */
  readonly currency: string | undefined;
}

/** From a month on, a sheet has paid more than the one that was ahead. */
export interface Lead {
  readonly month: string;
  readonly ahead: number;
  /** Whom it overtook; none at the start. */
  readonly behind: number | undefined;
}

export function resultsOf(table: Table, ask: Ask): Results {
  const checked = table.sheets.map((sheet) => ({ sheet, checked: ask.check(sheet.contract) }));
  const facts = checked.flatMap(({ checked }) => ('ok' in checked ? [checked.ok] : []));
  const drivers = driversOf(table.scenario, facts);
  const at = (set: NumberSet) => scenarioAt(table.scenario, drivers, set, table.own);
  const [scenario, low, high] = [at(table.set), at('low'), at('high')];
  const earned = (contract: Contract, numbers: Scenario) => {
    const answer = ask.project(contract, numbers);
    return 'ok' in answer ? answer.ok.totals.earned : undefined;
  };
  const columns = checked.map(({ sheet, checked }): Column => {
    const facts = 'ok' in checked ? checked.ok : undefined;
    const answer = facts ? ask.project(sheet.contract, scenario) : checked;
    const projection = 'ok' in answer ? (answer.ok as Projection) : undefined;
    const [worst, best] = facts ? [earned(sheet.contract, low), earned(sheet.contract, high)] : [undefined, undefined];
    const problems = 'problems' in answer ? answer.problems : [];
    return { sheet, facts, problems, projection, total: projection?.totals.earned, against: undefined, worst, best };
  });
  const currencies = new Set(columns.flatMap(({ projection }) => (projection ? [projection.currency] : [])));
  const currency = currencies.size === 1 ? [...currencies][0] : undefined;
  const base = columns.find(({ sheet }) => sheet.id === table.baseline);
  const compared = columns.map((column): Column => {
    const comparable = currency !== undefined && column !== base && base?.total !== undefined && column.total !== undefined;
    return comparable ? { ...column, against: difference(column.total, base.total) } : column;
  });
  return {
    columns: compared,
    drivers,
    scenario,
    most: currency === undefined ? [] : mostOf(compared),
    leads: currency === undefined ? [] : leadsOf(compared),
    currency,
  };
}

function mostOf(columns: readonly Column[]): readonly number[] {
  const known = columns.filter((column): column is Column & { total: Decimal } => column.total !== undefined);
  const [first] = known;
  if (!first || known.length < 2) return [];
  const most = known.reduce((best, { total }) => (compareDecimals(total, best) > 0 ? total : best), first.total);
  const ahead = known.filter(({ total }) => compareDecimals(total, most) === 0).map(({ sheet }) => sheet.id);
  return ahead.length === known.length ? [] : ahead;
}

/** Who has paid most by the end of each month, from where it changes: a tie leaves it where it is. */
function leadsOf(columns: readonly Column[]): readonly Lead[] {
  const known = columns.flatMap(({ sheet, projection }) => (projection ? [{ id: sheet.id, months: projection.byMonth }] : []));
  const leads: Lead[] = [];
  if (known.length < 2) return leads;
  known[0]?.months.forEach(({ month }, place) => {
    const so = (of: (typeof known)[number]) => of.months[place]?.cumulative ?? '0';
    const best = known.reduce((best, other) => (compareDecimals(so(other), so(best)) > 0 ? other : best));
    const last = known.find(({ id }) => id === leads.at(-1)?.ahead);
    const isTie = known.every((other) => compareDecimals(so(other), so(best)) === 0);
    if (isTie || (last && compareDecimals(so(best), so(last)) <= 0)) return;
    // Where all had paid the same until then, it has overtaken the next best.
    const others = known.filter(({ id }) => id !== best.id);
    const next = place === 0 ? undefined : others.reduce((most, other) => (compareDecimals(so(other), so(most)) > 0 ? other : most));
    leads.push({ month, ahead: best.id, behind: (last ?? next)?.id });
  });
  return leads;
}
