import type { CSSResult, LitElement } from 'lit';

/** What is loaded once the first part stands, with styles of its own. What does not arrive is not shown, and is no failure. */
export class LaterPart<Module extends { readonly laterStyles: CSSResult }> {
  #module: Module | undefined;
  #awaited = true;

  constructor(
    readonly host: LitElement,
    readonly importing: () => Promise<Module>,
  ) {}

  get module(): Module | undefined {
    return this.#module;
  }

  /** Whether it may still come. */
  get awaited(): boolean {
    return this.#awaited;
  }

  async load(): Promise<void> {
    this.#module ??= await this.importing().catch(() => undefined);
    this.#awaited = false;
    this.#addStyles();
    this.host.requestUpdate();
  }

  /** Before the last sheet, which is for what readers and printers prefer. */
  #addStyles(): void {
    const sheet = this.#module?.laterStyles.styleSheet;
    const root = this.host.renderRoot as ShadowRoot;
    const [sheets, last] = [root.adoptedStyleSheets.slice(0, -1), root.adoptedStyleSheets.slice(-1)];
    if (sheet && !sheets.includes(sheet)) root.adoptedStyleSheets = [...sheets, sheet, ...last];
  }
}
