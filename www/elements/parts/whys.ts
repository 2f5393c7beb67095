import { html, nothing, type TemplateResult } from 'lit';
import type { ClauseRow, Why } from '../../state/outcome.js';
import { reasonPhrase } from '../../state/reasons.js';
import type { Speech } from '../../state/speech.js';

/** More ways than this to come to a clause's amount are summed up. */
const MOST_WHYS = 3;

/** How a clause's amount came about, step by step. */
export function whys({ whys, amount }: ClauseRow, speech: Speech): TemplateResult {
  return html`
    ${whys.slice(0, MOST_WHYS).map((why) => whyText(why, speech))}
    ${whys.length > MOST_WHYS ? more(whys.slice(MOST_WHYS), speech) : nothing}
    <p>${speech.say('why.sum', { amount: { money: amount } })}</p>
  `;
}

function whyText({ months, reasons }: Why, speech: Speech): TemplateResult {
  const [first = '', last = first] = [months[0], months.at(-1)];
  const when =
    months.length === 1
      ? speech.say('why.month', { month: { month: first } })
      : speech.say('why.months', { count: { count: String(months.length) }, first: { month: first }, last: { month: last } });
  return html`
    <p class="when">${when}</p>
    <ol>
      ${reasons.map((reason) => html`<li>${speech.phrase(reasonPhrase(reason))}</li>`)}
    </ol>
  `;
}

function more(whys: readonly Why[], speech: Speech): TemplateResult {
  const months = whys.reduce((sum, why) => sum + why.months.length, 0);
  return html`<p>${speech.say('why.more', { count: { count: String(months) } })}</p>`;
}
