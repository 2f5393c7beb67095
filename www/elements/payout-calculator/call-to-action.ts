import { html, nothing, type TemplateResult } from 'lit';
import type { Speech } from '../../state/speech.js';

/**
 * The page's own call to action, or a button; it stands beside the result, and before there is one, beside what stands in for it.
 * The brand does not apply to its own program.
 */
export function callToAction(speech: Speech, view: 'partner' | 'brand', apply: (event: Event) => void): TemplateResult {
  return html`
    <div class="cta" @click=${apply}>
      <slot name="cta">
        ${view === 'brand' ? nothing : html`<button class="apply" part="cta" type="button">${speech.say('apply')}</button>`}
      </slot>
    </div>
  `;
}
