import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { assumptions, type Outcome } from '../../state/outcome.js';
import { termsInWords } from '../../state/sentences.js';
import { chosenModel, faultOf, fieldOf, isChanged, valuesOf } from '../../state/session.js';
import type { Fact, Speech } from '../../state/speech.js';
import { breakdown } from '../parts/breakdown.js';
import { modelChoice } from '../parts/model-choice.js';
import { sliderField } from '../parts/slider-field.js';
import { toneDefinitions } from '../parts/tones.js';
import type { Actions, Shown } from './shown.js';

/** The calculator with a result. */
export function calculator(shown: Shown, actions: Actions): TemplateResult {
  const { speech, session, outcome } = shown;
  return html`
    ${toneDefinitions()}
    <div class="desk">
      <div class="inputs" part="inputs">${modelChoice(shown, actions)} ${fields(shown, actions)} ${readout(shown)}</div>
      <div class="outcome">${result(shown)} ${breakdown(outcome, speech)}</div>
    </div>
    <div class="grounds">
      <section class="assumptions" part="assumptions" aria-labelledby="assumptions-heading">
        <h3 id="assumptions-heading">${speech.say('assumptions')}</h3>
        <ul>
          ${assumptions(chosenModel(session).specs, valuesOf(session), outcome).map((phrase) => html`<li>${speech.phrase(phrase)}</li>`)}
        </ul>
      </section>
      ${terms(shown)}
      ${
        outcome.missed.length > 0
          ? html`
            <section class="assumptions" part="missed" aria-labelledby="missed-heading">
              <h3 id="missed-heading">${speech.say('missed')}</h3>
              <ul>
                ${outcome.missed.map((phrase) => html`<li>${speech.phrase(phrase)}</li>`)}
              </ul>
            </section>
          `
          : nothing
      }
    </div>
  `;
}

/** The contract in sentences, for who wants to read it. */
function terms({ session, speech }: Shown): TemplateResult {
  const { terms: words, direction } = speech.language;
  const sentences = termsInWords(chosenModel(session).facts, words, speech.formats);
  return html`
    <details class="assumptions terms" part="terms">
      <summary>${speech.say('inWords')}</summary>
      <ul lang=${words.tag} dir=${words.tag === speech.language.tag ? direction : 'ltr'}>
        ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
      </ul>
    </details>
  `;
}

function fields({ session, speech }: Shown, actions: Actions): TemplateResult {
  const { specs } = chosenModel(session);
  return html`
    <div class="fields" role="group" aria-labelledby="numbers-heading">
      <div class="numbers">
        <p class="label" id="numbers-heading">${speech.say('yourNumbers')}</p>
        <button class="quiet" type="button" ?disabled=${!isChanged(session)} @click=${() => actions.reset()}>
          ${speech.say('reset')}
        </button>
      </div>
      ${repeat(
        specs,
        (spec) => spec.id,
        (spec, index) => {
          const alone = !specs.some((other) => other !== spec && other.kind === spec.kind);
          return sliderField({ spec, field: fieldOf(session, spec), id: `input-${index}`, alone }, speech, actions);
        },
      )}
    </div>
  `;
}

function result(shown: Shown): TemplateResult {
  const { speech, session, outcome, failure, chart, chartWidth } = shown;
  const stale = faultOf(session) !== undefined || failure !== undefined;
  const months: Fact = { count: String(outcome.months.length) };
  const span = { first: { month: outcome.first }, last: { month: outcome.last } };
  return html`
    <section class="result" part="result" aria-labelledby="headline" ?data-stale=${stale}>
      ${headline(shown)}
      <dl class="sum-up">
        <dt>
          ${speech.say('total', { count: months })}
          ${outcome.months.length > 1 ? html`<span class="span">${speech.say('span', span)}</span>` : nothing}
        </dt>
        <dd class="figure" part="total">${speech.formats.money(outcome.total)}</dd>
      </dl>
      ${stale ? html`<p class="stale" part="stale">${speech.say('stale')}</p>` : nothing}
      ${failure === undefined ? nothing : html`<slot name="error-${failure}"><p class="fault">${errorText(failure, speech)}</p></slot>`}
      <div class="chart-place">${chart ? chart(outcome, speech, chartWidth) : nothing}</div>
    </section>
  `;
}

function headline({ outcome, speech }: Shown): TemplateResult {
  const { kind } = outcome.headline;
  const { before, amount, after } = headlinePieces(outcome, speech);
  const average = { count: { count: String(outcome.months.length) } };
  return html`
    <h3 class="headline" id="headline" part="headline">
      <span class="before">${before}</span>
      <span class="amount" part="amount">${amount}</span>
      <span>
        ${after} ${kind === 'perMonth' ? html`<span class="average">${speech.say('headline.average', average)}</span>` : nothing}
      </span>
    </h3>
  `;
}

/** The headline again, small, where the result is off the screen while the inputs are on it. */
function readout({ outcome, speech, headlineInView }: Shown): TemplateResult {
  const { before, amount, after } = headlinePieces(outcome, speech);
  return html`<p class="readout" aria-hidden="true" ?data-idle=${headlineInView}><span>${before}</span> <strong>${amount}</strong> <span>${after}</span></p>`;
}

function headlinePieces({ headline: { kind, amount }, first }: Outcome, speech: Speech) {
  const pieces = speech.pieces(`headline.${kind}`, { amount: { money: amount }, month: { month: first } });
  const at = pieces.findIndex(({ name }) => name === 'amount');
  const text = (some: typeof pieces) =>
    some
      .map((piece) => piece.text)
      .join('')
      .trim();
  return { before: text(pieces.slice(0, at)), amount: speech.formats.money(amount), after: text(pieces.slice(at + 1)) };
}

/** The words for a failure, by its code. */
export function errorText(code: string, speech: Speech): string {
  const key = `error.${code}`;
  return key in speech.language.messages ? speech.say(key as 'error.engine_trap') : speech.say('error.engine_trap');
}

/** How many characters the headline's amount has, for its size: it stands on one line, however large it is. */
export function fitHeadline(root: ParentNode): void {
  const amount = root.querySelector<HTMLElement>('.amount');
  amount?.style.setProperty('--_characters', String(amount.textContent?.length ?? 0));
}
