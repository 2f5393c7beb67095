import { readFileSync } from 'node:fs';
import { SCHEMA } from '../documents.mjs';
import { takes } from './schema-types.mjs';

/**
 * @typedef {import('./schema-types.mjs').Node} Node
 * @typedef {{ source: string, title: string, intro: string, first: readonly string[] }} Chapter
 *   `first`: the definitions that it begins with, in this order; each is followed by what only it needs
 */

/** @type {readonly Chapter[]} */
const CHAPTERS = [
  {
    source: 'reference/contract.md',
    title: 'Contract language',
    intro:
      'Everything that a contract can say. Every field that is not marked as required may be left out. What clauses mean together, and in which order they act, is told in [How a contract is evaluated](../evaluation.md); an editor that knows JSON Schema completes and checks contracts that begin with `"$schema"`.',
    first: [
      'Contract',
      'Payout',
      'Pay',
      'Group',
      'Condition',
      'Restriction',
      'Duration',
      'Free',
      'Tiers',
      'Uplift',
      'Limit',
      'Scheduled',
      'Bonus',
      'OneTime',
      'Retainer',
      'Guarantee',
      'Draw',
      'Advance',
      'NegativeBalance',
      'Refunds',
      'Split',
      'Offer',
      'Conversion',
      'Settlement',
    ],
  },
  {
    source: 'reference/events.md',
    title: 'Events',
    intro: 'What happened, dated: what `evaluate` takes beside a contract, and what it can be asked for.',
    first: ['Event', 'Options'],
  },
  {
    source: 'reference/scenario.md',
    title: 'Scenario documents',
    intro: 'What might happen. [Scenarios](../scenarios.md) tells what each part means, with worked examples.',
    first: ['Scenario', 'Stream', 'Estimate', 'Range'],
  },
  {
    source: 'reference/answers.md',
    title: 'Statements and projections',
    intro:
      'What the engine answers: the statement that `evaluate` draws up, the projection of `project`, what a contract says (`checkContract`).',
    first: ['Statement', 'Line', 'Projection', 'ContractFacts', 'Problem'],
  },
  {
    source: 'reference/analyses.md',
    title: 'Analyses: questions and answers',
    intro: 'The documents of the [analyses](../analyses/README.md): what each is asked, and what it answers.',
    first: [
      'Vary',
      'Comparison',
      'BreakEven',
      'GridQuestion',
      'Grid',
      'Milestones',
      'NextEventQuestion',
      'NextEvent',
      'GoalQuestion',
      'GoalSought',
      'EquivalentQuestion',
      'Equivalent',
      'Sensitivity',
      'VarianceQuestion',
      'VarianceShares',
      'SimulationQuestion',
      'Simulation',
      'PriceQuestion',
      'Price',
      'BargainQuestion',
      'Bargain',
    ],
  },
  {
    source: 'reference/import.md',
    title: 'Import: options and reports',
    intro: 'What the [import](../import.md) is asked and what it reports.',
    first: ['ImportOptions', 'Imported', 'ActionsOptions', 'ImportedActions', 'TableOptions', 'ReadTable'],
  },
];

/** Of a function of the engine: a result, or the problems. The package gives the one and throws the other. */
const isOutcome = (/** @type {string} */ name) => /^Outcome\d*$/.test(name);

/** The reference of every document of the schema, as Markdown, by where it would lie below docs/. */
export function schemaReference() {
  /** @type {Record<string, Node>} */
  const definitions = JSON.parse(readFileSync(SCHEMA, 'utf8')).$defs;
  /** @type {Map<string, string>} which chapter a definition is in */
  const chapterOf = new Map();
  const begun = new Set(CHAPTERS.flatMap(({ first }) => first));
  const chapters = CHAPTERS.map((chapter) => {
    /** @type {string[]} */
    const names = [];
    const add = (/** @type {string} */ name) => {
      if (chapterOf.has(name)) return;
      chapterOf.set(name, chapter.source);
      names.push(name);
      for (const used of usedBy(definitions[name] ?? {})) if (!begun.has(used)) add(used);
    };
    for (const name of chapter.first) add(name);
    return { ...chapter, names };
  });
  const forgotten = Object.keys(definitions).filter((name) => !chapterOf.has(name) && !isOutcome(name));
  if (forgotten.length > 0) throw new Error(`No chapter of the reference has ${forgotten.join(', ')}.`);

  return new Map(
    chapters.map(({ source, title, intro, names }) => {
      const linkTo = (/** @type {string} */ name) => {
        const chapter = chapterOf.get(name) ?? source;
        return `${chapter === source ? '' : chapter.replace('reference/', '')}#${name.toLowerCase()}`;
      };
      const sections = names.map((name) => definition(name, definitions[name] ?? {}, definitions, linkTo));
      return [source, `# ${title}\n\n${intro}\n\n${sections.join('\n\n')}\n`];
    }),
  );
}

/** The definitions that one names, in its order. */
function usedBy(/** @type {Node} */ node) {
  return [...JSON.stringify(node).matchAll(/"\$ref":"#\/\$defs\/(\w+)"/g)].map(([, name = '']) => name);
}

/**
 * @param {string} name
 * @param {Node} node
 * @param {Record<string, Node>} definitions
 * @param {(name: string) => string} linkTo
 */
function definition(name, node, definitions, linkTo) {
  const parts = [`## ${name}`, described(node, name)];
  const variants = node.oneOf ?? [];
  if (variants.length > 0 && variants.every(({ const: word }) => word !== undefined)) {
    parts.push(
      table(
        ['word', 'meaning'],
        variants.map((word) => [`\`${word.const}\``, inCell(word.description)]),
      ),
    );
  } else if (variants.some(({ properties }) => properties)) {
    for (const variant of variants) {
      if (!variant.properties) {
        parts.push(`**${takes(variant, definitions, linkTo)}**${variant.description ? `: ${inCell(variant.description)}` : ''}`);
        continue;
      }
      const [key = ''] = variant.required ?? Object.keys(variant.properties);
      parts.push(`### ${name} with ${key}`, described(variant, name), fields(variant, definitions, linkTo));
    }
  } else if (node.properties) {
    parts.push(fields(node, definitions, linkTo));
  } else {
    parts.push(`Written as: ${takes(node, definitions, linkTo)}.`);
  }
  return parts.filter(Boolean).join('\n\n');
}

/**
 * A description whose example says which document it is, so that a test holds it to the schema.
 *
 * @param {Node} node
 * @param {string} name
 */
const described = ({ description = '' }, name) => description.replaceAll('```json\n', `\`\`\`json ${name}\n`);

/**
 * @param {Node} node
 * @param {Record<string, Node>} definitions
 * @param {(name: string) => string} linkTo
 */
function fields({ properties = {}, required = [] }, definitions, linkTo) {
  const needed = (/** @type {string} */ field) => required.includes(field);
  const rows = Object.entries(properties)
    .sort(([one], [other]) => Number(needed(other)) - Number(needed(one)))
    .map(([field, node]) => [
      `\`${field}\``,
      takes(node, definitions, linkTo),
      `${needed(field) ? '**Required.** ' : ''}${inCell(node.description)}`,
    ]);
  return rows.length > 0 ? table(['field', 'takes', 'meaning'], rows) : '';
}

/** A description in one line, without its example. */
const inCell = (/** @type {string} */ description = '') =>
  description
    .replace(/```[\s\S]*?```/g, '')
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|');

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
