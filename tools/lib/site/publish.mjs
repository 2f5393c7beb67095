import { cpSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DIST, SITE } from '../paths.mjs';

/** What of the package is for compilers and editors, and not for pages. */
const NOT_FOR_PAGES = /^(types|custom-elements\.json|vscode\.html-custom-data\.json|web-types\.json)$/;

/**
 * Puts the package into the site, where its pages look for it: the folder is then all that a static host needs.
 *
 * @param {string} [folder] the site's, for tests of a copy
 */
export function publish(folder = SITE) {
  const place = join(folder, 'package');
  rmSync(place, { recursive: true, force: true });
  cpSync(DIST, place, { recursive: true, filter: (file) => !NOT_FOR_PAGES.test(basename(file)) });
}
