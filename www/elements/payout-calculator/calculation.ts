import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Engine, Incomplete, loadRest } from '../../engine/index.js';
import { scenarioWith } from '../../state/inputs.js';
import type { Offers } from '../../state/offers.js';
import { type Outcome, outcomeOf } from '../../state/outcome.js';
import type { Next } from '../../state/reach.js';
import { chosenModel, isRange, questionOf, type Session, valuesOf } from '../../state/session.js';
import type { Foresight } from '../controllers/foresight.js';
import { type ResultDetail, resultDetail } from './details.js';
import type { Later, Likely } from './shown.js';

/** How long numbers have to rest, in milliseconds, before all models are worked out, and it is looked ahead. */
const RESTED_AFTER = 150;

/** Who is told of what comes out. */
export interface Listener {
  /** There is a result; whether it is the first one. */
  computed(result: ResultDetail, first: boolean): void;
  /** The numbers have not changed for a while. */
  rested(): void;
  /** There is none for these numbers; an older one stays. */
  uncomputed(error: unknown): void;
  /** The result stands, but not where it is likely to lie, or what one more event is worth. */
  unforeseen(error: unknown): void;
}

/** From a session to what is shown of it: the outcome, what all models pay, and what lies ahead. */
export class Calculation implements ReactiveController {
  #engine: Engine | undefined;
  #session: Session | undefined;
  #outcome: Outcome | undefined;
  #result: ResultDetail | undefined;
  #offers: Offers | undefined;
  #later: Later | undefined;
  #foresight: Foresight | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #frame: number | undefined;
  /** What the outcome, or the failure, is the answer to. */
  #question = '';

  constructor(
    readonly host: ReactiveControllerHost,
    readonly listener: Listener,
  ) {
    host.addController(this);
  }

  /** None before the first {@link open}. */
  get session(): Session | undefined {
    return this.#session;
  }

  /** The last one that could be worked out since {@link open}. */
  get outcome(): Outcome | undefined {
    return this.#outcome;
  }

  get result(): ResultDetail | undefined {
    return this.#result;
  }

  get offers(): Offers | undefined {
    return this.#offers;
  }

  get likely(): Likely | undefined {
    return this.#foresight?.likely;
  }

  /** Whether that could not be worked out. */
  get unforeseen(): boolean {
    return this.#foresight?.missing ?? false;
  }

  get next(): readonly Next[] {
    return this.#foresight?.next ?? [];
  }

  hostDisconnected(): void {
    clearTimeout(this.#resting);
  }

  /** Begins anew with other terms. */
  open(engine: Engine, session: Session): void {
    this.close();
    this.#engine = engine;
    this.become(session);
  }

  /** Nothing can be shown any more. */
  close(): void {
    this.#outcome = undefined;
    this.#offers = undefined;
  }

  /** Takes a changed session; where that asks nothing new, the answer stays. Unless the change is `done`, there is one answer a frame. */
  take(session: Session, done: boolean): void {
    const chosen = this.#session?.chosen;
    this.#session = session;
    if (session.chosen !== chosen) this.become(session);
    else if (done) this.#answer();
    else this.#frame ??= requestAnimationFrame(() => this.#answer());
  }

  /** Works a session out, whatever was asked before. */
  become(session: Session): void {
    this.#session = session;
    if (this.#work()) this.#rest();
  }

  #answer(): void {
    cancelAnimationFrame(this.#frame ?? 0);
    this.#frame = undefined;
    this.host.requestUpdate();
    if (!this.#session || questionOf(this.#session) === this.#question) return;
    clearTimeout(this.#resting);
    if (!this.#work()) return;
    this.#resting = setTimeout(() => this.#rest(), RESTED_AFTER);
  }

  /** Whether there is a result for the session. */
  #work(): boolean {
    const [session, engine] = [this.#session, this.#engine];
    if (!session || !engine) return false;
    const { contract, facts } = chosenModel(session);
    const scenario = scenarioWith(facts, session.scenario, valuesOf(session));
    this.#question = questionOf(session);
    const first = this.#outcome === undefined;
    try {
      const projection = engine.project(contract, scenario);
      this.#outcome = outcomeOf(facts, projection);
      this.#result = resultDetail(projection, scenario, engine.version());
    } catch (error) {
      this.#fail(error);
      return false;
    }
    this.#foresight?.expire();
    this.listener.computed(this.#result, first);
    return true;
  }

  /** From now on, all models are compared, and it is looked ahead. */
  complete(later: Later | undefined): void {
    this.#later = later;
    this.#rest();
  }

  /** What needs the rest of the engine is done again when that is here. */
  #fail(error: unknown): void {
    if (error instanceof Incomplete) {
      loadRest().then(
        () => this.#session && this.become(this.#session),
        (failure) => this.listener.uncomputed(failure),
      );
    } else this.listener.uncomputed(error);
  }

  /** Not on every step of a slider: what the others pay, and what lies ahead, can wait until it rests. */
  #rest(): void {
    clearTimeout(this.#resting);
    this.listener.rested();
    this.#compare();
    this.#lookAhead();
  }

  /** Where one of the models can't be worked out, there is nothing to compare. */
  #compare(): void {
    const [session, engine] = [this.#session, this.#engine];
    if (!session || !engine || !this.#later || this.#outcome === undefined) return;
    try {
      this.#offers = this.#later.offersOf(session, (contract, scenario) => engine.project(contract, scenario));
    } catch (error) {
      this.#offers = undefined;
      if (error instanceof Incomplete) {
        loadRest().then(
          () => this.#compare(),
          () => {},
        );
      }
    }
    this.host.requestUpdate();
  }

  #lookAhead(): void {
    const [session, later] = [this.#session, this.#later];
    if (!session || !later || this.#outcome === undefined) return;
    const { contract, facts, specs } = chosenModel(session);
    const uncertain = specs.some((spec) => isRange(session, spec));
    const types = later.hasSteps(contract) ? [...new Set(facts.payouts.map(({ event }) => event))] : [];
    if (uncertain || types.length > 0) {
      this.#foresight ??= new later.Foresight(this.host, (error) => this.listener.unforeseen(error));
    }
    this.#foresight?.ask({ contract, scenario: scenarioWith(facts, session.scenario, valuesOf(session)), uncertain, types });
  }
}
