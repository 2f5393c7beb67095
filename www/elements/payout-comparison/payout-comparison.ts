import { LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { Contract, ContractFacts, Scenario } from '#documents';
import { type Engine, EngineError, loadEngine } from '../../engine/index.js';
import type { ComparisonKey } from '../../locales/comparison/en.js';
import { comparisonLanguageOf, withEnglish } from '../../locales/comparison/index.js';
import { ENGLISH, type Language, withOwn } from '../../locales/index.js';
import type { Messages } from '../../locales/messages.js';
import { begin, type History, redo, settle, step, undo } from '../../state/comparison/history.js';
import { type Answer, type Ask, type Results, resultsOf } from '../../state/comparison/results.js';
import { fromLink, restoredTable, type SavedTable, savedTable, toLink } from '../../state/comparison/saved.js';
import { ComparisonSpeech } from '../../state/comparison/speech.js';
import { emptyTable, type Table, type View } from '../../state/comparison/table.js';
import { formatsFor } from '../../state/formats.js';
import { SavedError } from '../../state/saved.js';
import { type Term, termsOf } from '../../state/terms.js';
import { Background } from '../controllers/background.js';
import { NearWindow } from '../controllers/near-window.js';
import { OnPaper } from '../controllers/on-paper.js';
import { WidthOf } from '../controllers/width-of.js';
import { errorDetail } from '../payout-calculator/details.js';
import { isDisclaimed } from '../payout-calculator/frame.js';
import { localeOf } from '../payout-calculator/locale.js';
import { actionsOn } from './actions.js';
import { answersFrom } from './answers.js';
import type { Choices } from './choices.js';
import { type ComparisonDetail, comparisonDetail } from './details.js';
import { frame, showSheet } from './frame.js';
import { letterAt, type Panels, type Shown } from './shown.js';
import { type GivenSheet, openingTable } from './source.js';
import { styles } from './styles.js';

/** How long the numbers have to rest, in milliseconds, before all pictures are drawn anew. */
const DRAWN_AFTER = 120;

/** How wide pictures are drawn for half a page. */
const WIDTH_ON_PAPER = 480;

/** Where the comparison is: `loading`, `ready`, or `error` with what stood there before. */
const PHASES = ['loading', 'ready', 'error'] as const;

/**
 * Compares two to four offers of a partner contract over the same numbers: what each pays, where they cross, what is sure, what would be fair. Terms are edited
 * in place; everything is worked out in the browser.
 *
 * What the page begins with stands in a child `<script type="application/json">` as `{ "sheets": [{ "contract": {…}, "role": "proposal", "notes": "" }], "scenario": {…} }`,
 * or is set as properties. Whatever else stands in the element is shown until the engine runs, and when it cannot.
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

  readonly #internals = this.attachInternals();
  readonly #nearWindow = new NearWindow(this, () => void this.#open());
  readonly #background = new Background(this, () => this.#draw());
  readonly #room = new WidthOf(this, '.picture', 640);
  readonly #paper = new OnPaper(this, WIDTH_ON_PAPER);
  #phase: (typeof PHASES)[number] = 'loading';
  #failure: string | undefined;
  #engine: Engine | undefined;
  #language: Language = withEnglish(ENGLISH);
  #history: History<Table> = begin(emptyTable());
  #results: Results | undefined;
  #terms: ReadonlyMap<number, readonly Term[]> = new Map();
  #choices: Choices = {};
  #panels: Panels | undefined;
  #programs: readonly Contract[] | undefined;
  #link: string | undefined;
  #note: string | undefined;
  #status = '';
  #disclaimed = true;
  #attempt = 0;
  #toRestore: unknown;
  #becomeReady: () => void = () => {};
  /** Another one whenever the pictures are to be drawn anew. */
  #drawn: unknown = {};
  #drawing: ReturnType<typeof setTimeout> | undefined;
  /** What was asked of the analyses, and drawn to scale. */
  #asDrawn: unknown;

  /** Kept as soon as the comparison can be used for the first time. */
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
    if (!this.#engine) {
      this.#toRestore = value;
      return;
    }
    this.#change(() => restoredTable(this.#history.present, value), '', true);
  }

  /** An empty table, to begin anew; it can be undone. */
  clear(): void {
    this.#actions.clear();
  }

  /** Back to what the page began with; it can be undone. */
  reset(): void {
    this.#change(() => openingTable(this, this), '', true);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated) return;
    if (changed.has('sheets') || changed.has('scenario')) void this.#open();
    else if (changed.has('locale')) void this.#translate();
  }

  protected override render(): TemplateResult {
    return frame(
      {
        speech: this.#speech(),
        shown: this.#shown(),
        failure: this.#failure,
        status: this.#status,
        disclaimed: this.#disclaimed,
        retry: () => void this.#open(),
        refilled: () => this.#checkDisclaimer(),
      },
      this.#actions,
    );
  }

  protected override updated(): void {
    this.#checkDisclaimer();
    if (this.#drawn === this.#asDrawn) return;
    this.#asDrawn = this.#drawn;
    const shown = this.#shown();
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
    if (!this.#results) return undefined;
    const { past, present, future } = this.#history;
    return {
      speech: this.#speech(),
      table: present,
      results: this.#results,
      terms: this.#terms,
      answers: answersFrom(this.#background),
      choices: this.#choices,
      panels: this.#panels,
      drawn: this.#drawn,
      readonly: this.readonly === true,
      canUndo: past.length > 0,
      canRedo: future.length > 0,
      width: this.#paper.width ?? this.#room.width,
      link: this.#link,
      note: this.#note,
      programs: this.#programs,
    };
  }

  async #open(): Promise<void> {
    this.#attempt += 1;
    const attempt = this.#attempt;
    const overtaken = () => attempt !== this.#attempt;
    await this.updateComplete;
    if (overtaken()) return;
    try {
      const loading = Promise.all([loadEngine(), comparisonLanguageOf(localeOf(this, this.locale))]);
      loading.catch(() => {});
      let table = openingTable(this, this);
      table = await this.#recalled(table);
      const [engine, language] = await loading;
      if (overtaken()) return;
      this.#engine = engine;
      this.#language = language;
      this.#history = begin(table);
      this.#compute();
      this.#draw();
      void this.#loadPanels();
    } catch (error) {
      if (overtaken()) return;
      const detail = errorDetail(error, true);
      this.#failure = detail.code;
      this.#results = undefined;
      this.#enter('error');
      this.#emit('payout-error', detail);
    }
  }

  /** What was saved, or what the page's address says, in the place of what the page begins with. */
  async #recalled(table: Table): Promise<Table> {
    try {
      const value = this.#toRestore ?? (await fromLink(location.hash, this.id));
      return value === undefined ? table : restoredTable(table, value);
    } catch (error) {
      if (!(error instanceof SavedError)) throw error;
      this.#note = error.code;
      this.#emit('payout-error', errorDetail(error, false));
      return table;
    } finally {
      this.#toRestore = undefined;
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

  readonly #ask: Ask = {
    check: (contract) => this.#asked((engine) => engine.checkContract(contract)),
    project: (contract, scenario) => this.#asked((engine) => engine.project(contract, scenario)),
  };

  #asked<T>(call: (engine: Engine) => T): Answer<T> {
    if (!this.#engine) return { problems: [] };
    try {
      return { ok: call(this.#engine) };
    } catch (error) {
      if (error instanceof EngineError && error.problems.length > 0) return { problems: error.problems };
      throw error;
    }
  }

  #compute(): void {
    const table = this.#history.present;
    const first = this.#results === undefined;
    try {
      this.#results = resultsOf(table, this.#ask);
      const check = (contract: Contract): ContractFacts | undefined => {
        const answer = this.#ask.check(contract);
        return 'ok' in answer ? answer.ok : undefined;
      };
      this.#terms = new Map(table.sheets.map(({ id, contract }) => [id, termsOf(contract, check)]));
    } catch (error) {
      const detail = errorDetail(error, first);
      this.#note = detail.code;
      this.#emit('payout-error', detail);
      this.requestUpdate();
      return;
    }
    this.#failure = undefined;
    this.#enter('ready');
    if (first) {
      this.#becomeReady();
      this.#emit('payout-ready');
    }
    this.#emit('payout-result', this.#detail());
  }

  #detail(): ComparisonDetail | undefined {
    return this.#results && this.#engine && comparisonDetail(this.#results, this.#engine.version());
  }

  #enter(phase: (typeof PHASES)[number]): void {
    this.#phase = phase;
    const { states } = this.#internals;
    for (const state of PHASES) states[state === phase ? 'add' : 'delete'](state);
    this.requestUpdate();
  }

  readonly #actions = actionsOn({
    ask: this.#ask,
    table: () => this.#history.present,
    results: () => this.#results,
    terms: (id) => this.#terms.get(id) ?? [],
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
      this.#note = note;
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
    this.#note = undefined;
    if (done) this.#history = settle(this.#history);
    this.#settled(done);
  }

  #settled(done = true): void {
    this.#link = undefined;
    this.#compute();
    clearTimeout(this.#drawing);
    if (done) this.#draw();
    else this.#drawing = setTimeout(() => this.#draw(), DRAWN_AFTER);
    if (!done) return;
    this.#status = this.#announcement();
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }

  #announcement(): string {
    const speech = this.#speech();
    const said = this.#results?.columns.map(({ total, facts }, place) => {
      const amount = total === undefined ? '–' : (facts ? speech.inCurrency(facts) : speech).formats.money(total);
      return speech.tell('status.total', { letter: { text: letterAt(place) }, amount: { text: amount } });
    });
    return said?.join(' ') ?? '';
  }

  /** Where a page may not write to the clipboard, the link is shown to be copied by hand. */
  async #share(): Promise<void> {
    const part = await toLink(this.save(), this.id);
    const kept = location.hash
      .slice(1)
      .split('&')
      .filter((other) => other.includes('=') && !other.startsWith(part.split('=', 1)[0] ?? ''));
    const link = `${location.href.split('#', 1)[0]}#${[...kept, part].join('&')}`;
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

  #checkDisclaimer(): void {
    const disclaimed = isDisclaimed(this.renderRoot);
    if (disclaimed === this.#disclaimed) return;
    this.#disclaimed = disclaimed;
    this.requestUpdate();
  }

  #emit(type: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }

  #speech(): ComparisonSpeech {
    const facts = this.#results?.columns.find(({ facts }) => facts !== undefined)?.facts;
    const { currency, minorUnits } = facts ?? { currency: 'USD', minorUnits: 2 };
    const language = { ...this.#language, messages: withOwn(this.#language.messages, this.messages) };
    return new ComparisonSpeech(language, formatsFor(localeOf(this, this.locale), currency, minorUnits));
  }
}
