import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { at, BUILD, ENGINE, FIRST_FILE, REST_FILE, SMALL_FILE } from './paths.mjs';
import { run } from './run.mjs';

const PRESETS = at('presets');
const PAGE = at('www/pages/index.html');
const WORK = join(BUILD, 'split');

/** What belongs to the first part: what so many of the presets use. With less, more of them would load the rest as well. */
const COMMON = 5;

/** What the parts are made of, besides the engine. */
export const SPLIT_INPUTS = [PRESETS, at('tools/lib/split.mjs')];

/**
 * Splits the engine in build/engine into what the terms of most programs use, which a page loads at once, and the rest.
 *
 * @param {string} split the splitting tool
 */
export async function splitEngine(split) {
  mkdirSync(WORK, { recursive: true });
  const [whole, marked, used] = [join(ENGINE, SMALL_FILE), join(WORK, 'marked.wasm'), join(WORK, 'used.txt')];
  await run(split, ['mark', whole, marked]);
  writeFileSync(used, (await commonFunctions(marked)).join(' '));
  await run(split, ['part', whole, used, join(ENGINE, FIRST_FILE), join(ENGINE, REST_FILE)]);
}

/**
 * @param {string} marked the engine with a global for each function
 * @returns {Promise<number[]>} the numbers of the functions in common use
 */
async function commonFunctions(marked) {
  // By an address of its own: a process that builds twice, as a server does, would be given the last engine's numbers.
  const engine = await import(`${pathToFileURL(join(ENGINE, 'payout_calculator.js')).href}?${performance.now()}`);
  /** @type {[string, unknown][]} */
  const exported = Object.entries(engine.initSync({ module: readFileSync(marked) }));
  const globals = exported.flatMap(([name, value]) =>
    value instanceof WebAssembly.Global && name.startsWith('used') ? [{ number: Number(name.slice(4)), value }] : [],
  );
  const counts = globals.map(() => 0);
  const tally = (/** @type {number} */ weight, /** @type {() => void} */ use) => {
    use();
    globals.forEach(({ value }, index) => {
      counts[index] = (counts[index] ?? 0) + (value.value === 1 ? weight : 0);
      value.value = 0;
    });
  };
  const { contracts, scenario } = pageDocuments();
  tally(COMMON, () => {
    engine.version();
    for (const contract of contracts) ask(engine, contract, scenario);
  });
  for (const contract of presets()) tally(1, () => ask(engine, contract, scenarioOf(contract)));
  return globals.filter((_, index) => (counts[index] ?? 0) >= COMMON).map(({ number }) => number);
}

/** As the element asks. */
function ask(/** @type {any} */ engine, /** @type {unknown} */ contract, /** @type {unknown} */ scenario) {
  for (const answer of [engine.check_contract(contract), engine.project(contract, scenario)]) {
    if ('problems' in answer) throw new Error(`A contract of the profile was refused: ${JSON.stringify(answer.problems[0])}`);
  }
}

function presets() {
  const files = readdirSync(PRESETS).filter((file) => file.endsWith('.json'));
  return files.map((file) => JSON.parse(readFileSync(join(PRESETS, file), 'utf8')));
}

/** Ten of each event a month, of a size that earns something, and new subscribers. */
function scenarioOf(/** @type {{ payouts?: { event: string }[] }} */ contract) {
  const kinds = [...new Set((contract.payouts ?? []).map(({ event }) => event))];
  const streams = kinds.map((event, place) =>
    place % 2 === 0 ? { event, perMonth: '10', amount: '100' } : { event, perMonth: '2', recurring: { amount: '50', payments: 12 } },
  );
  return { version: 1, start: '2027-03', months: 12, streams };
}

/** The contracts that the demo's home page shows, and their scenario. */
export function pageDocuments() {
  const script = /<script type="application\/json">(.*?)<\/script>/s.exec(readFileSync(PAGE, 'utf8'));
  return JSON.parse(script?.[1] ?? '');
}
