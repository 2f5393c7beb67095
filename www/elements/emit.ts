/** Tells the page something; `false` where that is asked not to happen. */
export function emit(element: Element, type: string, detail?: unknown): boolean {
  return element.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, cancelable: type === 'payout-cta', detail }));
}
