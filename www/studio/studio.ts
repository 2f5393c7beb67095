import { render } from 'lit';
import type { Contract } from '#documents';
import { giveFile } from '../elements/parts/give-file.js';
import type { Engine } from '../engine/index.js';
import type { Language } from '../locales/index.js';
import { type StudioLanguage, studioLanguageOf } from '../locales/studio/index.js';
import type { Ask } from '../state/comparison/results.js';
import { formatsFor } from '../state/formats.js';
import { begin, type History, redo, settle, step, undo } from '../state/history.js';
import { SavedError } from '../state/saved.js';
import type { Desk } from '../state/studio/desk.js';
import { StudioSpeech } from '../state/studio/speech.js';
import { emptyWork, type Work } from '../state/studio/work.js';
import { termsOf } from '../state/terms.js';
import type { Answer } from '../state/typed.js';
import { frame } from './frame.js';
import { FileError, linkTo, remember, remembered, remembers, workInFile, workInLink } from './keep.js';
import { services } from './services.js';
import { type Actions, type Checked, type Shown, STEPS, type Step } from './shown.js';

const deskOf = (work: Work): Desk => ({ work, drafts: {} });

/** The studio on its page: what lies on the desk, and what is done to it. */
export class Studio {
  #ask: Ask | undefined;
  #language: Language | undefined;
  #tag: StudioLanguage = 'en';
  #history: History<Desk> = begin(deskOf(emptyWork()));
  #checked: readonly Checked[] = [];
  #step: Step = 'start';
  #note: string | undefined;
  #link: string | undefined;
  #choices: Readonly<Record<string, unknown>> = {};
  #remembers = remembers();
  #asked = false;

  constructor(readonly root: HTMLElement) {}

  /** Loads words and engine, and brings back what the address or this device holds. */
  async open(language: StudioLanguage): Promise<void> {
    await this.#speak(language);
    const kept = remembered();
    if (kept) this.#history = begin(deskOf(kept));
    await this.#openLink();
    if (kept && this.#history.past.length === 0) this.#tell(this.#speech().tell('note.recalled'));
    if (this.#work.contracts.length > 0) this.#step = 'terms';
    addEventListener('hashchange', () => void this.#openLink());
    try {
      this.#ask = asking(await services.engine());
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#tell(this.#speech().tell('note.engine', { reason: { text: reason } }));
    }
    this.#settled();
  }

  get #work(): Work {
    return this.#history.present.work;
  }

  readonly #actions: Actions = {
    change: (make, about = '', done = true) => {
      this.#history = step(this.#history, make(this.#history.present), about);
      if (done) this.#history = settle(this.#history);
      this.#note = undefined;
      this.#settled();
    },
    go: (to) => {
      this.#step = STEPS.find((known) => known === to) ?? 'start';
      this.#draw();
    },
    choose: (change) => {
      this.#choices = { ...this.#choices, ...change };
      this.#draw();
    },
    note: (text) => this.#tell(text),
    undo: () => this.#walk(undo),
    redo: () => this.#walk(redo),
    clear: () => {
      this.#actions.change(() => deskOf(emptyWork()));
      this.#actions.go('start');
    },
    save: () => giveFile(JSON.stringify(this.#work, null, 2), 'payout-studio.json', 'application/json'),
    open: (file) => void this.#bring(() => workInFile(file)),
    share: () => void this.#share(),
    remember: (on) => {
      const kept = remember(on ? this.#work : undefined);
      this.#remembers = on && kept;
      this.#tell(kept ? undefined : this.#speech().tell('note.not_kept'));
    },
    speak: (language) => void this.#speak(language),
  };

  async #speak(tag: StudioLanguage): Promise<void> {
    this.#language = await studioLanguageOf(tag);
    this.#tag = tag;
    document.documentElement.lang = tag;
    document.title = this.#speech().tell('title');
    this.#draw();
  }

  #openLink(): Promise<void> {
    return this.#bring(() => workInLink(location.hash));
  }

  /** Another work in place of this one; it can be undone. */
  async #bring(read: () => Promise<Work | undefined>): Promise<void> {
    try {
      const work = await read();
      if (!work) return;
      this.#actions.change(() => deskOf(work));
      if (work.contracts.length > 0 && this.#step === 'start') this.#actions.go('terms');
    } catch (error) {
      if (!(error instanceof SavedError || error instanceof FileError)) throw error;
      this.#tell(this.#speech().tell(`note.${error.code}`));
    }
  }

  async #share(): Promise<void> {
    const link = await linkTo(this.#work);
    try {
      await navigator.clipboard.writeText(link);
      this.#link = undefined;
      this.#tell(this.#speech().tell('tool.shared'));
    } catch {
      this.#link = link;
      this.#draw();
    }
  }

  #walk(way: typeof undo): void {
    this.#history = way(this.#history);
    this.#settled();
  }

  #tell(note: string | undefined): void {
    this.#note = note;
    this.#draw();
  }

  #settled(): void {
    this.#link = undefined;
    if (this.#ask) this.#checked = this.#work.contracts.map((contract) => this.#check(contract));
    if (this.#remembers) remember(this.#work);
    this.#draw();
  }

  #check(contract: Contract): Checked {
    // What did not change is not asked for again.
    const known = this.#checked.find((checked) => checked.contract === contract);
    const ask = this.#ask;
    if (known || !ask) return known ?? { contract, terms: [], problems: [] };
    const answer = ask.check(contract);
    if ('problems' in answer) return { contract, terms: [], problems: answer.problems };
    const facts = (contract: Contract) => {
      const answer = ask.check(contract);
      return 'ok' in answer ? answer.ok : undefined;
    };
    return { contract, facts: answer.ok, terms: termsOf(contract, facts), problems: [] };
  }

  #speech(): StudioSpeech {
    if (!this.#language) throw new Error('The studio has no words yet.');
    const facts = this.#checked[0]?.facts;
    return new StudioSpeech(this.#language, formatsFor(this.#tag, facts?.currency ?? 'USD', facts?.minorUnits ?? 2));
  }

  #shown(): Shown {
    const { past, present, future } = this.#history;
    return {
      speech: this.#speech(),
      language: this.#tag,
      step: this.#step,
      desk: present,
      work: present.work,
      checked: this.#checked,
      ask: this.#ask,
      canUndo: past.length > 0,
      canRedo: future.length > 0,
      remembers: this.#remembers,
      note: this.#note,
      link: this.#link,
      choices: this.#choices,
      services,
    };
  }

  /** Once for all that changes at a time. */
  #draw(): void {
    if (this.#asked || !this.#language) return;
    this.#asked = true;
    queueMicrotask(() => {
      this.#asked = false;
      render(frame(this.#shown(), this.#actions), this.root);
    });
  }
}

function asking(engine: Engine): Ask {
  return {
    check: (contract) => answered(() => engine.checkContract(contract)),
    project: (contract, scenario) => answered(() => engine.project(contract, scenario)),
  };
}

function answered<T>(call: () => T): Answer<T> {
  try {
    return { ok: call() };
  } catch (error) {
    // The engine is the package's own, whose class of errors is not this bundle's.
    const problems = error instanceof Error && 'problems' in error ? (error.problems as Checked['problems']) : [];
    if (problems.length === 0) throw error;
    return { problems };
  }
}
