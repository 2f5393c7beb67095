import { readFileSync, writeFileSync } from 'node:fs';
import { SCHEMA } from './documents.mjs';
import { Failure } from './failure.mjs';
import { elementReference } from './manifest.mjs';
import { at, ROOT } from './paths.mjs';
import { textOf } from './run.mjs';

const REFERENCE = at('docs/element.md');

/** Writes the JSON Schema that the Rust types give, and the element's reference that its doc comments give. */
export async function writeSchema() {
  writeFileSync(SCHEMA, await schemaOfTypes());
  writeFileSync(REFERENCE, elementReference());
}

/** @throws {Failure} if the JSON Schema or the reference in the repository is not the one that the sources give */
export async function checkSchema() {
  if ((await schemaOfTypes()) !== readFileSync(SCHEMA, 'utf8')) {
    throw new Failure('The Rust types have changed and their JSON Schema has not. Run: npm run schema');
  }
  if (elementReference() !== readFileSync(REFERENCE, 'utf8')) {
    throw new Failure("The element has changed and docs/element.md hasn't. Run: npm run schema");
  }
}

const schemaOfTypes = () => textOf('cargo', ['run', '--quiet', '--locked', '--features', 'schema', '--example', 'schema'], { cwd: ROOT });
