import type { Contract, ContractFacts, Scenario } from '#documents';
import { commit, type Field, typeInto } from './fields.js';
import type { Formats } from './formats.js';
import { type Bounds, type InputSpec, inputsFor, type Values, withinBounds } from './inputs.js';
import type { Phrase } from './speech.js';

/** A contract that the visitor can choose, and what it asks for. */
export interface Model {
  readonly contract: Contract;
  readonly facts: ContractFacts;
  readonly specs: readonly InputSpec[];
}

/** The visitor's choices. Fields are kept across models: the same question has the same answer in all of them. */
export interface Session {
  readonly models: readonly [Model, ...Model[]];
  readonly scenario: Scenario;
  readonly chosen: number;
  readonly fields: Readonly<Record<string, Field>>;
}

/** A session at the scenario's own numbers, with the first contract chosen. */
export function openSession(
  contracts: readonly [Contract, ...Contract[]],
  scenario: Scenario,
  bounds: Readonly<Record<string, Bounds>>,
  check: (contract: Contract) => ContractFacts,
): Session {
  const modelOf = (contract: Contract): Model => {
    const facts = check(contract);
    return { contract, facts, specs: inputsFor(facts, scenario, bounds) };
  };
  const [first, ...others] = contracts;
  return { models: [modelOf(first), ...others.map(modelOf)], scenario, chosen: 0, fields: {} };
}

export function chosenModel({ models, chosen }: Session): Model {
  return models[chosen] ?? models[0];
}

/** An input as it stands; one whose value does not fit the chosen contract's bounds starts over. */
export function fieldOf({ fields }: Session, spec: InputSpec): Field {
  const field = fields[spec.id];
  return field && withinBounds(spec, field.value) ? field : { value: spec.initial };
}

export function withField(session: Session, id: string, field: Field): Session {
  return { ...session, fields: { ...session.fields, [id]: field } };
}

/** What is half typed is not at fault yet; but a fault that is shown goes as soon as it is mended. */
export function typed(session: Session, spec: InputSpec, text: string, done: boolean, formats: Formats): Session {
  const before = fieldOf(session, spec);
  const field = typeInto(spec, before, text, formats);
  if (done) return withField(session, spec.id, commit(field));
  return withField(session, spec.id, field.fault && !before.fault ? { value: field.value, typed: text } : field);
}

export function choose(session: Session, chosen: number): Session {
  return { ...session, chosen };
}

export function reset(session: Session): Session {
  return { ...session, fields: {} };
}

/** The values of the chosen contract's inputs: for those at fault, the last good ones. */
export function valuesOf(session: Session): Values {
  return Object.fromEntries(chosenModel(session).specs.map((spec) => [spec.id, fieldOf(session, spec).value]));
}

/** What the engine is asked: as long as this stays the same, so does the answer. */
export function questionOf(session: Session): string {
  return JSON.stringify([session.chosen, valuesOf(session)]);
}

/** What is wrong with the first input of the chosen contract that is at fault; the result then stands for older numbers. */
export function faultOf(session: Session): Phrase | undefined {
  return chosenModel(session)
    .specs.map((spec) => fieldOf(session, spec).fault)
    .find((fault) => fault !== undefined);
}

/** Whether any number differs from the scenario's own. */
export function isChanged(session: Session): boolean {
  return chosenModel(session).specs.some((spec) => {
    const field = fieldOf(session, spec);
    return field.value !== spec.initial || field.fault !== undefined;
  });
}
