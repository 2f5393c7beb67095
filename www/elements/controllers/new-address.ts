import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Calls back when another fragment is put into the page's address: a link that is opened in a page that is open already loads nothing anew. */
export class NewAddress implements ReactiveController {
  constructor(
    host: ReactiveControllerHost,
    readonly changed: (fragment: string) => void,
  ) {
    host.addController(this);
  }

  readonly #hear = () => this.changed(location.hash);

  hostConnected(): void {
    addEventListener('hashchange', this.#hear);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#hear);
  }
}
