import { endsOf, fieldOf, isNarrowed, type Session, withValues } from './session.js';

/** What a visitor has chosen: small, plain, and the same in a link. */
export interface Saved {
  readonly version: 2;
  /** The model's place among all; none where the first is chosen. */
  readonly model?: number;
  /** The numbers that were changed, by input; two for a range that was narrowed. */
  readonly values: Readonly<Record<string, string | readonly [string, string]>>;
}

/** A saved value that cannot be used. */
export class SavedError extends Error {
  override readonly name = 'SavedError';

  constructor(
    readonly code: 'saved_damaged' | 'saved_too_new',
    message: string,
  ) {
    super(message);
  }
}

const VERSION = 2;
const MOST_CHARACTERS = 8192;

export function saved(session: Session): Saved {
  const { models, chosen } = session;
  const values: Record<string, string | readonly [string, string]> = {};
  for (const spec of models.flatMap(({ specs }) => specs)) {
    const [low, high] = endsOf(session, spec);
    const field = session.fields[spec.id];
    if (field) values[spec.id] = field.value;
    else if (isNarrowed(session, spec)) values[spec.id] = [fieldOf(session, low).value, fieldOf(session, high).value];
  }
  return { version: VERSION, ...(chosen > 0 && { model: chosen }), values };
}

/**
 * The session as it was saved. Whatever the page's terms no longer ask for, or no longer allow, is left out.
 *
 * @throws {SavedError} for what is no saved value, or one of a later version
 */
export function restored(session: Session, value: unknown): Session {
  if (typeof value !== 'object' || value === null) throw new SavedError('saved_damaged', 'This is no saved value.');
  const { version, model = 0, values } = value as Record<string, unknown>;
  if (typeof version === 'number' && version > VERSION) {
    throw new SavedError('saved_too_new', `This was saved by a later version (${version}; this one reads up to ${VERSION}).`);
  }
  // Version 1 knew no ranges; what it has is as it was.
  if ((version !== 1 && version !== VERSION) || typeof values !== 'object' || values === null)
    throw new SavedError('saved_damaged', 'This is no saved value.');
  const chosen = typeof model === 'number' && session.models[model] !== undefined ? model : 0;
  return withValues({ ...session, chosen, fields: {} }, values as Record<string, unknown>);
}

/** A saved value as the fragment of a link: `payout=` (with the element's id, `payout.ID=`) and base64url. */
export function toFragment(value: Saved, id = ''): string {
  return (
    keyOf(id) +
    btoa(unescaped(JSON.stringify(value)))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '')
  );
}

/**
 * The saved value in a page's fragment; nothing where there is none.
 *
 * @throws {SavedError} for one that was cut off, or is none
 */
export function fromFragment(fragment: string, id = ''): unknown {
  const key = keyOf(id);
  const parts = fragment.replace(/^#/, '').split('&');
  const text = parts.find((part) => part.startsWith(key))?.slice(key.length);
  if (text === undefined) return undefined;
  try {
    if (text.length > MOST_CHARACTERS) throw new RangeError('too long');
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new SavedError('saved_damaged', 'The link’s numbers are damaged.');
  }
}

const keyOf = (id: string) => (id === '' ? 'payout=' : `payout.${encodeURIComponent(id)}=`);

/** UTF-8 bytes as characters, which is what `btoa` takes. */
function unescaped(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}
