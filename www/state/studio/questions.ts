import type { ContractFacts } from '#documents';
import type { AllInputOptions, InputOptions, InputSpec } from '../inputs.js';
import { inputsFor } from '../inputs.js';
import type { Preset } from '../session.js';
import type { Work } from './work.js';

/** Everything that a visitor is asked, whichever of the contracts they choose, in the order in which it is shown. */
export function questionsOf({ scenario, inputs }: Work, contracts: readonly ContractFacts[]): readonly InputSpec[] {
  const questions = new Map<string, InputSpec>();
  for (const spec of contracts.flatMap((facts) => inputsFor(facts, scenario, inputs))) {
    if (!questions.has(spec.id)) questions.set(spec.id, spec);
  }
  const named = Object.keys(inputs);
  const place = ({ id }: InputSpec) => (named.includes(id) ? named.indexOf(id) : named.length);
  return [...questions.values()].sort((one, other) => place(one) - place(other));
}

/** The options with another value of one; without a value it is the element's own again. */
export function withOption<K extends keyof InputOptions>(
  inputs: AllInputOptions,
  id: string,
  name: K,
  value: InputOptions[K] | undefined,
): AllInputOptions {
  const { [name]: _, ...others } = inputs[id] ?? {};
  return { ...inputs, [id]: value === undefined ? others : { ...others, [name]: value } };
}

/** The options with a question before or behind its neighbour. From then on the order of all is said. */
export function moved(inputs: AllInputOptions, questions: readonly InputSpec[], id: string, by: -1 | 1): AllInputOptions {
  const ids = questions.map((question) => question.id);
  const from = ids.indexOf(id);
  const to = from + by;
  const other = ids[to];
  if (from < 0 || other === undefined) return inputs;
  ids[to] = id;
  ids[from] = other;
  return Object.fromEntries(ids.map((id) => [id, inputs[id] ?? {}]));
}

/** The options with a question among the first, or under "More assumptions". From then on it is said of all. */
export function withMore(inputs: AllInputOptions, questions: readonly InputSpec[], id: string, more: boolean): AllInputOptions {
  return Object.fromEntries(questions.map((each) => [each.id, { ...inputs[each.id], more: each.id === id ? more : each.more }]));
}

/** A value of an audience's preset as it is typed: one number, or two for a range. */
export function presetText({ values }: Preset, id: string, write: (value: string) => string): string {
  const value = values[id];
  if (value === undefined) return '';
  return (Array.isArray(value) ? value : [value]).map((each) => write(String(each))).join(' – ');
}

/** The preset with a value for one question; without one the question keeps its number. */
export function withPresetValue(preset: Preset, id: string, value: Preset['values'][string] | undefined): Preset {
  const { [id]: _, ...others } = preset.values;
  return { ...preset, values: value === undefined ? others : { ...others, [id]: value } };
}
