import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/**
 * What a program prints, or undefined if it is missing, fails, or takes too long.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {number} [seconds]
 */
export async function ask(program, args, seconds = 20) {
  try {
    return (await execute(program, args, { timeout: seconds * 1000 })).stdout.trim();
  } catch {
    return undefined;
  }
}

/**
 * Where a program is: in the search path under one of its names, or at one of the known places.
 *
 * @param {readonly string[]} names
 * @param {readonly string[]} [places]
 */
export function which(names, places = []) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const candidates = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...places];
  return candidates.find(isExecutable);
}

function isExecutable(/** @type {string} */ path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
