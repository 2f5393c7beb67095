import { Failure } from './failure.mjs';

/** A port as it is given on a command line. */
export function portOf(/** @type {string} */ text) {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) throw new Failure(`--port takes a number from 1 to 65535, not "${text}".`);
  return port;
}
