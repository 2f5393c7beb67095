import { readFileSync } from 'node:fs';
import { ts } from '../manifest.mjs';
import { at } from '../paths.mjs';

/**
 * @typedef {{ source: string, title: string, intro: string, from: readonly string[], names: readonly string[] }} Chapter
 *   `from`: the sources of what is offered; `names`: what of it is told, in this order
 */

/** @type {readonly Chapter[]} */
const CHAPTERS = [
  {
    source: 'reference/engine.md',
    title: 'Engine',
    intro: `\`payout-calculator/engine\`, for browsers and Node: a contract and what happened, or might, become a statement. It is stateless; documents are plain values, or their JSON text. The types of all documents come with it: [contracts](contract.md), [events](events.md), [scenarios](scenario.md), [answers](answers.md).

\`\`\`js run
import { loadEngine } from 'payout-calculator/engine';

const engine = await loadEngine();
const statement = engine.evaluate(
  { version: 1, currency: 'USD', payouts: [{ event: 'sale', pay: { percent: '2.9%' } }] },
  [{ id: 'o-17', type: 'sale', date: '2027-03-14', amount: '5.00' }],
);
console.log(statement.totals.earned); // "0.15"
\`\`\`

A browser finds the engine's files beside the package. Node takes their bytes: [For web developers](../guides/web-developer.md#on-a-server) has the lines.`,
    from: ['www/engine/engine.ts', 'www/engine/load.ts', 'www/engine/errors.ts'],
    names: ['loadEngine', 'WasmSource', 'Engine', 'Given', 'EngineError', 'EngineErrorCode'],
  },
  {
    source: 'reference/analyses-api.md',
    title: 'Analyses in JavaScript',
    intro:
      '`payout-calculator/analyses`: what each analysis means is told in [Analyses](../analyses/README.md), what its documents hold in [Questions and answers](analyses.md).',
    from: ['www/analyses/index.ts'],
    names: ['loadAnalyses', 'Analyses', 'Asked'],
  },
  {
    source: 'reference/import-api.md',
    title: 'Import in JavaScript',
    intro: '`payout-calculator/import`: what is read, and what becomes of it, is told in [Bringing terms in](../import.md).',
    from: ['www/import/index.ts'],
    names: ['loadImport', 'Import'],
  },
];

/** The reference of what the package offers to JavaScript, from its doc comments, as Markdown by where it would lie below docs/. */
export function apiReference() {
  return new Map(
    CHAPTERS.map(({ source, title, intro, from, names }) => {
      const files = from.map((file) => ts.createSourceFile(file, readFileSync(at(file), 'utf8'), ts.ScriptTarget.ES2022, true));
      const sections = names.map((name) => {
        for (const file of files) {
          const found = file.statements.find((/** @type {any} */ statement) => statement.name?.text === name);
          if (found) return section(found, file);
        }
        throw new Error(`${from.join(', ')} have no ${name}.`);
      });
      return [source, `# ${title}\n\n${intro}\n\n${sections.join('\n\n')}\n`];
    }),
  );
}

/**
 * @param {any} statement
 * @param {any} file
 */
function section(statement, file) {
  const parts = [`## ${statement.name.text}`, comment(statement)];
  if (ts.isInterfaceDeclaration(statement)) {
    for (const member of statement.members) parts.push(`### ${member.name.text}`, signature(member.getText(file)), comment(member));
  } else if (ts.isFunctionDeclaration(statement)) {
    parts.push(
      signature(
        statement
          .getText(file)
          .slice(0, statement.body.getStart(file) - statement.getStart(file))
          .trim(),
      ),
    );
  } else if (ts.isClassDeclaration(statement)) {
    const [made] = statement.members.filter(ts.isConstructorDeclaration);
    for (const parameter of made?.parameters.filter((/** @type {any} */ { modifiers }) => modifiers) ?? []) {
      parts.push(`### ${statement.name.text}.${parameter.name.text}`, signature(parameter.getText(file)), comment(parameter));
    }
  } else {
    parts.push(signature(statement.getText(file)));
  }
  return parts.filter(Boolean).join('\n\n');
}

/** Code as it is declared, without what only its authors say; a member begins at the margin. */
const signature = (/** @type {string} */ text) => {
  const lines = text.replace(/^export /, '').split('\n');
  const margin = /^ {2}\S/.test(lines.at(-1) ?? '') && !/^ {2}[|/]/.test(lines.at(-1) ?? '') ? 2 : 0;
  return `\`\`\`ts\n${lines.map((line, place) => (place === 0 ? line : line.slice(margin))).join('\n')}\n\`\`\``;
};

/** A doc comment as Markdown: what it is, its parameters, and what it throws. */
function comment(/** @type {any} */ node) {
  const [doc] = node.jsDoc?.slice(-1) ?? [];
  if (!doc) return '';
  const words = (/** @type {any} */ text) =>
    (ts.getTextOfJSDocComment(text) ?? '')
      .replace(/\{@link (\w+)\s*\}/g, '`$1`')
      .replace(/\s*\n\s*/g, ' ')
      .trim();
  const tags = (doc.tags ?? []).map((/** @type {any} */ tag) => {
    if (ts.isJSDocParameterTag(tag)) return `- \`${tag.name.getText()}\`: ${words(tag.comment)}`;
    const [, type, text] = /^(?:\{(\w+)\}\s*)?(.*)$/s.exec(words(tag.comment)) ?? [];
    const thrown = tag.typeExpression ? tag.typeExpression.getText().slice(1, -1) : type;
    return `- Throws${thrown ? ` \`${thrown}\`` : ''}: ${text ?? ''}`;
  });
  return [words(doc.comment), tags.join('\n')].filter(Boolean).join('\n\n');
}
