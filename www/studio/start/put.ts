import { html, nothing, type TemplateResult } from 'lit';
import type { Contract } from '#documents';
import { type How, withContracts } from '../../state/studio/bring.js';
import { MOST_CONTRACTS } from '../../state/studio/work.js';
import type { Asking } from '../asking.js';
import type { Actions, Shown } from '../shown.js';

/** Puts contracts into the work, and goes on to their sentences. */
export function put(contracts: readonly Contract[], how: How, { check }: Asking, { speech, work }: Shown, actions: Actions): void {
  const replaces = how === 'instead' && work.contracts.length > 0;
  actions.change((desk) => ({ work: withContracts(desk.work, contracts, how, check), drafts: how === 'instead' ? {} : desk.drafts }));
  land(actions);
  if (replaces) actions.note(speech.tell('start.replaced'));
}

/** Goes to the terms: eyes and keyboard begin at the pane's top. */
export function land(actions: Actions): void {
  actions.go('terms');
  requestAnimationFrame(() => {
    document.querySelector('.steps')?.scrollIntoView({ block: 'start' });
    document.querySelector<HTMLElement>('.pane h2')?.focus({ preventScroll: true });
  });
}

/** How contracts become part of the work: simply, or, where there are some, in their place or beside them. `among`: one of many, so that none stands out. */
export function takeButtons(
  contracts: readonly Contract[],
  called: string,
  asking: Asking | undefined,
  shown: Shown,
  actions: Actions,
  among = false,
): TemplateResult {
  const { speech, work } = shown;
  const button = (how: How, key: 'start.use' | 'start.instead' | 'start.beside', kind: string) => html`<button
    type="button"
    class=${kind}
    aria-label=${called === '' ? nothing : `${speech.tell(key)}: ${called}`}
    ?disabled=${!asking || contracts.length === 0}
    @click=${() => asking && put(contracts, how, asking, shown, actions)}
  >
    ${speech.tell(key)}
  </button>`;
  if (work.contracts.length === 0) return html`<p class="uses">${button('instead', 'start.use', among ? '' : 'button')}</p>`;
  return html`<p class="uses">
    ${button('instead', 'start.instead', among ? '' : 'button')}
    ${work.contracts.length + contracts.length > MOST_CONTRACTS ? nothing : button('beside', 'start.beside', '')}
  </p>`;
}
