import { parseArgs } from 'node:util';
import { main } from './lib/main.mjs';
import { ensureNodeModules } from './lib/npm.mjs';
import { quietly } from './lib/steps.mjs';

await main(async () => {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, only: { type: 'string', default: '' } } });
  if (values.json) quietly();
  await ensureNodeModules();
  const [{ buildDemo }, { sizes }, { report }] = await Promise.all([
    import('./lib/build.mjs'),
    import('./lib/size.mjs'),
    import('./lib/figures.mjs'),
  ]);
  await buildDemo();
  const wanted = sizes().filter(({ id }) => id.startsWith(values.only));
  if (!report(wanted, values.json)) process.exitCode = 1;
});
