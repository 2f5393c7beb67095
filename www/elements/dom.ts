/**
 * In place of `@lit-labs/ssr-dom-shim`, which Lit takes for servers: enough for the elements' classes to be there where there is no DOM.
 * They are not rendered there; what stands inside the element is.
 */
export const HTMLElement = globalThis.HTMLElement ?? class {};
export const { customElements } = globalThis;
