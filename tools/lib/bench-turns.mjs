import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { browserPath, CHROMIUM_ARGS } from './browsers.mjs';
import { Failure } from './failure.mjs';
import { ENGINE, ROOT, WASM_FILE } from './paths.mjs';
import { textOf } from './run.mjs';

/**
 * @param {string} id
 * @param {string} unit
 * @param {number} places
 * @param {readonly number[]} values
 * @returns {import('./figures.mjs').Figure}
 */
export function figure(id, unit, places, values) {
  return { id, value: rounded(quantile(values, 0.5), places), unit, note: spread(values, places) };
}

/** @param {() => unknown} work */
export function timed(work) {
  const started = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - started);
}

/**
 * The native side: a program that evaluates once for each line it is sent, and answers with the nanoseconds.
 *
 * @param {'evaluate' | 'simulate'} call
 * @param {string} contract
 * @param {string} events
 * @param {string} options
 */
export async function nativeTurns(call, contract, events, options) {
  const built = await textOf('cargo', ['bench', '--quiet', '--locked', '--bench', 'evaluate', '--no-run', '--message-format', 'json'], {
    cwd: ROOT,
  });
  const messages = built
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const program = messages.find(({ target, executable }) => target?.name === 'evaluate' && executable)?.executable;
  if (!program) throw new Failure('cargo has built no benchmark of the name "evaluate"');
  const child = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.write(`${call}\n${contract}\n${events}\n${options}\n`);
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    turn: async () => {
      child.stdin.write('\n');
      return Number((await answers.next()).value);
    },
    end: () => child.stdin.end(),
  };
}

/**
 * The same WebAssembly in a page of Chromium, on its main thread.
 *
 * @param {'evaluate' | 'project'} call
 * @param {readonly unknown[]} documents
 */
export async function chromiumTurns(call, documents) {
  const browser = await chromium.launch({ executablePath: browserPath('CHROME_PATH'), args: CHROMIUM_ARGS });
  try {
    const page = await browser.newPage();
    const [glue, wasm] = [
      readFileSync(join(ENGINE, 'payout_calculator.js'), 'utf8'),
      readFileSync(join(ENGINE, WASM_FILE)).toString('base64'),
    ];
    await page.evaluate(
      async ({ glue, wasm, call, documents }) => {
        const module = await import(URL.createObjectURL(new Blob([glue], { type: 'text/javascript' })));
        await module.default({ module_or_path: Uint8Array.from(atob(wasm), (letter) => letter.charCodeAt(0)) });
        const answer = module[call](...documents);
        if (!('ok' in answer)) throw new Error(JSON.stringify(answer));
        Object.assign(globalThis, { turn: () => module[call](...documents) });
      },
      { glue, wasm, call, documents },
    );
    return {
      /** In nanoseconds. */
      turn: () =>
        page.evaluate(() => {
          const started = performance.now();
          Reflect.get(globalThis, 'turn')();
          return (performance.now() - started) * 1e6;
        }),
      end: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** @param {string} query another one gives another instance */
export async function loaded(query = '') {
  const module = await import(pathToFileURL(join(ENGINE, 'payout_calculator.js')).href + query);
  await module.default({ module_or_path: readFileSync(join(ENGINE, WASM_FILE)) });
  return module;
}

/**
 * @param {readonly number[]} values
 * @param {number} part
 */
export function quantile(values, part) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN;
}

export const rounded = (/** @type {number} */ value, /** @type {number} */ places) => Number(value.toFixed(places));

/** Half of all rounds lie between these two. */
const spread = (/** @type {readonly number[]} */ values, /** @type {number} */ places) =>
  `half of ${values.length} rounds between ${rounded(quantile(values, 0.25), places)} and ${rounded(quantile(values, 0.75), places)}`;
