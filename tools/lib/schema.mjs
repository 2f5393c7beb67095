import { readFileSync, writeFileSync } from 'node:fs';
import { SCHEMA } from './documents.mjs';
import { Failure } from './failure.mjs';
import { ELEMENTS, elementReference } from './manifest.mjs';
import { at, ROOT } from './paths.mjs';
import { textOf } from './run.mjs';

/** Each element's reference, and where it is written. */
const references = () => [
  { file: 'docs/element.md', text: elementReference(ELEMENTS[0]) },
  { file: 'docs/comparison-element.md', text: elementReference(ELEMENTS[1]) },
];

/** Writes the JSON Schema that the Rust types give, and the elements' references that their doc comments give. */
export async function writeSchema() {
  writeFileSync(SCHEMA, await schemaOfTypes());
  for (const { file, text } of references()) writeFileSync(at(file), text);
}

/** @throws {Failure} if the JSON Schema or the reference in the repository is not the one that the sources give */
export async function checkSchema() {
  if ((await schemaOfTypes()) !== readFileSync(SCHEMA, 'utf8')) {
    throw new Failure('The Rust types have changed and their JSON Schema has not. Run: npm run schema');
  }
  for (const { file, text } of references()) {
    if (text !== readFileSync(at(file), 'utf8')) throw new Failure(`The element has changed and ${file} hasn't. Run: npm run schema`);
  }
}

const schemaOfTypes = () => textOf('cargo', ['run', '--quiet', '--locked', '--features', 'schema', '--example', 'schema'], { cwd: ROOT });
