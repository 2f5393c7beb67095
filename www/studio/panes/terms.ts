import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { termsStyles } from '../../elements/parts/terms-editor.styles.js';
import { MOST_CONTRACTS } from '../../state/studio/work.js';
import { asking } from '../asking.js';
import type { Actions, Shown } from '../shown.js';
import { model } from '../terms/model.js';

let styled = false;

/** Every contract of the work in sentences whose values are fields. */
export function termsPane(shown: Shown, actions: Actions): TemplateResult {
  const { speech, work } = shown;
  adoptStyles();
  const asked = asking(shown);
  const heading = html`<h2 tabindex="-1">${speech.tell('step.terms')}</h2>`;
  if (work.contracts.length === 0) {
    return html`${heading}
      <p>${speech.tell('terms.none')}</p>
      <p><button type="button" class="button" @click=${() => actions.go('start')}>${speech.tell('terms.go')}</button></p>`;
  }
  if (!asked || shown.checked.length !== work.contracts.length) return html`${heading}<p>${speech.tell('studio.loading')}</p>`;
  return html`
    ${heading}
    <p>${speech.tell('terms.intro')}</p>
    ${repeat(
      shown.checked,
      (_, place) => place,
      (checked, place) => model(checked, place, asked, shown, actions),
    )}
    <p class="uses">
      <button type="button" ?disabled=${work.contracts.length >= MOST_CONTRACTS} @click=${() => actions.go('start')}>${speech.tell('terms.another')}</button>
    </p>
  `;
}

/** The sentences' styles are an element's; here they stand in the page. */
function adoptStyles(): void {
  const sheet = termsStyles.styleSheet;
  if (styled || !sheet) return;
  styled = true;
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
