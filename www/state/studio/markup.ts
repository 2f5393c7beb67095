import type { Scenario } from '#documents';
import type { AllInputOptions } from '../inputs.js';
import type { Preset } from '../session.js';
import { LOOK_VALUES, type Look, type LookValue, type Work } from './work.js';

/** The calculator as it will stand on the page: the preview shows it, and every snippet says the same. */
export interface Markup {
  /** What stands in the element as JSON, or in a file of its own. */
  readonly terms: {
    readonly contracts: Work['contracts'];
    readonly scenario: Work['scenario'];
    readonly inputs?: AllInputOptions;
    readonly presets?: readonly Preset[];
  };
  readonly attributes: Readonly<Record<string, string>>;
  /** Texts by slot. A call to action with an address is a link. */
  readonly slots: Readonly<Partial<Record<'heading' | 'intro' | 'cta' | 'disclaimer', string>>>;
  readonly ctaLink?: string;
  /** Custom properties with their values, such as `--payout-accent: light-dark(#0b5f46, #6fd0a8)`. */
  readonly style: Readonly<Record<string, string>>;
}

export function markupOf({ contracts, scenario, inputs, presets, words, locale, look }: Work): Markup {
  const { heading, intro, cta, ctaLink, disclaimer } = words;
  return {
    terms: {
      contracts,
      scenario: published(scenario),
      ...(Object.keys(inputs).length > 0 && { inputs }),
      ...(presets.length > 0 && { presets }),
    },
    attributes: {
      ...(locale && { locale }),
      ...(look.scheme !== 'page' && { theme: look.scheme }),
      ...(look.ready !== 'none' && { class: `payout-${look.ready}` }),
    },
    slots: {
      ...(heading && { heading }),
      ...(intro && { intro }),
      ...(cta && { cta }),
      ...(disclaimer && { disclaimer }),
    },
    ...(cta && ctaLink && isAddress(ctaLink) && { ctaLink }),
    style: styleOf(look),
  };
}

/** Whether a text may be where a link leads: a page, a place on it, or a letter. */
export function isAddress(text: string): boolean {
  return /^(https?:\/\/|mailto:|tel:|\/|\.|#|\?)/i.test(text.trim());
}

const publishedOf = new WeakMap<Scenario, Scenario>();

/** The scenario without the brand's margins, which visitors could read in the page; the same one for the same scenario. */
function published(scenario: Scenario): Scenario {
  const known = publishedOf.get(scenario);
  if (known) return known;
  const streams = scenario.streams?.map(({ margin: _, ...stream }) => stream);
  const made = streams ? { ...scenario, streams } : scenario;
  publishedOf.set(scenario, made);
  return made;
}

function styleOf(look: Look): Markup['style'] {
  return Object.fromEntries(
    LOOK_VALUES.flatMap((name) => {
      const value = settingOf(look, name);
      return value === undefined ? [] : [[`--payout-${name}`, value]];
    }),
  );
}

function settingOf({ light, dark }: Look, name: LookValue): string | undefined {
  const own = light[name] ?? dark[name];
  if (own === undefined) return undefined;
  if (name === 'radius') return `${own}px`;
  const [byDay, byNight] = [light[name] ?? own, dark[name] ?? own];
  return byDay === byNight ? own : `light-dark(${byDay}, ${byNight})`;
}
