import type { LitElement, ReactiveController } from 'lit';
import { SavedError } from '../../state/saved.js';
import { emit } from '../emit.js';
import { errorDetail } from '../payout-calculator/details.js';
import { NearWindow } from './near-window.js';
import { Phase } from './phase.js';

/** Opens its element once it is in the page, or near the window where that is enough, and tells the page what comes of it. */
export class Opening implements ReactiveController {
  /** Kept as soon as the element can be used for the first time. */
  readonly ready: Promise<void>;
  /** Something that went wrong without harm, by its code. */
  note: string | undefined;
  readonly #phase: Phase;
  readonly #nearWindow: NearWindow;
  #failure: string | undefined;
  #becomeReady: () => void = () => {};
  /** What is to be restored as soon as there is something to restore it in. */
  #toRestore: unknown;
  /** Counts the attempts: one that was overtaken, or whose element has left the page, is let go. */
  #attempt = 0;

  constructor(
    readonly host: LitElement & { readonly loading: 'lazy' | 'eager' | undefined },
    internals: ElementInternals,
    /** Makes one attempt, and gives up without a word once that is overtaken. */
    readonly open: (overtaken: () => boolean) => Promise<void>,
  ) {
    this.#phase = new Phase(internals);
    this.#nearWindow = new NearWindow(host, () => void this.attempt());
    this.ready = new Promise((resolve) => {
      this.#becomeReady = resolve;
    });
    host.addController(this);
  }

  /** The code of what keeps the element from showing the numbers that it has. */
  get failure(): string | undefined {
    return this.#failure;
  }

  hostConnected(): void {
    if (this.#phase.name === 'ready') return;
    this.#enter('loading');
    if (this.host.loading === 'lazy') this.#nearWindow.wait();
    else void this.attempt();
  }

  hostDisconnected(): void {
    this.#attempt += 1;
  }

  async attempt(): Promise<void> {
    this.#attempt += 1;
    const attempt = this.#attempt;
    const overtaken = () => attempt !== this.#attempt;
    // Properties that are set in the same task as the element is put into the page belong to it from the start.
    await this.host.updateComplete;
    if (!overtaken()) await this.open(overtaken);
  }

  /** There is something to show. */
  succeed(first: boolean): void {
    this.#failure = undefined;
    this.#enter('ready');
    if (!first) return;
    this.#becomeReady();
    emit(this.host, 'payout-ready');
  }

  /** There is nothing to show for this; `fatal`, nothing at all. */
  fail(error: unknown, fatal: boolean): void {
    const detail = errorDetail(error, fatal);
    this.#failure = detail.code;
    this.#enter('error');
    emit(this.host, 'payout-error', detail);
  }

  /** Keeps a value until {@link recalled} asks for it. */
  keep(value: unknown): void {
    this.#toRestore = value;
  }

  /** With what was kept, or what the page's address says; without it where that can't be used. */
  async recalled<T>(begun: T, linked: () => unknown, restored: (begun: T, value: unknown) => T): Promise<T> {
    try {
      const value = this.#toRestore ?? (await linked());
      this.#toRestore = undefined;
      return value === undefined ? begun : restored(begun, value);
    } catch (error) {
      this.#toRestore = undefined;
      if (!(error instanceof SavedError)) throw error;
      this.note = error.code;
      emit(this.host, 'payout-error', errorDetail(error, false));
      return begun;
    }
  }

  #enter(phase: Parameters<Phase['enter']>[0]): void {
    this.#phase.enter(phase);
    this.host.requestUpdate();
  }
}
