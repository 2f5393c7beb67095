import type { Contract, ContractFacts, Phrase, Sentence } from '#documents';
import { compareDecimals } from './decimal.js';
import { type EntryKind, numberIn } from './entries.js';
import { type Leaf, leavesOf, valueAt, withoutPlace, withValueAt } from './pointers.js';

type Value = NonNullable<Phrase['with']>[string];
type Check = (contract: Contract) => ContractFacts | undefined;

/** A value of a sentence that stands in the contract, and can be changed there. */
export interface TermField {
  readonly path: string;
  readonly kind: EntryKind;
}

/** A sentence about a contract whose values can be changed in it. */
export interface Term {
  /** The clause that it is about; none for the contract as a whole. */
  readonly clause: string | undefined;
  readonly phrase: Phrase;
  readonly fields: ReadonlyMap<Value, TermField>;
}

/** Which place of the contract each value of its sentences comes from. */
type Places = ReadonlyMap<string, Leaf>;

const known = new Map<string, Places>();
const MOST_KNOWN = 64;
const MOST_LEAVES = 200;

/**
 * A contract's sentences with their fields. Which number of the contract a sentence's value is, is found by asking the engine: each number is moved, and
 * the value that moves with it is its own. So every clause that the engine can put into words can be edited, and none is written down here a second time.
 *
 * `check` gives nothing for a contract that the engine refuses.
 */
export function termsOf(contract: Contract, check: Check): readonly Term[] {
  // Amounts of nothing are said in other words, without a field to change them back.
  const shape = atLeastSomething(contract);
  const [model, facts] = shape === contract ? [contract, check(contract)] : shapeOrSelf(shape, contract, check);
  if (!facts) return [];
  const places = placesOf(model, facts, check);
  return facts.summary.map((sentence, index) => termOf(sentence, String(index), places, contract));
}

/** The places that a sentence's clause may be taken out at, the narrowest first. */
export function placesToRemove({ clause, fields }: Term, terms: readonly Term[]): readonly string[] {
  const own = clause !== undefined && terms.find((term) => term.clause === clause)?.fields === fields;
  const [field] = fields.values();
  const inside = field === undefined ? [] : prefixes(field.path, clause ?? '');
  const holder = clause === undefined ? [] : prefixes(clause, '').reverse();
  return own ? holder : inside;
}

/** The contract without a sentence's clause; nothing where the engine refuses every way to leave it out. */
export function withoutTerm(contract: Contract, term: Term, terms: readonly Term[], check: Check): Contract | undefined {
  const said = JSON.stringify(term.phrase);
  for (const place of placesToRemove(term, terms)) {
    if (valueAt(contract, place) === undefined) continue;
    const without = withoutPlace(contract, place);
    const facts = check(without);
    if (facts && !facts.summary.some(({ phrase }) => JSON.stringify(phrase) === said)) return without;
  }
  return undefined;
}

/** `/payouts/0/for/months` inside `/payouts/0` is `/payouts/0/for`, then `/payouts/0/for/months`. */
function prefixes(path: string, inside: string): string[] {
  const steps = path.slice(inside.length).split('/').slice(1);
  return steps.map((_, place) => `${inside}/${steps.slice(0, place + 1).join('/')}`);
}

function shapeOrSelf(shape: Contract, contract: Contract, check: Check): [Contract, ContractFacts | undefined] {
  const facts = check(shape);
  return facts ? [shape, facts] : [contract, check(contract)];
}

function atLeastSomething(contract: Contract): Contract {
  const empty = leavesOf(contract).filter(({ value }) => /^0+(\.0+)?%?$/.test(String(value)));
  return empty.reduce((changed, { path, value }) => withValueAt(changed, path, String(value).endsWith('%') ? '1%' : '1'), contract);
}

function placesOf(contract: Contract, facts: ContractFacts, check: Check): Places {
  const said = valuesIn(facts.summary);
  const leaves = leavesOf(contract)
    .filter(({ path, value }) => changes(path, value).length > 0)
    .slice(0, MOST_LEAVES);
  // Numbers of the same places and sentences keep their places, whatever they are.
  const key = JSON.stringify([leaves.map(({ path }) => path), [...said.keys()], facts.summary.map(({ phrase }) => phrase.say)]);
  const found = known.get(key);
  if (found) return found;
  const places = new Map<string, Leaf>();
  for (const leaf of leaves) {
    for (const value of changes(leaf.path, leaf.value)) {
      const moved = check(withValueAt(contract, leaf.path, value));
      const now = moved && valuesIn(moved.summary);
      if (!now || now.size !== said.size || ![...said.keys()].every((place) => now.has(place))) continue;
      for (const [place, text] of said) if (now.get(place) !== text) places.set(place, leaf);
      break;
    }
  }
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, places);
  return places;
}

/** Other values that may stand at a place; none where it is no amount, rate, count, day or label. */
function changes(path: string, value: string | number): readonly (string | number)[] {
  if (path === '/version' || path.startsWith('/$')) return [];
  if (/\/label$/.test(path)) return [`${value}.`];
  const text = String(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return [nextDay(text)];
  const number = numberIn(text);
  if (number === undefined) return [];
  const asIs = (moved: number) => (typeof value === 'number' ? moved : text.endsWith('%') ? `${moved}%` : String(moved));
  const near = text.endsWith('%') ? 0.01 : 1;
  const rounded = (moved: number) => Number(moved.toFixed(6));
  return [rounded(Number(number) + near), rounded(Number(number) + near / 100), rounded(Math.max(0, Number(number) - near))].map(asIs);
}

function nextDay(date: string): string {
  return new Date(Date.parse(`${date}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** Every plain value of the sentences, by where it stands in them. */
function valuesIn(summary: readonly Sentence[]): Map<string, string> {
  const values = new Map<string, string>();
  const walk = ({ with: named }: Phrase, at: string) => {
    for (const [name, value] of Object.entries(named ?? {})) {
      for (const [place, phrase] of phrasesIn(value).entries()) walk(phrase, `${at}/${name}/${place}`);
      if (phrasesIn(value).length === 0) values.set(`${at}/${name}`, JSON.stringify(value));
    }
  };
  for (const [index, { phrase }] of summary.entries()) walk(phrase, String(index));
  return values;
}

function phrasesIn(value: Value): readonly Phrase[] {
  return 'phrase' in value ? [value.phrase] : 'all' in value ? value.all : 'any' in value ? value.any : [];
}

/** The sentence with the contract's own values in it, and a field for each. */
function termOf({ clause, phrase }: Sentence, index: string, places: Places, contract: Contract): Term {
  const fields = new Map<Value, TermField>();
  const own = (value: Value, at: string): Value => {
    if ('phrase' in value) return { phrase: phraseOf(value.phrase, `${at}/0`) };
    if ('all' in value) return { all: value.all.map((phrase, place) => phraseOf(phrase, `${at}/${place}`)) };
    if ('any' in value) return { any: value.any.map((phrase, place) => phraseOf(phrase, `${at}/${place}`)) };
    const path = places.get(at)?.path;
    if (path === undefined) return value;
    const now = String(valueAt(contract, path));
    const [kind, held] = heldBy(value, now);
    fields.set(held, { path, kind });
    return held;
  };
  const phraseOf = ({ say, with: named }: Phrase, at: string): Phrase => {
    if (!named) return { say };
    return { say, with: Object.fromEntries(Object.entries(named).map(([name, value]) => [name, own(value, `${at}/${name}`)])) };
  };
  return { clause: clause ?? undefined, phrase: phraseOf(phrase, index), fields };
}

function heldBy(value: Value, now: string): readonly [EntryKind, Value] {
  if ('money' in value) return ['money', { money: numberIn(now) ?? value.money }];
  if ('rate' in value) return ['rate', { rate: numberIn(now) === undefined ? value.rate : now }];
  if ('number' in value) return ['count', { number: numberIn(now) ?? value.number }];
  if ('date' in value) return ['date', { date: now }];
  return ['text', { text: now }];
}

/** Whether a value at a place is another than before, however it is written. */
export function isSameValue(one: unknown, other: unknown): boolean {
  const [a, b] = [numberIn(one), numberIn(other)];
  if (a === undefined || b === undefined) return one === other;
  return String(one).endsWith('%') === String(other).endsWith('%') && compareDecimals(a, b) === 0;
}
