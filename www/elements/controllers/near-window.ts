import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Calls back once, when its element comes near the window. */
export class NearWindow implements ReactiveController {
  #observer: IntersectionObserver | undefined;

  constructor(
    readonly host: ReactiveControllerHost & Element,
    readonly then: () => void,
  ) {
    host.addController(this);
  }

  wait(): void {
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        this.hostDisconnected();
        this.then();
      },
      { rootMargin: '400px' },
    );
    this.#observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }
}
