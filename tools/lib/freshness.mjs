import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { BUILD, ROOT } from './paths.mjs';
import { step } from './steps.mjs';

const STAMPS = join(BUILD, 'stamps');

/**
 * @typedef {object} Product
 * @property {string} name names the stamp
 * @property {string} what the step's line
 * @property {string} estimate
 * @property {readonly string[]} inputs files and folders whose content it is made of
 * @property {readonly string[]} [also] whatever else it depends on, such as a compiler's version
 * @property {readonly string[]} outputs
 */

/**
 * Makes a product, unless it is there already and was made of the same inputs.
 *
 * @param {Product} product
 * @param {() => Promise<void>} make
 * @returns {Promise<boolean>} whether it was made anew
 */
export async function fresh(product, make) {
  const stamp = join(STAMPS, product.name);
  const now = hashOf(product.inputs, product.also);
  if (product.outputs.every(existsSync) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return false;
  await step(product.what, product.estimate, make);
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(stamp, now);
  return true;
}

/**
 * One hash over the names and contents of files, and over words that stand for anything else.
 *
 * @param {readonly string[]} inputs files and folders; those that do not exist count as such
 * @param {readonly string[]} [words]
 */
export function hashOf(inputs, words = []) {
  const hash = createHash('sha256').update(JSON.stringify(words));
  for (const file of inputs.flatMap(filesIn).sort()) {
    hash.update(`\0${relative(ROOT, file)}\0`).update(existsSync(file) ? readFileSync(file) : 'missing');
  }
  return hash.digest('hex');
}

/**
 * Every file of a folder and its subfolders; of a file, itself.
 *
 * @param {string} path
 * @returns {string[]}
 */
export function filesIn(path) {
  if (!existsSync(path) || !statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => filesIn(join(path, entry.name)));
}
