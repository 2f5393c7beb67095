import { html, type TemplateResult } from 'lit';
import type { Shown } from '../shown.js';

export function startPane({ speech }: Shown): TemplateResult {
  return html`<h2>${speech.tell('step.start')}</h2>`;
}
