import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Contract } from '#documents';
import { topOf } from '../../state/clauses.js';
import { withNumbers } from '../../state/studio/bring.js';
import type { Desk } from '../../state/studio/desk.js';
import { duplicatedModel, movedModel, termsPlace, withModel, withoutModel } from '../../state/studio/models.js';
import { MOST_CONTRACTS } from '../../state/studio/work.js';
import type { Asking } from '../asking.js';
import { currencies, currencyName } from '../currencies.js';
import type { Actions, Checked, Shown } from '../shown.js';
import { openInJson } from '../start/json.js';
import { additions } from './additions.js';
import { sentences } from './sentences.js';
import { settings } from './settings.js';
import { pasteTiers } from './tiers.js';
import { troubles } from './troubles.js';

/** One contract, and what is done to it. */
export interface Model {
  readonly place: number;
  readonly checked: Checked;
  readonly asked: Asking;
  /** Another contract in its place, with numbers for what it pays for. */
  replace(contract: Contract, about?: string, done?: boolean): void;
}

export function model(checked: Checked, place: number, asked: Asking, shown: Shown, actions: Actions): TemplateResult {
  const { speech, work } = shown;
  const { contract, facts } = checked;
  const name = nameOf(contract, place, shown);
  const own: Model = {
    place,
    checked,
    asked,
    replace: (changed, about = '', done = true) =>
      actions.change((desk) => numbered(withModel(desk, place, changed), asked), about && termsPlace(place, about), done),
  };
  const payouts = facts ? (contract.payouts ?? []) : [];
  return html`<article class="contract" aria-label=${name}>
    ${head(own, name, shown, actions)}
    ${facts ? nothing : troubles(checked.problems, own, shown, actions)}
    ${payouts.map((_, payout) => clauses(own, `/payouts/${payout}`, shown, actions))}
    ${facts ? clauses(own, '', shown, actions) : nothing}
    ${work.contracts.length > 1 ? arrange(own, name, shown, actions) : nothing}
    <p class="uses">
      <button type="button" ?disabled=${work.contracts.length >= MOST_CONTRACTS} aria-label=${`${speech.tell('terms.copy')}: ${name}`} @click=${() =>
        actions.change((desk) =>
          duplicatedModel(desk, place, speech.tell('terms.copied', { name: { text: name } })),
        )}>${speech.tell('terms.copy')}</button>
      <button type="button" aria-label=${`${speech.tell('terms.json')}: ${name}`} @click=${() => openInJson(`/contracts/${place}`, shown, actions)}>${speech.tell('terms.json')}</button>
    </p>
  </article>`;
}

/** What a contract is called where it has no name. */
export function nameOf({ name }: Contract, place: number, { speech }: Shown): string {
  return name ? String(name) : speech.tell('terms.unnamed', { number: { count: String(place + 1) } });
}

function numbered(desk: Desk, { check }: Asking): Desk {
  return { ...desk, work: withNumbers(desk.work, check) };
}

function head(
  { place, checked: { contract }, asked, replace }: Model,
  name: string,
  { speech, language }: Shown,
  actions: Actions,
): TemplateResult {
  const rename = (event: Event, done: boolean) => {
    const { name: _, ...rest } = contract;
    const text = (event.target as HTMLInputElement).value.slice(0, 120);
    const named = (text.trim() === '' ? rest : { ...rest, name: text }) as Contract;
    // A name pays for nothing: no numbers are asked for.
    actions.change((desk) => withModel(desk, place, named), termsPlace(place, '/name'), done);
  };
  const known = currencies(asked);
  const codes = known.includes(contract.currency) ? known : [contract.currency, ...known];
  return html`<header class="contract-head">
    <h3 class="unseen">${name}</h3>
    <label
      >${speech.tell('terms.name')}
      <input type="text" maxlength="120" autocomplete="off" .value=${live(String(contract.name ?? ''))} placeholder=${name} @input=${(event: Event) => rename(event, false)} @change=${(event: Event) => rename(event, true)}
    /></label>
    <label
      >${speech.tell('terms.currency')}
      <select .value=${live(contract.currency)} @change=${(event: Event) => replace({ ...contract, currency: (event.target as HTMLSelectElement).value })}>
        ${codes.map((code) => html`<option value=${code} ?selected=${code === contract.currency}>${currencyName(code, language)}</option>`)}
      </select></label
    >
  </header>`;
}

/** A payout with all that belongs to it, or what holds for the contract as a whole. */
function clauses(own: Model, top: string, shown: Shown, actions: Actions): TemplateResult {
  const { speech } = shown;
  const { place, checked } = own;
  const { facts, terms, contract } = checked;
  const isWhole = top === '';
  const belongs = (clause: string | undefined) => (isWhole ? !topOf(clause).startsWith('/payouts/') : topOf(clause) === top);
  const mine = terms.filter(({ clause }) => belongs(clause));
  const warnings = (facts?.warnings ?? []).filter(({ path }) => belongs(path));
  const payout = isWhole ? undefined : contract.payouts?.[Number(top.split('/')[2])];
  const title = payout ? String(payout.label ?? payout.event) : speech.tell('terms.whole');
  const id = `terms-${place}${top.replaceAll('/', '-') || '-whole'}`;
  return html`<div class="clauses" role="group" aria-labelledby=${id}>
    <header>
      <h4 id=${id}>${title}</h4>
      ${payout ? html`<span class="event">${speech.tell('terms.event', { event: { text: payout.event } })}</span>` : nothing}
    </header>
    ${mine.length > 0 ? sentences(mine, id, own, shown, actions) : html`<p class="aside">${speech.tell('terms.nothing')}</p>`}
    ${troubles(warnings, own, shown, actions)}
    <div class="clause-more">
      ${additions(own, top, title, shown, actions)} ${settings(own, top, title, shown, actions)}
      ${payout ? pasteTiers(own, Number(top.split('/')[2]), title, shown, actions) : nothing}
      <button type="button" class="quiet" aria-label=${`${speech.tell('terms.clauseJson')}: ${title}`} @click=${() => openInJson(`/contracts/${place}${top}`, shown, actions)}>
        ${speech.tell('terms.clauseJson')}
      </button>
    </div>
  </div>`;
}

/** Where a model stands among the others. */
function arrange({ place }: Model, name: string, { speech, work }: Shown, actions: Actions): TemplateResult {
  const button = (key: 'terms.up' | 'terms.down' | 'terms.remove', off: boolean, make: (desk: Desk) => Desk) => html`<button
    type="button"
    ?disabled=${off}
    aria-label=${`${speech.tell(key)}: ${name}`}
    @click=${() => actions.change(make)}
  >
    ${speech.tell(key)}
  </button>`;
  return html`<p class="uses">
    ${button('terms.up', place === 0, (desk) => movedModel(desk, place, -1))}
    ${button('terms.down', place === work.contracts.length - 1, (desk) => movedModel(desk, place, 1))}
    ${button('terms.remove', false, (desk) => withoutModel(desk, place))}
  </p>`;
}
