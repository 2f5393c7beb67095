import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { withWork } from '../../state/studio/desk.js';
import { isAddress } from '../../state/studio/markup.js';
import { OWN_WORDS } from '../../state/studio/work.js';
import type { Actions, Shown } from '../shown.js';

type Word = (typeof OWN_WORDS)[number];

/** The languages that the element speaks. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt-BR', 'ja', 'ar'] as const;
const LONG: ReadonlySet<Word> = new Set(['intro', 'disclaimer']);
const MOST_CHARACTERS = 2000;

/** What the brand says around the numbers, and in which language. */
export function words(shown: Shown, actions: Actions): TemplateResult {
  const { speech, work, language } = shown;
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const chosen = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    actions.change((desk) => {
      const { locale: _, ...work } = desk.work;
      return { ...desk, work: value === '' ? work : { ...work, locale: value } };
    });
  };
  return html`<section>
    <h3>${speech.tell('words.title')}</h3>
    <p class="aside">${speech.tell('words.text')}</p>
    ${OWN_WORDS.map((word) => field(word, shown, actions))}
    <label class="stacked"><span>${speech.tell('words.locale')}</span>
      <select .value=${live(work.locale ?? '')} @change=${chosen}>
        <option value="">${speech.tell('words.locale.page')}</option>
        ${LANGUAGES.map((tag) => html`<option value=${tag} ?selected=${tag === work.locale}>${names.of(tag) ?? tag}</option>`)}
      </select>
    </label>
  </section>`;
}

function field(word: Word, { speech, work }: Shown, actions: Actions): TemplateResult {
  const text = work.words[word] ?? '';
  const type = (event: Event) => {
    const { value } = event.target as HTMLInputElement;
    actions.change(
      (desk) => {
        const { [word]: _, ...others } = desk.work.words;
        return withWork(desk, { words: value === '' ? others : { ...others, [word]: value } });
      },
      `words ${word}`,
      event.type === 'change',
    );
  };
  const isAstray = word === 'ctaLink' && text !== '' && !isAddress(text);
  const isLonely = word === 'ctaLink' && text !== '' && !work.words.cta;
  const fault = isAstray ? speech.tell('words.ctaLink.astray') : isLonely ? speech.tell('words.ctaLink.lonely') : undefined;
  const usual = speech.tell(`words.${word}.usual`);
  return html`<label class="stacked"><span>${speech.tell(`words.${word}`)}</span>
      ${
        LONG.has(word)
          ? html`<textarea rows="2" maxlength=${MOST_CHARACTERS} placeholder=${usual} .value=${live(text)} @input=${type} @change=${type}></textarea>`
          : html`<input type="text" maxlength=${MOST_CHARACTERS} placeholder=${usual} aria-describedby=${fault === undefined ? nothing : `words-${word}-fault`} .value=${live(text)} @input=${type} @change=${type} />`
      }
    </label>
    ${fault === undefined ? nothing : html`<p class="fault" id="words-${word}-fault">${fault}</p>`}`;
}
