import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Contract, Scenario } from '#documents';
import type { Analyses } from '../../analyses/index.js';
import type { Likely } from '../payout-calculator/shown.js';

const DRAWS = 2000;

/** Simulates what is shown, one simulation at a time and in a worker, and shows where the total is likely to lie. A page without it lacks nothing else. */
export class Simulated implements ReactiveController {
  #analyses: Promise<Analyses> | undefined;
  #asked: { readonly contract: Contract; readonly scenario: Scenario } | undefined;
  #running = false;
  #likely: Likely | undefined;

  constructor(readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Where the total of what was asked last lies, once that is known. */
  get likely(): Likely | undefined {
    return this.#likely;
  }

  /** Asks anew. Nothing is asked where nothing is uncertain. */
  ask(contract: Contract, scenario: Scenario, uncertain: boolean): void {
    this.#likely = undefined;
    this.#asked = uncertain ? { contract, scenario } : undefined;
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
        const analyses = await this.#analyses;
        const { contracts } = await analyses.simulate([asked.contract], asked.scenario, { draws: DRAWS, seed: 1 });
        const [, low, , , , high] = contracts[0]?.percentiles ?? [];
        if (this.#asked === asked && low !== undefined && high !== undefined) {
          this.#likely = { low, high };
          this.host.requestUpdate();
        }
      }
    } catch {
      this.#analyses = undefined;
    } finally {
      this.#running = false;
    }
  }
}
