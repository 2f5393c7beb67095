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

  constructor(readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Where the total of what was asked last lies, once that is known. */
  get likely(): Likely | undefined {
    return this.#likely;
  }

  /** What one more event is worth, once that is known. */
  get next(): readonly Next[] {
    return this.#next;
  }

  /** Asks anew. Nothing is asked where nothing lies ahead. */
  ask(asked: Ahead): void {
    this.#likely = undefined;
    this.#next = [];
    this.#asked = asked.uncertain || asked.types.length > 0 ? asked : undefined;
    void this.#run();
  }

  hostDisconnected(): void {
    this.#asked = undefined;
    void this.#analyses?.then((analyses) => analyses.close()).catch(() => {});
    this.#analyses = undefined;
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      for (let asked = this.#asked; asked; asked = this.#asked === asked ? undefined : this.#asked) {
        this.#analyses ??= import('../../analyses/index.js').then(({ loadAnalyses }) => loadAnalyses());
        await this.#lookAhead(await this.#analyses, asked);
      }
    } catch {
      this.#analyses = undefined;
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
      this.#next = [...this.#next, { eventType, answer }];
      this.host.requestUpdate();
    }
  }
}
