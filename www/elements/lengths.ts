/** Sets a length that only a property can set under a policy without inline styles. One that is so already is left: setting it would have all styles worked out anew. */
export function setLength(element: HTMLElement | null | undefined, name: string, value: number | string): void {
  if (element && element.style.getPropertyValue(name) !== String(value)) element.style.setProperty(name, String(value));
}
