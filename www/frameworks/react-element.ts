import { createElement, type ReactElement, useEffect, useLayoutEffect, useRef } from 'react';
import { define } from '../elements/define.js';

/** What React hands over to a custom element. */
export interface Handed {
  readonly tag: string;
  readonly element: CustomElementConstructor;
  /** The names of its properties; all else are attributes. */
  readonly properties: readonly string[];
  /** The types of its events, by the names of their handlers. */
  readonly handlers: Readonly<Record<string, string>>;
}

/** On a server there is no layout, and React says so at each use of the other. */
const useBeforePaint = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * A custom element for React 19, whose own support is enough in pages rendered by the browser, but skips a custom element's properties
 * and events when it hydrates what a server has rendered (facebook/react#35446).
 */
export function useCustomElement({ tag, element: Element, properties, handlers }: Handed, props: object): ReactElement {
  const element = useRef<HTMLElement>(null);
  const given = props as Readonly<Record<string, unknown>>;
  const attributes = Object.fromEntries(Object.entries(given).filter(([name]) => !properties.includes(name) && !(name in handlers)));
  useBeforePaint(() => {
    const { current } = element;
    const listening = new AbortController();
    for (const [handler, type] of Object.entries(handlers)) {
      const heard = given[handler] as EventListener | undefined;
      if (heard) current?.addEventListener(type, heard, { signal: listening.signal });
    }
    return () => listening.abort();
  });
  useBeforePaint(() => {
    for (const name of properties) {
      const own = element.current as unknown as Record<string, unknown> | null;
      if (own && own[name] !== given[name] && (name in given || own[name] !== undefined)) own[name] = given[name];
    }
    // Not before its properties are there, so that it never looks for what is about to come.
    define(tag, Element);
  });
  return createElement(tag, { ...attributes, ref: element });
}
