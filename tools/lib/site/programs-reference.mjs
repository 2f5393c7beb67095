import { readdirSync, readFileSync } from 'node:fs';
import { at } from '../paths.mjs';

/** The page of presets, as Markdown: each program in plain words, in the calculator, and as JSON. */
export function programsReference() {
  const readme = readFileSync(at('presets/README.md'), 'utf8');
  const [, intro = ''] = /^# .*\n\n([\s\S]*?)\n\n\|/.exec(readme) ?? [];
  const shows = new Map([...readme.matchAll(/^\| `([\w-]+)` \| (.*) \|$/gm)].map(([, name = '', what = '']) => [name, what]));
  const names = readdirSync(at('presets'))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace('.json', ''));
  // Those that show most come first, in the order in which they are told.
  const ordered = [...shows.keys(), ...names.filter((name) => !shows.has(name))];
  const sections = ordered.map((name) => program(name, shows.get(name)));
  return `# Real programs

${intro.replaceAll('`tests/vectors/programs/`', 'The project’s `tests/vectors/programs/`')}

The package has each as \`payout-calculator/presets/NAME.json\`; the [studio](/studio.html) and the [comparison](/comparison.html) begin with any of them.

${sections.join('\n\n')}
`;
}

/**
 * @param {string} name
 * @param {string | undefined} shows
 */
function program(name, shows) {
  const json = readFileSync(at(`presets/${name}.json`), 'utf8');
  // What the engine says of it, which a test holds to the engine.
  const said = readFileSync(at(`tests/plain/said/${name}.en.txt`), 'utf8')
    .trim()
    .split('\n');
  const { name: title, $schema: _, ...contract } = JSON.parse(json);
  const code = JSON.stringify({ ...contract, name: title }, null, 2);
  return `## ${title}

${shows ? `Shows ${shows}.\n\n` : ''}${said.map((sentence) => `- ${sentence.replaceAll('<', '&lt;')}`).join('\n')}

<details class="try"><summary>Try it</summary>

\`\`\`json Contract live fold
${code}
\`\`\`

</details>`;
}
