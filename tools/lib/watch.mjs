import { watch } from 'chokidar';
import { buildDemo } from './build.mjs';
import { bundle } from './bundle.mjs';
import { Failure } from './failure.mjs';
import { at } from './paths.mjs';
import { step } from './steps.mjs';

/** What the bundles and the pages alone are made of. */
const PAGES = ['www', 'docs', 'tests/vectors', 'tests/plain'].map((folder) => at(folder));
const ENGINE_SOURCES = [at('src'), at('presets'), at('Cargo.toml'), at('Cargo.lock'), at('schema')];

/**
 * Builds again after every change, only what it must: the bundles alone, unless the engine's sources changed. A build that fails
 * is told, and the last good one stays.
 *
 * @param {() => void} reload called after each build that went well
 */
export function rebuildOnChange(reload) {
  let building = false;
  /** @type {Set<string>} */
  let changed = new Set();

  async function rebuild() {
    if (building) return;
    building = true;
    while (changed.size > 0) {
      const files = [...changed];
      changed = new Set();
      try {
        await (files.every((file) => PAGES.some((folder) => file.startsWith(folder))) ? step('Bundle again', '', bundle) : buildDemo());
        reload();
      } catch (error) {
        const told = error instanceof Error && 'errors' in error;
        // esbuild has printed its messages by now.
        if (!told) console.error(error instanceof Failure ? error.message : error);
        console.error('The last good build is still served.');
      }
    }
    building = false;
  }

  watch([...PAGES, ...ENGINE_SOURCES], {
    ignoreInitial: true,
    awaitWriteFinish: { stabilityThreshold: 50, pollInterval: 20 },
  }).on('all', (_, file) => {
    changed.add(file);
    void rebuild();
  });
}
