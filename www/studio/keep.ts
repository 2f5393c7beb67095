import { packed, partOf, unpacked } from '../state/packed.js';
import { SavedError } from '../state/saved.js';
import { restoredWork, type Work } from '../state/studio/work.js';

const KEY = 'payout-studio';
const PART = 'payout-studio=';
const MOST_CHARACTERS = 1_048_576;

/** A file that is no work of the studio. */
export class FileError extends Error {
  constructor(readonly code: 'unreadable' | 'too_large') {
    super(code);
  }
}

/** A link that holds all of a work. */
export async function linkTo(work: Work): Promise<string> {
  return `${new URL(`#${PART}${await packed(work)}`, location.href)}`;
}

/**
 * The work in the page's address; nothing where there is none.
 *
 * @throws {SavedError} for one that was cut off or is none
 */
export async function workInLink(fragment: string): Promise<Work | undefined> {
  const text = partOf(fragment, PART);
  if (text === undefined) return undefined;
  const value = await unpacked(text).catch(() => {
    throw new SavedError('saved_damaged', 'The link was cut off, or is none.');
  });
  return restoredWork(value);
}

/**
 * The work in a file.
 *
 * @throws {FileError | SavedError} for what is no JSON, or no work
 */
export async function workInFile(file: File): Promise<Work> {
  if (file.size > MOST_CHARACTERS) throw new FileError('too_large');
  const text = await file.text();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new FileError('unreadable');
  }
  return restoredWork(value);
}

/** The work that this device remembers, if its visitor turned that on. */
export function remembered(): Work | undefined {
  try {
    const text = localStorage.getItem(KEY);
    return text === null ? undefined : restoredWork(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Whether the device remembers. */
export function remembers(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

/** Remembers a work, or, without one, forgets; `false` where the browser does not let it. */
export function remember(work: Work | undefined): boolean {
  try {
    if (work) localStorage.setItem(KEY, JSON.stringify(work));
    else localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}
