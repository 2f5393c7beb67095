import type { Contract, Scenario } from '#documents';
import type { AllInputOptions } from '../../state/inputs.js';
import type { Preset } from '../../state/session.js';
import { pageJson, SourceError } from '../parts/page-json.js';

/** What a calculator is given to work with; not yet looked at by the engine. */
export interface Source {
  readonly contracts: readonly [Contract, ...Contract[]];
  readonly scenario: Scenario;
  readonly inputs: AllInputOptions;
  readonly presets: readonly Preset[];
}

/** The properties that a page may set instead of, or over, the JSON inside the element. */
export interface Given {
  readonly contract?: Contract | undefined;
  readonly contracts?: readonly Contract[] | undefined;
  readonly scenario?: Scenario | undefined;
  readonly inputs?: AllInputOptions | undefined;
  readonly presets?: readonly Preset[] | undefined;
  /** Where JSON like that inside the element lies. */
  readonly src?: string | null | undefined;
}

const MOST_CONTRACTS = 24;

/**
 * The documents of an element: its properties, else those at its `src`, else those in its child `<script type="application/json">`.
 *
 * @throws {SourceError} when there is no contract, or what there is cannot be read
 */
export async function readSource(element: HTMLElement, given: Given): Promise<Source> {
  const written: Given = await pageJson(element, given.src);
  const contracts =
    given.contracts ?? (given.contract && [given.contract]) ?? written.contracts ?? (written.contract && [written.contract]);
  const [first, ...others] = Array.isArray(contracts) ? (contracts as readonly Contract[]) : [];
  if (first === undefined) throw new SourceError('missing_contract', 'There is no contract to calculate with.');
  if (others.length >= MOST_CONTRACTS) {
    throw new SourceError('invalid_json', `At most ${MOST_CONTRACTS} contracts can be offered, and there are ${others.length + 1}.`);
  }
  return {
    contracts: [first, ...others],
    scenario: given.scenario ?? written.scenario ?? { version: 1, start: thisMonth(), months: 12, streams: [] },
    inputs: given.inputs ?? written.inputs ?? {},
    presets: presetsIn(given.presets ?? written.presets),
  };
}

/** Of what is given as presets, those that are. */
function presetsIn(given: unknown): readonly Preset[] {
  if (!Array.isArray(given)) return [];
  const isPreset = (preset: unknown): preset is Preset => {
    const { label, values } = Object(preset) as Partial<Preset>;
    return typeof label === 'string' && typeof values === 'object' && values !== null;
  };
  return given.filter(isPreset).slice(0, MOST_CONTRACTS);
}

function thisMonth(): string {
  return new Date().toISOString().slice(0, 7);
}
