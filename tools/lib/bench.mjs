import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { Failure } from './failure.mjs';
import { ENGINE, ROOT, WASM_FILE } from './paths.mjs';
import { textOf } from './run.mjs';

const EVENTS = 2000;
const WARM_UP = 10;

/**
 * Contract and events in, statement out, both as JSON text: WebAssembly in Node against the native engine, taking turns.
 *
 * @param {number} count of rounds
 * @returns {Promise<import('./figures.mjs').Figure[]>}
 */
export async function benchEvaluate(count) {
  const [contract, events] = documents().map((document) => JSON.stringify(document));
  if (contract === undefined || events === undefined) throw new Failure('there is nothing to evaluate');
  const native = await nativeTurns(contract, events);
  const wasm = await wasmTurns(contract, events);
  /** @type {{ native: number, ratio: number }[]} */
  const rounds = [];
  for (let round = -WARM_UP; round < count; round += 1) {
    const times = { native: await native.turn(), wasm: wasm() };
    if (round >= 0) rounds.push({ native: times.native, ratio: times.native / times.wasm });
  }
  native.end();

  const ratios = rounds.map(({ ratio }) => ratio);
  const perSecond = rounds.map((round) => (EVENTS * 1e9) / round.native);
  return [
    { id: 'evaluate.wasm_vs_native', value: rounded(quantile(ratios, 0.5), 3), unit: 'x', note: spread(ratios, 3) },
    { id: 'evaluate.native_events_per_second', value: rounded(quantile(perSecond, 0.5), 0), unit: 'events/s', note: spread(perSecond, 0) },
  ];
}

/** A year of a contract with every kind of pay. */
function documents() {
  const contract = {
    version: 1,
    currency: 'USD',
    payouts: [
      { event: 'lead', pay: { fixed: '100' } },
      { event: 'sale', pay: { percent: '2.9%' } },
      { event: 'subscription', pay: { percent: '10%', of: 'contractValue' } },
    ],
    oneTime: [{ amount: '5000', on: '2027-03-01' }],
  };
  const pay = [{ type: 'lead' }, { type: 'sale', amount: '99.95' }, { type: 'subscription', recurring: { amount: '49.90', payments: 12 } }];
  const day = (/** @type {number} */ i) => new Date(Date.UTC(2027, 0, 1 + (i % 365))).toISOString().slice(0, 10);
  const events = Array.from({ length: EVENTS }, (_, i) => ({ id: `o-${i}`, date: day(i), count: 1 + (i % 3), ...pay[i % pay.length] }));
  return [contract, events];
}

/**
 * The native side: a program that evaluates once for each line it is sent, and answers with the nanoseconds.
 *
 * @param {string} contract
 * @param {string} events
 */
async function nativeTurns(contract, events) {
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
  child.stdin.write(`${contract}\n${events}\n`);
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
 * The WebAssembly side: text in, text out, as natively.
 *
 * @param {string} contract
 * @param {string} events
 */
async function wasmTurns(contract, events) {
  const engine = await import(pathToFileURL(join(ENGINE, 'payout_calculator.js')).href);
  await engine.default({ module_or_path: readFileSync(join(ENGINE, WASM_FILE)) });
  return () => {
    const started = process.hrtime.bigint();
    JSON.stringify(engine.evaluate(JSON.parse(contract), JSON.parse(events)));
    return Number(process.hrtime.bigint() - started);
  };
}

/**
 * @param {readonly number[]} values
 * @param {number} part
 */
function quantile(values, part) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN;
}

const rounded = (/** @type {number} */ value, /** @type {number} */ places) => Number(value.toFixed(places));

/** Half of all rounds lie between these two. */
const spread = (/** @type {readonly number[]} */ values, /** @type {number} */ places) =>
  `half of ${values.length} rounds between ${rounded(quantile(values, 0.25), places)} and ${rounded(quantile(values, 0.75), places)}`;
