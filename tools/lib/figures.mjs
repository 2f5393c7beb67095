import { readFileSync } from 'node:fs';
import { at } from './paths.mjs';

/**
 * Something measured.
 *
 * @typedef {object} Figure
 * @property {string} id dotted and stable; listed in CONTRIBUTING.md
 * @property {number} value
 * @property {string} unit
 * @property {string} [note] for people
 */

/** @type {Record<string, { atMost: number } | { atLeast: number }>} */
const BUDGETS = JSON.parse(readFileSync(at('tools/budgets.json'), 'utf8'));

/** A figure with its goal, if it has one, and whether it meets that. */
export function judged(/** @type {Figure} */ figure) {
  const budget = BUDGETS[figure.id];
  if (!budget) return { figure, goal: undefined, meets: undefined };
  if ('atMost' in budget) return { figure, goal: budget.atMost, meets: figure.value <= budget.atMost };
  return { figure, goal: budget.atLeast, meets: figure.value >= budget.atLeast };
}

/**
 * Prints figures: a table, or one JSON object a line.
 *
 * @param {readonly Figure[]} figures
 * @param {boolean} json
 * @returns {boolean} whether all goals are met
 */
export function report(figures, json) {
  const results = figures.map(judged);
  const width = Math.max(0, ...figures.map(({ id }) => id.length));
  for (const { figure, goal, meets } of results) {
    const { id, value, unit, note } = figure;
    if (json) {
      console.log(JSON.stringify({ id, value, unit, ...(goal !== undefined && { goal, meets }) }));
    } else {
      const verdict = goal === undefined ? '' : `  goal ${goal} ${unit}: ${meets ? 'met' : 'MISSED'}`;
      console.log(`${id.padEnd(width)}  ${String(value).padStart(9)} ${unit}${note ? ` (${note})` : ''}${verdict}`);
    }
  }
  return results.every(({ meets }) => meets !== false);
}
