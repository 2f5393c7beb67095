import { html, type TemplateResult } from 'lit';
import { checkList } from '../../state/studio/checklist.js';
import type { Package } from '../../state/studio/hosting.js';
import { TARGETS, type Target } from '../../state/studio/snippets.js';
import type { Actions, Shown } from '../shown.js';
import { checksPart } from './take-checks.js';
import { filesPart, hostingPart } from './take-files.js';
import { snippetPart } from './take-snippets.js';

/** What was looked at before publishing, where the files will lie, and what is pasted where. */
export function takePane(shown: Shown, actions: Actions): TemplateResult {
  const { speech, work, checked, services } = shown;
  const files = shown.choices['files'] as Package | 'missing' | undefined;
  const target = (shown.choices['target'] as Target | undefined) ?? TARGETS[0];
  const load = () =>
    void services.files().then(
      (files) => actions.choose({ files }),
      () => actions.choose({ files: 'missing' }),
    );
  if (files === undefined) load();
  const opening = html`<h2>${speech.tell('take.heading')}</h2>
    <p>${speech.tell('take.text')}</p>`;
  if (files === undefined) return html`${opening}<p>${speech.tell('take.loading')}</p>`;
  if (files === 'missing') {
    return html`${opening}
      <p>${speech.tell('take.missing')}</p>
      <p><button type="button" @click=${load}>${speech.tell('take.retry')}</button></p>`;
  }
  return html`
    ${opening} ${checksPart(checkList(work, checked, target, files), shown, actions)} ${hostingPart(files, shown, actions)}
    ${snippetPart(target, files, shown, actions, (target) => actions.choose({ target }))} ${filesPart(shown, actions)}
  `;
}
