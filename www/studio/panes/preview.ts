import { html, type TemplateResult } from 'lit';
import { markupOf } from '../../state/studio/markup.js';
import type { Actions, Shown } from '../shown.js';

/** The calculator as partners will see it. */
export function preview({ work }: Shown, _actions: Actions): TemplateResult {
  const { terms } = markupOf(work);
  return html`<aside class="preview">
    <payout-calculator .contracts=${terms.contracts} .scenario=${terms.scenario} .inputs=${terms.inputs} .presets=${terms.presets}></payout-calculator>
  </aside>`;
}
