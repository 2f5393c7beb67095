import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '#documents';
import { placeOf } from '../../state/import.js';
import { termsIn, termsText, withTerms } from '../../state/studio/bring.js';
import { type Asking, asking } from '../asking.js';
import type { JsonEditor, Mark } from '../json/editor.js';
import { lazily } from '../lazily.js';
import type { Actions, Shown } from '../shown.js';
import { land } from './put.js';

const TEXT = 'start.json.text';
const AT = 'start.json.at';

/** Shows the work's terms in the editor, at a place. What was typed there before and is in no work stays in its history. */
export function openInJson(pointer: string, { work }: Shown, actions: Actions): void {
  actions.choose({ 'start.way': 'json', [TEXT]: termsText(work), [AT]: pointer });
  actions.go('start');
}

/** Our own JSON: one contract, or all that the element takes. */
export function json(shown: Shown, actions: Actions): TemplateResult {
  const { speech, choices, work } = shown;
  const asked = asking(shown);
  const schema = lazily('json.editor', () => import('../json/loaded.js').then(({ editorSchema }) => editorSchema()), shown, actions);
  if (!asked || !schema) return html`<p>${speech.tell('start.wait')}</p>`;
  const text = typeof choices[TEXT] === 'string' ? choices[TEXT] : work.contracts.length > 0 ? termsText(work) : EXAMPLE;
  const marks = marksOf(text, asked, shown);
  const errors = marks.filter(({ severity }) => severity === 'error');
  const goTo = (pointer: string, whole = false) => document.querySelector<JsonEditor>('studio-json')?.go(pointer, whole);
  const at = choices[AT];
  if (typeof at === 'string') {
    requestAnimationFrame(() => {
      goTo(at, true);
      actions.choose({ [AT]: undefined });
    });
  }
  const use = () => {
    if (errors.length > 0) {
      goTo(errors[0]?.pointer ?? '');
      return;
    }
    const terms = termsIn(JSON.parse(text));
    if (!terms) return;
    actions.change((desk) => ({ work: withTerms(desk.work, terms, asked.check), drafts: {} }));
    actions.choose({ [TEXT]: undefined });
    land(actions);
  };
  return html`
    <p>${speech.tell('start.json.intro')}</p>
    <studio-json
      .value=${text}
      .label=${speech.tell('start.json.label')}
      .schema=${schema}
      .marks=${marks}
      @input=${(event: Event) => actions.choose({ [TEXT]: (event.target as JsonEditor).value })}
    ></studio-json>
    <div class="marks-list" aria-live="polite">
      ${
        marks.length > 0
          ? html`<p>${speech.tell(errors.length > 0 ? 'start.json.wrong' : 'start.json.unsure', { count: { count: String(errors.length || marks.length) } })}</p>
              <ul>
                ${marks.map(
                  ({ pointer, message, severity }) =>
                    html`<li data-severity=${severity}>
                      <button type="button" @click=${() => goTo(pointer)}><span class="place">${placeOf(pointer) || speech.tell('start.json.top')}</span><span lang=${pointer === '' ? nothing : 'en'}>${message}</span></button>
                    </li>`,
                )}
              </ul>`
          : html`<p>${speech.tell('start.json.fine')}</p>`
      }
    </div>
    <p class="uses">
      <button type="button" class="button" @click=${use}>${speech.tell(work.contracts.length === 0 ? 'start.use' : 'start.json.use')}</button>
      ${
        typeof choices[TEXT] === 'string' && work.contracts.length > 0
          ? html`<button type="button" @click=${() => actions.choose({ [TEXT]: undefined })}>${speech.tell('start.json.discard')}</button>`
          : nothing
      }
    </p>
  `;
}

let judged: { readonly text: string; readonly language: string; readonly marks: readonly Mark[] } | undefined;

/** What the engine says of a text, with its places in it; the same list for the same text. */
function marksOf(text: string, asked: Asking, { speech, language }: Shown): readonly Mark[] {
  if (judged?.text === text && judged.language === language) return judged.marks;
  judged = { text, language, marks: read(text, asked, (key) => speech.tell(key)) };
  return judged.marks;
}

function read(text: string, asked: Asking, tell: (key: 'start.json.broken' | 'start.json.none') => string): readonly Mark[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [{ pointer: '', message: tell('start.json.broken'), severity: 'error' }];
  }
  const terms = termsIn(value);
  if (!terms || terms.contracts.length === 0) return [{ pointer: '', message: tell('start.json.none'), severity: 'error' }];
  const found = terms.contracts.flatMap((contract, place): readonly Mark[] => {
    const answer = asked.answer(contract);
    const at = terms.places[place] ?? '';
    if ('problems' in answer) return answer.problems.map((problem) => markOf(problem, at, 'error'));
    const scenario = terms.scenario ? asked.scenarioProblems(contract, terms.scenario) : [];
    return [
      ...answer.ok.warnings.map((problem) => markOf(problem, at, 'warning')),
      ...scenario.map((problem) => markOf(problem, '/scenario', 'error')),
    ];
  });
  // A scenario is judged under each contract, and is wrong once.
  return found.filter(
    (mark, place) => found.findIndex((other) => other.pointer === mark.pointer && other.message === mark.message) === place,
  );
}

const markOf = ({ path, message, expected, hint }: Problem, at: string, severity: Mark['severity']): Mark => ({
  pointer: `${at}${path}`,
  message: [message, expected && `Expected: ${expected}.`, hint].filter(Boolean).join(' '),
  severity,
});

const EXAMPLE = `{
  "version": 1,
  "currency": "USD",
  "payouts": [
    { "event": "sale", "label": "Sale", "pay": { "percent": "10%" } }
  ]
}`;
