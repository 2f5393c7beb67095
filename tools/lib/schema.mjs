import { readFileSync, writeFileSync } from 'node:fs';
import { SCHEMA } from './documents.mjs';
import { Failure } from './failure.mjs';
import { ROOT } from './paths.mjs';
import { textOf } from './run.mjs';

/** Writes the JSON Schema that the Rust types give. */
export async function writeSchema() {
  writeFileSync(SCHEMA, await schemaOfTypes());
}

/** @throws {Failure} if the JSON Schema in the repository is not the one that the Rust types give */
export async function checkSchema() {
  if ((await schemaOfTypes()) !== readFileSync(SCHEMA, 'utf8')) {
    throw new Failure('The Rust types have changed and their JSON Schema has not. Run: npm run schema');
  }
}

const schemaOfTypes = () => textOf('cargo', ['run', '--quiet', '--locked', '--features', 'schema', '--example', 'schema'], { cwd: ROOT });
