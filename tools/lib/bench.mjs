import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { earnedByHand } from './bench-decimal.mjs';
import { CONTRACT, meanByHand, SCENARIO } from './bench-simulate.mjs';
import { browserPath, CHROMIUM_ARGS } from './browsers.mjs';
import { Failure } from './failure.mjs';
import { ENGINE, ROOT, WASM_FILE } from './paths.mjs';
import { textOf } from './run.mjs';

const WARM_UP = 3;
const SUMS = { lines: 'none' };

/** @typedef {{ type: string, id: string, date: string, amount: string, customer: string, attributes: { customerStatus: string } }} Sale */

/**
 * A contract with conditions, graduated tiers, a limit for each customer and one for each month: WebAssembly in Node against the native
 * engine and against the same by hand with decimal.js, taking turns; and how the cost grows. All answer sums only, from JSON text.
 *
 * @param {number} count of rounds
 * @param {number} events of the largest run
 * @returns {Promise<import('./figures.mjs').Figure[]>}
 */
export async function benchEvaluate(count, events) {
  const wasm = await engine();
  const [turns, many] = [Math.min(events, 20000), sales(events)];
  const text = JSON.stringify(many.slice(0, turns));
  const native = await nativeTurns('evaluate', JSON.stringify(contract(1)), text, JSON.stringify(SUMS));
  const byHand = () => earnedByHand(JSON.parse(text));
  const byEngine = () => wasm(contract(1), text).totals.earned;
  if (byHand() !== byEngine()) throw new Failure(`by hand it is ${byHand()}, by the engine ${byEngine()}`);
  const browser = await chromiumTurns(contract(1), text, SUMS);
  /** @type {{ native: number, toNative: number, toDecimal: number, chromium: number }[]} */
  const rounds = [];
  for (let round = -WARM_UP; round < count; round += 1) {
    const [byNative, inBrowser] = [await native.turn(), await browser.turn()];
    const [byWasm, decimal] = [timed(byEngine), timed(byHand)];
    if (round >= 0)
      rounds.push({ native: byNative, toNative: byNative / byWasm, toDecimal: decimal / byWasm, chromium: byNative / inBrowser });
  }
  native.end();
  await browser.end();
  const perSecond = rounds.map((round) => (turns * 1e9) / round.native);
  return [
    figure(
      'evaluate.wasm_vs_decimaljs',
      'x',
      2,
      rounds.map(({ toDecimal }) => toDecimal),
    ),
    figure(
      'evaluate.wasm_vs_native',
      'x',
      3,
      rounds.map(({ toNative }) => toNative),
    ),
    figure(
      'evaluate.chromium_vs_native',
      'x',
      3,
      rounds.map(({ chromium }) => chromium),
    ),
    figure('evaluate.native_events_per_second', 'events/s', 0, perSecond),
    ...grown(
      'evaluate.linear_in_events',
      [1000, 10000, 100000, 1000000].filter((size) => size <= events),
      (size) => {
        const some = many.slice(0, size);
        return timed(() => wasm(contract(1), some)) / size;
      },
    ),
    ...grown('evaluate.linear_in_clauses', [1, 10, 100], (clauses) => {
      const some = many.slice(0, 2000);
      return timed(() => wasm(contract(clauses), some)) / clauses;
    }),
    figure(
      'evaluate.bulk_ms',
      'ms',
      3,
      Array.from({ length: 50 }, () => timed(() => wasm(contract(1), BULK)) / 1e6),
    ),
  ];
}

/** A thousand million equal sales, across two tiers. */
const BULK = [{ type: 'sale', date: '2027-03-01', amount: '20', count: 1e9 }];

/**
 * So many clauses of the kind; each counts by itself.
 *
 * @param {number} clauses
 */
function contract(clauses) {
  const clause = {
    event: 'sale',
    pay: { percent: '10%' },
    groups: [{ when: { customerStatus: 'existing' }, pay: { percent: '4%' } }],
    tiers: [
      {
        mode: 'graduated',
        steps: [
          { from: '100000', percent: '12%' },
          { from: '250000', percent: '15%' },
        ],
      },
    ],
    limits: [
      { max: '500', per: 'customer' },
      { max: '150000', per: 'month' },
    ],
  };
  return { version: 1, currency: 'USD', payouts: Array.from({ length: clauses }, () => clause) };
}

/**
 * A year of sales, in order.
 *
 * @param {number} count
 * @returns {Sale[]}
 */
function sales(count) {
  const day = (/** @type {number} */ i) => new Date(Date.UTC(2027, 0, 1 + Math.floor((i * 365) / count))).toISOString().slice(0, 10);
  return Array.from({ length: count }, (_, i) => ({
    type: 'sale',
    id: `o-${String(i).padStart(7, '0')}`,
    date: day(i),
    amount: `${20 + (i % 97)}.${String(i % 100).padStart(2, '0')}`,
    customer: `c-${(i * 7919) % 50000}`,
    attributes: { customerStatus: i % 3 === 0 ? 'existing' : 'new' },
  }));
}

/**
 * A simulation: WebAssembly in Node against the native engine and against the same by hand with plain numbers, taking turns; what memory it
 * takes; and how long a projection takes.
 *
 * @param {number} count of rounds
 * @param {number} draws
 * @returns {Promise<import('./figures.mjs').Figure[]>}
 */
export async function benchSimulate(count, draws) {
  const module = await loaded();
  const [contracts, question] = [[CONTRACT], { draws, seed: 1 }];
  const native = await nativeTurns('simulate', JSON.stringify(contracts), JSON.stringify(SCENARIO), JSON.stringify(question));
  const simulated = (/** @type {number} */ draws) => module.simulate(contracts, SCENARIO, { draws, seed: 1 }).ok.contracts[0];
  const { mean, standardError } = simulated(draws);
  if (Math.abs(meanByHand(draws) - Number(mean)) > 6 * Number(standardError)) {
    throw new Failure(`by hand the mean is ${meanByHand(draws)}, by the engine ${mean}`);
  }
  const rounds = [];
  for (let round = -1; round < count; round += 1) {
    const byNative = await native.turn();
    const [byWasm, byHand] = [timed(() => simulated(draws)), timed(() => meanByHand(draws))];
    if (round >= 0) rounds.push({ toNative: byNative / byWasm, toPlain: byHand / byWasm, each: byWasm / draws / 1000 });
  }
  native.end();
  const memory = () => module.initSync().memory.buffer.byteLength;
  const [few] = [memory(), simulated(draws * 10)];
  const times = Array.from({ length: 100 }, () => timed(() => module.project(CONTRACT, { ...SCENARIO, months: 36 })) / 1e6);
  return [
    figure(
      'simulate.wasm_vs_native',
      'x',
      3,
      rounds.map(({ toNative }) => toNative),
    ),
    figure(
      'simulate.vs_plain_js',
      'x',
      4,
      rounds.map(({ toPlain }) => toPlain),
    ),
    figure(
      'simulate.draw_us',
      'µs',
      1,
      rounds.map(({ each }) => each),
    ),
    { id: 'simulate.memory_growth', value: rounded(memory() / few, 2), unit: 'x', note: `${draws * 10} draws against ${draws}` },
    { id: 'project.p95_ms', value: rounded(quantile(times, 0.95), 2), unit: 'ms', note: '36 months, in Node' },
  ];
}

/**
 * How the cost of one grows with how many there are: the largest against the smallest, 1 for a straight line.
 *
 * @param {string} id
 * @param {readonly number[]} sizes
 * @param {(size: number) => number} costOfOne in nanoseconds
 * @returns {import('./figures.mjs').Figure[]}
 */
function grown(id, sizes, costOfOne) {
  const costs = sizes.map((size) =>
    quantile(
      Array.from({ length: 3 }, () => costOfOne(size)),
      0.5,
    ),
  );
  const note = sizes.map((size, place) => `${size}: ${rounded((costs[place] ?? 0) / 1000, 2)} µs each`).join(', ');
  return [{ id, value: rounded((costs.at(-1) ?? 0) / (costs[0] ?? 1), 2), unit: 'x', note }];
}

/**
 * @param {string} id
 * @param {string} unit
 * @param {number} places
 * @param {readonly number[]} values
 * @returns {import('./figures.mjs').Figure}
 */
function figure(id, unit, places, values) {
  return { id, value: rounded(quantile(values, 0.5), places), unit, note: spread(values, places) };
}

/** @param {() => unknown} work */
function timed(work) {
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
async function nativeTurns(call, contract, events, options) {
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
 * The same WebAssembly in a page of Chromium.
 *
 * @param {unknown} terms
 * @param {string} events
 * @param {unknown} options
 */
async function chromiumTurns(terms, events, options) {
  const browser = await chromium.launch({ executablePath: browserPath('CHROME_PATH'), args: CHROMIUM_ARGS });
  const page = await browser.newPage();
  const [glue, wasm] = [
    readFileSync(join(ENGINE, 'payout_calculator.js'), 'utf8'),
    readFileSync(join(ENGINE, WASM_FILE)).toString('base64'),
  ];
  await page.evaluate(
    async ({ glue, wasm, ...given }) => {
      const module = await import(URL.createObjectURL(new Blob([glue], { type: 'text/javascript' })));
      await module.default({ module_or_path: Uint8Array.from(atob(wasm), (letter) => letter.charCodeAt(0)) });
      Object.assign(globalThis, { turn: () => module.evaluate(given.terms, given.events, given.options) });
    },
    { glue, wasm, terms, events, options },
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
}

/**
 * The WebAssembly side: documents in, sums out.
 *
 * @returns {Promise<(contract: unknown, events: unknown) => { totals: { earned: string } }>}
 */
async function engine() {
  const module = await loaded();
  return (terms, events) => module.evaluate(terms, events, SUMS).ok;
}

async function loaded() {
  const module = await import(pathToFileURL(join(ENGINE, 'payout_calculator.js')).href);
  await module.default({ module_or_path: readFileSync(join(ENGINE, WASM_FILE)) });
  return module;
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
