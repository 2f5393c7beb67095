import { html, type TemplateResult } from 'lit';
import { letterAt } from './shown.js';

/** The letter of a sheet, with its line as in the pictures. */
export function letterBadge(place: number): TemplateResult {
  return html`<span class="letter" data-place=${place} aria-hidden="true">${letterAt(place)}</span>`;
}
