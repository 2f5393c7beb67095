import { main } from './lib/main.mjs';
import { ensureNodeModules } from './lib/npm.mjs';
import { step } from './lib/steps.mjs';

await main(async () => {
  await ensureNodeModules();
  const [{ buildDemo }, { buildDeclarations }] = await Promise.all([import('./lib/build.mjs'), import('./lib/declarations.mjs')]);
  await buildDemo();
  await step('Write the type declarations', '', buildDeclarations);
});
