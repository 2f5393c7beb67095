import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { STUDIO_LANGUAGES, type StudioLanguage } from '../locales/studio/index.js';
import { lookPane } from './panes/look.js';
import { preview } from './panes/preview.js';
import { sidesPane } from './panes/sides.js';
import { startPane } from './panes/start.js';
import { takePane } from './panes/take.js';
import { termsPane } from './panes/terms.js';
import { visitorsPane } from './panes/visitors.js';
import { type Actions, type Pane, type Shown, STEPS, type Step } from './shown.js';

const PANES: Readonly<Record<Step, Pane>> = {
  start: startPane,
  terms: termsPane,
  visitors: visitorsPane,
  look: lookPane,
  sides: sidesPane,
  take: takePane,
};

/** What each language calls itself. */
const LANGUAGE_NAMES: Readonly<Record<StudioLanguage, string>> = { en: 'English', de: 'Deutsch' };

/** The whole studio: tools, steps, the step's pane, and the calculator as partners will see it. */
export function frame(shown: Shown, actions: Actions): TemplateResult {
  const { speech, step, work } = shown;
  const following = STEPS[STEPS.indexOf(step) + 1];
  const isBuilt = work.contracts.length > 0;
  return html`
    <header class="studio-head">
      <div>
        <h1>${speech.tell('studio.heading')}</h1>
        <p>${speech.tell('studio.intro')} ${speech.tell('studio.private')}</p>
      </div>
      ${languageChoice(shown, actions)}
    </header>
    ${tools(shown, actions)}
    <p class="note" role="status">${shown.note ?? ''}</p>
    ${linkField(shown)}
    <nav class="steps" aria-label=${speech.tell('studio.steps')}>
      <ol>
        ${STEPS.map(
          (each) => html`<li>
            <button type="button" aria-current=${each === step ? 'step' : 'false'} ?disabled=${!isBuilt && each !== 'start'} @click=${() => actions.go(each)}>
              ${speech.tell(`step.${each}`)}
            </button>
          </li>`,
        )}
      </ol>
    </nav>
    <div class="bench" ?data-alone=${!isBuilt || step === 'start'}>
      <section class="pane" aria-label=${speech.tell(`step.${step}`)}>
        ${PANES[step](shown, actions)}
        ${
          isBuilt && following
            ? html`<p class="onward">
                <button type="button" class="button" @click=${() => onward(following, actions)}>
                  ${speech.tell('studio.next', { step: { text: speech.tell(`step.${following}`) } })}
                </button>
              </p>`
            : nothing
        }
      </section>
      ${isBuilt && step !== 'start' ? preview(shown, actions) : nothing}
    </div>
  `;
}

function onward(step: Step, actions: Actions): void {
  actions.go(step);
  document.querySelector('.steps')?.scrollIntoView({ block: 'start' });
}

function languageChoice({ speech, language }: Shown, actions: Actions): TemplateResult {
  const chosen = (event: Event) => actions.speak((event.target as HTMLSelectElement).value as StudioLanguage);
  return html`<select class="language" aria-label=${speech.tell('studio.language')} .value=${live(language)} @change=${chosen}>
    ${STUDIO_LANGUAGES.map((each) => html`<option value=${each} lang=${each} ?selected=${each === language}>${LANGUAGE_NAMES[each]}</option>`)}
  </select>`;
}

function tools({ speech, canUndo, canRedo, remembers, work }: Shown, actions: Actions): TemplateResult {
  const chosen = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) actions.open(file);
    // So that the same file can be chosen again.
    input.value = '';
  };
  const isEmpty = work.contracts.length === 0;
  return html`<div class="tools">
    <button type="button" ?disabled=${!canUndo} @click=${actions.undo}>${speech.tell('tool.undo')}</button>
    <button type="button" ?disabled=${!canRedo} @click=${actions.redo}>${speech.tell('tool.redo')}</button>
    <button type="button" ?disabled=${isEmpty} @click=${actions.save}>${speech.tell('tool.save')}</button>
    <label class="file-button"><input type="file" class="unseen" accept=".json,application/json" @change=${chosen} />${speech.tell('tool.open')}</label>
    <button type="button" ?disabled=${isEmpty} @click=${actions.share}>${speech.tell('tool.share')}</button>
    <button type="button" ?disabled=${isEmpty} @click=${actions.clear}>${speech.tell('tool.clear')}</button>
    <label class="remember">
      <input type="checkbox" .checked=${live(remembers)} @change=${(event: Event) => actions.remember((event.target as HTMLInputElement).checked)} />
      ${speech.tell('tool.remember')}
    </label>
  </div>`;
}

function linkField({ link, speech }: Shown): TemplateResult | typeof nothing {
  if (link === undefined) return nothing;
  return html`<label class="link">
    ${speech.tell('tool.link')}
    <input type="text" readonly .value=${link} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} />
  </label>`;
}
