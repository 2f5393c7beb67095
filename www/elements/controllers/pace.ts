import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** So long, in milliseconds, a drawing may take that is made in every frame. */
const UNNOTICED = 8;

/**
 * What is drawn when, while a number is on its way: the number and its result at once; what costs more, after them in a frame of its own, and
 * no oftener than the machine has time for; what nobody sees, once the number rests. As keys for `guard`: a part is drawn when its key is another one.
 */
export class Pace implements ReactiveController {
  #moving: string | undefined;
  #soon: unknown = {};
  #rest: unknown = {};
  #behind = false;
  #following = false;

  constructor(readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** The id of the input that is on its way. */
  get moving(): string | undefined {
    return this.#moving;
  }

  /** The key of what follows. */
  get soon(): unknown {
    return this.#soon;
  }

  /** The key of what waits. */
  get rest(): unknown {
    return this.#rest;
  }

  hostUpdate(): void {
    if (this.#moving !== undefined) return;
    this.#soon = {};
    this.#rest = {};
  }

  /** The input with that id has made a step, and is not done. */
  move(id: string): void {
    this.#moving = id;
    this.#behind = true;
    void this.#follow();
  }

  /** Nothing moves any more: everything is drawn with the next update. */
  settle(): void {
    this.#moving = undefined;
    this.#behind = false;
    this.host.requestUpdate();
  }

  async #follow(): Promise<void> {
    if (this.#following) return;
    this.#following = true;
    await frame();
    await pause();
    while (this.#behind) {
      await frame();
      const began = performance.now();
      this.#behind = false;
      this.#soon = {};
      this.host.requestUpdate();
      // By then, the frame is painted.
      await pause();
      const cost = performance.now() - began;
      if (cost > UNNOTICED) await pause(2 * cost);
    }
    this.#following = false;
  }
}

const frame = () => new Promise(requestAnimationFrame);
const pause = (milliseconds?: number) => new Promise((resume) => setTimeout(resume, milliseconds));
