import type { Contract, Scenario, Vary } from '#documents';
import { asVary, type Span, spanAlongTerm, strideOf } from '../../state/comparison/ranges.js';
import type { ComparisonSpeech } from '../../state/comparison/speech.js';
import { sheetPlace } from '../../state/comparison/table.js';
import { compareDecimals } from '../../state/decimal.js';
import type { EntryKind } from '../../state/entries.js';
import { withValueAt } from '../../state/pointers.js';
import { driverName } from './numbers.js';
import { type OpenTerm, openTerms } from './offers.js';
import { along, between, type Named } from './pairs.js';
import type { Actions, Shown } from './shown.js';

/** Along what two offers are held against each other: a number that both stand on, or a term of one of them. */
export interface Axis {
  /** Tells it from the others that can be chosen. */
  readonly key: string;
  readonly name: string;
  readonly now: string;
  readonly span: Span;
  /** How far one press of an arrow key goes. */
  readonly stride: string;
  /** Which of both offers has the term; none for a number that both stand on. */
  readonly of: 0 | 1 | undefined;
  written(value: string): string;
  move(actions: Actions, value: string, done: boolean): void;
  /** What to ask, of these contracts over this scenario; it is the same wherever the point stands. */
  asked(): { readonly contracts: readonly [Contract, Contract]; readonly scenario: Scenario; readonly vary: Vary };
}

/** What a pair can be held against each other along, each with what it is called. */
export function axesOf(shown: Shown, pair: readonly [Named, Named]) {
  const numbers = shown.results.drivers.map((driver) => ({ key: driver.path, name: driverName(driver, shown) }));
  const terms = pair.map((named) =>
    openTerms(shown, named).map((term) => ({ key: sheetPlace(named.id, term.field.path), name: term.sentence, term, named })),
  );
  return { numbers, terms };
}

/** The chosen one, else the first number. */
export function axisOf(shown: Shown, pair: readonly [Named, Named]): Axis | undefined {
  const { from, to, driver: chosen } = shown.choices;
  const { terms } = axesOf(shown, pair);
  for (const of of [0, 1] as const) {
    const found = terms[of]?.find(({ key }) => key === chosen);
    if (found) return alongTerm(shown, pair, of, found.term, from, to);
  }
  return alongNumber(shown, pair);
}

function alongNumber(shown: Shown, pair: readonly [Named, Named]): Axis | undefined {
  const found = along(shown, shown.choices.driver, 0);
  if (!found) return undefined;
  const { driver, now, path } = found;
  const span = between(found.span, shown.choices.from, shown.choices.to);
  return {
    key: driver.path,
    name: driverName(driver, shown),
    now,
    span,
    stride: span.step,
    of: undefined,
    written: (value) => shown.speech.value(driver, value),
    move: (actions, value, done) => actions.point(driver, value, done),
    asked: () => {
      const vary = asVary(path, span, driver.entry) as Vary;
      const scenario = withValueAt(shown.results.scenario, path, vary.from);
      return { contracts: [pair[0].contract, pair[1].contract], scenario, vary };
    },
  };
}

function alongTerm(
  shown: Shown,
  pair: readonly [Named, Named],
  of: 0 | 1,
  { field, now, sentence }: OpenTerm,
  from: string | undefined,
  to: string | undefined,
): Axis {
  const [own, other] = [pair[of], pair[of === 0 ? 1 : 0]];
  const span = between(termSpan(own, { field, now, sentence }), from, to);
  const stride = strideOf(field.kind, span.to);
  const speech = own.column.facts ? shown.speech.inCurrency(own.column.facts) : shown.speech;
  return {
    key: sheetPlace(own.id, field.path),
    name: sentence,
    now,
    span,
    stride: compareDecimals(stride, span.step) < 0 ? span.step : stride,
    of,
    written: (value) => writtenTerm(field.kind, value, speech),
    move: (actions, value, done) => actions.moveTerm(own.id, field, value, done),
    asked: () => {
      const vary = asVary(field.path, span, field.kind, 'contract') as Vary;
      const contract = withValueAt(own.contract, field.path, vary.from);
      return { contracts: [contract, other.contract], scenario: shown.results.scenario, vary };
    },
  };
}

/** Where to look along a term that is as it is now. */
export function termSpan({ contract, column }: Named, { field, now }: OpenTerm): Span {
  return spanAlongTerm(contract, field, now, column.facts?.minorUnits ?? 2);
}

/** A term's value as people read it. */
export function writtenTerm(kind: EntryKind, value: string, { formats }: ComparisonSpeech): string {
  if (kind === 'money') return formats.shortMoney(value);
  return kind === 'rate' ? formats.rate(value) : formats.count(value);
}
