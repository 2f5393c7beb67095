import type { Contract, ContractFacts, Scenario } from '#documents';
import { compareDecimals, decimalOf, decimalPlaces } from './decimal.js';
import { commit, type Field, typeInto } from './fields.js';
import type { Formats } from './formats.js';
import { type AllInputOptions, type InputSpec, inputsFor, type Values, withinBounds } from './inputs.js';
import type { Phrase } from './speech.js';

/** A contract, or one of its offers, that the visitor can choose, and what it asks for. */
export interface Model {
  readonly contract: Contract;
  readonly facts: ContractFacts;
  readonly specs: readonly InputSpec[];
}

/** Numbers to start from, which an author gives a name: "Newsletter, 5,000 readers". */
export interface Preset {
  readonly label: string;
  /** By input: `lead.perMonth`, …; two numbers narrow a range. */
  readonly values: Readonly<Record<string, string | number | readonly [string | number, string | number]>>;
}

/** The visitor's choices. Fields are kept across models: the same question has the same answer in all of them. */
export interface Session {
  readonly models: readonly [Model, ...Model[]];
  readonly scenario: Scenario;
  readonly presets: readonly Preset[];
  readonly chosen: number;
  readonly fields: Readonly<Record<string, Field>>;
}

/** A session at the scenario's own numbers, with the first contract chosen. */
export function openSession(
  contracts: readonly [Contract, ...Contract[]],
  scenario: Scenario,
  options: AllInputOptions,
  presets: readonly Preset[],
  check: (contract: Contract) => ContractFacts,
): Session {
  const modelsOf = (contract: Contract): Model[] =>
    offersIn(contract).map((contract) => {
      const facts = factsOf(contract, check(contract));
      return { contract, facts, specs: inputsFor(facts, scenario, options) };
    });
  // A contract without offers is one model.
  return { models: contracts.flatMap(modelsOf) as [Model, ...Model[]], scenario, presets, chosen: 0, fields: {} };
}

/** A contract of several offers once for each, with that one in front: the first is what a contract pays unless another is asked for. */
function offersIn(contract: Contract): readonly Contract[] {
  const offers = Array.isArray(contract?.offers) ? contract.offers : [];
  if (offers.length < 2) return [contract];
  return offers.map((offer) => ({ ...contract, offers: [offer, ...offers.filter((other) => other !== offer)] }));
}

/** The facts of the offer in front: its own payouts, and those of all. */
function factsOf(contract: Contract, facts: ContractFacts): ContractFacts {
  const [offer] = facts.offers ?? [];
  if (!offer) return facts;
  const label = offer.label ?? offer.name;
  const isIn = (clause: { readonly offer?: string | null } | undefined) => (clause?.offer ?? offer.name) === offer.name;
  const at = (pointer: string) => Number(pointer.split('/').at(-1));
  return {
    ...facts,
    name: facts.name ? `${facts.name}: ${label}` : label,
    payouts: facts.payouts.filter(({ clause }) => isIn(contract.payouts?.[at(clause)])),
    oneTime: facts.oneTime.filter(({ clause }) => isIn(contract.oneTime?.[at(clause)])),
  };
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

/** The session at a preset's numbers; what the preset does not name is as in the scenario. */
export function startFrom(session: Session, preset: Preset): Session {
  return withValues(reset(session), preset.values);
}

/** The session with these numbers, two for a range; those that no input asks for, or that do not fit, are left out. */
export function withValues(session: Session, values: Readonly<Record<string, unknown>>): Session {
  const specs = session.models.flatMap(({ specs }) => specs);
  const fields: Record<string, Field> = { ...session.fields };
  for (const [id, given] of Object.entries(values)) {
    const spec = specs.find((spec) => spec.id === id && !spec.locked);
    if (!spec) continue;
    const fits = (one: unknown) => {
      const value = decimalOf(one);
      return value !== undefined && withinBounds(spec, value) && decimalPlaces(value) <= spec.decimals ? value : undefined;
    };
    const [low, high] = Array.isArray(given) && spec.range ? given.map(fits) : [];
    const value = fits(given);
    if (value !== undefined) fields[id] = { value };
    else if (low !== undefined && high !== undefined && compareDecimals(low, high) <= 0) {
      fields[`${id}.low`] = { value: low };
      fields[`${id}.high`] = { value: high };
    }
  }
  return { ...session, fields };
}

/** The values of a model's inputs: for those at fault, the last good ones; none where a range of the scenario holds as it is. */
export function valuesOf(session: Session, { specs }: Model = chosenModel(session)): Values {
  const known = specs.flatMap((spec) => {
    if (!isRange(session, spec)) return [spec];
    return isNarrowed(session, spec) ? endsOf(session, spec) : [];
  });
  return Object.fromEntries(known.map((spec) => [spec.id, fieldOf(session, spec).value]));
}

/** Whether a range holds, as the visitor has not settled on a number. */
export function isRange({ fields }: Session, spec: InputSpec): boolean {
  return spec.range !== undefined && fields[spec.id] === undefined;
}

/** The ends of an input's range, as inputs of their own: neither passes the other. */
export function endsOf({ fields }: Session, spec: InputSpec): readonly [InputSpec, InputSpec] {
  const { low, high, share } = spec.range ?? { low: spec.min, high: spec.max, share: 'all' };
  const [lowId, highId] = [`${spec.id}.low`, `${spec.id}.high`];
  const [from, to] = [fields[lowId]?.value ?? low, fields[highId]?.value ?? high];
  // What is spread by its logarithm is above zero.
  const least = share === 'all' || compareDecimals(spec.min, '0') > 0 ? spec.min : spec.step;
  const bounded = compareDecimals(least, low) > 0 ? low : least;
  return [
    { ...spec, id: lowId, initial: low, min: bounded, max: to },
    { ...spec, id: highId, initial: high, min: from },
  ];
}

/** Whether the visitor moved an end of its range. */
export function isNarrowed({ fields }: Session, { id }: InputSpec): boolean {
  return fields[`${id}.low`] !== undefined || fields[`${id}.high`] !== undefined;
}

/** In place of a range, the number in its middle; the other way round, the range. */
export function settle(session: Session, spec: InputSpec): Session {
  return withField(session, spec.id, { value: spec.initial });
}

export function widen(session: Session, { id }: InputSpec): Session {
  const { [id]: _, ...fields } = session.fields;
  return { ...session, fields };
}

/** What the engine is asked: as long as this stays the same, so does the answer. */
export function questionOf(session: Session): string {
  return JSON.stringify([session.chosen, valuesOf(session)]);
}

/** What is wrong with the first input of the chosen contract that is at fault; the result then stands for older numbers. */
export function faultOf(session: Session): Phrase | undefined {
  return chosenModel(session)
    .specs.map((spec) => faultIn(session, spec))
    .find((fault) => fault !== undefined);
}

/** What is wrong with an input, or with an end of its range. */
export function faultIn(session: Session, spec: InputSpec): Phrase | undefined {
  const asked = isRange(session, spec) ? endsOf(session, spec) : [spec];
  return asked.map((one) => fieldOf(session, one).fault).find((fault) => fault !== undefined);
}

/** Whether any number differs from the scenario's own. */
export function isChanged(session: Session): boolean {
  return chosenModel(session).specs.some((spec) => {
    const { value, fault } = fieldOf(session, spec);
    if (spec.range !== undefined) return !isRange(session, spec) || isNarrowed(session, spec);
    return value !== spec.initial || fault !== undefined;
  });
}
