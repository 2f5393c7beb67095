import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { root, type Snippet } from './snippets.js';

/** What a snippet takes for granted on its page. */
const GIVEN = `
import type { Contract, Scenario } from '#documents';
import 'payout-calculator/define';
declare global {
  const contract: Contract;
  const one: Contract;
  const other: Contract;
  const scenario: Scenario;
  const pasted: string;
  function setEarned(earned: string): void;
}
`;

const SETTINGS = {
  extends: '../../tsconfig.json',
  compilerOptions: {
    jsx: 'react-jsx',
    // A reader's project may be stricter; names that a page explains beside its code have no types in it.
    noImplicitAny: false,
    strictNullChecks: false,
    exactOptionalPropertyTypes: false,
    noPropertyAccessFromIndexSignature: false,
    paths: { 'payout-calculator/*': ['../../www/entrypoints/*.ts'] },
  },
  include: ['.'],
};

/** What the compiler says against snippets, each a module of its own. */
export async function typeErrors(snippets: readonly Snippet[]): Promise<readonly string[]> {
  const folder = fileURLToPath(new URL('build/typed-snippets/', root));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}tsconfig.json`, JSON.stringify(SETTINGS));
  await writeFile(`${folder}given.ts`, GIVEN);
  for (const [place, { code, at }] of snippets.entries()) {
    await writeFile(`${folder}${place}-${at.replace(/\W+/g, '-')}.tsx`, `${code}\nexport {};\n`);
  }
  const compiler = fileURLToPath(new URL('node_modules/typescript/bin/tsc', root));
  try {
    await promisify(execFile)(process.execPath, [compiler, '-p', folder, '--pretty', 'false'], { cwd: fileURLToPath(root) });
    return [];
  } catch (error) {
    // The package's own sources are checked by their own settings.
    return (error as { stdout: string }).stdout.split('\n').filter((line) => line.startsWith('build/typed-snippets/'));
  }
}
