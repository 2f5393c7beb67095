import { html, nothing, type TemplateResult } from 'lit';
import type { Projection } from '#documents';
import type { ClauseRow } from '../../state/clauses.js';
import { reasonPhrase } from '../../state/reasons.js';
import type { Speech } from '../../state/speech.js';
import { type Why, whysOf } from '../../state/whys.js';

/** So many ways to come to a clause's amount are shown at once; the others can be opened. */
const AT_ONCE = 3;

/** How a clause's amount came about, step by step. */
export function whys({ clause, amount }: ClauseRow, projection: Projection, speech: Speech): TemplateResult {
  const all = whysOf(clause, projection);
  const rest = all.slice(AT_ONCE);
  const months = rest.reduce((sum, why) => sum + why.months.length, 0);
  return html`
    ${all.slice(0, AT_ONCE).map((why) => whyText(why, speech))}
    ${
      rest.length === 0
        ? nothing
        : html`
          <details>
            <summary>${speech.say('why.more', { count: { count: String(months) } })}</summary>
            ${rest.map((why) => whyText(why, speech))}
          </details>
        `
    }
    <p>${speech.say('why.sum', { amount: { money: amount } })}</p>
  `;
}

function whyText({ months, reasons, sum }: Why, speech: Speech): TemplateResult {
  const [first = '', last = first] = [months[0], months.at(-1)];
  const when =
    months.length === 1
      ? speech.say('why.month', { month: { month: first } })
      : speech.say('why.months', { count: { count: String(months.length) }, first: { month: first }, last: { month: last } });
  return html`
    <p class="when">${when}</p>
    <ol>
      ${reasons.map((reason) => html`<li>${speech.phrase(reasonPhrase(reason))}</li>`)}
      ${sum === undefined ? nothing : html`<li>${speech.say('why.monthSum', { amount: { money: sum } })}</li>`}
    </ol>
  `;
}
