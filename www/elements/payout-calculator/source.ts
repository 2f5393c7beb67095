import type { Contract, Scenario } from '#documents';
import type { AllInputOptions } from '../../state/inputs.js';
import type { Preset } from '../../state/session.js';

/** What a calculator is given to work with; not yet looked at by the engine. */
export interface Source {
  readonly contracts: readonly [Contract, ...Contract[]];
  readonly scenario: Scenario;
  readonly inputs: AllInputOptions;
  readonly presets: readonly Preset[];
}

/** A page that does not give the element what it needs. */
export class SourceError extends Error {
  override readonly name = 'SourceError';

  constructor(
    readonly code: 'invalid_json' | 'missing_contract' | 'src_unreachable' | 'src_not_found',
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
  readonly inputs?: AllInputOptions | undefined;
  readonly presets?: readonly Preset[] | undefined;
  /** Where JSON like that inside the element lies. */
  readonly src?: string | null | undefined;
}

const MOST_CHARACTERS = 256 * 1024;
const MOST_CONTRACTS = 24;

/**
 * The documents of an element: its properties, else those at its `src`, else those in its child `<script type="application/json">`.
 *
 * @throws {SourceError} when there is no contract, or what there is cannot be read
 */
export async function readSource(element: HTMLElement, given: Given): Promise<Source> {
  const written = given.src ? await fetched(given.src) : writtenIn(element);
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

function writtenIn(element: HTMLElement): Given {
  const script = element.querySelector<HTMLScriptElement>(':scope > script[type="application/json"]');
  const text = script?.textContent ?? '';
  return text.trim() === '' ? {} : parsed(text, 'inside the element');
}

async function fetched(src: string): Promise<Given> {
  let url: URL;
  try {
    url = new URL(src, document.baseURI);
  } catch (cause) {
    throw new SourceError('src_unreachable', `"${src}" is no address.`, { cause });
  }
  if (!/^https?:$/.test(url.protocol)) throw new SourceError('src_unreachable', `"${src}" is not an http(s) address.`);
  let text: string;
  try {
    const response = await fetch(url, { credentials: 'same-origin' });
    if (!response.ok) throw new SourceError('src_not_found', `${url.href} answered ${response.status} ${response.statusText}.`);
    text = await response.text();
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    const reason = 'It is offline, or its server does not let this page read it (CORS), or a policy forbids it (connect-src).';
    throw new SourceError('src_unreachable', `${url.href} could not be fetched. ${reason}`, { cause });
  }
  return parsed(text, `at ${url.href}`);
}

function parsed(text: string, where: string): Given {
  if (text.length > MOST_CHARACTERS) {
    throw new SourceError('invalid_json', `The JSON ${where} may be ${MOST_CHARACTERS} characters long, and is ${text.length}.`);
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (cause) {
    throw new SourceError('invalid_json', `The JSON ${where} cannot be read: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
  throw new SourceError('invalid_json', `The JSON ${where} is not an object.`);
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
