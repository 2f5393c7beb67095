/** What a visitor can see and do on a page with one calculator, in whichever browser. */
export interface Visitor {
  open(url: string): Promise<void>;
  /** Picks a payout model by its name. */
  choose(model: string): Promise<void>;
  /** Types into the field with that label, over what stands there, and leaves it. */
  enter(label: string, text: string): Promise<void>;
  look(): Promise<Seen>;
  /** Opens a page with a comparison, and waits for its figures. */
  openTable(url: string): Promise<void>;
  /** Presses the button of that name. */
  press(button: string): Promise<void>;
  lookAtTable(): Promise<SeenTable>;
  /** Runs a function in the page, to which it is sent as text; for what the page's author does, and to read what stands there. */
  run<Arguments extends readonly unknown[], Answer>(script: (...given: Arguments) => Answer, ...given: Arguments): Promise<Answer>;
  /** Gives the comparison another language, as a page would. */
  speak(locale: string): Promise<void>;
  /** Presses the button of that name, and reads the file that it gives. */
  download(button: string): Promise<string>;
  close(): Promise<void>;
}

export interface Seen {
  /** "You could earn $100.00 in March 2027". */
  readonly headline: string;
  /** The clauses under "Where it comes from": what each is called, how many, how much. */
  readonly lines: readonly (readonly string[])[];
  readonly total: string;
}

/** What a comparison shows. */
export interface SeenTable {
  /** What each offer comes to, in order. */
  readonly totals: readonly string[];
  /** The sentences under the headings: who is ahead when, and from where on. */
  readonly said: readonly string[];
  /** What is wrong with what was entered. */
  readonly faults: readonly string[];
  /** What was last announced. */
  readonly status: string;
  /** The link that was made, where it is shown. */
  readonly link: string | undefined;
}

/** Puts the rows of the breakdown, as they are read, into what a visitor makes of them. */
export function seen(headline: string, rows: readonly (readonly string[])[]): Seen {
  const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();
  return {
    headline: tidy(headline),
    // The first row heads the columns, the last one is the total; the last cell of the others is the "why".
    lines: rows.slice(1, -1).map((cells) => cells.slice(0, 3).map(tidy)),
    total: tidy(rows.at(-1)?.at(-1) ?? ''),
  };
}
