import type { Speech } from './speech.js';

type Cell = string | number;

/**
 * A table as CSV (RFC 4180) that a spreadsheet may open: no text in it begins a formula.
 * Source: the OWASP page on CSV injection.
 */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: Cell): string {
  const text = String(value);
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  const safe = !isNumber && /^[=+\-@\t\r\n|%＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n;]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What the months and the clauses of a result come to, as a file for a spreadsheet: amounts with a point, whatever the language. */
export function resultAsCsv(
  speech: Speech,
  currency: string,
  months: readonly { readonly month: string; readonly parts: readonly string[]; readonly amount: string; readonly cumulative: string }[],
  clauses: readonly string[],
): string {
  const head = [speech.say('month'), ...clauses, `${speech.say('amount')} (${currency})`, `${speech.say('soFar')} (${currency})`];
  return csv([head, ...months.map(({ month, parts, amount, cumulative }) => [month, ...parts, amount, cumulative])]);
}
