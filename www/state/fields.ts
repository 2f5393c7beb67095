import { decimalPlaces } from './decimal.js';
import type { Formats } from './formats.js';
import { type InputSpec, isMoney, withinBounds } from './inputs.js';
import { parseNumber } from './numbers.js';
import type { Phrase } from './speech.js';

/** What the visitor made of an input. The value is always one that counts; what was typed may not be. */
export interface Field {
  readonly value: string;
  /** What stands in the entry field while it is being typed in, or is at fault. */
  readonly typed?: string;
  readonly fault?: Phrase;
}

/** The field after something was typed into it; at fault, it keeps its last good value. */
export function typeInto(spec: InputSpec, field: Field, typed: string, formats: Formats): Field {
  const affixes = isMoney(spec) ? [formats.currency.symbol, ...formats.currency.codes] : [];
  const parsed = parseNumber(typed, formats.locale, spec.decimals, affixes);
  if ('fault' in parsed) {
    const example = { text: formats.entry(spec.initial, spec.decimals) };
    return { value: field.value, typed, fault: faultPhrase(spec, parsed.fault, example) };
  }
  if (!withinBounds(spec, parsed.value)) {
    const bound = (limit: string) => (isMoney(spec) ? { shortMoney: limit } : { count: limit });
    return { value: field.value, typed, fault: { key: 'fault.outOfRange', facts: { min: bound(spec.min), max: bound(spec.max) } } };
  }
  return { value: parsed.value, typed };
}

/** The field once its entry is done with: a good one is shown in the locale's notation, one at fault as it was typed. */
export function commit(field: Field): Field {
  return field.fault ? field : { value: field.value };
}

/** What stands in the entry field. */
export function entryText(spec: InputSpec, field: Field, formats: Formats): string {
  return field.typed ?? formats.entry(field.value, isMoney(spec) && decimalPlaces(field.value) > 0 ? spec.decimals : 0);
}

function faultPhrase(spec: InputSpec, fault: 'empty' | 'unreadable' | 'tooManyDecimals', example: { text: string }): Phrase {
  if (fault !== 'tooManyDecimals') return { key: `fault.${fault}`, facts: { example } };
  if (spec.decimals === 0) return { key: 'fault.wholeOnly' };
  return { key: 'fault.tooManyDecimals', facts: { count: { count: String(spec.decimals) } } };
}
