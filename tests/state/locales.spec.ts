import { expect, test } from '@playwright/test';
import { ar } from '../../www/locales/ar.js';
import { de } from '../../www/locales/de.js';
import { en as enFirst } from '../../www/locales/en.js';
import { enLater } from '../../www/locales/en-later.js';
import { es } from '../../www/locales/es.js';
import { fr } from '../../www/locales/fr.js';
import { ja } from '../../www/locales/ja.js';
import type { Counted, Messages } from '../../www/locales/messages.js';
import { pt } from '../../www/locales/pt.js';

const en: Messages = { ...enFirst, ...enLater };
const LANGUAGES: Record<string, Messages> = { en, de, fr, es, 'pt-BR': pt, ja, ar };

function forms(message: string | Counted): [form: string, text: string][] {
  return typeof message === 'string' ? [['only', message]] : Object.entries(message);
}

function holes(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
}

/** The facts of a text. "Two leads" may do without its digit, and a single month without its last one. */
function facts(form: string, text: string): string[] {
  const spoken = form === 'zero' || form === 'one' || form === 'two';
  return holes(text).filter((name) => !(spoken && (name === 'count' || name === 'last')));
}

for (const [tag, messages] of Object.entries(LANGUAGES)) {
  test(`${tag} has every text, with the facts that the English one has`, () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(en).sort());
    for (const [key, message] of Object.entries(messages) as [keyof Messages, string | Counted][]) {
      const english = forms(en[key]).at(-1)?.[1] ?? '';
      for (const [form, text] of forms(message)) {
        expect(text.trim(), `${tag} ${key} ${form}`).not.toBe('');
        expect(facts(form, text), `${tag} ${key} ${form}`).toEqual(facts(form, english));
      }
    }
  });

  test(`${tag} has every plural form that its grammar knows`, () => {
    const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
    for (const [key, message] of Object.entries(messages)) {
      if (typeof message === 'string') continue;
      expect(Object.keys(message).sort(), `${tag} ${key}`).toEqual([...pluralCategories].sort());
    }
  });
}
