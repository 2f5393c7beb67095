import { html, nothing, type TemplateResult } from 'lit';
import type { StudioKey } from '../../locales/studio/en.js';
import { type Addition, PAYOUTS, WHOLE, WITHIN, withAddition } from '../../state/studio/additions/index.js';
import type { Actions, Shown } from '../shown.js';
import type { Model } from './model.js';
import { naming } from './naming.js';

/** Everything that can be added to a payout, or to a contract as a whole, under what it is about. */
export function additions(own: Model, top: string, title: string, shown: Shown, actions: Actions): TemplateResult {
  const { speech, work } = shown;
  const { checked, replace } = own;
  const context = { contract: checked.contract, start: `${work.scenario.start}-01`, name: naming(speech) };
  const payout = Number(top.split('/')[2] ?? 0);
  const groups: readonly (readonly [string, readonly Addition[]])[] =
    top === '' ? [['payouts', PAYOUTS], ...Object.entries(WHOLE)] : Object.entries(WITHIN);
  const add = (addition: Addition) => {
    const more = withAddition(addition, context, payout);
    showNew(() => replace(more));
    actions.note(speech.tell('terms.added', { clause: { text: speech.tell(`add.${addition}`) } }));
  };
  const possible = groups
    .map(([group, all]) => [group, all.filter((addition) => withAddition(addition, context, payout) !== checked.contract)] as const)
    .filter(([, all]) => all.length > 0);
  return html`<details class="additions">
    <summary>${speech.tell(top === '' ? 'terms.add' : 'terms.addTo')}<span class="unseen">: ${title}</span></summary>
    ${possible.map(
      ([group, all]) => html`<details class="additions-group">
        <summary>${speech.tell(`adds.${group}` as StudioKey)}</summary>
        <div>${all.map((addition) => html`<button type="button" @click=${() => add(addition)}>${speech.tell(`add.${addition}`)}</button>`)}</div>
      </details>`,
    )}
    ${possible.length === 0 ? html`<p>${speech.tell('terms.full')}</p>` : nothing}
  </details>`;
}

/** The first field of a sentence that a change brings has the focus afterwards, so that it can be filled at once. */
function showNew(change: () => void): void {
  const before = new Set(document.querySelectorAll('.contract .term'));
  change();
  requestAnimationFrame(() => {
    const fresh = [...document.querySelectorAll('.contract .term')].find((term) => !before.has(term));
    const field = fresh?.querySelector<HTMLInputElement>('input.blank:not(.text)') ?? fresh?.querySelector<HTMLElement>('input.blank');
    field?.focus();
    fresh?.scrollIntoView({ block: 'nearest' });
  });
}
