import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { type Driver, driverValue, isUncertain, placeAmongPaid } from '../../state/comparison/drivers.js';
import { awaited } from './answers.js';
import { driverName } from './numbers.js';
import { called, type Named, worked } from './pairs.js';
import type { Actions, Shown } from './shown.js';

/** The sheet whose uncertainty is taken apart. */
export function aboutOf(shown: Shown): Named | undefined {
  const all = worked(shown);
  return all.find(({ id }) => id === shown.choices.about) ?? all[0];
}

/** What makes the result unsure, and what each clause is worth. */
export function matters(shown: Shown, actions: Actions): TemplateResult | typeof nothing {
  const about = aboutOf(shown);
  if (!about) return nothing;
  const { speech, table } = shown;
  const chosen = (event: Event) => actions.choose({ about: Number((event.target as HTMLSelectElement).value) });
  return html`
    <section class="panel" part="panel" aria-labelledby="matters-heading">
      <div class="section-head">
        <h3 id="matters-heading">${speech.tell('matters')}</h3>
        <p class="choice"><label class="inline">${speech.tell('matters.of')}
          <select .value=${live(String(about.id))} @change=${chosen}>
            ${worked(shown).map((named) => html`<option value=${named.id} ?selected=${named.id === about.id}>${called(named)}</option>`)}
          </select></label></p>
      </div>
      <div class="thirds">
        ${isUncertain(table.scenario) ? html`${tornado(shown, about)} ${shares(shown)}` : html`<p class="aside">${speech.tell('matters.sure')}</p>`}
        ${prices(shown, about)}
      </div>
    </section>
  `;
}

function driverAt(shown: Shown, path: string): Driver | undefined {
  const { results, table } = shown;
  return results.drivers.find((driver) => placeAmongPaid(table.scenario, results.drivers, driver.path) === path);
}

/** What each range does by itself: bars from its low to its high end, the widest first. */
function tornado(shown: Shown, about: Named): TemplateResult {
  const { speech, answers, table } = shown;
  const money = (amount: string) => speech.formats.money(amount);
  const { sensitivity } = answers;
  if (!sensitivity) return html`<div><h4>${speech.tell('matters.swings')}</h4>${awaited(shown, 'sensitivity')}</div>`;
  const swings = sensitivity.swings.map(({ path, earned }) => ({ path, driver: driverAt(shown, path), first: earned[0], last: earned[4] }));
  const all = swings.flatMap(({ first, last }) => [Number(first), Number(last)]);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const part = (amount: string) => (high > low ? (Number(amount) - low) / (high - low) : 0);
  return html`
    <div>
      <h4>${speech.tell('matters.swings')}</h4>
      <p class="aside">${called(about)}, ${speech.tell('matters.base', { amount: { money: sensitivity.base } })}</p>
      <ul class="bars">
        ${swings.map(({ driver, first, last }) => {
          if (!driver) return nothing;
          const [from, to] = (['low', 'high'] as const).map((set) =>
            speech.value(driver, driverValue(table.scenario, driver, set, {})),
          ) as [string, string];
          const [start, end] = [part(first), part(last)];
          return html`
            <li>
              <span class="bar-label">${speech.tell('matters.swing', { driver: { text: driverName(driver, shown) }, low: { text: from }, high: { text: to } })}</span>
              <span class="bar" data-from=${Math.min(start, end)} data-length=${Math.abs(end - start)} data-base=${part(sensitivity.base)}></span>
              <span class="bar-ends"><span>${money(Number(first) < Number(last) ? first : last)}</span><span>${money(Number(first) < Number(last) ? last : first)}</span></span>
            </li>
          `;
        })}
      </ul>
    </div>
  `;
}

function shares(shown: Shown): TemplateResult {
  const { speech, answers } = shown;
  const { variance } = answers;
  return html`
    <div>
      <h4>${speech.tell('matters.shares')}</h4>
      ${variance ? nothing : awaited(shown, 'variance')}
      <ul class="bars">
        ${variance?.shares.map(({ path, percent }) => {
          const driver = driverAt(shown, path);
          return html`
            <li>
              <span class="bar-label">${driver ? driverName(driver, shown) : path}</span>
              <span class="bar" data-from="0" data-length=${Number(percent) / 100}></span>
              <span class="bar-ends"><span class="figure">${speech.formats.rate(`${Number(percent).toFixed(0)}%`)}</span></span>
            </li>
          `;
        })}
      </ul>
    </div>
  `;
}

/** What each clause adds or takes, by leaving it out. */
function prices(shown: Shown, about: Named): TemplateResult {
  const { speech, answers } = shown;
  const found = answers.prices ?? [];
  const own = about.column.facts ? speech.inCurrency(about.column.facts) : speech;
  const most = Math.max(0.01, ...found.map(({ price }) => Math.abs(Number(price.worthPerMonth))));
  return html`
    <div>
      <h4>${speech.tell('matters.prices')}</h4>
      ${answers.prices === undefined ? awaited(shown, 'prices') : found.length === 0 ? html`<p class="aside">${speech.tell('matters.prices.none')}</p>` : nothing}
      <ul class="bars">
        ${found.map(({ sentence, price }) => {
          const months = Number(shown.results.scenario.months);
          const facts = {
            amount: { money: price.worthPerMonth },
            error: { money: (Number(price.standardError) / months).toFixed(own.formats.currency ? 2 : 0) },
          };
          return html`
            <li>
              <span class="bar-label">${sentence}</span>
              <span class="bar" ?data-takes=${price.worth.startsWith('-')} data-from="0" data-length=${Math.abs(Number(price.worthPerMonth)) / most}></span>
              <span class="bar-ends"><span class="figure">${Number(price.standardError) === 0 ? own.formats.money(price.worthPerMonth) : own.tell('matters.worth', facts)}</span></span>
            </li>
          `;
        })}
      </ul>
    </div>
  `;
}

/** Draws bars to scale: lengths that only a property can set under a policy without inline styles. */
export function drawBars(root: ParentNode): void {
  for (const bar of root.querySelectorAll<HTMLElement>('.bar[data-length]')) {
    bar.style.setProperty('--_from', bar.dataset['from'] ?? '0');
    bar.style.setProperty('--_length', bar.dataset['length'] ?? '0');
    bar.style.setProperty('--_base', bar.dataset['base'] ?? '-1');
  }
}
