import type { Contract } from '#documents';
import { isContract } from './table.js';

/** As much as a page may write into the element. */
const MOST_CHARACTERS = 256 * 1024;

/**
 * The contract that a visitor has pasted or typed; whether it is one, the engine says.
 *
 * @throws {SyntaxError} for what is no JSON, no object, or more of it than a contract can be
 */
export function contractFrom(text: string): Contract {
  if (text.length > MOST_CHARACTERS) throw new SyntaxError(`${text.length} characters, of at most ${MOST_CHARACTERS}.`);
  const value: unknown = JSON.parse(text);
  if (!isContract(value)) throw new SyntaxError('{ … }');
  return value;
}
