import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '#documents';
import type { StudioKey } from '../../locales/studio/en.js';
import { placeOf } from '../../state/import.js';
import { type Mend, mendOf } from '../../state/studio/mends.js';
import type { Actions, Shown } from '../shown.js';
import { openInJson } from '../start/json.js';
import type { Model } from './model.js';

/** What is told of in the studio's own words; everything else in the engine's. */
const TOLD = [
  'retroactive_cliff',
  'limit_below_pay',
  'guarantee_above_limit',
  'shadowed_group',
  'unreachable_tier',
  'rate_above_whole',
  'empty_condition',
  'pays_nothing',
] as const;

/** What is wrong with a clause, or is probably not meant, with a way to mend it where there is one. */
export function troubles(problems: readonly Problem[], own: Model, shown: Shown, actions: Actions): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  const { speech } = shown;
  const isWrong = own.checked.facts === undefined;
  return html`
    ${isWrong ? html`<p class="fault">${speech.tell('terms.wrong')}</p>` : nothing}
    <ul class="troubles" ?data-wrong=${isWrong}>
      ${problems.map((problem) => trouble(problem, own, shown, actions))}
    </ul>
  `;
}

function trouble(problem: Problem, own: Model, shown: Shown, actions: Actions): TemplateResult {
  const { speech } = shown;
  const { place, checked, asked, replace } = own;
  const told = TOLD.find((code) => code === problem.code);
  const mend = mendOf(checked.contract, problem, asked.judge);
  const where = placeOf(problem.path);
  const facts = { got: { text: problem.got }, expected: { text: problem.expected } };
  return html`<li>
    ${where === '' ? nothing : html`<span class="place">${where}</span>`}
    ${
      told
        ? html`<p>${speech.tell(`trouble.${told}` as StudioKey, facts)}</p>`
        : html`<p lang="en">${problem.message} ${problem.expected === '' ? '' : `Expected: ${problem.expected}. Found: ${problem.got}.`} ${problem.hint ?? ''}</p>`
    }
    <p class="uses">
      ${mend ? html`<button type="button" @click=${() => replace(mend.contract)}>${mendLabel(mend, shown)}</button>` : nothing}
      <button type="button" class="quiet" @click=${() => openInJson(`/contracts/${place}${problem.path}`, shown, actions)}>
        ${speech.tell('terms.clauseJson')}<span class="unseen">: ${where}</span>
      </button>
    </p>
  </li>`;
}

function mendLabel({ how, place }: Mend, { speech }: Shown): string {
  return speech.tell(`mend.${how}`, { place: { text: placeOf(place) } });
}
