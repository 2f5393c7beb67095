import { earnedByHand } from './bench-decimal.mjs';
import { chromiumTurns, figure, loaded, nativeTurns, quantile, rounded, timed } from './bench-turns.mjs';
import { Failure } from './failure.mjs';

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
  const browser = await chromiumTurns('evaluate', [contract(1), text, SUMS]);
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
 * The WebAssembly side: documents in, sums out.
 *
 * @returns {Promise<(contract: unknown, events: unknown) => { totals: { earned: string } }>}
 */
async function engine() {
  const module = await loaded();
  return (terms, events) => module.evaluate(terms, events, SUMS).ok;
}
