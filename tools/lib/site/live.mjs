import { readFileSync } from 'node:fs';
import { at } from '../paths.mjs';
import { escaped } from './html.mjs';

const COMPARISON = 'payout-comparison';
const CALCULATOR = 'payout-calculator';

/** What a test runs: the file of a vector, parsed. */
export const vectorOf = (/** @type {string} */ name) => JSON.parse(readFileSync(at('tests/vectors/outcomes', name), 'utf8'));

/** JSON inside a script element, where nothing may look like its end. */
const inScript = (/** @type {unknown} */ value) => JSON.stringify(value, null, 1).replaceAll('<', '\\u003c');

/** Whether a vector has contracts and a scenario, which is all that the comparison needs. */
export function isComparable(/** @type {string} */ vector) {
  const [given, scenario] = vectorOf(vector).documents;
  return [given].flat().every((contract) => 'currency' in contract) && Array.isArray(scenario?.streams);
}

/**
 * A worked example on the comparison's table, from the file that the tests run. Opened by hand: it needs more than the page's text does.
 *
 * @param {string} vector
 */
export function liveComparison(vector) {
  const [given, scenario] = vectorOf(vector).documents;
  const sheets = [given].flat().map((contract) => ({ contract }));
  const html = `<details class="try"><summary>Try this example</summary>
<payout-comparison loading="lazy"><script type="application/json">${inScript({ sheets, scenario })}</script><p>The comparison needs JavaScript and WebAssembly.</p></payout-comparison></details>\n`;
  return { html, elements: [COMPARISON] };
}

/**
 * A contract in the calculator, with the numbers that it proposes itself.
 *
 * @param {string} json
 */
export function liveContract(json) {
  const given = JSON.parse(json);
  const terms = 'contract' in given || 'contracts' in given ? given : { contract: given };
  return {
    html: `<div class="live"><payout-calculator loading="lazy"><script type="application/json">${inScript(terms)}</script><p>The calculator needs JavaScript and WebAssembly.</p></payout-calculator></div>\n`,
    elements: [CALCULATOR],
  };
}

/**
 * A snippet of a page as that page shows it. The site loads the elements by itself.
 *
 * @param {string} html
 */
export function liveSnippet(html) {
  const body = html.replaceAll(/<script type="module" src="[^"]*"[^>]*><\/script>\s*/g, '');
  const elements = [CALCULATOR, COMPARISON].filter((tag) => body.includes(`<${tag}`));
  if (elements.length === 0) throw new Error(`A live snippet shows no element: ${escaped(html.slice(0, 80))}`);
  return { html: `<div class="live">${body}</div>\n`, elements };
}
