import { parseArgs } from 'node:util';
import { main } from './lib/main.mjs';
import { ensureNodeModules } from './lib/npm.mjs';

await main(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  await ensureNodeModules();
  const [{ ensureBrowsers }, { takeBaselines }] = await Promise.all([import('./lib/browsers.mjs'), import('./lib/baselines.mjs')]);
  await ensureBrowsers();
  await takeBaselines(positionals);
});
