import { main } from './lib/main.mjs';
import { ensureNodeModules } from './lib/npm.mjs';
import { at, ROOT } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

await main(async () => {
  await ensureNodeModules();
  await run('cargo', ['fmt', '--all'], { cwd: ROOT });
  await run(process.execPath, [at('node_modules/@biomejs/biome/bin/biome'), 'check', '--write', '.'], { cwd: ROOT });
});
