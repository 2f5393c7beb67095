/**
 * @typedef {object} Node a schema, or a part of one
 * @property {string} [description]
 * @property {string} [$ref]
 * @property {string | string[]} [type]
 * @property {string} [pattern]
 * @property {string} [const]
 * @property {string[]} [enum]
 * @property {Node} [items]
 * @property {Record<string, Node>} [properties]
 * @property {Node | boolean} [additionalProperties]
 * @property {string[]} [required]
 * @property {Node[]} [oneOf]
 * @property {Node[]} [anyOf]
 */

const DATE = '[0-9]{4}-[0-9]{2}-[0-9]{2}';
/** What texts of a form are called, by the pattern that the schema holds them to. */
const FORMS = new Map([
  ['^-?[0-9]+(\\.[0-9]+)?$', 'decimal'],
  ['^[0-9]+(\\.[0-9]+)?$', 'decimal'],
  ['^[0-9]+$', 'whole number'],
  ['^[0-9]+(\\.[0-9]+)?%$', 'rate'],
  ['^[0-9]+(\\.[0-9]+)?%?$', 'rate or decimal'],
  [`^${DATE}$`, 'date'],
  ['^[0-9]{4}-[0-9]{2}$', 'month'],
  [`^${DATE}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?$`, 'date, or date and time'],
  ['^[A-Z]{3}$', 'currency'],
  ['^(/[a-zA-Z0-9]+)+$', 'JSON Pointer'],
]);

/** So many words are said beside a field; of more, only where they are told. */
const FEW = 4;

/**
 * What a field takes, in a word or two of Markdown. A decimal may be written as text or as a number; that is said once, and not everywhere.
 *
 * @param {Node} node
 * @param {Record<string, Node>} definitions
 * @param {(name: string) => string} linkTo where a definition is told
 * @returns {string}
 */
export function takes(node, definitions, linkTo) {
  const of = (/** @type {Node} */ part) => takes(part, definitions, linkTo);
  if (node.$ref) {
    const name = node.$ref.replace('#/$defs/', '');
    const words = definitions[name]?.oneOf?.map(({ const: word }) => word) ?? [];
    const few = words.length > 0 && words.length <= FEW && words.every((word) => word !== undefined);
    return `[${name}](${linkTo(name)})${few ? `: ${words.map((word) => `\`${word}\``).join(', ')}` : ''}`;
  }
  if (node.const !== undefined) return `\`${node.const}\``;
  if (node.enum) return node.enum.map((word) => `\`${word}\``).join(', ');
  const choices = node.oneOf ?? node.anyOf;
  if (choices) return inOneWord(choices, [...new Set(choices.filter(({ type }) => type !== 'null').map(of))]);
  if (node.pattern) return FORMS.get(node.pattern) ?? `text like \`${node.pattern.replaceAll('|', '\\|')}\``;
  const types = [node.type ?? []].flat().filter((type) => type !== 'null');
  if (types.includes('array')) return `list of ${node.items ? of(node.items) : 'anything'}`;
  if (types.includes('object')) {
    return node.additionalProperties && typeof node.additionalProperties === 'object'
      ? `object of ${of(node.additionalProperties)}`
      : 'object';
  }
  return types.map((type) => ({ string: 'text', integer: 'whole number', boolean: 'true or false' })[type] ?? type).join(' or ');
}

/**
 * @param {readonly Node[]} choices
 * @param {readonly string[]} names
 */
function inOneWord(choices, names) {
  // A JSON number is another way to write the text before it.
  const isOtherSpelling = (/** @type {string} */ name) => name === 'number' || name === 'whole number';
  const [first = '', ...others] = names;
  const spelled = [...FORMS.values()].includes(first) ? [first, ...others.filter((name) => !isOtherSpelling(name))] : names;
  const byCurrency = choices.some(({ type, additionalProperties }) => type === 'object' && additionalProperties);
  if (byCurrency && first === 'decimal') return 'decimal, or one for each currency';
  return spelled.join(' or ');
}
