import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Analyses, Asked } from '../../analyses/index.js';
import { EngineError } from '../../engine/errors.js';

/** A question to the analyses. */
export interface Question<T> {
  /** The same question has the same key, and is asked once. */
  readonly key: string;
  /** What it is about; an answer about something else is not shown in the meantime. */
  readonly subject: string;
  ask(analyses: Analyses, asked: Asked): Promise<T>;
}

/** In so many steps progress is shown. */
const STEPS = 10;

interface Lane {
  analyses: Promise<Analyses> | undefined;
  running: { readonly name: string; readonly key: string; readonly stop: AbortController } | undefined;
}

/**
 * Asks the analyses in workers, what was asked last first forgotten: `quick` questions one after the other, `long` ones in a worker of their own, which is
 * stopped as soon as its question is out of date. The last answer to a question stands until there is a new one.
 */
export class Background implements ReactiveController {
  readonly #lanes: Record<'quick' | 'long', Lane> = {
    quick: { analyses: undefined, running: undefined },
    long: { analyses: undefined, running: undefined },
  };
  readonly #wanted = new Map<string, { lane: 'quick' | 'long'; question: Question<unknown> }>();
  readonly #answers = new Map<string, { key: string; subject: string; answer: unknown; failed: boolean }>();
  #connected = false;
  #progress: number | undefined;

  constructor(
    readonly host: ReactiveControllerHost,
    /** Called when there is another answer, or none any more. */
    readonly answered: () => void,
    /** Told why the analyses broke on a question. */
    readonly failed: (error: unknown) => void,
  ) {
    host.addController(this);
  }

  /** What is to be known; nothing to forget it. */
  want<T>(name: string, lane: 'quick' | 'long', question: Question<T> | undefined): void {
    // An element that has left the page is drawn once more, and may not start a worker that nobody ends.
    if (!this.#connected) return;
    const running = this.#lanes[lane].running;
    if (lane === 'long' && running?.name === name && running.key !== question?.key) running.stop.abort();
    if (!question) {
      this.#wanted.delete(name);
      this.#answers.delete(name);
      return;
    }
    if (this.#wanted.get(name)?.question.key === question.key) return;
    if (this.#answers.get(name)?.subject !== question.subject) this.#answers.delete(name);
    this.#wanted.set(name, { lane, question });
    void this.#run(lane);
  }

  /** The last answer. */
  answer<T>(name: string): T | undefined {
    return this.#answers.get(name)?.answer as T | undefined;
  }

  /** The questions that were asked in vain. */
  get unanswered(): ReadonlySet<string> {
    return new Set([...this.#answers].flatMap(([name, { failed }]) => (failed ? [name] : [])));
  }

  /** How far the long question that is under way is, from 0 to 1. */
  get progress(): number | undefined {
    return this.#progress;
  }

  /** Nothing of what was asked and answered counts any more. */
  forget(): void {
    this.#wanted.clear();
    this.#answers.clear();
    this.#lanes.long.running?.stop.abort();
  }

  hostConnected(): void {
    this.#connected = true;
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#wanted.clear();
    for (const lane of Object.values(this.#lanes)) {
      lane.running?.stop.abort();
      close(lane);
    }
  }

  async #run(of: 'quick' | 'long'): Promise<void> {
    const lane = this.#lanes[of];
    if (lane.running) return;
    for (let next = this.#next(of); next; next = this.#next(of)) {
      const { name, question } = next;
      const stop = new AbortController();
      lane.running = { name, key: question.key, stop };
      if (of === 'long') this.#tell(0);
      const { key, subject } = question;
      const settle = (answer: unknown, failed = false) => {
        if (this.#wanted.get(name)?.question.key === key) this.#answers.set(name, { key, subject, answer, failed });
      };
      try {
        lane.analyses ??= import('../../analyses/index.js').then(({ loadAnalyses }) => loadAnalyses());
        const onProgress = (done: number, all: number) => of === 'long' && this.#tell(done / all);
        settle(await question.ask(await lane.analyses, { signal: stop.signal, onProgress }));
      } catch (error) {
        if (!stop.signal.aborted) {
          settle(undefined, true);
          if (!isRefusal(error)) {
            // What broke once may work anew.
            close(lane);
            this.failed(error);
          }
        }
      }
      lane.running = undefined;
      if (of === 'long') this.#progress = undefined;
      this.answered();
    }
  }

  #next(of: 'quick' | 'long') {
    for (const [name, { lane, question }] of this.#wanted) {
      if (lane === of && this.#answers.get(name)?.key !== question.key) return { name, question };
    }
    return undefined;
  }

  #tell(progress: number): void {
    const isSeen = Math.floor(progress * STEPS) !== Math.floor((this.#progress ?? -1) * STEPS);
    this.#progress = progress;
    if (isSeen) this.host.requestUpdate();
  }
}

function close(lane: Lane): void {
  void lane.analyses?.then((analyses) => analyses.close()).catch(() => {});
  lane.analyses = undefined;
}

/** A question that can't be answered, such as one about a number that the contract has no more. */
export const isRefusal = (error: unknown) => error instanceof EngineError && error.problems.length > 0;
