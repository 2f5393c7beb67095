import { csv } from '../csv.js';
import type { Results } from './results.js';
import type { ComparisonSpeech } from './speech.js';

/** What all offers pay month by month and in all, as a file for a spreadsheet: amounts with a point, whatever the language. */
export function comparisonAsCsv({ columns, scenario }: Results, names: readonly string[], speech: ComparisonSpeech): string {
  const months = columns.find(({ projection }) => projection)?.projection?.byMonth.map(({ month }) => month) ?? [];
  const heads = columns.map(({ facts }, place) => `${names[place]} (${facts?.currency ?? '–'})`);
  const rows = months.map((month, place) => [month, ...columns.map(({ projection }) => projection?.byMonth[place]?.amount ?? '')]);
  const total = speech.tell('figures.total', {
    months: { phrase: { key: 'months', facts: { count: { count: String(scenario.months) } } } },
  });
  return csv([[speech.tell('month'), ...heads], ...rows, [total, ...columns.map((column) => column.total ?? '')]]);
}
