import type { Messages } from '../../locales/messages.js';
import type { StudioKey } from '../../locales/studio/en.js';
import { formatsFor } from '../formats.js';
import { type Phrase, Speech } from '../speech.js';

/** Speech with the studio's own words, which come with its language. */
export class StudioSpeech extends Speech {
  /** Says one of the studio's own sentences. */
  tell(key: StudioKey, facts: Phrase['facts'] = {}): string {
    return this.say(key as unknown as keyof Messages, facts);
  }

  /** The same language with the notation of another currency. */
  inCurrency({ currency, minorUnits }: { readonly currency: string; readonly minorUnits: number }): StudioSpeech {
    return new StudioSpeech(this.language, formatsFor(this.formats.locale, currency, minorUnits));
  }
}
