import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from 'json-schema-to-typescript';
import { fresh } from './freshness.mjs';
import { at, TYPES } from './paths.mjs';

export const SCHEMA = at('schema/payout-calculator.schema.json');
const TYPESCRIPT = join(TYPES, 'documents.ts');
const ROOT_NAME = 'AllDocuments';
const NOTE_OF_ORIGIN = new RegExp(
  `( \\*\\n)? \\* This interface was referenced by \`${ROOT_NAME}\`'s JSON-Schema\\n \\* via the \`definition\` ".*"\\.\\n`,
  'g',
);

/** Writes the TypeScript types of every document from the JSON Schema, into build/types. */
export function buildDocumentTypes() {
  return fresh(
    {
      name: 'documents',
      what: 'Write the TypeScript types of the documents',
      estimate: '',
      inputs: [SCHEMA, at('tools/lib/documents.mjs')],
      outputs: [TYPESCRIPT],
    },
    async () => {
      mkdirSync(TYPES, { recursive: true });
      writeFileSync(TYPESCRIPT, await typesOf(JSON.parse(readFileSync(SCHEMA, 'utf8'))));
    },
  );
}

/**
 * @param {import('json-schema-to-typescript').JSONSchema} schema
 * @returns {Promise<string>}
 */
async function typesOf(schema) {
  const { $defs } = schema;
  const types = await compile({ type: 'object', $defs: describedReferences($defs) }, ROOT_NAME, {
    additionalProperties: false,
    bannerComment: '',
    unreachableDefinitions: true,
  });
  return types
    .replace(new RegExp(`export interface ${ROOT_NAME} \\{\\s*\\}\\n`), '')
    .replaceAll(NOTE_OF_ORIGIN, '')
    .replaceAll('/**\n */\n', '');
}

/**
 * A reference with a description beside it would become a second type of nearly the same name, so it is put one level lower.
 *
 * @template T
 * @param {T} node
 * @returns {T}
 */
function describedReferences(node) {
  if (Array.isArray(node)) return /** @type {T} */ (node.map(describedReferences));
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).map(([key, value]) => [key, describedReferences(value)]);
  const { $ref, ...rest } = Object.fromEntries(entries);
  if ($ref === undefined || Object.keys(rest).length === 0) return Object.fromEntries(entries);
  return /** @type {T} */ ({ ...rest, allOf: [{ $ref }] });
}
