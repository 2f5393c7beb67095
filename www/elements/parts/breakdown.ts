import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { ClauseRow } from '../../state/clauses.js';
import { setLength } from '../lengths.js';
import type { Shown } from '../payout-calculator/shown.js';
import { swatch } from './tones.js';

/**
 * What each clause pays, and why. Roles are said, because a table laid out as a grid on narrow screens is no table any more
 * to some browsers.
 */
export function breakdown(shown: Shown): TemplateResult {
  const { outcome, speech } = shown;
  return html`
    <section class="breakdown" part="breakdown" aria-labelledby="breakdown-heading">
      <h3 id="breakdown-heading">${speech.say('breakdown')}</h3>
      <div class="lines" role="table" aria-labelledby="breakdown-heading">
        <div class="line head" role="row">
          <span role="columnheader">${speech.say('column.clause')}</span>
          <span role="columnheader" class="end">${speech.say('column.quantity')}</span>
          <span role="columnheader" class="end">${speech.say('amount')}</span>
        </div>
        ${outcome.clauses.map((row) => clauseLine(row, shown))}
        <div class="line sum" role="row">
          <span role="rowheader">${speech.say('column.total')}</span>
          <span role="cell"></span>
          <span role="cell" class="end figure">${speech.formats.money(outcome.total)}</span>
        </div>
      </div>
    </section>
  `;
}

function clauseLine(row: ClauseRow, { outcome, speech, later, rest }: Shown): TemplateResult {
  const amount = speech.formats.money(row.amount);
  return html`
    <div class="line" part="line" role="row" data-length=${row.length}>
      <span role="rowheader" class="clause">${swatch(row.tone)}<bdi>${speech.fact(row.name)}</bdi></span>
      <span role="cell" class="end quantity">${row.quantity ? speech.phrase(row.quantity) : nothing}</span>
      <span role="cell" class="end figure">${amount}</span>
      <span role="cell" class="why">
        <details>
          <summary>${speech.say('why', { amount: { money: row.amount } })}</summary>
          ${guard([rest], () => later?.whys(row, outcome.projection, speech))}
        </details>
      </span>
    </div>
  `;
}

/** Draws each line's part of the total, and stretches of a line. */
export function drawLengths(root: ParentNode): void {
  for (const line of root.querySelectorAll<HTMLElement>('[data-length]')) {
    setLength(line, '--_length', line.dataset['length'] ?? '0');
  }
  for (const line of root.querySelectorAll<HTMLElement>('[data-span]')) {
    const [from = '0', to = '0', at = '0'] = line.dataset['span']?.split(' ') ?? [];
    for (const [name, value] of Object.entries({ from, to, at })) setLength(line, `--_${name}`, value);
  }
}
