import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Contract, Worth } from '#documents';
import type { ComparisonSpeech } from '../../state/comparison/speech.js';
import { MOST_SHEETS } from '../../state/comparison/table.js';
import { awaited } from './answers.js';
import { writtenTerm } from './axis.js';
import { bargain } from './bargain.js';
import { cautiousSide, chosenTerm, contractWith, type EqualTerm, equalTerms, measureOf, otherShapes } from './offers.js';
import { called, isSure, type Named, pairOf } from './pairs.js';
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

export function putButton({ speech, table }: Shown, contract: Contract, actions: Actions): TemplateResult {
  const full = table.sheets.length >= MOST_SHEETS;
  return html`<button type="button" class="button" ?disabled=${full} @click=${() => actions.put(contract, 'counter')}>${speech.tell('counter.put')}</button>`;
}

export const changedName = (named: Named, speech: ComparisonSpeech) => speech.tell('name.copy', { name: { text: named.name } });

function equal(shown: Shown, [one, other]: readonly [Named, Named], actions: Actions): TemplateResult {
  const { speech } = shown;
  // The other one is changed until it pays what the first one pays.
  const terms = equalTerms(shown, other);
  const term = chosenTerm(shown, other);
  const letter = { text: other.letter };
  const option = ({ field, sentence }: EqualTerm) =>
    html`<option value=${field.path} ?selected=${field.path === term?.field.path}>${sentence}</option>`;
  const [own, added] = [terms.filter(({ isNew }) => !isNew), terms.filter(({ isNew }) => isNew)];
  return html`
    <div class="suggestion">
      <h4>${speech.tell('counter.equal')}</h4>
      <label class="choice">${speech.tell('counter.change', { letter })}
        <select .value=${live(term?.field.path ?? '')} @change=${(event: Event) => actions.choose({ term: (event.target as HTMLSelectElement).value })}>
          <optgroup label=${speech.tell('counter.own')}>${own.map(option)}</optgroup>
          ${added.length === 0 ? nothing : html`<optgroup label=${speech.tell('counter.new')}>${added.map(option)}</optgroup>`}
        </select>
      </label>
      <p class="aside">${speech.tell('counter.to', { letter: { text: one.letter }, amount: { money: one.total } })}</p>
      ${term ? equalFound(shown, other, term, actions) : nothing}
    </div>
  `;
}

function equalFound(shown: Shown, other: Named, term: EqualTerm, actions: Actions): TemplateResult {
  const { speech, table } = shown;
  const { equal } = shown.answers;
  const value = (of: string) => ({ text: writtenTerm(term.field.kind, of, speech) });
  const letter = { text: other.letter };
  if (!equal) return awaited(shown, 'equal');
  if (equal === 'always') return html`<p>${speech.tell('counter.always')}</p>`;
  if ('never' in equal) {
    const { value: at, amount } = equal.nearest;
    return html`<p>${speech.tell(equal.never === 'more' ? 'counter.more' : 'counter.less', { letter, value: value(at), amount: { money: amount } })}</p>`;
  }
  const { found, beside } = equal;
  const facts = {
    value: value(found.value),
    now: value(term.now),
    letter,
    amount: { money: found.amount },
    beside: value(beside.value),
    amountBeside: { money: beside.amount },
  };
  const contract = { ...contractWith(term.contract, term.field.path, found.value), name: changedName(other, speech) };
  return html`
    <p><strong>${speech.tell(term.isNew ? 'counter.foundNew' : 'counter.found', facts)}</strong> ${speech.tell('counter.beside', facts)}</p>
    <p class="aside">${speech.tell('counter.equal.assumes', { set: { text: speech.set(table.set) } })}</p>
    ${putButton(shown, contract, actions)}
  `;
}

const MEASURES: readonly Worth[] = ['median', 'mean', 'certaintyEquivalent'];

function equivalents(shown: Shown, one: Named, actions: Actions): TemplateResult {
  const { speech, answers, table } = shown;
  const shapes = otherShapes(shown, one);
  const { equivalent } = answers;
  const sure = isSure(shown);
  const measure = sure ? 'median' : measureOf(shown);
  const assumes =
    measure === 'certaintyEquivalent' ? (`measure.assumes.${cautiousSide(shown)}` as const) : (`measure.assumes.${measure}` as const);
  return html`
    <div class="suggestion">
      <h4>${speech.tell('counter.equivalents', { name: { text: called(one) } })}</h4>
      ${
        sure
          ? nothing
          : html`<label class="choice">${speech.tell('counter.measure')}
              <select .value=${live(measure)} @change=${(event: Event) => actions.choose({ measure: (event.target as HTMLSelectElement).value as Worth })}>
                ${MEASURES.map((each) => html`<option value=${each} ?selected=${each === measure}>${speech.tell(`measure.${each}`)}</option>`)}
              </select>
            </label>`
      }
      <p class="aside">${speech.tell(assumes, { set: { text: speech.set(table.set) } })}</p>
      <ul class="offers-list">
        ${
          equivalent
            ? shapes.map(({ key, contract, vary }, place) => {
                const shape = { text: speech.tell(`shape.${key}`) };
                const reached = equivalent.offers[place]?.reached;
                if (!reached) return html`<li>${speech.tell('counter.equivalent.none', { shape })}</li>`;
                const value = writtenTerm(key === 'percent' ? 'rate' : 'money', reached.value, speech);
                const facts = { shape, value: { text: value }, amount: { money: reached.earned } };
                const offer = { ...contractWith(contract, vary.path, reached.value), name: speech.tell(`shape.${key}`) };
                return html`<li><strong>${speech.tell('counter.equivalent', facts)}</strong>
                  <span class="aside">${speech.tell(`shape.${key}.assumes`)}</span> ${putButton(shown, offer, actions)}</li>`;
              })
            : html`<li>${awaited(shown, 'equivalent')}</li>`
        }
      </ul>
    </div>
  `;
}
