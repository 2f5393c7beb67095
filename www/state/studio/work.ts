import type { Contract, Scenario } from '#documents';
import type { Decimal } from '../decimal.js';
import type { AllInputOptions } from '../inputs.js';
import { SavedError } from '../saved.js';
import type { Preset } from '../session.js';

export const SCHEMES = ['page', 'light', 'dark', 'none'] as const;
export const READY_LOOKS = ['none', 'harbor', 'almanac', 'studio'] as const;
export const LOOK_VALUES = ['accent', 'on-accent', 'ink', 'surface', 'tint', 'rule', 'radius'] as const;

/** A custom property of the element, without its `--payout-`. */
export type LookValue = (typeof LOOK_VALUES)[number];

/** How the calculator looks on the page. */
export interface Look {
  readonly scheme: (typeof SCHEMES)[number];
  readonly ready: (typeof READY_LOOKS)[number];
  /** In a light scheme, and in both unless the dark one has its own. Colours as `#rrggbb`, the radius in pixels. */
  readonly light: Readonly<Partial<Record<LookValue, string>>>;
  readonly dark: Readonly<Partial<Record<LookValue, string>>>;
}

export const OWN_WORDS = ['heading', 'intro', 'cta', 'ctaLink', 'disclaimer'] as const;
/** What the brand says around the numbers, each a text; what is missing is the element's own. */
export type OwnWords = Readonly<Partial<Record<(typeof OWN_WORDS)[number], string>>>;

export const TERMS_PLACES = ['inline', 'file'] as const;

/** Where the files of the calculator will lie. */
export interface Hosting {
  /** The folder with the package's files, as an address with or without a host, without a slash at its end. */
  readonly base: string;
  /** Whether the terms stand in the page, or in a file of their own. */
  readonly terms: (typeof TERMS_PLACES)[number];
  /** The address of that file. */
  readonly src: string;
}

/** What the studio makes: all that is saved, shared, undone and taken away. */
export interface Work {
  readonly version: 1;
  readonly contracts: readonly Contract[];
  readonly scenario: Scenario;
  readonly inputs: AllInputOptions;
  readonly presets: readonly Preset[];
  readonly words: OwnWords;
  /** A BCP 47 tag; none for the page's own language. */
  readonly locale?: string;
  readonly look: Look;
  /** What the brand has for all of the months, in the contract's currency. It never reaches the page. */
  readonly budget?: Decimal;
  readonly hosting: Hosting;
}

const VERSION = 1;
export const MOST_CONTRACTS = 24;
const MOST_PRESETS = 24;
const MOST_INPUTS = 64;
const MOST_CHARACTERS = 2000;

/** Nothing yet: a year from the next month on, without terms. */
export function emptyWork(now = new Date()): Work {
  const start = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)).toISOString().slice(0, 7);
  return {
    version: VERSION,
    contracts: [],
    scenario: { version: 1, start, months: '12', streams: [] },
    inputs: {},
    presets: [],
    words: {},
    look: { scheme: 'page', ready: 'none', light: {}, dark: {} },
    hosting: { base: '/payout-calculator', terms: 'inline', src: '/terms.json' },
  };
}

/**
 * A work out of a file, a link or the browser's store. Its documents are not looked at here: the engine says what is wrong with them.
 *
 * @throws {SavedError} for what is no work, or one of a later version
 */
export function restoredWork(value: unknown): Work {
  if (!isRecord(value)) throw damaged();
  const { version, contracts, scenario, inputs, presets, words, locale, look, budget, hosting } = value;
  if (typeof version === 'number' && version > VERSION) {
    throw new SavedError('saved_too_new', `This was saved by a later version (${version}; this one reads ${VERSION}).`);
  }
  if (version !== VERSION || !Array.isArray(contracts) || contracts.length > MOST_CONTRACTS || !isRecord(scenario)) throw damaged();
  if (!contracts.every(isRecord)) throw damaged();
  const empty = emptyWork();
  const given = isRecord(look) ? look : {};
  const place = isRecord(hosting) ? hosting : {};
  return {
    version: VERSION,
    contracts: contracts as unknown as readonly Contract[],
    scenario: scenario as unknown as Scenario,
    inputs: isRecord(inputs)
      ? Object.fromEntries(
          Object.entries(inputs)
            .filter((entry): entry is [string, object] => isRecord(entry[1]))
            .slice(0, MOST_INPUTS),
        )
      : {},
    presets: Array.isArray(presets) ? presets.filter(isPreset).slice(0, MOST_PRESETS) : [],
    words: texts(OWN_WORDS, words),
    ...(typeof locale === 'string' && locale !== '' && { locale: locale.slice(0, 35) }),
    look: {
      scheme: oneOf(SCHEMES, given['scheme']) ?? empty.look.scheme,
      ready: oneOf(READY_LOOKS, given['ready']) ?? empty.look.ready,
      light: values(given['light']),
      dark: values(given['dark']),
    },
    ...(typeof budget === 'string' && /^\d{1,18}(\.\d{1,6})?$/.test(budget) && { budget }),
    hosting: {
      base: typeof place['base'] === 'string' ? place['base'].slice(0, MOST_CHARACTERS) : empty.hosting.base,
      terms: oneOf(TERMS_PLACES, place['terms']) ?? empty.hosting.terms,
      src: typeof place['src'] === 'string' ? place['src'].slice(0, MOST_CHARACTERS) : empty.hosting.src,
    },
  };
}

/** Whether a text may be the value of a custom property: a colour of six digits, or a number of pixels. Anything else could carry a style of its own. */
export function isLookValue(name: LookValue, value: string): boolean {
  return name === 'radius' ? /^\d{1,2}$/.test(value) : /^#[0-9a-f]{6}$/i.test(value);
}

const damaged = () => new SavedError('saved_damaged', 'This is no work of the studio, or a part of it is missing.');

function values(given: unknown): Look['light'] {
  return Object.fromEntries(Object.entries(texts(LOOK_VALUES, given)).filter(([name, value]) => isLookValue(name as LookValue, value)));
}

function texts<K extends string>(names: readonly K[], given: unknown): Partial<Record<K, string>> {
  if (!isRecord(given)) return {};
  const kept = names.flatMap((name): [K, string][] => {
    const text = given[name];
    return typeof text === 'string' && text !== '' ? [[name, text.slice(0, MOST_CHARACTERS)]] : [];
  });
  return Object.fromEntries(kept) as Partial<Record<K, string>>;
}

function isPreset(given: unknown): given is Preset {
  return isRecord(given) && typeof given['label'] === 'string' && isRecord(given['values']);
}

const oneOf = <T extends string>(known: readonly T[], given: unknown) => known.find((each) => each === given);

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
