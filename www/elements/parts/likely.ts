import { html, type TemplateResult } from 'lit';
import { type Decimal, partOf } from '../../state/decimal.js';
import { chosenModel } from '../../state/session.js';
import type { Likely, Shown } from '../payout-calculator/shown.js';

/** Where the headline's amount is likely to lie: in words, and as a stretch of a line that begins at zero. */
export function likelyRange({ low, high }: Likely, { session, outcome, speech }: Shown): TemplateResult {
  const { kind, amount } = outcome.headline;
  const monthly = kind === 'perMonth';
  const { minorUnits } = chosenModel(session).facts;
  const end = (total: Decimal) => (monthly ? partOf(total, outcome.months.length, minorUnits) : total);
  const [from, to] = [end(low), end(high)];
  const whole = Math.max(Number(to), Number(amount)) * 1.1 || 1;
  const at = (value: Decimal) => Math.max(0, Number(value) / whole);
  return html`
    <p>${speech.say(monthly ? 'range.perMonth' : 'range', { low: { aboutMoney: from }, high: { aboutMoney: to } })}</p>
    <div class="stretch" aria-hidden="true" data-span="${at(from)} ${at(to)} ${at(amount)}"></div>
  `;
}
