import type { LitElement, ReactiveController } from 'lit';

/** Whether a part of its element is in the window; the element is drawn anew when that changes. */
export class InView implements ReactiveController {
  visible = true;
  #observer: IntersectionObserver | undefined;
  #observed: Element | undefined;

  constructor(
    readonly host: LitElement,
    readonly selector: string,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const found = this.host.renderRoot.querySelector(this.selector) ?? undefined;
    if (found === this.#observed) return;
    this.hostDisconnected();
    this.#observed = found;
    if (!found) return;
    this.#observer = new IntersectionObserver((entries) => {
      const visible = entries.at(-1)?.isIntersecting ?? true;
      if (visible === this.visible) return;
      this.visible = visible;
      this.host.requestUpdate();
    });
    this.#observer.observe(found);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observed = undefined;
  }
}
