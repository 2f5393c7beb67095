import { parseArgs } from 'node:util';
import { Failure } from './lib/failure.mjs';
import { main } from './lib/main.mjs';
import { ensureNodeModules } from './lib/npm.mjs';
import { step } from './lib/steps.mjs';

const FIRST_PORT = 5400;

await main(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  await ensureNodeModules();
  const [{ ensureBrowsers }, { buildDemo }, { serve }, { photograph }, { default: states }] = await Promise.all([
    import('./lib/browsers.mjs'),
    import('./lib/build.mjs'),
    import('./lib/server.mjs'),
    import('./lib/photograph.mjs'),
    import('../tests/shots/states.mjs'),
  ]);
  const wanted = states.filter(({ name }) => positionals.length === 0 || positionals.some((start) => name.startsWith(start)));
  if (wanted.length === 0) throw new Failure(`No state begins with ${positionals.join(' or ')}.`);
  await ensureBrowsers();
  await buildDemo();
  const server = await serve({ port: FIRST_PORT, live: false });
  try {
    await step(`Photograph ${wanted.length} states`, 'about 1 s each', () => photograph(wanted, server.url));
  } finally {
    server.close();
  }
});
