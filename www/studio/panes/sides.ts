import { html, type TemplateResult } from 'lit';
import type { Shown } from '../shown.js';

export function sidesPane({ speech }: Shown): TemplateResult {
  return html`<h2>${speech.tell('step.sides')}</h2>`;
}
