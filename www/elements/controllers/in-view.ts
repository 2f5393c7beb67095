import type { LitElement, ReactiveController } from 'lit';

/** Whether any of some parts of its element is in the window; the element is drawn anew when that changes. */
export class InView implements ReactiveController {
  visible = true;
  #observer: IntersectionObserver | undefined;
  #observed: readonly Element[] = [];

  constructor(
    readonly host: LitElement,
    readonly selector: string,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const found = [...this.host.renderRoot.querySelectorAll(this.selector)];
    if (found.length === this.#observed.length && found.every((element, place) => element === this.#observed[place])) return;
    this.hostDisconnected();
    this.#observed = found;
    const seen = new Set<Element>();
    this.#observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) seen[isIntersecting ? 'add' : 'delete'](target);
      if (seen.size > 0 === this.visible) return;
      this.visible = seen.size > 0;
      this.host.requestUpdate();
    });
    for (const element of found) this.#observer.observe(element);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observed = [];
  }
}
