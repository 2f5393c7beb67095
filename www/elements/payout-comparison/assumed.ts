import { html, nothing, type TemplateResult } from 'lit';
import { driverValue } from '../../state/comparison/drivers.js';
import { driverName } from './numbers.js';
import type { Shown } from './shown.js';

/** What all figures rest on, in sentences. */
export function assumed(shown: Shown): TemplateResult | typeof nothing {
  const { speech, table, results } = shown;
  const months = results.columns.find(({ projection }) => projection)?.projection?.byMonth;
  if (!months || results.columns.length === 0) return nothing;
  const [first, last] = [months[0]?.month ?? '', months.at(-1)?.month ?? ''];
  const numbers = results.drivers.map((driver) => {
    const value = (set: typeof table.set) => ({ text: speech.value(driver, driverValue(table.scenario, driver, set, table.own)) });
    const name = { text: driverName(driver, shown) };
    const [low, base, high] = [value('low'), value('base'), value('high')];
    const isRange = low.text !== base.text || high.text !== base.text;
    return isRange && table.set !== 'own'
      ? speech.tell('assumed.range', { driver: name, low, base, high })
      : speech.tell('assumed.number', { driver: name, value: value(table.set) });
  });
  return html`
    <section class="panel" part="panel" data-paper aria-labelledby="assumed-heading">
      <div class="section-head"><h3 id="assumed-heading">${speech.tell('assumed')}</h3></div>
      <ul class="said assumptions-list">
        <li>${speech.tell('assumed.set', { set: { text: speech.set(table.set) } })}</li>
        <li>${speech.tell('assumed.span', { first: { month: first }, last: { month: last } })}</li>
        ${numbers.map((text) => html`<li class="on-screen">${text}</li>`)}
        <li>${speech.tell('assumed.earned')}</li>
      </ul>
    </section>
  `;
}
