import { parseArgs } from 'node:util';
import { main } from './lib/main.mjs';
import { ensureNodeModules } from './lib/npm.mjs';
import { portOf } from './lib/port.mjs';

await main(async () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '5173' },
      // For tests: serves what is built, without watching the sources.
      still: { type: 'boolean', default: false },
    },
  });
  const port = portOf(values.port);
  await ensureNodeModules();
  const [{ buildDemo }, { serve }] = await Promise.all([import('./lib/build.mjs'), import('./lib/server.mjs')]);
  await buildDemo();
  const server = await serve({ port, live: !values.still });
  if (!values.still) {
    const { rebuildOnChange } = await import('./lib/watch.mjs');
    rebuildOnChange(server.reload);
  }
  console.log(`\nThe demo is at ${server.url} (Ctrl-C stops it)`);
});
