import { html, nothing, type TemplateResult } from 'lit';
import { enLater } from '../../locales/en-later.js';
import { addEnglish } from '../../locales/index.js';
import type { TextKey } from '../../locales/messages.js';
import english from '../../locales/terms/en.json' with { type: 'json' };
import { resultAsCsv } from '../../state/csv.js';
import { compareDecimals, type Decimal, difference, percentOf } from '../../state/decimal.js';
import { assumptions, missedPhrases } from '../../state/grounds.js';
import type { Offers } from '../../state/offers.js';
import type { Outcome } from '../../state/outcome.js';
import { type Saved, toFragment } from '../../state/saved.js';
import { termsInWords } from '../../state/sentences.js';
import { chosenModel, type Session, valuesOf } from '../../state/session.js';
import type { Phrase, Speech } from '../../state/speech.js';
import type { Actions, Shown } from '../payout-calculator/shown.js';
import { addressWith } from './address.js';
import { giveFile } from './give-file.js';
import { modelName } from './model-choice.js';

export { offersOf } from '../../state/offers.js';
export { hasSteps } from '../../state/reach.js';
export { Foresight } from '../controllers/foresight.js';
export { laterStyles } from './later.styles.js';
export { likelyRange } from './likely.js';
export { moneyChart } from './money-chart.js';
export { rangeField, widenButton } from './range-field.js';
export { reach } from './reach.js';
export { whys } from './whys.js';

addEnglish(enLater);

/** The contract in sentences, for who wants to read it. */
function terms({ session, speech }: Shown): TemplateResult {
  const { terms: words = english, tag } = speech.language;
  const sentences = termsInWords(chosenModel(session).facts, words, tag, speech.formats);
  return html`
    <details class="assumptions terms" part="terms">
      <summary>${speech.say('inWords')}</summary>
      <ul>
        ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
      </ul>
    </details>
  `;
}

/** What the result rests on: assumptions, terms, dates of payment, and what did not apply. */
export function grounds(shown: Shown): TemplateResult {
  const { speech, session, outcome } = shown;
  const { specs, facts } = chosenModel(session);
  const assumed = assumptions(specs, valuesOf(session), outcome, session.scenario);
  const missed = missedPhrases(facts, outcome);
  const list = (part: 'assumptions' | 'missed', phrases: readonly Phrase[]) => html`
    <section class="assumptions" part=${part} aria-labelledby="${part}-heading">
      <h3 id="${part}-heading">${speech.say(part)}</h3>
      <ul>
        ${phrases.map((phrase) => html`<li>${speech.phrase(phrase)}</li>`)}
      </ul>
    </section>
  `;
  return html`
    <div class="grounds">
      ${list('assumptions', assumed)} ${terms(shown)} ${cash(outcome, speech)}
      ${missed.length > 0 ? list('missed', missed) : nothing}
    </div>
  `;
}

/** The brand's side, in figures. */
export function brandFigures({ outcome, speech, budget }: Shown): TemplateResult {
  const { formats } = speech;
  const { brand, totals } = outcome.projection;
  const rows: readonly (readonly [TextKey, string | undefined])[] = [
    ['brand.conversions', formats.count(String(brand.conversions))],
    ['brand.revenue', formats.money(brand.revenue)],
    ['brand.costPerConversion', brand.costPerConversion ? formats.money(brand.costPerConversion) : undefined],
    ['brand.costOfRevenue', brand.costOfRevenue ? formats.rate(`${brand.costOfRevenue}%`) : undefined],
    ['brand.returnOnSpend', brand.returnOnSpend ? formats.count(brand.returnOnSpend) : undefined],
    ['brand.margin', brand.margin ? formats.money(brand.margin) : undefined],
  ];
  return html`
    <section class="brand" part="brand" aria-labelledby="brand-heading">
      <h3 id="brand-heading">${speech.say('brand.figures')}</h3>
      <dl>
        ${rows.map(([key, figure]) => (figure === undefined ? nothing : html`<div><dt>${speech.say(key)}</dt><dd class="figure">${figure}</dd></div>`))}
        ${budget === undefined ? nothing : budgetUsed(totals.earned, budget, speech)}
      </dl>
    </section>
  `;
}

/** How much of the budget the cost uses, and by how much it is more. */
function budgetUsed(cost: Decimal, budget: Decimal, speech: Speech): TemplateResult {
  const rate = speech.formats.rate(`${percentOf(cost, budget, 0) ?? '0'}%`);
  const over = compareDecimals(cost, budget) > 0;
  const used = over ? speech.say('brand.overBudget', { rate: { text: rate }, amount: { money: difference(cost, budget) } }) : rate;
  return html`<div><dt>${speech.say('brand.budget', { amount: { money: budget } })}</dt><dd class=${over ? 'figure fault' : 'figure'}>${used}</dd></div>`;
}

/** What all models pay for the same numbers, and where one overtakes another. */
export function offers({ offers, overtakings }: Offers, { session, speech }: Shown, actions: Actions): TemplateResult {
  const name = (model: number) => modelName(session, model, speech);
  const [best] = offers;
  return html`
    <section class="offers" part="offers" aria-labelledby="offers-heading">
      <h3 id="offers-heading">${speech.say('offers')}</h3>
      <ul>
        ${offers.map(
          ({ model, total, length }) => html`
            <li class="offer" part="offer" data-length=${length} ?data-chosen=${model === session.chosen}>
              <button type="button" class="pick" aria-pressed=${model === session.chosen} @click=${() => actions.choose(model)}>
                <bdi>${name(model)}</bdi>
              </button>
              <span class="figure">${speech.formats.money(total)}</span>
              ${model === best?.model && length > 0 ? html`<span class="most">${speech.say('offers.most')}</span>` : nothing}
            </li>
          `,
        )}
      </ul>
      ${overtakings.map(
        ({ ahead, behind, month }) =>
          html`<p>${speech.say('offers.overtakes', { ahead: { text: name(ahead) }, behind: { text: name(behind) }, month: { month } })}</p>`,
      )}
    </section>
  `;
}

/** When what is earned becomes final, and when it is paid. */
function cash({ projection }: Outcome, speech: Speech): TemplateResult | typeof nothing {
  const months = projection.cash ?? [];
  if (months.length === 0) return nothing;
  const { formats } = speech;
  const amount = (value: string) => (Number(value) === 0 ? '–' : formats.money(value));
  return html`
    <details class="assumptions cash" part="cash">
      <summary>${speech.say('cash')}</summary>
      <div class="scroll" tabindex="0" role="group" aria-label=${speech.say('cash')}>
        <table>
          <thead>
            <tr>
              <th scope="col">${speech.say('month')}</th>
              <th scope="col" class="end">${speech.say('cash.locks')}</th>
              <th scope="col" class="end">${speech.say('cash.paid')}</th>
            </tr>
          </thead>
          <tbody>
            ${months.map(
              ({ month, locks, paid }) => html`
                <tr>
                  <th scope="row">${formats.month(month)}</th>
                  <td class="end">${amount(locks)}</td>
                  <td class="end">${amount(paid)}</td>
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
    </details>
  `;
}

/** What can be taken away: a link, a table, a print. */
export function tools({ speech, link }: Shown, actions: Actions): TemplateResult {
  return html`
    <div class="tools" part="tools">
      <button type="button" class="quiet" @click=${() => actions.copyLink()}>${speech.say('tools.link')}</button>
      <button type="button" class="quiet" @click=${() => actions.download()}>${speech.say('tools.csv')}</button>
      <button type="button" class="quiet" @click=${() => window.print()}>${speech.say('tools.print')}</button>
      ${
        link === undefined
          ? nothing
          : html`<input class="link" type="text" readonly aria-label=${speech.say('tools.link')} .value=${link} @focus=${selectAll} />`
      }
    </div>
  `;
}

function selectAll(event: Event) {
  (event.target as HTMLInputElement).select();
}

/** The page's own address with the visitor's numbers in it. */
export function linkTo(value: Saved, id: string): string {
  return addressWith(toFragment(value, id));
}

/** Gives the result to the visitor as a file. */
export function download(session: Session, outcome: Outcome, speech: Speech): void {
  const { facts } = chosenModel(session);
  const names = outcome.clauses.map(({ name }) => speech.fact(name));
  giveFile(resultAsCsv(speech, facts.currency, outcome.months, names), 'payout.csv');
}
