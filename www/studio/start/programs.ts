import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Contract } from '#documents';
import { wordsFor } from '../../elements/payout-comparison/words.js';
import { termsInWords } from '../../state/sentences.js';
import { isSought, MODELS, modelOf, PATTERNS, type ProgramSearch, patternsOf } from '../../state/studio/patterns.js';
import { type Asking, asking } from '../asking.js';
import { lazily } from '../lazily.js';
import type { Actions, Shown } from '../shown.js';
import { takeButtons } from './put.js';

const SEARCH = 'start.programs.search';

/** Real programs to begin from, found by their names, sentences, payout models and patterns. */
export function programs(shown: Shown, actions: Actions): TemplateResult {
  const { speech, choices } = shown;
  const asked = asking(shown);
  const all = lazily('start.programs', () => import('../programs.js').then((loaded) => loaded.programs), shown, actions);
  if (!asked || !all) return html`<p>${speech.tell('start.wait')}</p>`;
  const search = (choices[SEARCH] ?? { text: '', model: '', pattern: '' }) as ProgramSearch;
  const seek = (change: Partial<Record<keyof ProgramSearch, string>>) => actions.choose({ [SEARCH]: { ...search, ...change } });
  const value = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;
  const known = all.map((contract) => ({ contract, sentences: sentencesOf(contract, asked, shown) }));
  const found = known.filter(({ contract, sentences }) => isSought(contract, sentences, search));
  const count = (held: (contract: Contract) => boolean) => all.filter(held).length;
  const option = (each: string, label: string, holds: number) =>
    html`<option value=${each} ?disabled=${holds === 0}>${label} (${holds})</option>`;
  return html`
    <p>${speech.tell('start.programs.intro')}</p>
    <search class="seek">
      <label>${speech.tell('start.programs.text')}<input type="search" autocomplete="off" .value=${live(search.text)} @input=${(event: Event) => seek({ text: value(event) })} /></label>
      <label
        >${speech.tell('start.programs.model')}
        <select .value=${live(search.model)} @change=${(event: Event) => seek({ model: value(event) })}>
          <option value="">${speech.tell('start.programs.any')}</option>
          ${MODELS.map((each) =>
            option(
              each,
              speech.tell(`model.${each}`),
              count((contract) => modelOf(contract) === each),
            ),
          )}
        </select></label
      >
      <label
        >${speech.tell('start.programs.pattern')}
        <select .value=${live(search.pattern)} @change=${(event: Event) => seek({ pattern: value(event) })}>
          <option value="">${speech.tell('start.programs.any')}</option>
          ${PATTERNS.map((each) =>
            option(
              each,
              speech.tell(`pattern.${each}`),
              count((contract) => patternsOf(contract).includes(each)),
            ),
          )}
        </select></label
      >
    </search>
    <p class="found" aria-live="polite">
      ${speech.tell('start.programs.found', { count: { count: String(found.length) }, all: { count: String(all.length) } })}
      ${
        found.length < all.length
          ? html`<button type="button" @click=${() => seek({ text: '', model: '', pattern: '' })}>${speech.tell('start.programs.reset')}</button>`
          : nothing
      }
    </p>
    <ul class="programs">
      ${repeat(
        found,
        ({ contract }) => contract.name,
        ({ contract, sentences }) => program(contract, sentences, asked, shown, actions),
      )}
    </ul>
  `;
}

function program(contract: Contract, sentences: readonly string[], asked: Asking, shown: Shown, actions: Actions): TemplateResult {
  const { speech } = shown;
  const marks = [speech.tell(`model.${modelOf(contract)}`), ...patternsOf(contract).map((each) => speech.tell(`pattern.${each}`))];
  return html`<li class="program">
    <h3>${contract.name}</h3>
    <p class="marks">${marks.join(' · ')}</p>
    <ul class="says">${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>
    ${takeButtons([contract], contract.name ?? '', asked, shown, actions, true)}
  </li>`;
}

const said = new Map<string, readonly string[]>();

/** What a program says, worked out once in each language. */
function sentencesOf(contract: Contract, { check }: Asking, { speech }: Shown): readonly string[] {
  const { tag, words } = wordsFor(speech.language);
  const key = `${tag} ${contract.name}`;
  const facts = said.has(key) ? undefined : check(contract);
  if (facts) said.set(key, termsInWords(facts, words, tag, speech.inCurrency(facts).formats));
  return said.get(key) ?? [];
}
