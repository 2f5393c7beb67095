import type { LitElement, ReactiveController } from 'lit';

/** How wide pictures are while a page is printed, in pixels: narrow, so that their words can be read when they are made smaller. */
export class OnPaper implements ReactiveController {
  /** None on the screen. */
  width: number | undefined;

  constructor(
    readonly host: LitElement,
    readonly narrow: number,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#begin);
    addEventListener('afterprint', this.#end);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#begin);
    removeEventListener('afterprint', this.#end);
  }

  readonly #begin = () => this.#become(this.narrow);
  readonly #end = () => this.#become(undefined);

  #become(width: number | undefined): void {
    this.width = width;
    this.host.requestUpdate();
  }
}
