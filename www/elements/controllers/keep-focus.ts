import type { LitElement, ReactiveController } from 'lit';

const FOCUSABLE = 'a[href], button, input, select, summary, textarea';

/** Where what has the focus goes away or can't be pressed any more, the next thing that can takes it: nobody is sent back to the page's beginning. */
export class KeepFocus implements ReactiveController {
  #focused: HTMLElement | undefined;
  #before: readonly HTMLElement[] = [];

  constructor(readonly host: LitElement) {
    host.addController(this);
  }

  hostUpdate(): void {
    const { renderRoot: root } = this.host;
    this.#focused = root instanceof ShadowRoot && root.activeElement instanceof HTMLElement ? root.activeElement : undefined;
    this.#before = this.#focused ? [...root.querySelectorAll<HTMLElement>(FOCUSABLE)] : [];
  }

  hostUpdated(): void {
    const [focused, before] = [this.#focused, this.#before];
    this.#focused = undefined;
    this.#before = [];
    if (!focused || canTakeFocus(focused)) return;
    const place = before.indexOf(focused);
    const around = [...before.slice(place + 1), ...before.slice(0, place).reverse()];
    around.find(canTakeFocus)?.focus();
  }
}

const canTakeFocus = (element: HTMLElement) => element.isConnected && !element.matches(':disabled') && element.checkVisibility();
