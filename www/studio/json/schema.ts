/** As much of JSON Schema as our own schema uses. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema | boolean;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: string | readonly string[];
}

/** Something that may stand at a place. */
export interface Suggestion {
  /** A field's name, or a value as JSON writes it. */
  readonly text: string;
  /** The first sentence of what the schema says of it. */
  readonly about: string;
  /** For a field: what its value begins with. */
  readonly opens: '{}' | '[]' | '""' | '';
}

const MOST_DEEP = 12;

/** What the element takes, of the documents that the schema describes; and a contract by itself, as a text may be one. */
export function rootOf(schema: Schema): Schema {
  const scenario = { $ref: '#/$defs/Scenario' };
  const contract = { $ref: '#/$defs/Contract' };
  const plain = { type: 'object' };
  return {
    ...(schema.$defs && { $defs: schema.$defs }),
    anyOf: [
      {
        properties: {
          contracts: { type: 'array', items: contract, description: 'The contracts, as models to choose from.' },
          scenario,
          inputs: plain,
          presets: { type: 'array', items: plain },
        },
      },
      contract,
    ],
  };
}

/** The names that an object at a place may have, without those that it has. */
export function namesAt(root: Schema, pointer: string, taken: readonly string[]): readonly Suggestion[] {
  const found = new Map<string, Suggestion>();
  for (const schema of schemasAt(root, pointer)) {
    for (const [text, property] of Object.entries(schema.properties ?? {})) {
      if (taken.includes(text) || found.has(text)) continue;
      found.set(text, { text, about: aboutOf(property, root), opens: openingOf(property, root) });
    }
  }
  return [...found.values()];
}

/** The words that may stand at a place. */
export function valuesAt(root: Schema, pointer: string): readonly Suggestion[] {
  const found = new Map<string, Suggestion>();
  for (const schema of schemasAt(root, pointer)) {
    const values = [...(schema.enum ?? []), ...(schema.const === undefined ? [] : [schema.const])];
    for (const value of values)
      found.set(JSON.stringify(value), { text: JSON.stringify(value), about: sentence(schema.description), opens: '' });
  }
  return [...found.values()];
}

/** Every schema that a place may follow, alternatives spread out. */
function schemasAt(root: Schema, pointer: string): readonly Schema[] {
  return pointer
    .split('/')
    .slice(1)
    .reduce<readonly Schema[]>((schemas, step) => schemas.flatMap((schema) => stepped(schema, step, root)), spread(root, root));
}

function stepped(schema: Schema, step: string, root: Schema): readonly Schema[] {
  const property = schema.properties?.[step.replaceAll('~1', '/').replaceAll('~0', '~')];
  const entry = /^\d+$/.test(step) && typeof schema.items === 'object' ? schema.items : undefined;
  const other = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
  const next = property ?? entry ?? other;
  return next ? spread(next, root) : [];
}

function spread(schema: Schema, root: Schema, deep = 0): readonly Schema[] {
  if (deep > MOST_DEEP) return [];
  const referred = schema.$ref ? root.$defs?.[schema.$ref.replace('#/$defs/', '')] : undefined;
  const inside = [...(referred ? [referred] : []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])];
  return [schema, ...inside.flatMap((each) => spread(each, root, deep + 1))];
}

function openingOf(schema: Schema, root: Schema): Suggestion['opens'] {
  const types = spread(schema, root).flatMap(({ type, properties, enum: values, const: value }) =>
    properties ? ['object'] : values || value !== undefined ? ['string'] : Array.isArray(type) ? type : type ? [type] : [],
  );
  if (types.includes('array')) return '[]';
  if (types.includes('string')) return '""';
  return types.includes('object') ? '{}' : '';
}

const aboutOf = (schema: Schema, root: Schema) => sentence(spread(schema, root).find(({ description }) => description)?.description);

function sentence(description = ''): string {
  return /^[^\n]*?[.:](?=\s|$)/.exec(description)?.[0] ?? description.split('\n', 1)[0] ?? '';
}
