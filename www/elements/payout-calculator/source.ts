import type { Contract, Scenario } from '#documents';
import type { Bounds } from '../../state/inputs.js';

/** What a calculator is given to work with; not yet looked at by the engine. */
export interface Source {
  readonly contracts: readonly [Contract, ...Contract[]];
  readonly scenario: Scenario;
  readonly inputs: Readonly<Record<string, Bounds>>;
}

/** A page that does not give the element what it needs. */
export class SourceError extends Error {
  override readonly name = 'SourceError';

  constructor(
    readonly code: 'invalid_json' | 'missing_contract',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The properties that a page may set instead of, or over, the JSON inside the element. */
export interface Given {
  readonly contract?: Contract | undefined;
  readonly contracts?: readonly Contract[] | undefined;
  readonly scenario?: Scenario | undefined;
  readonly inputs?: Readonly<Record<string, Bounds>> | undefined;
}

const MOST_CHARACTERS = 256 * 1024;
const MOST_CONTRACTS = 24;

/**
 * The documents of an element: its properties, else those in its child `<script type="application/json">`.
 *
 * @throws {SourceError} when there is no contract, or what there is cannot be read
 */
export function readSource(element: HTMLElement, given: Given): Source {
  const written = writtenIn(element);
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
  };
}

function writtenIn(element: HTMLElement): Given {
  const script = element.querySelector<HTMLScriptElement>(':scope > script[type="application/json"]');
  const text = script?.textContent ?? '';
  if (text.trim() === '') return {};
  if (text.length > MOST_CHARACTERS) {
    throw new SourceError('invalid_json', `The JSON may be ${MOST_CHARACTERS} characters long, and is ${text.length}.`);
  }
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed;
  } catch (cause) {
    throw new SourceError('invalid_json', 'The JSON inside the element cannot be read.', { cause });
  }
  throw new SourceError('invalid_json', 'The JSON inside the element is not an object.');
}

function thisMonth(): string {
  return new Date().toISOString().slice(0, 7);
}
