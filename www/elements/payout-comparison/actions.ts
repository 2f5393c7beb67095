import type { Contract, Problem } from '#documents';
import { contractFrom } from '../../state/comparison/contract-text.js';
import { comparisonAsCsv } from '../../state/comparison/csv.js';
import {
  typeDriver,
  typeTerm,
  withContract,
  withDriverValue,
  withFurther,
  withNumbersFor,
  withoutFurther,
  withTerm,
} from '../../state/comparison/edits.js';
import type { Ask, Results } from '../../state/comparison/results.js';
import type { ComparisonSpeech } from '../../state/comparison/speech.js';
import { changeSheet, emptyTable, sheetPlace, type Table, withDraft, withoutSheet } from '../../state/comparison/table.js';
import { readEntry } from '../../state/entries.js';
import { type ClauseToAdd, type Starter, starterContract, withClause } from '../../state/starters.js';
import { type Term, withoutTerm } from '../../state/terms.js';
import { giveFile } from '../parts/give-file.js';
import type { Choices } from './choices.js';
import { type Actions, letterAt, nameOf } from './shown.js';

/** What the actions act upon. */
interface Desk {
  readonly ask: Ask;
  table(): Table;
  results(): Results | undefined;
  terms(id: number): readonly Term[];
  speech(): ComparisonSpeech;
  change(make: (table: Table) => Table, about: string, done: boolean): void;
  walk(direction: 'back' | 'forth'): void;
  choose(change: Partial<Choices>): void;
  note(note: string | undefined): void;
  share(): void;
  loadPrograms(): void;
  /** An offer has come on the table: it is brought into sight. */
  arrived(id: number): void;
}

/** All that a visitor can do, as steps on the table. */
export function actionsOn(desk: Desk): Actions {
  const { ask } = desk;
  const once = (make: (table: Table) => Table) => desk.change(make, '', true);
  const check = (contract: Contract) => {
    const answer = ask.check(contract);
    return 'ok' in answer ? answer.ok : undefined;
  };
  /** One more offer, which is then looked at. */
  const added = (make: (table: Table) => Table) => {
    const before = desk.table().sheets.length;
    once(make);
    const { sheets } = desk.table();
    const id = sheets.at(-1)?.id;
    if (id !== undefined && sheets.length > before) desk.arrived(id);
  };
  const firstDay = () => `${desk.table().scenario.start}-01`;
  const contractOf = (id: number) => desk.table().sheets.find((sheet) => sheet.id === id)?.contract;
  return {
    undo: () => desk.walk('back'),
    redo: () => desk.walk('forth'),
    clear: () => once(({ view }) => ({ ...emptyTable(), view })),
    share: () => desk.share(),
    csv: () => {
      const [results, speech] = [desk.results(), desk.speech()];
      const names = desk.table().sheets.map((sheet, place) => nameOf(sheet, letterAt(place), speech));
      if (results) giveFile(comparisonAsCsv(results, names, speech), 'comparison.csv');
    },
    view: (view) => once((table) => ({ ...table, view })),
    set: (set) => once((table) => ({ ...table, set })),
    baseline: (baseline) => once((table) => ({ ...table, baseline })),
    limit: (side, text, done) => {
      const place = `limit ${side}`;
      const read = readEntry('money', text, desk.speech().formats);
      desk.change(
        (table) => {
          const { [side]: _, ...others } = table.limits;
          if (text.trim() === '') return withDraft({ ...table, limits: others }, place, undefined);
          if ('fault' in read) return withDraft(table, place, done ? { typed: text, fault: read.fault } : { typed: text });
          return withDraft({ ...table, limits: { ...table.limits, [side]: read.value } }, place, done ? undefined : { typed: text });
        },
        place,
        done,
      );
    },
    begin: (starter) => added((table) => withContract(table, begun(starter, desk), ask)),
    put: (contract, role) => added((table) => withContract(table, contract, ask, role)),
    paste: (text) => {
      try {
        const contract = contractFrom(text);
        added((table) => withContract(table, contract, ask));
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        desk.note(`paste${desk.speech().tell('start.paste.damaged', { reason: { text: error.message } })}`);
      }
    },
    loadPrograms: () => desk.loadPrograms(),
    duplicate: (id) =>
      added((table) => {
        const place = table.sheets.findIndex((sheet) => sheet.id === id);
        const sheet = table.sheets[place];
        if (!sheet) return table;
        const speech = desk.speech();
        const name = speech.tell('name.copy', { name: { text: nameOf(sheet, letterAt(place), speech) } });
        return withContract(table, { ...sheet.contract, name }, ask, 'counter');
      }),
    remove: (id) => once((table) => withoutSheet(table, id)),
    rename: (id, name, done) =>
      desk.change(
        (table) => {
          const { name: _, ...contract } = contractOf(id) ?? ({} as Contract);
          return changeSheet(table, id, {
            contract: (name.trim() === '' ? contract : { ...contract, name: name.slice(0, 120) }) as Contract,
          });
        },
        sheetPlace(id, '/name'),
        done,
      ),
    role: (id, role) => once((table) => changeSheet(table, id, { role })),
    notes: (id, notes, done) => desk.change((table) => changeSheet(table, id, { notes }), sheetPlace(id, 'notes'), done),
    document: (id, text) =>
      once((table) => {
        const place = sheetPlace(id, '');
        try {
          const contract = contractFrom(text);
          const answer = ask.check(contract);
          if ('problems' in answer) return withDraft(table, place, { typed: text, problems: answer.problems });
          return withNumbersFor(withDraft(changeSheet(table, id, { contract }), place, undefined), contract, ask);
        } catch (error) {
          if (!(error instanceof SyntaxError)) throw error;
          return withDraft(table, place, { typed: text, problems: [noJson(error)] });
        }
      }),
    type: (id, field, text, done) =>
      desk.change((table) => typeTerm(table, id, field, { text, done }, formatsOf(id, desk), ask), sheetPlace(id, field.path), done),
    moveTerm: (id, field, value, done) =>
      desk.change(
        (table) => withTerm(table, id, field, field.kind === 'rate' ? `${value}%` : value, ask),
        sheetPlace(id, field.path),
        done,
      ),
    takeOut: (id, term) => {
      const contract = contractOf(id);
      const without = contract && withoutTerm(contract, term, desk.terms(id), check);
      if (without) once((table) => changeSheet(table, id, { contract: without }));
    },
    add: (id, clause) =>
      once((table) => {
        const contract = contractOf(id);
        if (!contract) return table;
        const more = labelled(withClause(contract, clause, firstDay()), clause, desk);
        return withNumbersFor(changeSheet(table, id, { contract: more }), more, ask);
      }),
    drive: (driver, set, text, done) =>
      desk.change((table) => typeDriver(table, driver, set, { text, done }, desk.speech().formats, ask), `${set} ${driver.path}`, done),
    point: (driver, value, done) => desk.change((table) => withDriverValue(table, driver, 'own', value), `own ${driver.path}`, done),
    start: (month) => {
      if (/^\d{4}-\d{2}$/.test(month)) once((table) => ({ ...table, scenario: { ...table.scenario, start: month } }));
    },
    further: (stream, what) => once((table) => withFurther(table, stream, what)),
    drop: (driver) => once((table) => withoutFurther(table, driver)),
    choose: (change) => desk.choose(change),
  };
}

/** What a browser says about text that is no JSON, as the engine would. */
function noJson({ message }: SyntaxError): Problem {
  return { document: 'contract', code: 'invalid_json', path: '', message, expected: '', got: '' };
}

function formatsOf(id: number, desk: Desk) {
  const facts = desk.results()?.columns.find(({ sheet }) => sheet.id === id)?.facts;
  return (facts ? desk.speech().inCurrency(facts) : desk.speech()).formats;
}

/** An offer of a plain shape, with names in the visitor's language and the currency that is on the table. */
function begun(starter: Starter, desk: Desk): Contract {
  const { scenario, sheets } = desk.table();
  const currency = sheets.find(({ contract }) => typeof contract.currency === 'string')?.contract.currency ?? 'USD';
  const contract = starterContract(starter, currency, `${scenario.start}-01`);
  return { ...named(contract, desk), name: desk.speech().tell(`name.${starter}`) };
}

function labelled(contract: Contract, clause: ClauseToAdd, desk: Desk): Contract {
  return clause === 'perSale' || clause === 'commission' || clause === 'perLead' ? named(contract, desk) : contract;
}

function named(contract: Contract, desk: Desk): Contract {
  const speech = desk.speech();
  const payouts = (contract.payouts ?? []).map((payout) => {
    const { event, label } = payout;
    const known = event === 'sale' || event === 'lead' || event === 'payment';
    return label === undefined && known ? { ...payout, label: speech.tell(`label.${event}`) } : payout;
  });
  return { ...contract, payouts };
}
