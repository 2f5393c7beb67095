import { existsSync, readFileSync } from 'node:fs';
import { at } from './paths.mjs';
import { run } from './run.mjs';
import { step } from './steps.mjs';

/** Installs what package-lock.json names, unless exactly that is there. Nothing of node_modules may be imported before. */
export async function ensureNodeModules() {
  if (isComplete()) return;
  await step('Install npm packages', 'about 10 s', () => npm('ci', '--no-audit', '--no-fund'));
}

/** npm leaves a lock file of what it installed, packages for other machines left out. */
function isComplete() {
  const record = at('node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = packagesOf(record);
  return Object.entries(packagesOf(at('package-lock.json'))).every(
    ([path, wanted]) => path === '' || (installed[path] ? installed[path].version === wanted.version : wanted.optional),
  );
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version: string, optional?: boolean }>}
 */
function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

/** The npm that started this script, else the one in the search path. */
function npm(/** @type {string[]} */ ...args) {
  const script = process.env['npm_execpath'];
  return script ? run(process.execPath, [script, ...args]) : run('npm', args);
}
