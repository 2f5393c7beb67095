import type { ComparisonKey } from '../../locales/comparison/en.js';
import type { StudioKey } from '../../locales/studio/en.js';
import { ComparisonSpeech } from '../comparison/speech.js';
import { formatsFor } from '../formats.js';
import type { Phrase } from '../speech.js';

/** Speech with the studio's own words beside the comparison's, which come with its language. */
export class StudioSpeech extends ComparisonSpeech {
  override tell(key: StudioKey | ComparisonKey, facts: Phrase['facts'] = {}): string {
    return super.tell(key as ComparisonKey, facts);
  }

  override inCurrency({ currency, minorUnits }: { readonly currency: string; readonly minorUnits: number }): StudioSpeech {
    return new StudioSpeech(this.language, formatsFor(this.formats.locale, currency, minorUnits));
  }
}
