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
  const [{ ensureBrowsers }, { benchEvaluate, benchSimulate }, { report }, { benchPage }, { buildDemo }] = await Promise.all([
    import('./lib/browsers.mjs'),
    import('./lib/bench.mjs'),
    import('./lib/figures.mjs'),
    import('./lib/bench-page.mjs'),
    import('./lib/build.mjs'),
  ]);
  await ensureBrowsers();
  await buildDemo();
  const figures = await step('Measure: WebAssembly, native and JavaScript take turns', 'from nothing about 1 min', () =>
    values.short ? benchEvaluate(SHORT, 100000) : benchEvaluate(FULL, 1000000),
  );
  const simulated = await step('Measure simulations', 'about 1 min', () =>
    benchSimulate(values.short ? SHORT : FULL, values.short ? 1000 : 10000),
  );
  const page = await step('Measure the demo page', 'about 1 min', () => benchPage(values.short ? 3 : 9));
  report(
    [...figures, ...simulated, ...page].filter(({ id }) => id.startsWith(values.only)),
    values.json,
  );
});
