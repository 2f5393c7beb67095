import { parseArgs } from 'node:util';
import { main } from './lib/main.mjs';
import { ensureNodeModules } from './lib/npm.mjs';

await main(async () => {
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
  await ensureNodeModules();
  const { checkSchema, writeSchema } = await import('./lib/schema.mjs');
  await (values.write ? writeSchema() : checkSchema());
});
