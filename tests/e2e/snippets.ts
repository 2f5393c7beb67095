import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const root = new URL('../../', import.meta.url);
const BYTES =
  "await (await import('node:fs/promises')).readFile(new URL(import.meta.resolve('payout-calculator/payout_calculator_bg.wasm')))";

/** A block of code in a page: its language, the words behind it, and where it stands. */
export interface Snippet {
  readonly language: string;
  readonly words: readonly string[];
  readonly code: string;
  readonly at: string;
}

/** A page's blocks of code, in their order. */
export function snippetsOf(markdown: string, page: string): readonly Snippet[] {
  return [...markdown.matchAll(/^```(\w+)([^\n]*)\n(.*?)^```/gms)].map(({ 1: language = '', 2: words = '', 3: code = '', index }) => ({
    language,
    words: words.split(' ').filter(Boolean),
    code,
    at: `${page}:${markdown.slice(0, index).split('\n').length}`,
  }));
}

export const snippetsIn = async (file: string) => snippetsOf(await readFile(new URL(file, root), 'utf8'), file);

/** A program of a page as Node runs it: where a browser fetches the engine, Node takes its bytes. */
export const forNode = (program: string) => program.replace(/await (loadEngine|loadAnalyses|loadImport)\(\)/g, `await $1(${BYTES})`);

/** What a program prints, run in Node inside the package. */
export async function printed(program: string): Promise<string> {
  const folder = await mkdtemp(fileURLToPath(new URL('build/snippet-', root)));
  const file = join(folder, 'example.mjs');
  try {
    await writeFile(file, program);
    const { stdout } = await promisify(execFile)(process.execPath, [file]);
    return stdout.trim();
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What a program's comment says that it prints. */
export const saidBy = (program: string) => /console\.log\(.*\); \/\/ "(.*)"/.exec(program)?.[1];
