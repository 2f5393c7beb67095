import { parseArgs } from 'node:util';
import { main } from './lib/main.mjs';
import { ensureNodeModules } from './lib/npm.mjs';
import { quietly, step } from './lib/steps.mjs';

/** Rounds in which each side has one turn. */
const [SHORT, FULL] = [5, 15];

await main(async () => {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      short: { type: 'boolean', default: false },
    },
  });
  if (values.json) quietly();
  await ensureNodeModules();
  const { report } = await import('./lib/figures.mjs');
  const figures = [];
  for (const { ids, needs, what, measure } of benches(values.short)) {
    if (!ids.some((id) => id.startsWith(values.only) || (id.endsWith('.') && values.only.startsWith(id)))) continue;
    await needs();
    figures.push(...(await step(`Measure ${what}`, '', measure)));
  }
  report(
    figures.filter(({ id }) => id.startsWith(values.only)),
    values.json,
  );
});

async function engine() {
  await (await import('./lib/engine.mjs')).buildEngine();
}

async function browser() {
  await (await import('./lib/browsers.mjs')).ensureBrowsers();
  await engine();
}

async function pages() {
  await browser();
  await (await import('./lib/build.mjs')).buildDemo();
}

/**
 * What can be measured by itself, with the figures that it gives, in the order in which they are measured.
 *
 * @param {boolean} short
 * @returns {{ ids: readonly string[], needs: () => Promise<unknown>, what: string, measure: () => Promise<import('./lib/figures.mjs').Figure[]> }[]}
 */
function benches(short) {
  const [rounds, draws] = [short ? SHORT : FULL, short ? 1000 : 10000];
  return [
    {
      ids: [
        'evaluate.wasm_vs_decimaljs',
        'evaluate.wasm_vs_native',
        'evaluate.chromium_vs_native',
        'evaluate.native_events_per_second',
        'evaluate.linear_in_events',
        'evaluate.linear_in_clauses',
        'evaluate.bulk_ms',
      ],
      needs: browser,
      what: 'evaluation: WebAssembly, native and JavaScript take turns',
      measure: async () => (await import('./lib/bench-evaluate.mjs')).benchEvaluate(rounds, short ? 100000 : 1000000),
    },
    {
      ids: ['simulate.wasm_vs_native', 'simulate.vs_plain_js', 'simulate.draw_us'],
      needs: engine,
      what: 'simulations: WebAssembly, native and JavaScript take turns',
      measure: async () => (await import('./lib/bench-simulate.mjs')).benchSimulate(rounds, draws),
    },
    {
      ids: ['simulate.vs_squiggle', 'simulate.vs_squiggle_fractional'],
      needs: engine,
      what: 'simulations: WebAssembly and Squiggle take turns',
      measure: async () => (await import('./lib/bench-simulate.mjs')).benchSquiggle(short ? 2 : 5, draws),
    },
    {
      ids: ['simulate.memory_growth'],
      needs: engine,
      what: 'the memory of simulations',
      measure: async () => (await import('./lib/bench-simulate.mjs')).benchMemory(draws),
    },
    {
      ids: ['project.p95_ms'],
      needs: browser,
      what: 'projections in Chromium',
      measure: async () => (await import('./lib/bench-project.mjs')).benchProject(),
    },
    {
      ids: ['page.'],
      needs: pages,
      what: 'the demo page',
      measure: async () => (await import('./lib/bench-page.mjs')).benchPage(short ? 3 : 9),
    },
    {
      ids: ['comparison.'],
      needs: pages,
      what: 'the comparison',
      measure: async () => (await import('./lib/bench-comparison.mjs')).benchComparison(short ? 40 : 120),
    },
  ];
}
