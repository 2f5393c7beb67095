import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { filesIn } from './freshness.mjs';
import { writeManifest } from './manifest.mjs';
import { at, DIST } from './paths.mjs';
import { run } from './run.mjs';

const TYPES = join(DIST, 'types');
const FRAMEWORKS = at('www/frameworks');

/** Writes the package's type declarations into dist/types, those for templates of frameworks beside them, and what editors read. */
export async function buildDeclarations() {
  await run(process.execPath, [at('node_modules/typescript/bin/tsc'), '-p', at('tsconfig.build.json')]);
  for (const file of filesIn(TYPES)) {
    // The short names are this repository's; the published package does not hold what they stand for.
    const documents = relative(dirname(file), join(TYPES, 'build/types/documents.js'));
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replaceAll("'#documents'", `'${documents.startsWith('.') ? documents : `./${documents}`}'`));
  }
  const templates = filesIn(FRAMEWORKS).filter((file) => file.endsWith('.d.ts'));
  for (const file of templates) copyFileSync(file, join(TYPES, basename(file)));
  writeManifest();
}
