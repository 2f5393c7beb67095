import { LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { Contract, Scenario } from '#documents';
import { Incomplete, loadFirst, loadRest } from '../../engine/index.js';
import { ENGLISH, type Language, languageOf, withOwn } from '../../locales/index.js';
import type { Messages } from '../../locales/messages.js';
import { decimalOf } from '../../state/decimal.js';
import { formatsFor } from '../../state/formats.js';
import type { AllInputOptions } from '../../state/inputs.js';
import { announcement } from '../../state/outcome.js';
import { outlineOf } from '../../state/outline.js';
import { fromFragment, restored, type Saved, saved } from '../../state/saved.js';
import {
  choose,
  chosenModel,
  faultOf,
  openSession,
  type Preset,
  reset,
  type Session,
  settle,
  startFrom,
  typed,
  widen,
  withField,
} from '../../state/session.js';
import { Speech } from '../../state/speech.js';
import { Disclaimer } from '../controllers/disclaimer.js';
import { InView } from '../controllers/in-view.js';
import { LaterPart } from '../controllers/later-part.js';
import { Opening } from '../controllers/opening.js';
import { Pace } from '../controllers/pace.js';
import { WidthOf } from '../controllers/width-of.js';
import { emit } from '../emit.js';
import { drawLengths } from '../parts/breakdown.js';
import { fillTracks } from '../parts/slider-field.js';
import { Calculation } from './calculation.js';
import { errorDetail, type ResultDetail } from './details.js';
import { frame, keepRoom } from './frame.js';
import { localeOf } from './locale.js';
import type { Actions } from './shown.js';
import { readSource } from './source.js';
import { styles } from './styles.js';
import { calculator, errorText, fitAmounts } from './template.js';

/**
 * Shows what a partner contract would pay, computed in the browser from the contract's real terms, every amount explained.
 *
 * The terms stand in a child `<script type="application/json">` as `{ "contracts": […], "scenario": {…}, "inputs": {…}, "presets": […] }`,
 * in a file of the same form at `src`, or are set as properties. Whatever else stands in the element is shown until the engine runs, and when it cannot.
 *
 * @slot - What stands there before the engine runs, and when it cannot.
 * @slot heading - The heading.
 * @slot intro - A sentence or two under the heading.
 * @slot cta - The call to action, which looks like the element's own unless it has a class; a button otherwise, and nothing in the brand’s view.
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
 * @csspart reach
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
    budget: {},
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
  /** In the brand's view: what it has for all of the months, in the contract's currency, as a decimal such as `20000`. */
  declare budget: string | undefined;
  /** Nothing can be changed. */
  declare readonly: boolean | undefined;
  /** `light`, `dark`, or `none` for the page's own colours; otherwise the page's colour scheme. */
  declare theme: 'light' | 'dark' | 'none' | undefined;
  /** `lazy`: not before the element comes near the window. */
  declare loading: 'lazy' | 'eager' | undefined;

  readonly #opening = new Opening(this, this.attachInternals(), (overtaken) => this.#open(overtaken));
  readonly #disclaimer = new Disclaimer(this);
  readonly #chartPlace = new WidthOf(this, '.chart-place', 0);
  readonly #headline = new InView(this, '.headline');
  readonly #below = new InView(this, '.outcome > :not(.result), .grounds');
  readonly #pace = new Pace(this);
  readonly #later = new LaterPart(this, () => import('../parts/later.js'));
  readonly #calculation = new Calculation(this, {
    computed: (result, first) => this.#computed(result, first),
    rested: () => this.#pace.settle(),
    uncomputed: (error) => this.#opening.fail(error, this.#calculation.outcome === undefined),
    unforeseen: (error) => emit(this, 'payout-error', errorDetail(error, false)),
  });
  #language: Language = ENGLISH;
  #link: string | undefined;
  #status = '';
  /** Nobody has changed anything yet. */
  #fresh = true;

  /** Kept as soon as the calculator can be used for the first time. */
  readonly ready: Promise<void> = this.#opening.ready;

  /** Back to the scenario's own numbers. */
  reset(): void {
    const { session } = this.#calculation;
    if (session) this.#calculation.become(reset(session));
  }

  /** What the visitor has chosen: a small value to keep; nothing before the calculator is ready. */
  save(): Saved | undefined {
    const { session } = this.#calculation;
    return session && saved(session);
  }

  /**
   * Brings back what was saved; what the terms no longer ask for or allow is left out. Before the calculator is ready, it is kept until then.
   *
   * @throws {SavedError} `saved_damaged` or `saved_too_new`; nothing is changed
   */
  restore(value: unknown): void {
    const { session } = this.#calculation;
    if (session) this.#calculation.become(restored(session, value));
    else this.#opening.keep(value);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated) return;
    const documents = ['contract', 'contracts', 'scenario', 'inputs', 'presets', 'src'] as const;
    if (documents.some((name) => changed.has(name))) void this.#opening.attempt();
    else if (changed.has('locale')) void this.#translate();
  }

  protected override render(): TemplateResult {
    const { session, outcome, likely, unforeseen, next, offers } = this.#calculation;
    const [speech, failure, note] = [this.#speech(), this.#opening.failure, this.#opening.note];
    const view = this.view === 'brand' ? 'brand' : 'partner';
    const { moving, soon, rest } = this.#pace;
    const open = moving !== undefined && this.renderRoot.querySelector('details[open]:not(.more)') !== null;
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
            later: this.#later.module,
            view,
            budget: decimalOf(this.budget),
            readonly: this.readonly === true,
            likely,
            unforeseen,
            next,
            offers,
            link: this.#link,
            note,
            moving,
            soon,
            rest: open ? soon : rest,
            below: open || this.#below.visible ? soon : rest,
            chartWidth: this.#chartPlace.width,
            headlineInView: this.#headline.visible,
          },
          this.#actions,
        ),
      fresh: !session || this.#later.awaited || this.#fresh,
      failure,
      view,
      status: this.#status,
      disclaimed: this.#disclaimer.given,
      retry: () => void this.#opening.attempt(),
      refilled: () => this.#refilled(),
      apply: this.#actions.apply,
    });
  }

  protected override updated(): void {
    fillTracks(this.renderRoot);
    drawLengths(this.renderRoot);
    fitAmounts(this.renderRoot);
  }

  async #open(overtaken: () => boolean): Promise<void> {
    try {
      const loading = Promise.all([loadFirst(), languageOf(localeOf(this, this.locale))]);
      // Awaited below; a source that fails sooner must not leave it unheard.
      loading.catch(() => {});
      const { contracts, scenario, inputs, presets } = await readSource(this, this);
      if (overtaken()) return;
      keepRoom(this.renderRoot, outlineOf(contracts, scenario));
      const later = this.#later.load().then(() => this.#calculation.complete(this.#later.module));
      const [engine, language] = await loading;
      if (overtaken()) return;
      this.#language = language;
      const begun = openSession(contracts, scenario, inputs, presets, (contract) => engine.checkContract(contract));
      const session = await this.#opening.recalled(begun, () => fromFragment(location.hash, this.id), restored);
      // A range has no field before; another one in its place would move what is below.
      if (session.models.some(({ specs }) => specs.some(({ range }) => range))) await later;
      if (!overtaken()) this.#calculation.open(engine, session);
    } catch (error) {
      if (overtaken()) return;
      this.#calculation.close();
      if (!(error instanceof Incomplete)) return this.#opening.fail(error, true);
      loadRest().then(
        () => overtaken() || void this.#opening.attempt(),
        (failure) => overtaken() || this.#opening.fail(failure, true),
      );
    }
  }

  async #translate(): Promise<void> {
    const { locale } = this;
    const language = await languageOf(localeOf(this, locale));
    if (locale !== this.locale) return;
    this.#language = language;
    this.requestUpdate();
  }

  #computed(result: ResultDetail, first: boolean): void {
    this.#opening.succeed(first);
    emit(this, 'payout-result', result);
  }

  readonly #actions: Actions = {
    choose: (index) => this.#change((session) => choose(session, index), true),
    slide: (spec, value, done) => {
      if (!done) this.#pace.move(spec.id);
      this.#change((session) => withField(session, spec.id, { value }), done);
    },
    type: (spec, text, done) => this.#change((session) => typed(session, spec, text, done, this.#speech().formats), done),
    settle: (spec) => this.#change((session) => settle(session, spec), true),
    widen: (spec) => this.#change((session) => widen(session, spec), true),
    reset: () => this.#change(reset, true),
    startFrom: (preset) => this.#change((session) => startFrom(session, preset), true),
    apply: (event) => this.#apply(event),
    copyLink: () => void this.#copyLink(),
    download: () => {
      const { session, outcome } = this.#calculation;
      if (session && outcome) this.#later.module?.download(session, outcome, this.#speech());
    },
  };

  /** `done`: not while a slider is on its way or a number half typed. */
  #change(step: (session: Session) => Session, done: boolean): void {
    const { session } = this.#calculation;
    if (!session) return;
    this.#link = undefined;
    this.#fresh = false;
    if (done) this.#pace.settle();
    this.#calculation.take(step(session), done);
    if (!done) return;
    this.#status = this.#announcement();
    // Unlike `input`, a native `change` stays inside the shadow tree.
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }

  /** Where a page may not write to the clipboard, the link is shown to be copied by hand. */
  async #copyLink(): Promise<void> {
    const { session } = this.#calculation;
    if (!session || !this.#later.module) return;
    const link = this.#later.module.linkTo(saved(session), this.id);
    try {
      await navigator.clipboard.writeText(link);
      this.#status = this.#speech().say('tools.copied');
    } catch {
      this.#link = link;
    }
    this.requestUpdate();
  }

  #announcement(): string {
    const { session, outcome } = this.#calculation;
    const [speech, fault] = [this.#speech(), session && faultOf(session)];
    if (fault) return speech.phrase(fault);
    if (this.#opening.failure !== undefined) return errorText(this.#opening.failure, speech);
    return outcome ? speech.phrase(announcement(outcome)) : '';
  }

  #apply(event: Event): void {
    const within = event.composedPath().some((target) => target instanceof HTMLAnchorElement || target instanceof HTMLButtonElement);
    if (within && !emit(this, 'payout-cta', this.#calculation.result)) event.preventDefault();
  }

  #refilled(): void {
    if (this.#opening.failure === 'missing_contract') void this.#opening.attempt();
    this.requestUpdate();
  }

  #speech(): Speech {
    const { session } = this.#calculation;
    const { currency, minorUnits } = session ? chosenModel(session).facts : { currency: 'USD', minorUnits: 2 };
    const language = { ...this.#language, messages: withOwn(this.#language.messages, this.messages) };
    return new Speech(language, formatsFor(localeOf(this, this.locale), currency, minorUnits));
  }
}
