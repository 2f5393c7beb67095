import { contrast, LEAST_CONTRAST } from '../contrast.js';
import type { Look, LookValue } from './work.js';

export type Colour = Exclude<LookValue, 'radius'>;
export type Mode = 'light' | 'dark';
type Palette = Readonly<Record<Colour, string>>;

/** What the element and its ready looks have of themselves; a test holds them against the style sheets. */
export const PALETTES: Readonly<Record<Look['ready'], Readonly<Record<Mode, Palette>> & { readonly radius: string }>> = {
  none: {
    light: { accent: '#0b5f46', 'on-accent': '#ffffff', ink: '#17211c', surface: '#ffffff', tint: '#eef3ec', rule: '#cbd6cb' },
    dark: { accent: '#6fd0a8', 'on-accent': '#0d1a14', ink: '#e8eee9', surface: '#141a17', tint: '#1c2621', rule: '#36433c' },
    radius: '2',
  },
  harbor: {
    light: { accent: '#1d4ed8', 'on-accent': '#ffffff', ink: '#0f1b33', surface: '#ffffff', tint: '#eef3fd', rule: '#cbd7ee' },
    dark: { accent: '#93b4ff', 'on-accent': '#0b1330', ink: '#e6ecfa', surface: '#0f1626', tint: '#182238', rule: '#33415f' },
    radius: '10',
  },
  almanac: {
    light: { accent: '#9a3412', 'on-accent': '#fffaf3', ink: '#2b1f14', surface: '#fffaf3', tint: '#f7ecdc', rule: '#dccbb3' },
    dark: { accent: '#ffb08a', 'on-accent': '#2a1206', ink: '#f3e9dc', surface: '#1e1710', tint: '#2b2118', rule: '#4b3d2e' },
    radius: '0',
  },
  studio: {
    light: { accent: '#6d28d9', 'on-accent': '#ffffff', ink: '#18181b', surface: '#fafafa', tint: '#f1eefb', rule: '#d4d4d8' },
    dark: { accent: '#c4a7ff', 'on-accent': '#1d0b3d', ink: '#f4f4f5', surface: '#111113', tint: '#1d1a27', rule: '#3f3f46' },
    radius: '6',
  },
};

/** The colours that a look comes to in a scheme. What is said for one scheme alone holds in the other too. */
export function paletteOf(look: Look, mode: Mode): Palette {
  const own = mode === 'light' ? { ...look.dark, ...look.light } : { ...look.light, ...look.dark };
  const { radius: _, ...colours } = own;
  return { ...PALETTES[look.ready][mode], ...colours };
}

/** The schemes that a look will be seen in. */
export function modesOf({ scheme }: Look): readonly Mode[] {
  return scheme === 'light' || scheme === 'dark' ? [scheme] : ['light', 'dark'];
}

/** Two colours of a look that can't be read on each other. */
export interface Faint {
  readonly mode: Mode;
  readonly text: Colour;
  readonly ground: Colour;
  readonly ratio: number;
}

const READ_ON: readonly (readonly [Colour, Colour])[] = [
  ['ink', 'surface'],
  ['ink', 'tint'],
  ['on-accent', 'accent'],
  ['accent', 'surface'],
];

/** What of a look can't be read well: text on its ground needs {@link LEAST_CONTRAST} to 1. */
export function faintIn(look: Look): readonly Faint[] {
  return modesOf(look).flatMap((mode) => {
    const colours = paletteOf(look, mode);
    // With the page's own colours, only what is said here is known.
    const isKnown = (colour: Colour) => look.scheme !== 'none' || /accent/.test(colour) || colour in { ...look.light, ...look.dark };
    return READ_ON.filter(([text, ground]) => isKnown(text) && isKnown(ground))
      .map(([text, ground]) => ({ mode, text, ground, ratio: contrast(colours[text], colours[ground]) }))
      .filter(({ ratio }) => ratio < LEAST_CONTRAST);
  });
}
