import type { Assumption, ContractFacts, Fate, ImportAnswer, ImportedContract, ImportOptions, ReadTable } from '#documents';

/** The words of an import's report: `www/locales/import`. */
export type ImportWords = Readonly<Record<string, string>>;

/** One line of a report. */
export interface ReportRow {
  /** Where it stands in the payload: a JSON Pointer. */
  readonly path: string;
  /** The pointer as people read it: `Terms › EventPayouts 2 › Limits 1 › Value`. */
  readonly place: string;
  /** What the payload says there, from outside: to be shown as text. */
  readonly value: string;
  /** What became of it, or why it did not become anything. */
  readonly said: string;
  /** Where in the contract it went. */
  readonly to: readonly string[];
}

/** A part of a report; what asks for attention comes first. */
export interface ReportSection {
  readonly key: 'gaps' | 'refused' | 'carried' | 'notes' | 'silent';
  readonly title: string;
  readonly rows: readonly ReportRow[];
}

/** Something that the payload leaves open, as a choice. */
export interface OpenQuestion {
  readonly assumption: Assumption;
  readonly place: string;
  readonly question: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** `open` must be answered, `assumed` may be, `settled` has one reading only. */
  readonly state: 'open' | 'assumed' | 'answered' | 'settled';
}

/** A contract's report as a page shows it. */
export interface ImportReport {
  /** Whether the contract says all that the payload says, in a sentence. */
  readonly verdict: string;
  readonly state: 'complete' | 'incomplete' | 'none';
  readonly sections: readonly ReportSection[];
  readonly questions: readonly OpenQuestion[];
}

const SECTION_OF: Readonly<Record<Fate, ReportSection['key']>> = {
  carried: 'carried',
  note: 'notes',
  silent: 'silent',
  notUnderstood: 'refused',
  notExpressible: 'refused',
};
const ORDER: readonly ReportSection['key'][] = ['gaps', 'refused', 'carried', 'notes', 'silent'];

/** The report of one contract, in words. */
export function importReport(imported: ImportedContract, words: ImportWords): ImportReport {
  const state = imported.contract === undefined || imported.contract === null ? 'none' : imported.complete ? 'complete' : 'incomplete';
  const rows = new Map<ReportSection['key'], ReportRow[]>(ORDER.map((key) => [key, []]));
  for (const { code, path } of imported.gaps) {
    rows.get('gaps')?.push({ path, place: placeOf(path), value: '', said: word(words, `gap.${code}`), to: [] });
  }
  for (const { path, value, fate, because, to } of imported.fields) {
    const said = word(words, because ? `because.${because}` : `fate.${fate}`);
    rows.get(SECTION_OF[fate])?.push({ path, place: placeOf(path), value, said, to });
  }
  const sections = ORDER.map((key) => ({ key, title: word(words, `section.${key}`), rows: rows.get(key) ?? [] }));
  return {
    verdict: word(words, state),
    state,
    sections: sections.filter((section) => section.rows.length > 0),
    questions: imported.assumptions.map((assumption) => question(assumption, words)),
  };
}

function question(assumption: Assumption, words: ImportWords): OpenQuestion {
  const { code, path, options, taken, answered } = assumption;
  const known = taken && !options.includes(taken) ? [...options, taken] : options;
  // Zones and names of events have no words of their own.
  const labelled = known.map((value) => ({ value, label: words[`option.${code}.${value}`] ?? value }));
  const unasked = options.length === 1 ? 'settled' : 'assumed';
  return {
    assumption,
    place: placeOf(path),
    question: word(words, `ask.${code}`),
    options: labelled,
    state: taken ? (answered ? 'answered' : unasked) : 'open',
  };
}

/** The options of the next import, with one more answer; an earlier one to the same question goes. */
export function withAnswer(options: ImportOptions, { code, path }: Assumption, take: string): ImportOptions {
  const others = (options.assume ?? []).filter((answer) => !(answer.code === code && (answer.path ?? '') === path));
  // The contract as a whole has no path to name.
  const answer: ImportAnswer = path === '' ? { code, take } : { code, path, take };
  return { assume: [...others, answer] };
}

/** Only the answers that a report still asks for: another answer may have settled what they were about. */
export function withoutStale(options: ImportOptions, { assumptions }: Pick<ImportedContract, 'assumptions'>): ImportOptions {
  const asked = ({ code, path }: ImportAnswer) => assumptions.some((open) => open.code === code && (path ?? open.path) === open.path);
  return { assume: (options.assume ?? []).filter(asked) };
}

/** What a contract says in one sentence, and the fields of the payload that it says it for. */
export interface SideBySide {
  readonly sentence: string;
  readonly fields: readonly ReportRow[];
}

/** The parts of a contract that sentences without a clause of their own are about, by the first letters of what they say. */
const ABOUT: readonly (readonly [say: string, part: string])[] = [
  ['lock', '/settlement/lock'],
  ['paid', '/settlement/schedule'],
  ['refund', '/refunds'],
  ['effective', '/effective'],
];

/**
 * The imported contract's plain words beside the payload's fields. Fields that no sentence tells of (name, currency, time zone) stand with
 * an empty one.
 *
 * @param sentences what `termsInWords` says, one for each sentence of `facts`
 */
export function sideBySide(
  imported: Pick<ImportedContract, 'fields'>,
  facts: Pick<ContractFacts, 'summary'>,
  sentences: readonly string[],
): readonly SideBySide[] {
  const parts = facts.summary.map(({ clause, phrase }) => {
    if (!clause) return ABOUT.find(([say]) => phrase.say.startsWith(say))?.[1];
    return phrase.say === 'restriction' ? `${clause}/restrictions` : clause;
  });
  const inside = (pointer: string, part: string) => pointer === part || pointer.startsWith(`${part}/`);
  // A field belongs to the sentence of the innermost part that it went to: a limit's to the limit, and not to its payout.
  const innermost = (pointer: string) =>
    parts.reduce<string>((deepest, part = '') => (inside(pointer, part) && part.length > deepest.length ? part : deepest), '');
  const carried = imported.fields
    .filter(({ fate }) => fate === 'carried')
    .map(({ path, value, to }) => ({ row: { path, place: placeOf(path), value, said: '', to }, parts: to.map(innermost) }));
  const of = (part: string) => carried.filter(({ parts }) => parts.includes(part)).map(({ row }) => row);
  const told = parts.map((part, place) => ({ sentence: sentences[place] ?? '', fields: part ? of(part) : [] }));
  const untold = of('');
  return untold.length > 0 ? [...told, { sentence: '', fields: untold }] : told;
}

/** A problem of a pasted table, in words: `Row 3, column 1`. */
export interface CellRow {
  readonly row: number;
  readonly column: number;
  readonly got: string;
  readonly said: string;
}

/** How a pasted table was read, in words. */
export interface TableReport {
  readonly problems: readonly CellRow[];
  readonly readings: readonly {
    readonly code: string;
    readonly question: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
    readonly taken: string | undefined;
    /** Whether it was assumed, so that it should be shown. */
    readonly assumed: boolean;
    readonly cells: readonly string[];
  }[];
}

export function tableReport({ problems, readings }: Pick<ReadTable, 'problems' | 'readings'>, words: ImportWords): TableReport {
  return {
    problems: problems.map(({ row, column, got, code }) => ({ row, column, got, said: word(words, `cell.${code}`) })),
    readings: readings.map(({ code, options, taken, certain, cells }) => ({
      code,
      question: word(words, `read.${code}`),
      options: options.map((value) => ({ value, label: word(words, `read.${code}.${value}`) })),
      taken: taken ?? undefined,
      assumed: !certain,
      cells,
    })),
  };
}

function word(words: ImportWords, key: string): string {
  return words[key] ?? key;
}

/** A JSON Pointer as people read it; entries of lists are counted from 1. */
export function placeOf(path: string): string {
  const steps: string[] = [];
  for (const step of path.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    const last = steps.at(-1);
    if (/^\d+$/.test(name) && last !== undefined) steps[steps.length - 1] = `${last} ${Number(name) + 1}`;
    else steps.push(name);
  }
  return steps.join(' › ');
}
