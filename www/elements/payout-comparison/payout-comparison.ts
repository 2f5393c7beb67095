import { LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { Contract, Scenario } from '#documents';
import { refusal } from '../../engine/errors.js';
import { loadEngine } from '../../engine/index.js';
import type { ComparisonKey } from '../../locales/comparison/en.js';
import { comparisonLanguageOf, withEnglish } from '../../locales/comparison/index.js';
import { ENGLISH, type Language, withOwn } from '../../locales/index.js';
import type { Messages } from '../../locales/messages.js';
import { fromLink, restoredTable, type SavedTable, savedTable, toLink } from '../../state/comparison/saved.js';
import { ComparisonSpeech } from '../../state/comparison/speech.js';
import { emptyTable, type Table, type View } from '../../state/comparison/table.js';
import { formatsFor } from '../../state/formats.js';
import { begin, type History, redo, settle, step, undo } from '../../state/history.js';
import { SavedError } from '../../state/saved.js';
import { Background } from '../controllers/background.js';
import { Disclaimer } from '../controllers/disclaimer.js';
import { KeepFocus } from '../controllers/keep-focus.js';
import { NewAddress } from '../controllers/new-address.js';
import { OnPaper } from '../controllers/on-paper.js';
import { Opening } from '../controllers/opening.js';
import { WidthOf } from '../controllers/width-of.js';
import { emit } from '../emit.js';
import { addressWith } from '../parts/address.js';
import { errorDetail } from '../payout-calculator/details.js';
import { localeOf } from '../payout-calculator/locale.js';
import { actionsOn } from './actions.js';
import { answersFrom } from './answers.js';
import type { Choices } from './choices.js';
import { type ComparisonDetail, comparisonDetail } from './details.js';
import { frame, showSheet } from './frame.js';
import { Reckoning } from './reckoning.js';
import { type Panels, type Shown, totalsSaid } from './shown.js';
import { type GivenSheet, openingTable } from './source.js';
import { styles } from './styles.js';

/** How long the numbers have to rest, in milliseconds, before all pictures are drawn anew. */
const DRAWN_AFTER = 120;

/** How wide pictures are drawn for half a page. */
const WIDTH_ON_PAPER = 480;

/**
 * Compares two to four offers of a partner contract over the same numbers: what each pays, where they cross, what is sure, what would be fair. Terms are edited
 * in place; everything is worked out in the browser.
 *
 * What the page begins with stands in a child `<script type="application/json">` as `{ "sheets": [{ "contract": {…}, "role": "proposal", "notes": "" }], "scenario": {…} }`,
 * in a file of the same form at `src`, or is set as properties. Whatever else stands in the element is shown until the engine runs, and when it cannot.
 *
 * @slot - What stands there before the engine runs, and when it cannot.
 * @slot heading - The heading.
 * @slot intro - A sentence or two under the heading.
 * @slot disclaimer - The disclaimer; left empty, the usual one stays.
 * @slot error-CODE - What is said for the failure with that code.
 * @fires payout-ready - The comparison can be used.
 * @fires payout-result - What each offer comes to, with the numbers it stands for, frozen.
 * @fires payout-error - `{ code, message, fatal, problems }`; fatal means that what stood there before is shown.
 * @fires change - Something on the table was changed; `input` while it is changing.
 * @csspart sheets
 * @csspart sheet
 * @csspart term
 * @csspart entry
 * @csspart fault
 * @csspart start
 * @csspart numbers
 * @csspart figures
 * @csspart totals
 * @csspart panel
 * @csspart tools
 * @csspart note
 * @csspart disclaimer
 * @csspart failure
 * @cssprop --payout-accent - What is chosen, filled, drawn and pressed.
 * @cssprop --payout-on-accent - Text on it.
 * @cssprop --payout-ink - Text and strong lines.
 * @cssprop --payout-surface - The ground.
 * @cssprop --payout-tint - The ground of what stands out.
 * @cssprop --payout-rule - Fine lines.
 * @cssprop --payout-radius - Corners of fields and buttons.
 * @cssstate loading
 * @cssstate ready
 * @cssstate error
 */
export class PayoutComparison extends LitElement {
  static override readonly styles = styles;

  static override readonly properties = {
    sheets: { attribute: false },
    scenario: { attribute: false },
    messages: { attribute: false },
    src: {},
    locale: {},
    view: {},
    readonly: { type: Boolean },
    theme: { reflect: true },
    loading: {},
  };

  /** The offers to begin with: up to four, each with its contract, what it is, and notes. */
  declare sheets: readonly GivenSheet[] | undefined;
  /** The numbers to begin with. */
  declare scenario: Scenario | undefined;
  /** Words of the page's own, by their keys, in place of the element's. */
  declare messages: Partial<Readonly<Record<keyof Messages | ComparisonKey, string>>> | undefined;
  /** Where JSON with the offers lies; its server has to let the page read it (CORS). */
  declare src: string | undefined;
  /** A BCP 47 tag; otherwise the page's language. */
  declare locale: string | undefined;
  /** Whose side is shown first: `partner`, `brand` or `both`. */
  declare view: View | undefined;
  /** Nothing can be changed. */
  declare readonly: boolean | undefined;
  /** `light`, `dark`, or `none` for the page's own colours; otherwise the page's colour scheme. */
  declare theme: 'light' | 'dark' | 'none' | undefined;
  /** `lazy`: not before the element comes near the window. */
  declare loading: 'lazy' | 'eager' | undefined;

  readonly #opening = new Opening(this, this.attachInternals(), (overtaken) => this.#open(overtaken));
  readonly #disclaimer = new Disclaimer(this);
  readonly #background = new Background(
    this,
    (name) => (name === 'breakEven' ? this.requestUpdate() : this.#draw()),
    (error) => emit(this, 'payout-error', errorDetail(error, false)),
  );
  readonly #room = new WidthOf(this, '.picture', 640);
  readonly #paper = new OnPaper(this, WIDTH_ON_PAPER);
  readonly #reckoning = new Reckoning();
  #language: Language = withEnglish(ENGLISH);
  /** What the page began with, once that is known. */
  #begun: Table | undefined;
  #history: History<Table> = begin(emptyTable());
  #choices: Choices = {};
  #panels: Panels | undefined;
  #programs: readonly Contract[] | undefined;
  #link: string | undefined;
  #status = '';
  /** Another one whenever the pictures are to be drawn anew. */
  #drawn: unknown = {};
  #drawing: ReturnType<typeof setTimeout> | undefined;
  /** What was asked of the analyses, and drawn to scale. */
  #asDrawn: unknown;
  /** The results that the crossings were last asked for. */
  #asFollowed: unknown;

  /** Kept as soon as the comparison can be used for the first time. */
  readonly ready: Promise<void> = this.#opening.ready;

  constructor() {
    super();
    new KeepFocus(this);
    new NewAddress(this, (fragment) => void this.#follow(fragment));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What was asked before it was taken away is asked again.
    if (this.#reckoning.results) this.#draw();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#drawing);
  }

  /** Everything on the table: a value to keep. */
  save(): SavedTable {
    return savedTable(this.#history.present);
  }

  /**
   * Puts what was saved on the table; it can be undone. Before the comparison is ready, it is kept until then.
   *
   * @throws {SavedError} `saved_damaged` or `saved_too_new`; nothing is changed
   */
  restore(value: unknown): void {
    if (this.#reckoning.engine) this.#become(restoredTable(this.#history.present, value));
    else this.#opening.keep(value);
  }

  /** An empty table, to begin anew; it can be undone. */
  clear(): void {
    this.#actions.clear();
  }

  /** Back to what the page began with; it can be undone. */
  reset(): void {
    if (this.#begun) this.#become(this.#begun);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated) return;
    if ((['sheets', 'scenario', 'src'] as const).some((name) => changed.has(name))) void this.#opening.attempt();
    else if (changed.has('locale')) void this.#translate();
  }

  protected override render(): TemplateResult {
    return frame(
      {
        speech: this.#speech(),
        shown: this.#shown(),
        failure: this.#opening.failure,
        status: this.#status,
        disclaimed: this.#disclaimer.given,
        retry: () => void this.#opening.attempt(),
        refilled: () => this.requestUpdate(),
      },
      this.#actions,
    );
  }

  protected override updated(): void {
    const shown = this.#shown();
    if (shown && shown.results !== this.#asFollowed) this.#panels?.follow(shown, this.#background);
    this.#asFollowed = shown?.results;
    if (this.#drawn === this.#asDrawn) return;
    this.#asDrawn = this.#drawn;
    if (shown) this.#panels?.ask(shown, this.#background);
    this.#panels?.drawBars(this.renderRoot);
  }

  /** Draws all pictures anew, and asks what they need to know. */
  #draw(): void {
    clearTimeout(this.#drawing);
    this.#drawn = {};
    this.requestUpdate();
  }

  #shown(): Shown | undefined {
    if (!this.#reckoning.results) return undefined;
    const { past, present, future } = this.#history;
    return {
      speech: this.#speech(),
      table: present,
      results: this.#reckoning.results,
      terms: this.#reckoning.terms,
      answers: answersFrom(this.#background),
      choices: this.#choices,
      panels: this.#panels,
      drawn: this.#drawn,
      readonly: this.readonly === true,
      canUndo: past.length > 0,
      canRedo: future.length > 0,
      width: this.#paper.width ?? this.#room.width,
      link: this.#link,
      note: this.#opening.note,
      programs: this.#programs,
    };
  }

  async #open(overtaken: () => boolean): Promise<void> {
    try {
      const loading = Promise.all([loadEngine(), comparisonLanguageOf(localeOf(this, this.locale))]);
      loading.catch(() => {});
      const begun = await openingTable(this, this);
      if (overtaken()) return;
      this.#opening.note = undefined;
      const table = await this.#opening.recalled(begun, () => fromLink(location.hash, this.id), restoredTable);
      const [engine, language] = await loading;
      if (overtaken()) return;
      this.#reckoning.engine = engine;
      this.#language = language;
      this.#begun = begun;
      this.#history = begin(table);
      this.#background.forget();
      this.#compute();
      this.#tellProblems();
      this.#draw();
      void this.#loadPanels();
    } catch (error) {
      if (overtaken()) return;
      this.#reckoning.results = undefined;
      this.#opening.fail(error, true);
    }
  }

  /** A link that is opened while the comparison stands: what it holds can be undone. */
  async #follow(fragment: string): Promise<void> {
    if (!this.#reckoning.engine) return;
    try {
      const value = await fromLink(fragment, this.id);
      if (value !== undefined) this.#become(restoredTable(this.#history.present, value));
    } catch (error) {
      if (!(error instanceof SavedError)) throw error;
      this.#opening.note = error.code;
      emit(this, 'payout-error', errorDetail(error, false));
      this.requestUpdate();
    }
  }

  /** What is wrong with the documents that a page or a link gave; a visitor sees it in the offer's column. */
  #tellProblems(): void {
    for (const { problems } of this.#reckoning.results?.columns ?? []) {
      if (problems.length > 0) emit(this, 'payout-error', errorDetail(refusal(problems), false));
    }
  }

  async #translate(): Promise<void> {
    const { locale } = this;
    const language = await comparisonLanguageOf(localeOf(this, locale));
    if (locale !== this.locale) return;
    this.#language = language;
    this.#draw();
  }

  /** The figures stand without them, so that what does not arrive here is no failure. */
  async #loadPanels(): Promise<void> {
    this.#panels ??= await import('./panels.js').catch(() => undefined);
    const sheet = this.#panels?.panelStyles.styleSheet;
    const root = this.renderRoot as ShadowRoot;
    if (sheet && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    this.#draw();
  }

  #compute(): void {
    const first = this.#reckoning.results === undefined;
    const trap = this.#reckoning.reckon(this.#history.present);
    this.#opening.succeed(first);
    if (trap) {
      this.#opening.note = trap.code;
      emit(this, 'payout-error', errorDetail(trap, false));
    }
    emit(this, 'payout-result', this.#detail());
  }

  #detail(): ComparisonDetail | undefined {
    const { results, engine } = this.#reckoning;
    return results && engine && comparisonDetail(results, engine.version());
  }

  readonly #actions = actionsOn({
    ask: this.#reckoning.ask,
    table: () => this.#history.present,
    results: () => this.#reckoning.results,
    terms: (id) => this.#reckoning.terms.get(id) ?? [],
    speech: () => this.#speech(),
    change: (make, about, done) => this.#change(make, about, done),
    walk: (direction) => {
      this.#history = direction === 'back' ? undo(this.#history) : redo(this.#history);
      this.#settled();
    },
    choose: (change) => {
      this.#choices = { ...this.#choices, ...change };
      this.#draw();
    },
    note: (note) => {
      this.#opening.note = note;
      this.requestUpdate();
    },
    share: () => void this.#share(),
    loadPrograms: () => void this.#loadPrograms(),
    arrived: (id) => {
      this.#choices = { ...this.#choices, page: id };
      void this.updateComplete.then(() => showSheet(this.renderRoot as ShadowRoot, id));
    },
  });

  /** One step on the table. Steps about the same are one to undo, until one is `done`. */
  #change(make: (table: Table) => Table, about: string, done: boolean): void {
    this.#history = step(this.#history, make(this.#history.present), about);
    this.#opening.note = undefined;
    if (done) this.#history = settle(this.#history);
    this.#settled(done);
  }

  /** Another table, which the page has set. */
  #become(table: Table): void {
    this.#history = settle(step(this.#history, table));
    this.#opening.note = undefined;
    this.#link = undefined;
    this.#compute();
    this.#draw();
  }

  #settled(done = true): void {
    this.#link = undefined;
    this.#compute();
    clearTimeout(this.#drawing);
    if (done) this.#draw();
    else this.#drawing = setTimeout(() => this.#draw(), DRAWN_AFTER);
    if (!done) return;
    this.#status = this.#reckoning.results ? totalsSaid(this.#reckoning.results, this.#speech()) : '';
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }

  /** Where a page may not write to the clipboard, the link is shown to be copied by hand. */
  async #share(): Promise<void> {
    const link = addressWith(await toLink(this.save(), this.id));
    try {
      await navigator.clipboard.writeText(link);
      this.#status = this.#speech().tell('tool.copied');
    } catch {
      this.#status = '';
    }
    this.#link = link;
    this.requestUpdate();
  }

  async #loadPrograms(): Promise<void> {
    this.#programs ??= await import('./programs.js').then(({ programs }) => programs).catch(() => undefined);
    this.requestUpdate();
  }

  #speech(): ComparisonSpeech {
    const facts = this.#reckoning.results?.columns.find(({ facts }) => facts !== undefined)?.facts;
    const { currency, minorUnits } = facts ?? { currency: 'USD', minorUnits: 2 };
    const language = { ...this.#language, messages: withOwn(this.#language.messages, this.messages) };
    return new ComparisonSpeech(language, formatsFor(localeOf(this, this.locale), currency, minorUnits));
  }
}
