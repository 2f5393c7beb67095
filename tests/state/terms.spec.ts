import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Contract } from '#documents';
import type { TermsWords } from '../../www/locales/index.js';
import type { Counted } from '../../www/locales/messages.js';
import { formatsFor } from '../../www/state/formats.js';
import { termsInWords } from '../../www/state/sentences.js';

const at = (path: string) => new URL(`../../${path}`, import.meta.url);
const json = (path: string) => JSON.parse(readFileSync(at(path), 'utf8'));
const words = (tag: string) => json(`www/locales/terms/${tag}.json`) as TermsWords;

/** The file of words, the locale whose notation is used, and the tag of the texts. */
const LANGUAGES = [
  { tag: 'en', locale: 'en-US' },
  { tag: 'de', locale: 'de-DE' },
  { tag: 'fr', locale: 'fr-FR' },
  { tag: 'es', locale: 'es-ES' },
  { tag: 'pt', locale: 'pt-BR' },
  { tag: 'ja', locale: 'ja-JP' },
  { tag: 'ar', locale: 'ar' },
];
/** These two are written natively, too: `tests/plain/main.rs`. */
const ALSO_NATIVELY = ['en', 'de'];

const contracts = [
  ...readdirSync(at('presets'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => `presets/${name}`),
  'tests/plain/every-clause.json',
];

function forms(template: string | Counted): string[] {
  return typeof template === 'string' ? [template] : Object.values(template);
}

const holes = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();

for (const { tag, locale } of LANGUAGES) {
  test(`${tag} says every contract as it is written down, and leaves no value out`, async () => {
    const { loadEngine } = (await import(at('dist/engine.js').href)) as typeof import('../../www/entrypoints/engine.js');
    const engine = await loadEngine(readFileSync(at('dist/payout_calculator_bg.wasm')));
    for (const path of contracts) {
      const facts = engine.checkContract(json(path) as Contract);
      const formats = formatsFor(locale, facts.currency, facts.minorUnits);
      const said = `${termsInWords(facts, words(tag), locale, formats).join('\n')}\n`;
      const file = at(`tests/plain/said/${path.split('/').at(-1)?.replace('.json', '')}.${tag}.txt`);
      if (process.env['UPDATE'] && !ALSO_NATIVELY.includes(tag)) writeFileSync(file, said);
      // The command line has no locale data: every dollar is "$" there.
      expect(ALSO_NATIVELY.includes(tag) ? said.replace(/[A-Z]+\$/g, '$') : said).toBe(readFileSync(file, 'utf8'));
      expect(said).not.toMatch(/[{}]|undefined/);
    }
  });

  test(`${tag} has a text for every word, with the values of the English one, in every plural form that its grammar knows`, () => {
    const english = words('en');
    const own = words(tag);
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
    expect(Object.keys(own)).toEqual(Object.keys(english));
    for (const [say, template] of Object.entries(own)) {
      const wanted = holes(forms(english[say] ?? '').at(-1) ?? '');
      for (const text of forms(template)) {
        // "Two days" may do without its digit.
        expect([...new Set([...holes(text), 'count'])].sort(), `${tag} ${say}`).toEqual([...new Set([...wanted, 'count'])].sort());
      }
      if (typeof template === 'string') continue;
      // For a million, French, Spanish and Portuguese have a form that is that of others here.
      const needed = pluralCategories.filter((form) => form !== 'many' || tag === 'ar');
      expect(Object.keys(template).sort(), `${tag} ${say}`).toEqual([...needed].sort());
    }
  });
}
