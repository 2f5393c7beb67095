import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Contract, Scenario } from '#documents';
import type { Analyses } from '../../analyses/index.js';
import type { Next } from '../../state/reach.js';
import type { Likely } from '../payout-calculator/shown.js';

const DRAWS = 2000;

/** What is to be looked ahead from. */
export interface Ahead {
  readonly contract: Contract;
  readonly scenario: Scenario;
  /** Whether the scenario has ranges, so that the result has one. */
  readonly uncertain: boolean;
  /** The event types whose next event may be worth something else. */
  readonly types: readonly string[];
}

/** Where the total is likely to lie, and what one more event is worth: worked out one at a time and in a worker. A page without it lacks nothing else. */
export class Foresight implements ReactiveController {
  #analyses: Promise<Analyses> | undefined;
  #asked: Ahead | undefined;
  #running = false;
  #likely: Likely | undefined;
  #next: readonly Next[] = [];
  #missing = false;

  constructor(
    readonly host: ReactiveControllerHost,
    /** Told why it can't be worked out. */
    readonly failed: (error: unknown) => void,
  ) {
    host.addController(this);
  }

  /** Where the total of what was asked last lies, once that is known. */
  get likely(): Likely | undefined {
    return this.#likely;
  }

  /** Whether it could not be worked out for what was asked last. */
  get missing(): boolean {
    return this.#missing;
  }

  /** What one more event of each type is worth; what is not known yet keeps its place. */
  get next(): readonly Next[] {
    return this.#next;
  }

  /** What was asked is out of date, and is asked anew as soon as it may be. */
  expire(): void {
    this.#asked = undefined;
    this.#likely = undefined;
    this.#missing = false;
    this.#next = this.#next.map(({ eventType, answer }) => ({ eventType, answer, awaited: true }));
  }

  /** Asks anew. Nothing is asked where nothing lies ahead. */
  ask(asked: Ahead): void {
    this.#likely = undefined;
    this.#missing = false;
    this.#next = asked.types.map((eventType) => {
      const before = this.#next.find((next) => next.eventType === eventType);
      return { eventType, answer: before?.answer, awaited: true };
    });
    this.#asked = asked.uncertain || asked.types.length > 0 ? asked : undefined;
    void this.#run();
  }

  hostDisconnected(): void {
    this.#asked = undefined;
    this.#close();
  }

  #close(): void {
    void this.#analyses?.then((analyses) => analyses.close()).catch(() => {});
    this.#analyses = undefined;
  }

  #miss(error: unknown): void {
    this.#missing = true;
    // What fails for one event type is said once.
    const failed = this.#next.find(({ awaited }) => awaited);
    this.#next = this.#next.flatMap((next) =>
      next === failed ? [{ ...next, answer: undefined, awaited: false }] : next.awaited ? [] : [next],
    );
    this.host.requestUpdate();
    this.failed(error);
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      for (let asked = this.#asked; asked; asked = this.#asked === asked ? undefined : this.#asked) {
        try {
          this.#analyses ??= import('../../analyses/index.js').then(({ loadAnalyses }) => loadAnalyses());
          await this.#lookAhead(await this.#analyses, asked);
        } catch (error) {
          this.#close();
          if (this.#asked === asked) this.#miss(error);
        }
      }
    } finally {
      this.#running = false;
    }
  }

  async #lookAhead(analyses: Analyses, asked: Ahead): Promise<void> {
    const { contract, scenario, uncertain, types } = asked;
    const current = () => this.#asked === asked;
    if (uncertain) {
      const { contracts } = await analyses.simulate([contract], scenario, { draws: DRAWS, seed: 1 });
      const [, low, , , , high] = contracts[0]?.percentiles ?? [];
      if (!current()) return;
      this.#likely = low !== undefined && high !== undefined ? { low, high } : undefined;
      this.host.requestUpdate();
    }
    for (const eventType of types) {
      const answer = await analyses.nextEvent(contract, scenario, { event: eventType });
      if (!current()) return;
      this.#next = this.#next.map((next) => (next.eventType === eventType ? { eventType, answer, awaited: false } : next));
      this.host.requestUpdate();
    }
  }
}
