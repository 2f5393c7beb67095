import type { StudioKey } from '../../locales/studio/en.js';
import type { Context } from '../../state/studio/additions/index.js';
import type { StudioSpeech } from '../../state/studio/speech.js';

/** What clauses that are added call their things, in the studio's language. */
export const naming =
  (speech: StudioSpeech): Context['name'] =>
  (key) =>
    speech.tell(`named.${key}` as StudioKey);
