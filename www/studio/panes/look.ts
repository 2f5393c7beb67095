import { html, type TemplateResult } from 'lit';
import type { Shown } from '../shown.js';

export function lookPane({ speech }: Shown): TemplateResult {
  return html`<h2>${speech.tell('step.look')}</h2>`;
}
