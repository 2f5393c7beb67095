import { LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { Contract, Scenario } from '#documents';
import { type Engine, Incomplete, loadFirst, loadRest } from '../../engine/index.js';
import { ENGLISH, type Language, languageOf } from '../../locales/index.js';
import { formatsFor } from '../../state/formats.js';
import { type Bounds, scenarioWith } from '../../state/inputs.js';
import { announcement, type Outcome, outcomeOf } from '../../state/outcome.js';
import { outlineOf } from '../../state/outline.js';
import {
  choose,
  chosenModel,
  faultOf,
  openSession,
  questionOf,
  reset,
  type Session,
  typed,
  valuesOf,
  withField,
} from '../../state/session.js';
import { Speech } from '../../state/speech.js';
import { InView } from '../controllers/in-view.js';
import { NearWindow } from '../controllers/near-window.js';
import { WidthOf } from '../controllers/width-of.js';
import { drawLengths } from '../parts/breakdown.js';
import { fillTracks } from '../parts/slider-field.js';
import { errorDetail, type ResultDetail, resultDetail } from './details.js';
import { frame, isDisclaimed, keepRoom } from './frame.js';
import { localeOf } from './locale.js';
import type { Actions, MoneyChart } from './shown.js';
import { readSource } from './source.js';
import { styles } from './styles.js';
import { calculator, errorText, fitHeadline } from './template.js';

/** Where the calculator is: `loading`, `ready` with a result, or `error` with what stood there before. */
const PHASES = ['loading', 'ready', 'error'] as const;
type Phase = (typeof PHASES)[number];

/**
 * Shows what a partner contract would pay, computed in the browser from the contract's real terms, every amount explained.
 *
 * The terms stand in a child `<script type="application/json">` as `{ "contracts": […], "scenario": {…}, "inputs": {…} }`,
 * or are set as properties. Whatever else stands in the element is shown until the engine runs, and when it cannot.
 *
 * @slot - What stands there before the engine runs, and when it cannot.
 * @slot heading - The heading.
 * @slot intro - A sentence or two under the heading.
 * @slot cta - The call to action; a button otherwise.
 * @slot disclaimer - The disclaimer; left empty, the usual one stays.
 * @slot error-CODE - What is said for the failure with that code.
 * @fires payout-ready - The calculator can be used.
 * @fires payout-result - There is a result: totals, months, assumptions and the engine's version, frozen.
 * @fires payout-cta - The visitor wants to apply; cancelling it stops a link in the `cta` slot.
 * @fires payout-error - `{ code, message, fatal, problems }`; fatal means that what stood there before is shown.
 * @fires change - A number or the model was changed; `input` while it is changing.
 * @csspart models
 * @csspart inputs
 * @csspart field
 * @csspart entry
 * @csspart slider
 * @csspart fault
 * @csspart result
 * @csspart headline
 * @csspart amount
 * @csspart total
 * @csspart stale
 * @csspart chart
 * @csspart breakdown
 * @csspart line
 * @csspart assumptions
 * @csspart missed
 * @csspart disclaimer
 * @csspart cta
 * @csspart failure
 * @cssprop --payout-accent - What is chosen, filled, drawn and pressed.
 * @cssprop --payout-on-accent - Text on it.
 * @cssprop --payout-ink - Text and strong lines.
 * @cssprop --payout-surface - The ground.
 * @cssprop --payout-tint - The result’s ground.
 * @cssprop --payout-rule - Fine lines.
 * @cssprop --payout-radius - Corners of fields and buttons.
 * @cssstate loading
 * @cssstate ready
 * @cssstate error
 */
export class PayoutCalculator extends LitElement {
  static override readonly styles = styles;

  static override readonly properties = {
    contract: { attribute: false },
    contracts: { attribute: false },
    scenario: { attribute: false },
    inputs: { attribute: false },
    locale: {},
    theme: { reflect: true },
    loading: {},
  };

  /** The contract; or `contracts`, for the visitor to choose one. */
  declare contract: Contract | undefined;
  declare contracts: readonly Contract[] | undefined;
  /** The assumptions to begin with. */
  declare scenario: Scenario | undefined;
  /** Bounds of the inputs, by `lead.perMonth`, `sale.amount`, `subscription.payment`, `subscription.payments`, `months`, … */
  declare inputs: Readonly<Record<string, Bounds>> | undefined;
  /** A BCP 47 tag; otherwise the page's language. */
  declare locale: string | undefined;
  /** `light`, `dark`, or `none` for the page's own colours; otherwise the page's colour scheme. */
  declare theme: 'light' | 'dark' | 'none' | undefined;
  /** `lazy`: not before the element comes near the window. */
  declare loading: 'lazy' | 'eager' | undefined;

  readonly #internals = this.attachInternals();
  readonly #nearWindow = new NearWindow(this, () => void this.#open());
  readonly #chartPlace = new WidthOf(this, '.chart-place', 560);
  readonly #headline = new InView(this, '.headline');
  #phase: Phase = 'loading';
  #failure: string | undefined;
  #engine: Engine | undefined;
  #language: Language = ENGLISH;
  #session: Session | undefined;
  #outcome: Outcome | undefined;
  #result: ResultDetail | undefined;
  #chart: MoneyChart | undefined;
  /** What the outcome, or the failure, is the answer to. */
  #question = '';
  #status = '';
  #disclaimed = true;
  /** Counts the attempts to open: one that was overtaken, or whose element has left the page, is let go. */
  #attempt = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#phase === 'ready') return;
    this.#enter('loading');
    if (this.loading === 'lazy') this.#nearWindow.wait();
    else void this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#attempt += 1;
  }

  /** Back to the scenario's own numbers. */
  reset(): void {
    if (!this.#session) return;
    this.#session = reset(this.#session);
    this.#compute();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated) return;
    const documents = ['contract', 'contracts', 'scenario', 'inputs'] as const;
    if (documents.some((name) => changed.has(name))) void this.#open();
    else if (changed.has('locale')) void this.#translate();
  }

  protected override render(): TemplateResult {
    const [speech, session, outcome] = [this.#speech(), this.#session, this.#outcome];
    const failure = this.#failure;
    return frame({
      speech,
      calculator:
        session &&
        outcome &&
        calculator(
          {
            speech,
            session,
            outcome,
            failure,
            chart: this.#chart,
            chartWidth: this.#chartPlace.width,
            headlineInView: this.#headline.visible,
          },
          this.#actions,
        ),
      failure,
      status: this.#status,
      disclaimed: this.#disclaimed,
      retry: () => void this.#open(),
      refilled: () => this.#refilled(),
      apply: (event) => this.#apply(event),
    });
  }

  protected override updated(): void {
    fillTracks(this.renderRoot);
    drawLengths(this.renderRoot);
    fitHeadline(this.renderRoot);
    this.#checkDisclaimer();
  }

  async #open(): Promise<void> {
    this.#attempt += 1;
    const attempt = this.#attempt;
    const overtaken = () => attempt !== this.#attempt;
    // Properties that are set in the same task as the element is put into the page belong to it from the start.
    await this.updateComplete;
    if (overtaken()) return;
    try {
      const { contracts, scenario, inputs } = readSource(this, this);
      keepRoom(this.renderRoot, outlineOf(contracts));
      const [engine, language] = await Promise.all([loadFirst(), languageOf(localeOf(this, this.locale))]);
      if (overtaken()) return;
      this.#engine = engine;
      this.#language = language;
      this.#outcome = undefined;
      this.#session = openSession(contracts, scenario, inputs, (contract) => engine.checkContract(contract));
      this.#compute();
    } catch (error) {
      if (overtaken()) return;
      this.#outcome = undefined;
      this.#fail(error, () => overtaken() || void this.#open());
    }
  }

  async #translate(): Promise<void> {
    this.#language = await languageOf(localeOf(this, this.locale));
    this.requestUpdate();
  }

  /** Its figures stand in the breakdown, too, so a chart that does not arrive is no failure. */
  async #draw(): Promise<void> {
    this.#chart ??= (await import('../parts/money-chart.js').catch(() => undefined))?.moneyChart;
    this.requestUpdate();
  }

  #compute(): void {
    const [session, engine] = [this.#session, this.#engine];
    if (!session || !engine) return;
    const { contract, facts } = chosenModel(session);
    const scenario = scenarioWith(facts, session.scenario, valuesOf(session));
    this.#question = questionOf(session);
    const first = this.#outcome === undefined;
    try {
      const projection = engine.project(contract, scenario);
      this.#outcome = outcomeOf(facts, projection);
      this.#result = resultDetail(projection, scenario, engine.version());
    } catch (error) {
      this.#fail(error, () => this.#compute());
      return;
    }
    this.#failure = undefined;
    this.#enter('ready');
    if (first) {
      this.#emit('payout-ready');
      void this.#draw();
    }
    this.#emit('payout-result', this.#result);
  }

  /** What needs the rest of the engine is done again when that is here. */
  #fail(error: unknown, again: () => void): void {
    if (error instanceof Incomplete) {
      loadRest().then(again, (failure) => this.#fail(failure, again));
      return;
    }
    const detail = errorDetail(error, this.#outcome === undefined);
    this.#failure = detail.code;
    this.#enter('error');
    this.#emit('payout-error', detail);
  }

  #enter(phase: Phase): void {
    this.#phase = phase;
    const { states } = this.#internals;
    for (const state of PHASES) states[state === phase ? 'add' : 'delete'](state);
    this.requestUpdate();
  }

  readonly #actions: Actions = {
    choose: (index) => this.#change((session) => choose(session, index), true),
    slide: (spec, value, done) => this.#change((session) => withField(session, spec.id, { value }), done),
    type: (spec, text, done) => this.#change((session) => typed(session, spec, text, done, this.#speech().formats), done),
    reset: () => this.#change(reset, true),
  };

  /** `done`: not while a slider is on its way or a number half typed. */
  #change(step: (session: Session) => Session, done: boolean): void {
    if (!this.#session) return;
    this.#session = step(this.#session);
    // Leaving a field whose number already counts changes nothing.
    if (questionOf(this.#session) !== this.#question) this.#compute();
    this.requestUpdate();
    if (!done) return;
    this.#status = this.#announcement();
    // Unlike `input`, a native `change` stays inside the shadow tree.
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }

  #announcement(): string {
    const [speech, fault] = [this.#speech(), this.#session && faultOf(this.#session)];
    if (fault) return speech.phrase(fault);
    if (this.#failure !== undefined) return errorText(this.#failure, speech);
    return this.#outcome ? speech.phrase(announcement(this.#outcome)) : '';
  }

  #apply(event: Event): void {
    const within = event.composedPath().some((target) => target instanceof HTMLAnchorElement || target instanceof HTMLButtonElement);
    if (within && !this.#emit('payout-cta', this.#result)) event.preventDefault();
  }

  #refilled(): void {
    if (this.#failure === 'missing_contract') void this.#open();
    this.#checkDisclaimer();
  }

  #checkDisclaimer(): void {
    const disclaimed = isDisclaimed(this.renderRoot);
    if (disclaimed === this.#disclaimed) return;
    this.#disclaimed = disclaimed;
    this.requestUpdate();
  }

  #emit(type: string, detail?: unknown): boolean {
    return this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, cancelable: type === 'payout-cta', detail }));
  }

  #speech(): Speech {
    const { currency, minorUnits } = this.#session ? chosenModel(this.#session).facts : { currency: 'USD', minorUnits: 2 };
    return new Speech(this.#language, formatsFor(localeOf(this, this.locale), currency, minorUnits));
  }
}
