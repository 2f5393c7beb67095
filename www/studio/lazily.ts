import type { Actions, Shown } from './shown.js';

const asked = new Set<string>();

/** Something that a pane needs and that is loaded when it is first shown: nothing until it is here. Where it can't be loaded, that is told. */
export function lazily<T>(key: string, load: () => Promise<T>, { choices, speech }: Shown, actions: Actions): T | undefined {
  if (choices[key] !== undefined) return choices[key] as T;
  if (asked.has(key)) return undefined;
  asked.add(key);
  load().then(
    (loaded) => actions.choose({ [key]: loaded }),
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      actions.note(speech.tell('start.notLoaded', { reason: { text: reason } }));
    },
  );
  return undefined;
}

/** What could not be loaded is tried again when it is next shown. */
export function tryAgain(keys: readonly string[], { choices }: Shown): void {
  for (const key of keys) if (choices[key] === undefined) asked.delete(key);
}
