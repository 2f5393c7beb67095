import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { type Addition, blankContract, PAYOUTS } from '../../state/studio/additions/index.js';
import { asking } from '../asking.js';
import { currencies, currencyName } from '../currencies.js';
import type { Actions, Shown } from '../shown.js';
import { naming } from '../terms/naming.js';
import { put } from './put.js';

const KEY = 'start.blank';
const FURTHER = ['oneTime', 'retainer', 'bonus', 'guarantee', 'cap', 'lock', 'schedule'] as const satisfies readonly Addition[];
/** The models that most contracts have; the others stand below them. */
const USUAL = ['perSale', 'commission', 'perLead', 'share'] as const satisfies readonly Addition[];

interface Blank {
  readonly called: string;
  readonly currency: string;
  readonly chosen: readonly Addition[];
  /** Whether it was asked for without a choice. */
  readonly missing: boolean;
}

/** A contract of payout models that are chosen here, and whose sentences are then filled. */
export function blank(shown: Shown, actions: Actions): TemplateResult {
  const { speech, choices, work, language } = shown;
  const asked = asking(shown);
  if (!asked) return html`<p>${speech.tell('start.wait')}</p>`;
  const now: Blank = { called: '', currency: 'USD', chosen: [], missing: false, ...(choices[KEY] as Partial<Blank> | undefined) };
  const change = (part: Partial<Blank>) => actions.choose({ [KEY]: { ...now, ...part } });
  const toggle = (addition: Addition, on: boolean) =>
    change({ chosen: on ? [...now.chosen, addition] : now.chosen.filter((each) => each !== addition), missing: false });
  const box = (addition: Addition) => html`<label class="check">
    <input
      type="checkbox"
      .checked=${live(now.chosen.includes(addition))}
      @change=${(event: Event) => toggle(addition, (event.target as HTMLInputElement).checked)}
    />
    ${speech.tell(`add.${addition}`)}
  </label>`;
  const submitted = (event: SubmitEvent) => {
    event.preventDefault();
    if (now.chosen.length === 0) {
      change({ missing: true });
      requestAnimationFrame(() => document.querySelector<HTMLElement>('.models input')?.focus());
      return;
    }
    const start = `${work.scenario.start}-01`;
    const contract = blankContract(now.chosen, { start, name: naming(speech) }, now.currency, now.called.trim().slice(0, 120));
    put([contract], work.contracts.length === 0 ? 'instead' : 'beside', asked, shown, actions);
  };
  return html`<form class="blank-form" @submit=${submitted} novalidate>
    <p>${speech.tell('start.blank.intro')}</p>
    <div class="seek">
      <label>${speech.tell('start.blank.name')}<input type="text" maxlength="120" autocomplete="off" .value=${live(now.called)} @input=${(event: Event) => change({ called: (event.target as HTMLInputElement).value })} /></label>
      <label
        >${speech.tell('start.blank.currency')}
        <select .value=${live(now.currency)} @change=${(event: Event) => change({ currency: (event.target as HTMLSelectElement).value })}>
          ${currencies(asked).map((code) => html`<option value=${code} ?selected=${code === now.currency}>${currencyName(code, language)}</option>`)}
        </select></label
      >
    </div>
    <fieldset class="models" aria-describedby=${now.missing ? 'models-fault' : nothing}>
      <legend>${speech.tell('start.blank.models')}</legend>
      ${now.missing ? html`<p class="fault" id="models-fault">${speech.tell('start.blank.missing')}</p>` : nothing}
      <div class="checks">${USUAL.map(box)}</div>
      <details ?open=${now.chosen.some((each) => isOther(each))}>
        <summary>${speech.tell('start.blank.others')}</summary>
        <div class="checks">${PAYOUTS.filter(isOther).map(box)}</div>
      </details>
    </fieldset>
    <fieldset class="models">
      <legend>${speech.tell('start.blank.further')}</legend>
      <div class="checks">${FURTHER.map(box)}</div>
    </fieldset>
    <p class="uses"><button type="submit" class="button">${speech.tell(work.contracts.length === 0 ? 'start.blank.make' : 'start.blank.beside')}</button></p>
  </form>`;
}

const isOther = (addition: Addition) =>
  PAYOUTS.includes(addition as (typeof PAYOUTS)[number]) && !USUAL.includes(addition as (typeof USUAL)[number]);
