import { readFileSync } from 'node:fs';
import { SCHEMA } from '../documents.mjs';
import { at } from '../paths.mjs';

/** The page of all error codes, as Markdown: what the elements' guide tells, and what the schema does. */
export function errorsReference() {
  const { Code } = JSON.parse(readFileSync(SCHEMA, 'utf8')).$defs;
  const codes = Code.oneOf.map(
    (/** @type {{ const: string, description: string }} */ word) => `| \`${word.const}\` | ${word.description} |`,
  );
  return `# Error codes

Codes are stable: programs may rely on them. The words beside them are for people, and may change.

## On a page

${sectionOf(readFileSync(at('docs/embedding.md'), 'utf8'), "When it can't")}

## In JavaScript

The engine, the analyses and the import throw [\`EngineError\`](engine.md#engineerror): its \`code\` is one of [these](engine.md#engineerrorcode), and \`problems\` has every mistake in the documents.

## Mistakes in a document

Each [problem](answers.md#problem) says where it is (\`path\`, a JSON Pointer), what was found and what would have been right. All are told at once. What is only to be warned of has the same form.

| code | what is wrong |
| --- | --- |
${codes.join('\n')}

## In an import

What an import could not carry over has a reason ([\`Because\`](import.md#because)), what is missing in the contract a [\`GapCode\`](import.md#gapcode), what is open an
[\`AssumptionCode\`](import.md#assumptioncode); mistakes in a spreadsheet have row, column and a [\`CellCode\`](import.md#cellcode).

## On the command line

| exit code | why |
| --- | --- |
| 0 | There is an answer. |
| 1 | A document has mistakes; all are said, with file, line and column. |
| 2 | The command is not one, or a file can’t be read. |
| 3 | An import wrote a document that does not say all that was there. |
`;
}

/**
 * What stands under a heading of the second level.
 *
 * @param {string} markdown
 * @param {string} heading
 */
function sectionOf(markdown, heading) {
  const section = markdown.split(/^## /m).find((part) => part.startsWith(heading));
  if (!section) throw new Error(`There is no section “${heading}”.`);
  return section.slice(heading.length).trim();
}
