import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { Failure } from './failure.mjs';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env] added to the environment
 * @property {string} [cwd]
 * @property {(text: string) => void} [onText] sees the standard output too
 * @property {boolean} [silent] does not show the standard output
 */

/**
 * Runs a program to its end with its output streamed, and gives its exit code.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>}
 */
export function exitCodeOf(program, args, { env, cwd, onText, silent = false } = {}) {
  return new Promise((resolve, reject) => {
    // A group of its own, so that stopping it also stops what it started (cargo its compilers, npm its scripts).
    const child = spawn(program, args, {
      cwd,
      detached: true,
      env: { ...process.env, ...env },
      stdio: ['ignore', onText ? 'pipe' : 'inherit', 'inherit'],
    });
    running.add(child);
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      if (!silent) process.stdout.write(text);
      onText?.(text);
    });
    child.on('error', (error) => {
      running.delete(child);
      reject(new Failure(`${program} could not be started: ${error.message}`));
    });
    child.on('close', (code, signal) => {
      running.delete(child);
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

/**
 * What a program prints to its standard output, which is not shown.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @throws {Failure} unless it ends with exit code 0
 */
export async function textOf(program, args, options) {
  let text = '';
  await run(program, args, {
    ...options,
    silent: true,
    onText: (more) => {
      text += more;
    },
  });
  return text;
}

/**
 * Runs a program with its output streamed.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @throws {Failure} unless it ends with exit code 0
 */
export async function run(program, args, options) {
  const code = await exitCodeOf(program, args, options);
  if (code !== 0) throw new Failure(`${[program, ...args].join(' ')}: exit code ${code}`);
}

/** Stops every program that {@link run} started and that still runs, with all that it started itself. */
export function stopAll() {
  for (const { pid } of running) {
    if (pid === undefined) continue;
    try {
      process.kill(-pid, 'SIGTERM');
    } catch {
      // It ended by itself in the meantime.
    }
  }
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => {
    stopAll();
    process.exit(128 + constants.signals[signal]);
  });
}
