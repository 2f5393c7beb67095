import type { LitElement, ReactiveController } from 'lit';

/** How wide a part of its element is, in whole pixels; the element is drawn anew when that changes. */
export class WidthOf implements ReactiveController {
  width: number;
  #observer: ResizeObserver | undefined;
  #observed: Element | undefined;

  constructor(
    readonly host: LitElement,
    readonly selector: string,
    otherwise: number,
  ) {
    this.width = otherwise;
    host.addController(this);
  }

  hostUpdated(): void {
    const found = this.host.renderRoot.querySelector(this.selector) ?? undefined;
    if (found === this.#observed) return;
    this.hostDisconnected();
    this.#observed = found;
    if (!found) return;
    this.#observer = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry?.contentRect.width ?? 0);
      if (width === 0 || width === this.width) return;
      this.width = width;
      this.host.requestUpdate();
    });
    this.#observer.observe(found);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observed = undefined;
  }
}
