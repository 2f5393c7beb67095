import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { giveFile } from '../../elements/parts/give-file.js';
import { withWork } from '../../state/studio/desk.js';
import { folderOf, type Package } from '../../state/studio/hosting.js';
import { markupOf } from '../../state/studio/markup.js';
import { type Hosting, TERMS_PLACES } from '../../state/studio/work.js';
import type { Actions, Shown } from '../shown.js';
import { codeBlock } from './take-code.js';

/** Where the calculator's files and the terms will lie. */
export function hostingPart(files: Package, { speech, work }: Shown, actions: Actions): TemplateResult {
  const { hosting } = work;
  const change = (change: Partial<Hosting>, about = '', done = true) =>
    actions.change((desk) => withWork(desk, { hosting: { ...desk.work.hosting, ...change } }), about, done);
  const address = (id: string, name: 'base' | 'src') => html`<input
    id=${id}
    type="text"
    inputmode="url"
    dir="ltr"
    autocomplete="off"
    spellcheck="false"
    aria-describedby="${id}-hint"
    .value=${live(hosting[name])}
    @input=${(event: Event) => change({ [name]: (event.target as HTMLInputElement).value }, `hosting ${name}`, false)}
    @change=${() => change({}, `hosting ${name}`)}
  />`;
  return html`<section class="take-part" aria-labelledby="take-hosting">
    <h3 id="take-hosting">${speech.tell('take.hosting')}</h3>
    <div class="field">
      <label for="take-base">${speech.tell('take.base')}</label>
      ${address('take-base', 'base')}
      <p id="take-base-hint">${speech.tell('take.folder', { folder: { text: `${folderOf(hosting, files)}/` } })}</p>
    </div>
    <fieldset class="places">
      <legend>${speech.tell('take.terms')}</legend>
      ${TERMS_PLACES.map(
        (place) => html`<label>
          <input type="radio" name="take-terms" .checked=${live(hosting.terms === place)} @change=${() => change({ terms: place })} />
          ${speech.tell(`take.terms.${place}`)}
        </label>`,
      )}
    </fieldset>
    ${
      hosting.terms === 'file'
        ? html`<div class="field">
            <label for="take-src">${speech.tell('take.src')}</label>
            ${address('take-src', 'src')}
            <p id="take-src-hint">${speech.tell('take.src.hint')}</p>
            <p>${download('terms.json', markupOf(work).terms, speech.tell('take.download', { file: { text: 'terms.json' } }))}</p>
          </div>`
        : nothing
    }
  </section>`;
}

/** The documents by themselves. */
export function filesPart(shown: Shown, actions: Actions): TemplateResult {
  const { speech, work } = shown;
  const label = (file: string) => speech.tell('take.download', { file: { text: file } });
  const contracts = work.contracts.map((contract, place) => {
    const file = work.contracts.length > 1 ? `contract-${place + 1}.json` : 'contract.json';
    return { file, contract, text: JSON.stringify(contract, null, 2) };
  });
  return html`<section class="take-part" aria-labelledby="take-files">
    <h3 id="take-files">${speech.tell('take.files')}</h3>
    <p>${speech.tell('take.files.text')}</p>
    <p class="downloads">
      ${contracts.map(({ file, contract }) => download(file, contract, label(file)))} ${download('terms.json', markupOf(work).terms, label('terms.json'))}
    </p>
    ${contracts.map(
      ({ file, text }, place) => html`<details>
        <summary>${file}</summary>
        ${codeBlock(`take-contract-${place}`, file, text, shown, actions)}
      </details>`,
    )}
  </section>`;
}

function download(file: string, value: unknown, label: string): TemplateResult {
  return html`<button type="button" @click=${() => giveFile(`${JSON.stringify(value, null, 2)}\n`, file, 'application/json')}>${label}</button>`;
}
