import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { InputSpec } from '../../state/inputs.js';
import { chosenModel, faultIn, faultOf, fieldOf, isChanged, isRange } from '../../state/session.js';
import type { Fact, Speech } from '../../state/speech.js';
import { setLength } from '../lengths.js';
import { breakdown } from '../parts/breakdown.js';
import { modelChoice } from '../parts/model-choice.js';
import { sliderField } from '../parts/slider-field.js';
import { toneDefinitions } from '../parts/tones.js';
import { callToAction } from './call-to-action.js';
import type { Actions, Shown } from './shown.js';

/** The calculator with a result. */
export function calculator(shown: Shown, actions: Actions): TemplateResult {
  const { speech, later } = shown;
  const headline = headlinePieces(shown);
  return html`
    ${toneDefinitions()}
    ${shown.note === undefined ? nothing : html`<p class="stale" part="note">${errorText(shown.note, speech)}</p>`}
    <div class="desk">
      <div class="inputs" part="inputs">
        ${guard([shown.rest], () => [modelChoice(shown, actions), presets(shown, actions)])} ${fields(shown, actions)} ${readout(headline, shown)}
      </div>
      <div class="outcome">
        ${result(headline, shown, actions)} ${guard([shown.below], () => below(shown, actions))}
      </div>
      ${guard([shown.below], () => later?.grounds(shown))}
    </div>
    ${guard([shown.rest], () => later?.tools(shown, actions))}
  `;
}

/** What stands below the result. */
function below(shown: Shown, actions: Actions): TemplateResult {
  const { later, offers } = shown;
  return html`
    ${shown.view === 'brand' ? later?.brandFigures(shown) : nothing} ${breakdown(shown)} ${later?.reach(shown)}
    ${later && offers ? later.offers(offers, shown, actions) : nothing}
  `;
}

function presets({ session, speech }: Shown, actions: Actions): TemplateResult | typeof nothing {
  const { presets } = session;
  if (presets.length === 0) return nothing;
  return html`
    <div class="presets" part="presets" role="group" aria-labelledby="presets-heading">
      <p class="label" id="presets-heading">${speech.say('startFrom')}</p>
      ${presets.map((preset) => html`<button class="preset" type="button" @click=${() => actions.startFrom(preset)}>${preset.label}</button>`)}
    </div>
  `;
}

function fields({ session, speech, readonly, later, moving, rest }: Shown, actions: Actions): TemplateResult | typeof nothing {
  const { specs } = chosenModel(session);
  const open = readonly ? [] : specs.filter(({ locked }) => !locked);
  if (open.length === 0) return nothing;
  const field = (some: readonly InputSpec[]) => some.map((spec) => guard([moving?.startsWith(spec.id) ? {} : rest], () => one(spec)));
  const one = (spec: InputSpec) => {
    const alone = !specs.some((other) => other !== spec && other.kind === spec.kind);
    const id = `input-${specs.indexOf(spec)}`;
    if (later && isRange(session, spec)) return later.rangeField(session, spec, id, alone, speech, actions);
    const field = sliderField({ spec, field: fieldOf(session, spec), id, alone }, speech, actions);
    return spec.range ? html`<div class="widened">${field}${later?.widenButton(spec, speech, actions)}</div>` : field;
  };
  const more = open.filter((spec) => spec.more);
  // What is at fault is not hidden.
  const faulty = more.some((spec) => faultIn(session, spec));
  return html`
    <div class="fields" role="group" aria-labelledby="numbers-heading">
      <div class="numbers">
        <p class="label" id="numbers-heading">${speech.say('yourNumbers')}</p>
        <button class="quiet" type="button" ?disabled=${!isChanged(session)} @click=${() => actions.reset()}>
          ${speech.say('reset')}
        </button>
      </div>
      ${field(open.filter((spec) => !spec.more))}
      ${
        more.length === 0
          ? nothing
          : html`
            <details class="more" ?open=${faulty}>
              <summary>${speech.say('more')}</summary>
              <div class="fields">${field(more)}</div>
            </details>
          `
      }
    </div>
  `;
}

type Headline = ReturnType<typeof headlinePieces>;

function result(pieces: Headline, shown: Shown, actions: Actions): TemplateResult {
  const { speech, session, outcome, failure, later, likely, unforeseen } = shown;
  const { specs } = chosenModel(session);
  const stale = faultOf(session) !== undefined || failure !== undefined;
  const months: Fact = { count: String(outcome.months.length) };
  const span = { first: { month: outcome.first }, last: { month: outcome.last } };
  return html`
    <section class="result" part="result" aria-labelledby="headline" ?data-stale=${stale}>
      ${headline(pieces, shown)}
      ${
        specs.some((spec) => isRange(session, spec))
          ? html`<div class="likely" part="likely">${
              likely ? later?.likelyRange(likely, shown) : unforeseen ? html`<p>${speech.say('range.missing')}</p>` : nothing
            }</div>`
          : nothing
      }
      <dl class="sum-up">
        <dt>
          ${speech.say('total', { count: months })}
          ${outcome.months.length > 1 ? html`<span class="span">${speech.say('span', span)}</span>` : nothing}
        </dt>
        <dd class="figure" part="total">${speech.formats.money(outcome.total)}</dd>
      </dl>
      ${stale ? html`<p class="stale" part="stale">${speech.say('stale')}</p>` : nothing}
      ${failure === undefined ? nothing : html`<slot name="error-${failure}"><p class="fault">${errorText(failure, speech)}</p></slot>`}
      <div class="chart-place">${guard([shown.soon, shown.chartWidth], () => (shown.chartWidth > 0 ? later?.moneyChart(shown) : nothing))}</div>
      ${callToAction(speech, shown.view, actions.apply)}
    </section>
  `;
}

function headline({ before, amount, after }: Headline, { outcome, speech }: Shown): TemplateResult {
  const { kind } = outcome.headline;
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
function readout({ before, amount, after }: Headline, { headlineInView }: Shown): TemplateResult {
  return html`<div class="readout" aria-hidden="true" ?data-idle=${headlineInView}><p><span>${before}</span> <strong>${amount}</strong> <span>${after}</span></p></div>`;
}

function headlinePieces({ outcome: { headline, first }, speech, view }: Shown) {
  const { kind, amount } = headline;
  const pieces = speech.pieces(`${view === 'brand' ? 'brand' : 'headline'}.${kind}`, {
    amount: { money: amount },
    month: { month: first },
  });
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

/** How many characters the result's amounts have, for their size: each stands on one line, however large it is. */
export function fitAmounts(root: ParentNode): void {
  for (const amount of root.querySelectorAll<HTMLElement>('.amount, .sum-up dd')) {
    setLength(amount, '--_characters', amount.textContent?.length ?? 0);
  }
}
