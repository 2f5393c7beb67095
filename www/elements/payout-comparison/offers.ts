import type { Contract, Vary, Worth } from '#documents';
import { asVary, spanOfTerm, spanToBargain } from '../../state/comparison/ranges.js';
import { numberIn } from '../../state/entries.js';
import { valueAt, withValueAt } from '../../state/pointers.js';
import { sentencePieces } from '../../state/sentences.js';
import { withClause } from '../../state/starters.js';
import type { TermField } from '../../state/terms.js';
import { type Named, pairOf } from './pairs.js';
import type { Shown } from './shown.js';
import { wordsFor } from './words.js';

/** A number of an offer that can be bargained over, with the sentence that it stands in. */
export interface OpenTerm {
  readonly field: TermField;
  readonly now: string;
  readonly sentence: string;
}

/** The amounts, rates and counts of an offer, each with its sentence. */
export function openTerms(shown: Shown, { id, contract, column }: Named): readonly OpenTerm[] {
  const words = wordsFor(shown.speech.language);
  const { formats } = column.facts ? shown.speech.inCurrency(column.facts) : shown.speech;
  const seen = new Set<string>();
  return (shown.terms.get(id) ?? []).flatMap(({ phrase, fields }) => {
    const pieces = sentencePieces(phrase, words, formats);
    return [...fields].flatMap(([value, field]): OpenTerm[] => {
      if (field.kind === 'date' || field.kind === 'text' || seen.has(field.path)) return [];
      if (field.path.startsWith('/settlement')) return [];
      seen.add(field.path);
      // The number itself stands open in its sentence.
      const sentence = pieces.map((piece) => (piece.value === value ? `[${piece.text}]` : piece.text)).join('');
      return [{ field, now: numberIn(valueAt(contract, field.path)) ?? '0', sentence }];
    });
  });
}

/** A term that is to make a pair equal, in its contract or in one that has it besides. */
export interface EqualTerm extends OpenTerm {
  readonly contract: Contract;
  readonly isNew: boolean;
}

const ADDED = [
  { clause: 'oneTime', list: 'oneTime', field: 'amount', kind: 'money' },
  { clause: 'guarantee', list: 'guarantees', field: 'amount', kind: 'money' },
  { clause: 'cap', list: 'limits', field: 'max', kind: 'money' },
] as const;

/** Everything that may make an offer equal: its own terms, and a fee, a guarantee or a cap where it has none. */
export function equalTerms(shown: Shown, sheet: Named): readonly EqualTerm[] {
  const { contract } = sheet;
  const own = openTerms(shown, sheet).map((term) => ({ ...term, contract, isNew: false }));
  const added = ADDED.filter(({ list }) => contract[list] === undefined).map(({ clause, list, field, kind }) => {
    const more = withClause(contract, clause, `${shown.results.scenario.start}-01`);
    const path = `/${list}/0/${field}`;
    const now = numberIn(valueAt(more, path)) ?? '0';
    return { field: { path, kind }, now, sentence: shown.speech.tell(`add.${clause}`), contract: more, isNew: true };
  });
  return [...own, ...added];
}

/** The term that is to make a pair equal: the chosen one, else the first. */
export function chosenTerm(shown: Shown, sheet: Named): EqualTerm | undefined {
  const terms = equalTerms(shown, sheet);
  return terms.find(({ field }) => field.path === shown.choices.term) ?? terms[0];
}

export function varyOf({ contract, field, now }: EqualTerm, minorUnits: number): Vary {
  return asVary(field.path, spanOfTerm(contract, field, now, minorUnits), field.kind, 'contract') as Vary;
}

export function varyToBargain({ field, now }: OpenTerm, contract: Contract): Vary {
  return asVary(field.path, spanToBargain(contract, field, now), field.kind, 'contract') as Vary;
}

/** Which terms are open to bargaining: those chosen, up to three. */
export function bargained(shown: Shown): { readonly sheet: Named; readonly terms: readonly OpenTerm[] } | undefined {
  const [sheet] = pairOf(shown) ?? [];
  if (!sheet) return undefined;
  const all = openTerms(shown, sheet);
  const chosen = shown.choices.open?.filter((path) => all.some(({ field }) => field.path === path)) ?? [];
  const paths = chosen.length > 0 ? chosen.slice(0, 3) : all.slice(0, 1).map(({ field }) => field.path);
  return { sheet, terms: all.filter(({ field }) => paths.includes(field.path)) };
}

/** How many standard deviations of what an offer pays a cautious side counts against it. */
export const CAUTION = '0.5';

/** By what offers are worth the same: what they pay as expected, unless another measure is chosen. */
export function measureOf({ choices }: Shown): Worth {
  return choices.measure ?? 'median';
}

/** Whose caution it is: the side that is looked at. */
export function cautiousSide({ table }: Shown): 'partner' | 'brand' {
  return table.view === 'brand' ? 'brand' : 'partner';
}

/** An offer of another shape, with the number that is to be found. */
export interface Shape {
  readonly key: 'perEvent' | 'percent' | 'retainer' | 'fee';
  readonly contract: Contract;
  readonly vary: Vary;
}

/** Offers of other shapes for the event that an offer pays most for: with the same dates of payment, and nothing else of it. */
export function otherShapes({ results }: Shown, { contract, column }: Named): readonly Shape[] {
  const [payout] = contract.payouts ?? [];
  const stream = (results.scenario.streams ?? []).find(({ event }) => event === payout?.event);
  const { version, currency, settlement } = contract;
  const whole = { version, currency, ...(settlement && { settlement }) };
  const event = payout?.event ?? 'sale';
  const label = payout?.label === undefined ? {} : { label: payout.label };
  const minorUnits = column.facts?.minorUnits ?? 2;
  const unit = { from: '0', to: '1000000', step: minorUnits === 0 ? '1' : (10 ** -minorUnits).toFixed(minorUnits) };
  const once = stream?.churn === undefined ? {} : { for: { payments: 1 } };
  const firstDay = `${results.scenario.start}-01`;
  const shapes: Shape[] = [
    {
      key: 'perEvent',
      contract: { ...whole, payouts: [{ event, ...label, pay: { fixed: '1' }, ...once }] } as Contract,
      vary: asVary('/payouts/0/pay/fixed', unit, 'money', 'contract') as Vary,
    },
    {
      key: 'retainer',
      contract: { ...whole, retainers: [{ amount: '1', per: 'month', during: { from: firstDay } }] } as Contract,
      vary: asVary('/retainers/0/amount', { ...unit, to: '10000000' }, 'money', 'contract') as Vary,
    },
    {
      key: 'fee',
      contract: { ...whole, oneTime: [{ amount: '1', on: firstDay }] } as Contract,
      vary: asVary('/oneTime/0/amount', { ...unit, to: '100000000' }, 'money', 'contract') as Vary,
    },
  ];
  if (stream?.amount !== undefined) {
    shapes.splice(1, 0, {
      key: 'percent',
      contract: { ...whole, payouts: [{ event, ...label, pay: { percent: '1%' } }] } as Contract,
      vary: asVary('/payouts/0/pay/percent', { from: '0', to: '100', step: '0.01' }, 'rate', 'contract') as Vary,
    });
  }
  const own = JSON.stringify(contract.payouts?.[0]?.pay ?? {});
  const plain =
    (contract.payouts?.length ?? 0) === 1 &&
    !contract.oneTime &&
    !contract.guarantees &&
    !contract.limits &&
    !contract.retainers &&
    !payout?.tiers;
  return shapes.filter(
    ({ key }) => !(plain && ((key === 'perEvent' && own.startsWith('{"fixed"')) || (key === 'percent' && own.startsWith('{"percent"')))),
  );
}

export function contractWith(contract: Contract, path: string, value: string): Contract {
  return withValueAt(contract, path, value);
}
