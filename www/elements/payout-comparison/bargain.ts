import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { faultText } from '../../state/comparison/problems.js';
import { awaited } from './answers.js';
import { writtenTerm } from './axis.js';
import { changedName, putButton } from './counter.js';
import { bargained, contractWith, type OpenTerm, openTerms } from './offers.js';
import { called, type Named } from './pairs.js';
import { pareto } from './pareto.js';
import type { Actions, Shown } from './shown.js';

/** Where both sides can agree, from what each would have without a deal. */
export function bargain(shown: Shown, actions: Actions): TemplateResult | typeof nothing {
  const { speech, table, answers, choices } = shown;
  const found = bargained(shown);
  if (!found) return nothing;
  const { sheet, terms } = found;
  const all = openTerms(shown, sheet);
  const open = terms.map(({ field }) => field.path);
  const toggle = (path: string) =>
    actions.choose({ open: open.includes(path) ? open.filter((other) => other !== path) : [...open, path].slice(-3) });
  const hasLimits = table.limits.partner !== undefined && table.limits.brand !== undefined;
  return html`
    <div class="suggestion bargain">
      <h4>${speech.tell('counter.bargain', { name: { text: called(sheet) } })}</h4>
      <fieldset class="limits">
        <legend>${speech.tell('counter.limits')}</legend>
        ${limit('partner', shown, actions)} ${limit('brand', shown, actions)}
        <label>${speech.tell('counter.power')}
          <input class="limit" type="range" min="5" max="95" step="5" .value=${live(choices.power ?? '50')} aria-valuetext=${speech.formats.rate(`${choices.power ?? '50'}%`)}
            @input=${(event: Event) => actions.choose({ power: (event.target as HTMLInputElement).value })} />
          <span class="figure">${speech.formats.rate(`${choices.power ?? '50'}%`)}</span>
        </label>
        <p class="aside">${speech.tell('counter.limits.hint')}</p>
      </fieldset>
      <fieldset class="open-terms">
        <legend>${speech.tell('counter.open', { letter: { text: sheet.letter } })}</legend>
        ${all.map(({ field, sentence }) => html`<label><input type="checkbox" .checked=${live(open.includes(field.path))} @change=${() => toggle(field.path)} /> ${sentence}</label>`)}
      </fieldset>
      ${hasLimits ? (answers.bargain ? agreement(shown, sheet, terms, actions) : awaited(shown, 'bargain')) : html`<p class="aside">${speech.tell('counter.needLimits')}</p>`}
    </div>
  `;
}

function limit(side: 'partner' | 'brand', { speech, table }: Shown, actions: Actions): TemplateResult {
  const draft = table.drafts[`limit ${side}`];
  const fault = draft && faultText(draft, speech);
  const value = table.limits[side];
  const text = (event: Event) => (event.target as HTMLInputElement).value;
  return html`
    <label>${speech.tell(`counter.${side}`)}
      <input class="limit" type="text" inputmode="decimal" autocomplete="off" size="12"
        aria-invalid=${fault === undefined ? nothing : 'true'} aria-describedby=${fault === undefined ? nothing : `limit-${side}`}
        .value=${live(draft?.typed ?? (value === undefined ? '' : speech.formats.shortMoney(value)))}
        @input=${(event: Event) => actions.limit(side, text(event), false)}
        @change=${(event: Event) => actions.limit(side, text(event), true)} />
      ${fault === undefined ? nothing : html`<span class="fault" id="limit-${side}">${fault}</span>`}
    </label>
  `;
}

function agreement(shown: Shown, sheet: Named, terms: readonly OpenTerm[], actions: Actions): TemplateResult | typeof nothing {
  const { speech, answers } = shown;
  const { bargain } = answers;
  if (!bargain) return nothing;
  const said = (values: readonly string[]) =>
    values.map((value, place) => writtenTerm(terms[place]?.field.kind ?? 'count', value, speech)).join(', ');
  const offered = (values: readonly string[]) => {
    const contract = values.reduce((changed, value, place) => contractWith(changed, terms[place]?.field.path ?? '', value), sheet.contract);
    return { ...contract, name: changedName(sheet, speech) };
  };
  const [term] = terms;
  const gap = bargain.equalGain.partnerGain;
  const row = (key: 'nash' | 'equalGain', offer: typeof bargain.equalGain) => html`
    <li>
      <span><strong>${speech.tell(`counter.${key}`)}</strong> ${speech.tell('counter.offer', { values: { text: said(offer.values) }, partner: { money: offer.partnerGain }, brand: { money: offer.brandGain } })}</span>
      <span class="aside">${speech.tell(`counter.${key}.assumes`)}</span>
      ${putButton(shown, offered(offer.values), actions)}
    </li>
  `;
  return html`
    ${
      bargain.zone && term
        ? html`<p>${speech.tell('counter.zone', { term: { text: term.sentence }, from: { text: said([bargain.zone[0] ?? '']) }, to: { text: said([bargain.zone[1] ?? '']) } })}</p>`
        : bargain.nash
          ? nothing
          : html`<p>${speech.tell('counter.noZone', { amount: { money: gap.replace('-', '') } })}</p>
              ${bargain.gap?.closedBy.map(({ term, value }) => html`<p>${speech.tell('counter.closedBy', { term: { text: terms[term]?.sentence ?? '' }, value: { text: writtenTerm(terms[term]?.field.kind ?? 'count', value, speech) } })}</p>`)}`
    }
    <div class="halves">
      <ul class="offers-list">${bargain.nash ? row('nash', bargain.nash) : nothing} ${row('equalGain', bargain.equalGain)}</ul>
      ${pareto(shown, said, (values) => putButton(shown, offered(values), actions), actions)}
    </div>
  `;
}
