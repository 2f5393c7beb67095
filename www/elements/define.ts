/** Defines an element, unless the page has done so already, as one does that loads the package twice. */
export function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}
