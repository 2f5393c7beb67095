import { LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { Contract, Scenario } from '#documents';
import { type Engine, Incomplete, loadFirst, loadRest } from '../../engine/index.js';
import { ENGLISH, type Language, languageOf, withOwn } from '../../locales/index.js';
import type { Messages } from '../../locales/messages.js';
import { formatsFor } from '../../state/formats.js';
import { type AllInputOptions, scenarioWith } from '../../state/inputs.js';
import type { Offers } from '../../state/offers.js';
import { announcement, type Outcome, outcomeOf } from '../../state/outcome.js';
import { outlineOf } from '../../state/outline.js';
import { fromFragment, restored, type Saved, SavedError, saved } from '../../state/saved.js';
import {
  choose,
  chosenModel,
  faultOf,
  isRange,
  openSession,
  type Preset,
  questionOf,
  reset,
  type Session,
  startFrom,
  typed,
  valuesOf,
  withField,
} from '../../state/session.js';
import { Speech } from '../../state/speech.js';
import { InView } from '../controllers/in-view.js';
import { NearWindow } from '../controllers/near-window.js';
import { Simulated } from '../controllers/simulated.js';
import { WidthOf } from '../controllers/width-of.js';
import { drawLengths } from '../parts/breakdown.js';
import { fillTracks } from '../parts/slider-field.js';
import { errorDetail, type ResultDetail, resultDetail } from './details.js';
import { frame, isDisclaimed, keepRoom } from './frame.js';
import { localeOf } from './locale.js';
import type { Actions, Later } from './shown.js';
import { readSource } from './source.js';
import { styles } from './styles.js';
import { calculator, errorText, fitHeadline } from './template.js';

/** Where the calculator is: `loading`, `ready` with a result, or `error` with what stood there before. */
const PHASES = ['loading', 'ready', 'error'] as const;
type Phase = (typeof PHASES)[number];

/** How long numbers have to rest, in milliseconds, before all models are worked out. */
const COMPARED_AFTER = 150;

/**
 * Shows what a partner contract would pay, computed in the browser from the contract's real terms, every amount explained.
 *
 * The terms stand in a child `<script type="application/json">` as `{ "contracts": […], "scenario": {…}, "inputs": {…}, "presets": […] }`,
 * in a file of the same form at `src`, or are set as properties. Whatever else stands in the element is shown until the engine runs, and when it cannot.
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
 * @csspart presets
 * @csspart inputs
 * @csspart field
 * @csspart entry
 * @csspart slider
 * @csspart fault
 * @csspart result
 * @csspart headline
 * @csspart amount
 * @csspart total
 * @csspart likely
 * @csspart brand
 * @csspart offers
 * @csspart offer
 * @csspart stale
 * @csspart chart
 * @csspart breakdown
 * @csspart line
 * @csspart assumptions
 * @csspart missed
 * @csspart terms
 * @csspart cash
 * @csspart tools
 * @csspart note
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
    presets: { attribute: false },
    messages: { attribute: false },
    src: {},
    locale: {},
    view: {},
    readonly: { type: Boolean },
    theme: { reflect: true },
    loading: {},
  };

  /** The contract; or `contracts`, for the visitor to choose one. */
  declare contract: Contract | undefined;
  /** The contracts to choose from; a contract with several `offers` is a choice for each. */
  declare contracts: readonly Contract[] | undefined;
  /** The assumptions to begin with. */
  declare scenario: Scenario | undefined;
  /**
   * Which inputs come first, their bounds and labels, which are locked, and which stand under "More assumptions": by
   * `lead.perMonth`, `sale.amount`, `subscription.payment`, `subscription.payments`, `months`, …
   */
  declare inputs: AllInputOptions | undefined;
  /** Numbers to start from, each set with a label: `[{ "label": "Newsletter, 5,000 readers", "values": { "lead.perMonth": "12" } }]`. */
  declare presets: readonly Preset[] | undefined;
  /** Words of the page's own, by their keys, in place of the element's. */
  declare messages: Partial<Readonly<Record<keyof Messages, string>>> | undefined;
  /** Where JSON with the terms lies; its server has to let the page read it (CORS). */
  declare src: string | undefined;
  /** A BCP 47 tag; otherwise the page's language. */
  declare locale: string | undefined;
  /** `brand`: what it would cost the brand, and what that has of it; otherwise what the partner would earn. */
  declare view: 'partner' | 'brand' | undefined;
  /** Nothing can be changed. */
  declare readonly: boolean | undefined;
  /** `light`, `dark`, or `none` for the page's own colours; otherwise the page's colour scheme. */
  declare theme: 'light' | 'dark' | 'none' | undefined;
  /** `lazy`: not before the element comes near the window. */
  declare loading: 'lazy' | 'eager' | undefined;

  readonly #internals = this.attachInternals();
  readonly #nearWindow = new NearWindow(this, () => void this.#open());
  readonly #chartPlace = new WidthOf(this, '.chart-place', 560);
  readonly #headline = new InView(this, '.headline');
  readonly #simulated = new Simulated(this);
  #phase: Phase = 'loading';
  #failure: string | undefined;
  #engine: Engine | undefined;
  #language: Language = ENGLISH;
  #session: Session | undefined;
  #outcome: Outcome | undefined;
  #result: ResultDetail | undefined;
  #later: Later | undefined;
  #laterIsAwaited = true;
  #offers: Offers | undefined;
  #comparing: ReturnType<typeof setTimeout> | undefined;
  #link: string | undefined;
  #note: string | undefined;
  /** What is to be restored as soon as there is something to restore it in. */
  #toRestore: unknown;
  #becomeReady: () => void = () => {};
  /** What the outcome, or the failure, is the answer to. */
  #question = '';
  #status = '';
  #disclaimed = true;
  /** Counts the attempts to open: one that was overtaken, or whose element has left the page, is let go. */
  #attempt = 0;

  /** Kept as soon as the calculator can be used for the first time. */
  readonly ready: Promise<void> = new Promise((resolve) => {
    this.#becomeReady = resolve;
  });

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
    clearTimeout(this.#comparing);
  }

  /** Back to the scenario's own numbers. */
  reset(): void {
    if (!this.#session) return;
    this.#session = reset(this.#session);
    this.#compute();
  }

  /** What the visitor has chosen: a small value to keep; nothing before the calculator is ready. */
  save(): Saved | undefined {
    return this.#session && saved(this.#session);
  }

  /**
   * Brings back what was saved; what the terms no longer ask for or allow is left out. Before the calculator is ready, it is kept until then.
   *
   * @throws {SavedError} `saved_damaged` or `saved_too_new`; nothing is changed
   */
  restore(value: unknown): void {
    if (!this.#session) {
      this.#toRestore = value;
      return;
    }
    this.#session = restored(this.#session, value);
    this.#compute();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated) return;
    const documents = ['contract', 'contracts', 'scenario', 'inputs', 'presets', 'src'] as const;
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
            later: this.#later,
            view: this.view === 'brand' ? 'brand' : 'partner',
            readonly: this.readonly === true,
            likely: this.#simulated.likely,
            offers: this.#offers,
            link: this.#link,
            note: this.#note,
            chartWidth: this.#chartPlace.width,
            headlineInView: this.#headline.visible,
          },
          this.#actions,
        ),
      partial: this.#laterIsAwaited,
      failure,
      view: this.view === 'brand' ? 'brand' : 'partner',
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
      const loading = Promise.all([loadFirst(), languageOf(localeOf(this, this.locale))]);
      // Awaited below; a source that fails sooner must not leave it unheard.
      loading.catch(() => {});
      const { contracts, scenario, inputs, presets } = await readSource(this, this);
      if (overtaken()) return;
      keepRoom(this.renderRoot, outlineOf(contracts));
      void this.#loadLater();
      const [engine, language] = await loading;
      if (overtaken()) return;
      this.#engine = engine;
      this.#language = language;
      this.#outcome = undefined;
      this.#offers = undefined;
      this.#session = openSession(contracts, scenario, inputs, presets, (contract) => engine.checkContract(contract));
      this.#recall();
      this.#compute();
    } catch (error) {
      if (overtaken()) return;
      this.#outcome = undefined;
      this.#fail(error, () => overtaken() || void this.#open());
    }
  }

  async #translate(): Promise<void> {
    const { locale } = this;
    const language = await languageOf(localeOf(this, locale));
    if (locale !== this.locale) return;
    this.#language = language;
    this.requestUpdate();
  }

  /** The figures stand in the breakdown, too, so that what does not arrive here is no failure. */
  async #loadLater(): Promise<void> {
    this.#later ??= await import('../parts/later.js').catch(() => undefined);
    this.#laterIsAwaited = false;
    this.#addStyles();
    this.#compare();
    this.requestUpdate();
  }

  /** Before the last sheet, which is for what readers and printers prefer. */
  #addStyles(): void {
    const sheet = this.#later?.laterStyles.styleSheet;
    const root = this.renderRoot as ShadowRoot;
    const [sheets, last] = [root.adoptedStyleSheets.slice(0, -1), root.adoptedStyleSheets.slice(-1)];
    if (sheet && !sheets.includes(sheet)) root.adoptedStyleSheets = [...sheets, sheet, ...last];
  }

  /** Brings back what was saved, or what the page's address says. */
  #recall(): void {
    if (!this.#session) return;
    try {
      const value = this.#toRestore ?? fromFragment(location.hash, this.id);
      if (value !== undefined) this.#session = restored(this.#session, value);
    } catch (error) {
      if (!(error instanceof SavedError)) throw error;
      this.#note = error.code;
      this.#emit('payout-error', errorDetail(error, false));
    }
    this.#toRestore = undefined;
  }

  /** Not on every step of a slider: what the others pay can wait until it rests. */
  #compareSoon(): void {
    clearTimeout(this.#comparing);
    if (this.#offers === undefined) this.#compare();
    else this.#comparing = setTimeout(() => this.#compare(), COMPARED_AFTER);
  }

  /** What the other models pay; where one of them can't be worked out, there is nothing to compare. */
  #compare(): void {
    const [session, engine] = [this.#session, this.#engine];
    if (!session || !engine || !this.#later || this.#outcome === undefined) return;
    try {
      this.#offers = this.#later.offersOf(session, (contract, scenario) => engine.project(contract, scenario));
    } catch (error) {
      this.#offers = undefined;
      if (error instanceof Incomplete)
        void loadRest().then(
          () => this.#compare(),
          () => {},
        );
    }
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
      this.#compareSoon();
      this.#simulated.ask(
        contract,
        scenario,
        chosenModel(session).specs.some((spec) => isRange(session, spec)),
      );
    } catch (error) {
      this.#fail(error, () => this.#compute());
      return;
    }
    this.#failure = undefined;
    this.#enter('ready');
    if (first) {
      this.#becomeReady();
      this.#emit('payout-ready');
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
    startFrom: (preset) => this.#change((session) => startFrom(session, preset), true),
    copyLink: () => void this.#copyLink(),
    download: () => {
      if (this.#session && this.#outcome) this.#later?.download(this.#session, this.#outcome, this.#speech());
    },
  };

  /** `done`: not while a slider is on its way or a number half typed. */
  #change(step: (session: Session) => Session, done: boolean): void {
    if (!this.#session) return;
    this.#session = step(this.#session);
    this.#link = undefined;
    // Leaving a field whose number already counts changes nothing.
    if (questionOf(this.#session) !== this.#question) this.#compute();
    this.requestUpdate();
    if (!done) return;
    this.#status = this.#announcement();
    // Unlike `input`, a native `change` stays inside the shadow tree.
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }

  /** Where a page may not write to the clipboard, the link is shown to be copied by hand. */
  async #copyLink(): Promise<void> {
    if (!this.#session || !this.#later) return;
    const link = this.#later.linkTo(saved(this.#session), this.id);
    try {
      await navigator.clipboard.writeText(link);
      this.#status = this.#speech().say('tools.copied');
    } catch {
      this.#link = link;
    }
    this.requestUpdate();
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
    const language = { ...this.#language, messages: withOwn(this.#language.messages, this.messages) };
    return new Speech(language, formatsFor(localeOf(this, this.locale), currency, minorUnits));
  }
}
