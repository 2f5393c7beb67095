/** Defines an element, unless the page has done so already, as one does that loads the package twice; on a server, nothing. */
export function define(name: string, element: CustomElementConstructor): void {
  const { customElements } = globalThis;
  if (customElements?.get(name) === undefined) customElements?.define(name, element);
}
