import type { ComparisonKey } from '../../locales/comparison/en.js';
import type { Messages } from '../../locales/messages.js';
import { compareDecimals, type Decimal, shortest } from '../decimal.js';
import { formatsFor } from '../formats.js';
import { typeName } from '../names.js';
import { type Fact, type Phrase, Speech } from '../speech.js';
import type { Driver, NumberSet } from './drivers.js';

/** Speech with the comparison's own words, which come with its language. */
export class ComparisonSpeech extends Speech {
  /** Says one of the comparison's own sentences. */
  tell(key: ComparisonKey, facts: Phrase['facts'] = {}): string {
    return this.say(key as unknown as keyof Messages, facts);
  }

  /** The same language with the notation of another currency. */
  inCurrency({ currency, minorUnits }: { readonly currency: string; readonly minorUnits: number }): ComparisonSpeech {
    const formats = formatsFor(this.formats.locale, currency, minorUnits);
    return formats === this.formats ? this : new ComparisonSpeech(this.language, formats);
  }

  /** What a number of the scenario is called. */
  driver({ kind, event, label }: Driver, recurring: boolean): string {
    if (kind === 'months' || event === undefined) return this.tell('driver.months');
    const name = typeName(event, label);
    const events: Fact = { text: typeof name === 'string' ? name : this.phrase(name) };
    return this.tell(kind === 'perMonth' && recurring ? 'driver.newPerMonth' : `driver.${kind}`, { events });
  }

  /** A driver's value as people read it. */
  value({ entry, kind }: Pick<Driver, 'entry' | 'kind'>, value: Decimal): string {
    const bare = value.replace(/%$/, '');
    if (entry === 'money') return this.formats.shortMoney(bare);
    if (entry === 'rate' || value.endsWith('%')) return this.formats.rate(`${bare}%`);
    return kind === 'months' ? this.phrase({ key: 'months', facts: { count: { count: bare } } }) : this.formats.count(bare);
  }

  set(set: NumberSet): string {
    return this.tell(`set.${set}`);
  }

  /** "$300.00 more (12%)". */
  difference(amount: Decimal, base: Decimal): string {
    const sign = compareDecimals(amount, '0');
    if (sign === 0) return this.tell('figures.same');
    const magnitude = amount.replace('-', '');
    // A ratio for reading, never an amount.
    const share = Number(base) === 0 ? undefined : Math.abs(Number(amount) / Number(base)) * 100;
    const rate = share === undefined ? '–' : this.formats.rate(`${shortest(share.toFixed(share < 10 ? 1 : 0))}%`);
    return this.tell(sign > 0 ? 'figures.more' : 'figures.less', { amount: { money: magnitude }, rate: { text: rate } });
  }
}
