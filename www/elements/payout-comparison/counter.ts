import { html, nothing, svg, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Contract, Found } from '#documents';
import type { ComparisonSpeech } from '../../state/comparison/speech.js';
import { MOST_SHEETS } from '../../state/comparison/table.js';
import type { EntryKind } from '../../state/entries.js';
import { awaited } from './answers.js';
import { bargained, chosenTerm, contractWith, type OpenTerm, openTerms, otherShapes } from './offers.js';
import { called, type Named, pairOf } from './pairs.js';
import { faultText } from './sheet.js';
import type { Actions, Shown } from './shown.js';

/** Offers that would be fair: what makes two equal, what is worth the same in another shape, and where both sides can agree. */
export function counter(shown: Shown, actions: Actions): TemplateResult | typeof nothing {
  const pair = pairOf(shown);
  if (!pair || shown.readonly) return nothing;
  const { speech } = shown;
  return html`
    <section class="panel" part="panel" aria-labelledby="counter-heading">
      <div class="section-head"><h3 id="counter-heading">${speech.tell('counter')}</h3></div>
      <div class="halves">${equal(shown, pair, actions)} ${equivalents(shown, pair[0], actions)}</div>
      ${bargain(shown, actions)}
    </section>
  `;
}

function written(kind: EntryKind, value: string, speech: ComparisonSpeech): string {
  if (kind === 'money') return speech.formats.shortMoney(value);
  if (kind === 'rate') return speech.formats.rate(value);
  return speech.formats.count(value);
}

function putButton(shown: Shown, contract: Contract, actions: Actions): TemplateResult {
  const { speech, table } = shown;
  return html`<button type="button" class="button" ?disabled=${table.sheets.length >= MOST_SHEETS} @click=${() => actions.put(contract, 'counter')}>${speech.tell('counter.put')}</button>`;
}

const changedName = (named: Named, speech: ComparisonSpeech) => speech.tell('name.copy', { name: { text: named.name } });

function equal(shown: Shown, [one, other]: readonly [Named, Named], actions: Actions): TemplateResult {
  const { speech, answers, table } = shown;
  // The other one is changed until it pays what the first one pays.
  const terms = openTerms(shown, other);
  const term = chosenTerm(shown, other);
  const { goal } = answers;
  const letter = { text: other.letter };
  const found = (at: Found, before: Found | null | undefined, chosen: OpenTerm) => {
    const facts = {
      term: { text: chosen.sentence },
      value: { text: written(chosen.field.kind, at.value, speech) },
      letter,
      amount: { money: at.earned },
      before: { text: before ? written(chosen.field.kind, before.value, speech) : '' },
      amountBefore: { money: before?.earned ?? '0' },
    };
    const contract = { ...contractWith(other.contract, chosen.field.path, at.value), name: changedName(other, speech) };
    return html`<p>${speech.tell(before ? 'counter.found' : 'counter.foundFirst', facts)}</p>
      <p class="aside">${speech.tell('counter.goal.assumes', { set: { text: speech.set(table.set) } })}</p>
      ${putButton(shown, contract, actions)}`;
  };
  return html`
    <div class="suggestion">
      <h4>${speech.tell('counter.equal')}</h4>
      <label class="choice">${speech.tell('counter.change', { letter })}
        <select .value=${live(term?.field.path ?? '')} @change=${(event: Event) => actions.choose({ term: (event.target as HTMLSelectElement).value })}>
          ${terms.map(({ field, sentence }) => html`<option value=${field.path} ?selected=${field.path === term?.field.path}>${sentence}</option>`)}
        </select>
      </label>
      <p class="aside">${speech.tell('counter.to', { letter: { text: one.letter } })} (${speech.formats.money(one.total)})</p>
      ${
        !goal || !term
          ? awaited(shown, 'goal')
          : goal.reached
            ? found(goal.reached, goal.before, term)
            : html`<p>${speech.tell('counter.none', { amount: { money: goal.most?.earned ?? '0' }, value: { text: goal.most ? written(term.field.kind, goal.most.value, speech) : '' } })}</p>`
      }
    </div>
  `;
}

function equivalents(shown: Shown, one: Named, actions: Actions): TemplateResult {
  const { speech, answers, table } = shown;
  const shapes = otherShapes(shown, one);
  const { equivalent } = answers;
  return html`
    <div class="suggestion">
      <h4>${speech.tell('counter.equivalents')}: ${called(one)}</h4>
      <ul class="offers-list">
        ${
          equivalent
            ? shapes.map(({ key, contract, vary }, place) => {
                const shape = { text: speech.tell(`shape.${key}`) };
                const reached = equivalent.offers[place]?.reached;
                if (!reached) return html`<li>${speech.tell('counter.equivalent.none', { shape })}</li>`;
                const kind = key === 'percent' ? 'rate' : 'money';
                const facts = { shape, value: { text: written(kind, reached.value, speech) }, amount: { money: reached.earned } };
                const offer = { ...contractWith(contract, vary.path, reached.value), name: speech.tell(`shape.${key}`) };
                return html`<li><span>${speech.tell('counter.equivalent', facts)}</span> ${putButton(shown, offer, actions)}</li>`;
              })
            : html`<li>${awaited(shown, 'equivalent')}</li>`
        }
      </ul>
      <p class="aside">${speech.tell('counter.equivalent.assumes', { set: { text: speech.set(table.set) } })}</p>
    </div>
  `;
}

function bargain(shown: Shown, actions: Actions): TemplateResult | typeof nothing {
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
      <h4>${speech.tell('counter.bargain')}: ${called(sheet)}</h4>
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
    values.map((value, place) => written(terms[place]?.field.kind ?? 'count', value, speech)).join(', ');
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
              ${bargain.gap?.closedBy.map(({ term, value }) => html`<p>${speech.tell('counter.closedBy', { term: { text: terms[term]?.sentence ?? '' }, value: { text: written(terms[term]?.field.kind ?? 'count', value, speech) } })}</p>`)}`
    }
    <ul class="offers-list">${bargain.nash ? row('nash', bargain.nash) : nothing} ${row('equalGain', bargain.equalGain)}</ul>
    ${pareto(shown, said, (values) => actions.put(offered(values), 'counter'))}
  `;
}

const SIDE = 300;
const EDGE = 16;

/** All offers by what both sides gain; one that is clicked comes on the table. */
function pareto(
  { speech, answers, table }: Shown,
  said: (values: readonly string[]) => string,
  put: (values: readonly string[]) => void,
): TemplateResult | typeof nothing {
  const offers = answers.bargain?.offers ?? [];
  if (offers.length === 0) return nothing;
  const gains = (which: 'partnerGain' | 'brandGain') => offers.map((offer) => Number(offer[which]));
  const scale = (values: number[]) => {
    const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
    return (value: number) => (high > low ? (value - low) / (high - low) : 0.5);
  };
  const [across, up] = [scale(gains('partnerGain')), scale(gains('brandGain'))];
  const x = (value: number) => EDGE + across(value) * (SIDE * 1.4 - 2 * EDGE);
  const y = (value: number) => SIDE - EDGE - up(value) * (SIDE - 2 * EDGE);
  const frontier = offers.filter(({ frontier }) => frontier);
  const every = Math.max(1, Math.ceil(frontier.length / 12));
  const title = speech.tell('counter.pareto');
  const text = (offer: (typeof offers)[number]) =>
    speech.tell('counter.pareto.point', {
      values: { text: said(offer.values) },
      partner: { money: offer.partnerGain },
      brand: { money: offer.brandGain },
    });
  const full = table.sheets.length >= MOST_SHEETS;
  return html`
    <figure>
      <figcaption class="aside">${title}</figcaption>
      <svg class="drawing" viewBox="0 0 ${SIDE * 1.4} ${SIDE}" width=${SIDE * 1.4} height=${SIDE} role="img" aria-label=${title} direction="ltr">
        <line class="axis" x1=${x(0)} x2=${x(0)} y1="0" y2=${SIDE} /><line class="axis" x1="0" x2=${SIDE * 1.4} y1=${y(0)} y2=${y(0)} />
        ${offers.map((offer) => svg`<circle class=${offer.frontier ? 'offer-point best' : 'offer-point'} cx=${x(Number(offer.partnerGain))} cy=${y(Number(offer.brandGain))} r="4.5" @click=${full ? nothing : () => put(offer.values)}><title>${text(offer)}</title></circle>`)}
      </svg>
      <details>
        <summary>${speech.tell('chart.asTable')}</summary>
        <ul class="offers-list">
          ${frontier.filter((_, place) => place % every === 0).map((offer) => html`<li><span>${text(offer)}</span> <button type="button" class="quiet" ?disabled=${full} @click=${() => put(offer.values)}>${speech.tell('counter.put')}</button></li>`)}
        </ul>
      </details>
    </figure>
  `;
}
