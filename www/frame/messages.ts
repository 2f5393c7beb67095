/** The messages between a page and the calculator in its frame; another version's are not listened to. */
export const VERSION = 1;

/** What the page gives: the documents of the element, and its attributes. */
export interface Open {
  readonly payout: typeof VERSION;
  readonly type: 'open';
  readonly documents: Readonly<Record<string, unknown>>;
}

/** What the frame tells. */
export type Told =
  | { readonly payout: typeof VERSION; readonly type: 'hello' }
  | { readonly payout: typeof VERSION; readonly type: 'height'; readonly height: number }
  | { readonly payout: typeof VERSION; readonly type: 'event'; readonly name: string; readonly detail: unknown };

/** Whether something is a message of this version. */
export function isMessage(data: unknown): data is { readonly type: unknown } {
  return typeof data === 'object' && data !== null && (data as { payout?: unknown }).payout === VERSION;
}

/** The element's events that are passed on. */
export const EVENTS = ['payout-ready', 'payout-result', 'payout-cta', 'payout-error'] as const;
