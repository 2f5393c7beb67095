import { html, type TemplateResult } from 'lit';
import type { Shown } from '../shown.js';

export function termsPane({ speech }: Shown): TemplateResult {
  return html`<h2>${speech.tell('step.terms')}</h2>`;
}
