/** What was, what is, and what was undone. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** What the last step was about: a further step about the same becomes one with it. */
  readonly about: string;
}

const MOST_STEPS = 200;

export function begin<T>(present: T): History<T> {
  return { past: [], present, future: [], about: '' };
}

/** One step further. Steps about the same, such as the letters typed into one field, are undone together; `about` is empty for one that stands alone. */
export function step<T>(history: History<T>, present: T, about = ''): History<T> {
  if (present === history.present) return history;
  const together = about !== '' && about === history.about && history.past.length > 0;
  const past = together ? history.past : [...history.past, history.present].slice(-MOST_STEPS);
  return { past, present, future: [], about };
}

/** What follows is a step of its own, even about the same. */
export function settle<T>(history: History<T>): History<T> {
  return history.about === '' ? history : { ...history, about: '' };
}

export function undo<T>({ past, present, future, about }: History<T>): History<T> {
  const before = past.at(-1);
  if (before === undefined) return { past, present, future, about };
  return { past: past.slice(0, -1), present: before, future: [present, ...future], about: '' };
}

export function redo<T>({ past, present, future, about }: History<T>): History<T> {
  const [next, ...later] = future;
  if (next === undefined) return { past, present, future, about };
  return { past: [...past, present], present: next, future: later, about: '' };
}
