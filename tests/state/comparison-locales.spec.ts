import { expect, test } from '@playwright/test';
import { ar } from '../../www/locales/comparison/ar.js';
import { de } from '../../www/locales/comparison/de.js';
import { type ComparisonTexts, en } from '../../www/locales/comparison/en.js';
import { es } from '../../www/locales/comparison/es.js';
import { fr } from '../../www/locales/comparison/fr.js';
import { ja } from '../../www/locales/comparison/ja.js';
import { pt } from '../../www/locales/comparison/pt.js';

const LANGUAGES: Record<string, ComparisonTexts> = { de, fr, es, 'pt-BR': pt, ja, ar };
const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();

for (const [tag, texts] of Object.entries(LANGUAGES)) {
  test(`${tag} has every text of the comparison, with the facts that the English one has`, () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(en).sort());
    for (const [key, text] of Object.entries(texts) as [keyof ComparisonTexts, string][]) {
      expect(text.trim(), `${tag} ${key}`).not.toBe('');
      expect(holes(text), `${tag} ${key}`).toEqual(holes(en[key]));
    }
  });
}
