import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { at, DIST } from './paths.mjs';

/** What lies beside the other files, and lists them. */
export const MANIFEST_FILE = 'manifest.json';

/**
 * What a host of the package's files has to have: each file with its size, and the hash that a page can hold it to. Source maps are for who looks for a
 * fault, so they are not listed.
 *
 * @param {readonly { path: string, contents: Uint8Array }[]} files
 */
export function hostingManifest(files) {
  const { name, version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const hosted = files
    .filter(({ path }) => !path.endsWith('.map'))
    .map(({ path, contents }) => ({
      path: relative(DIST, path).replaceAll('\\', '/'),
      bytes: contents.length,
      integrity: `sha384-${createHash('sha384').update(contents).digest('base64')}`,
    }))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
  return `${JSON.stringify({ name, version, files: hosted }, null, 2)}\n`;
}
