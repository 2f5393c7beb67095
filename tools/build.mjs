import { main } from './lib/main.mjs';
import { ensureNodeModules } from './lib/npm.mjs';
import { step } from './lib/steps.mjs';

await main(async () => {
  await ensureNodeModules();
  const [{ buildDemo }, { buildDeclarations }, { publish }] = await Promise.all([
    import('./lib/build.mjs'),
    import('./lib/declarations.mjs'),
    import('./lib/site/publish.mjs'),
  ]);
  await buildDemo();
  await step('Write the type declarations', '', buildDeclarations);
  await step('Put the package into the site, build/site', '', async () => publish());
});
