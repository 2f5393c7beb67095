import { createElement, type DetailedHTMLProps, type HTMLAttributes, type ReactElement, useEffect, useLayoutEffect, useRef } from 'react';
import { define } from '../elements/define.js';
import { PayoutCalculator as Element } from '../elements/payout-calculator/payout-calculator.js';
import type { PayoutCalculatorEvents, PayoutCalculatorProperties } from '../elements/payout-calculator/public.js';

type Attributes = Omit<HTMLAttributes<Element>, keyof PayoutCalculatorProperties | 'onError'>;

/** The element's properties, its events as handlers, and what any element takes. */
export interface PayoutCalculatorProps extends PayoutCalculatorProperties, Attributes {
  readonly onReady?: (event: PayoutCalculatorEvents['payout-ready']) => void;
  readonly onResult?: (event: PayoutCalculatorEvents['payout-result']) => void;
  readonly onCta?: (event: PayoutCalculatorEvents['payout-cta']) => void;
  readonly onError?: (event: PayoutCalculatorEvents['payout-error']) => void;
}

const PROPERTIES = [
  'contract',
  'contracts',
  'scenario',
  'inputs',
  'presets',
  'messages',
  'src',
  'view',
  'readonly',
  'locale',
  'theme',
  'loading',
];
const HANDLERS = { onReady: 'payout-ready', onResult: 'payout-result', onCta: 'payout-cta', onError: 'payout-error' } as const;

/** On a server there is no layout, and React says so at each use of the other. */
const useBeforePaint = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * `<payout-calculator>` for React 19, whose own support is enough in pages rendered by the browser, but skips a custom element's properties
 * and events when it hydrates what a server has rendered (facebook/react#35446). Children are shown until the calculator runs.
 */
export function PayoutCalculator(props: PayoutCalculatorProps): ReactElement {
  const element = useRef<Element>(null);
  const given = props as Readonly<Record<string, unknown>>;
  const attributes = Object.fromEntries(Object.entries(given).filter(([name]) => !PROPERTIES.includes(name) && !(name in HANDLERS)));
  useBeforePaint(() => {
    const { current } = element;
    const listening = new AbortController();
    for (const [handler, type] of Object.entries(HANDLERS)) {
      const heard = given[handler] as EventListener | undefined;
      if (heard) current?.addEventListener(type, heard, { signal: listening.signal });
    }
    return () => listening.abort();
  });
  useBeforePaint(() => {
    for (const name of PROPERTIES) {
      const own = element.current as unknown as Record<string, unknown> | null;
      if (own && own[name] !== given[name] && (name in given || own[name] !== undefined)) own[name] = given[name];
    }
    // Not before its properties are there, so that it never looks for what is about to come.
    define('payout-calculator', Element);
  });
  return createElement('payout-calculator', { ...attributes, ref: element });
}

/** What the element takes in JSX. React sets properties, and listens to events by their names after `on`. */
export type PayoutCalculatorInJsx = DetailedHTMLProps<HTMLAttributes<Element>, Element> &
  PayoutCalculatorProperties & { [Name in keyof PayoutCalculatorEvents as `on${Name}`]?: (event: PayoutCalculatorEvents[Name]) => void };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'payout-calculator': PayoutCalculatorInJsx;
    }
  }
}
