import { parseArgs } from 'node:util';
import { Failure } from './lib/failure.mjs';
import { main } from './lib/main.mjs';
import { ensureNodeModules } from './lib/npm.mjs';
import { secondsSince } from './lib/steps.mjs';

await main(async () => {
  const { values, positionals } = parseArgs({ options: { all: { type: 'boolean', default: false } }, allowPositionals: true });
  const began = performance.now();
  await ensureNodeModules();
  const [{ CHECKS }, { closingLine, NONE, sum }] = await Promise.all([import('./lib/checks.mjs'), import('./lib/tally.mjs')]);

  const unknown = positionals.filter((name) => !CHECKS.some((check) => check.name === name));
  if (unknown.length > 0) throw new Failure(`There is no ${unknown.join(', ')}; there are: ${CHECKS.map(({ name }) => name).join(', ')}.`);
  const wanted = CHECKS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));

  const results = [];
  for (const { name, estimate, run } of wanted) {
    console.log(`\n■ ${name}${estimate && ` (from nothing ${estimate})`}`);
    const started = performance.now();
    const tally = await run(values.all).catch((error) => {
      console.error(error instanceof Failure ? error.message : error);
      return { ...NONE, failed: 1 };
    });
    results.push({ name, tally, time: secondsSince(started) });
  }

  console.log(`\nAll checks took ${secondsSince(began)}:`);
  for (const { name, tally, time } of results) {
    console.log(`  ${tally.failed > 0 ? '✗' : '✓'} ${name.padEnd(12)} ${time.padStart(6)}  ${tally === NONE ? '' : closingLine(tally)}`);
  }
  const total = sum(results.map(({ tally }) => tally));
  console.log(`\n${closingLine(total)}`);
  if (total.failed > 0) process.exitCode = 1;
});
