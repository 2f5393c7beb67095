import { html, nothing, type TemplateResult } from 'lit';
import type { ClauseRow, Outcome, Why } from '../../state/outcome.js';
import { reasonPhrase } from '../../state/reasons.js';
import type { Speech } from '../../state/speech.js';
import { swatch } from './tones.js';

/** More ways than this to come to a clause's amount are summed up. */
const MOST_WHYS = 3;

/**
 * What each clause pays, and why. Roles are said, because a table laid out as a grid on narrow screens is no table any more
 * to some browsers.
 */
export function breakdown(outcome: Outcome, speech: Speech): TemplateResult {
  return html`
    <section class="breakdown" part="breakdown" aria-labelledby="breakdown-heading">
      <h3 id="breakdown-heading">${speech.say('breakdown')}</h3>
      <div class="lines" role="table" aria-labelledby="breakdown-heading">
        <div class="line head" role="row">
          <span role="columnheader">${speech.say('column.clause')}</span>
          <span role="columnheader" class="end">${speech.say('column.quantity')}</span>
          <span role="columnheader" class="end">${speech.say('amount')}</span>
        </div>
        ${outcome.clauses.map((row) => clauseLine(row, speech))}
        <div class="line sum" role="row">
          <span role="rowheader">${speech.say('column.total')}</span>
          <span role="cell"></span>
          <span role="cell" class="end figure">${speech.formats.money(outcome.total)}</span>
        </div>
      </div>
    </section>
  `;
}

function clauseLine(row: ClauseRow, speech: Speech): TemplateResult {
  const amount = speech.formats.money(row.amount);
  return html`
    <div class="line" part="line" role="row" data-length=${row.length}>
      <span role="rowheader" class="clause">${swatch(row.tone)}<bdi>${speech.fact(row.name)}</bdi></span>
      <span role="cell" class="end quantity">${speech.phrase(row.quantity)}</span>
      <span role="cell" class="end figure">${amount}</span>
      <span role="cell" class="why">
        <details>
          <summary>${speech.say('why', { amount: { money: row.amount } })}</summary>
          ${row.whys.slice(0, MOST_WHYS).map((why) => whyText(why, speech))}
          ${row.whys.length > MOST_WHYS ? more(row.whys.slice(MOST_WHYS), speech) : nothing}
          <p>${speech.say('why.sum', { amount: { money: row.amount } })}</p>
        </details>
      </span>
    </div>
  `;
}

/** Draws each line's part of the total: lengths that only a property can set under a policy without inline styles. */
export function drawLengths(root: ParentNode): void {
  for (const line of root.querySelectorAll<HTMLElement>('.line[data-length]')) {
    line.style.setProperty('--_length', line.dataset['length'] ?? '0');
  }
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
