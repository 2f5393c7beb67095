import type { LitElement, ReactiveController } from 'lit';

/** Whether there is a disclaimer to read, the usual one or the page's own words in its place; the element is drawn anew when that changes. */
export class Disclaimer implements ReactiveController {
  #given = true;

  constructor(readonly host: LitElement) {
    host.addController(this);
  }

  get given(): boolean {
    return this.#given;
  }

  hostUpdated(): void {
    const nodes = this.host.renderRoot.querySelector<HTMLSlotElement>('slot[name="disclaimer"]')?.assignedNodes() ?? [];
    const given = nodes.length === 0 || nodes.some((node) => node.textContent?.trim());
    if (given === this.#given) return;
    this.#given = given;
    this.host.requestUpdate();
  }
}
