import type { Contract, ContractFacts, Problem } from '#documents';
import type { StudioLanguage } from '../locales/studio/index.js';
import type { Ask } from '../state/comparison/results.js';
import type { Desk } from '../state/studio/desk.js';
import type { StudioSpeech } from '../state/studio/speech.js';
import type { Work } from '../state/studio/work.js';
import type { Term } from '../state/terms.js';
import type { Services } from './services.js';

export const STEPS = ['start', 'terms', 'visitors', 'look', 'sides', 'take'] as const;
export type Step = (typeof STEPS)[number];

/** A contract of the work with what the engine says of it: its facts with its sentences, or what is wrong. */
export interface Checked {
  readonly contract: Contract;
  readonly facts?: ContractFacts;
  readonly terms: readonly Term[];
  readonly problems: readonly Problem[];
}

/** Everything that the studio's panes show. */
export interface Shown {
  readonly speech: StudioSpeech;
  readonly language: StudioLanguage;
  readonly step: Step;
  readonly desk: Desk;
  readonly work: Work;
  /** By contract; empty until the engine is here. */
  readonly checked: readonly Checked[];
  /** How the engine is asked; none until it is here. */
  readonly ask: Ask | undefined;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly remembers: boolean;
  /** Something to be told once. */
  readonly note: string | undefined;
  /** A link that could not be copied for the visitor. */
  readonly link: string | undefined;
  /** What a pane keeps for itself: nothing of it is saved, shared or undone. */
  readonly choices: Readonly<Record<string, unknown>>;
  readonly services: Services;
}

/** What a visitor can do. */
export interface Actions {
  /** One step on the desk. Steps about the same are undone together, until one is `done`. */
  change(make: (desk: Desk) => Desk, about?: string, done?: boolean): void;
  go(step: Step): void;
  /** Something that a pane keeps for itself. */
  choose(change: Readonly<Record<string, unknown>>): void;
  note(text: string | undefined): void;
  undo(): void;
  redo(): void;
  clear(): void;
  save(): void;
  open(file: File): void;
  share(): void;
  remember(on: boolean): void;
  speak(language: StudioLanguage): void;
}

/** A part of the studio. */
export type Pane = (shown: Shown, actions: Actions) => unknown;
