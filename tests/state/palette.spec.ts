import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { contrast } from '../../www/state/contrast.js';
import { faintIn, PALETTES, paletteOf } from '../../www/state/studio/palette.js';
import { emptyWork, READY_LOOKS } from '../../www/state/studio/work.js';

const read = (path: string) => readFileSync(new URL(`../../www/${path}`, import.meta.url), 'utf8');

/** The values in one look's rule of a style sheet, where `prefix` begins them. */
function written(sheet: string): Record<string, [string, string]> {
  const found = [...sheet.matchAll(/--payout-([\w-]+)[:,]\s*(?:light-dark\((#\w{6}), (#\w{6})\)|(\d+)px)/g)];
  return Object.fromEntries(found.map(([, name = '', light, dark, pixels = '']) => [name, [light ?? pixels, dark ?? pixels]]));
}

for (const look of READY_LOOKS) {
  test(`the studio knows the values of the look ${look} as the style sheet has them`, () => {
    const themes = read('themes/themes.css');
    const sheet =
      look === 'none'
        ? (/:host \{(.*?)\n {2}\}/s.exec(read('elements/payout-calculator/theme.styles.ts'))?.[1] ?? '')
        : (new RegExp(`\\.payout-${look} \\{(.*?)\\}`, 's').exec(themes)?.[1] ?? '');
    const { radius, ...colours } = written(sheet);
    const { light, dark } = PALETTES[look];
    expect(colours).toEqual(Object.fromEntries(Object.entries(light).map(([name, value]) => [name, [value, dark[name as 'ink']]])));
    expect(radius?.[0]).toBe(PALETTES[look].radius);
  });

  test(`everything can be read in the look ${look}`, () => {
    expect(faintIn({ ...emptyWork().look, ready: look })).toEqual([]);
  });
}

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('colours that cannot be read on each other are found, in each scheme that shows them', () => {
  const { look } = emptyWork();
  const yellow = { ...look, light: { accent: '#ffee00' } };
  expect(paletteOf(yellow, 'dark').accent).toBe('#ffee00');
  expect(faintIn(yellow).map(({ mode, text, ground }) => `${mode}: ${text} on ${ground}`)).toEqual([
    'light: on-accent on accent',
    'light: accent on surface',
  ]);
  expect(faintIn({ ...yellow, scheme: 'dark' })).toEqual([]);
  expect(faintIn({ ...yellow, scheme: 'none' }).map(({ text }) => text)).toEqual(['on-accent']);
});
