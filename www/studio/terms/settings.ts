import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { StudioKey } from '../../locales/studio/en.js';
import { placeOf } from '../../state/import.js';
import { withValueAt } from '../../state/pointers.js';
import { type Setting, settingsOf } from '../../state/studio/settings.js';
import type { Actions, Shown } from '../shown.js';
import type { Model } from './model.js';

/** What clauses say in words and not in numbers: from which amount, for which period, by which kind of tiers. */
export function settings(own: Model, top: string, title: string, shown: Shown, actions: Actions): TemplateResult {
  const { speech, choices } = shown;
  const key = `terms.settings ${own.place} ${top}`;
  // Which words the engine takes is asked only where they are looked at.
  const isOpen = choices[key] === true;
  const found = isOpen ? settingsOf(own.checked.contract, top, own.asked.check) : [];
  const toggled = (event: Event) => {
    const { open } = event.target as HTMLDetailsElement;
    if (open !== isOpen) actions.choose({ [key]: open });
  };
  return html`<details class="settings" ?open=${isOpen} @toggle=${toggled}>
    <summary>${speech.tell('terms.settings')}<span class="unseen">: ${title}</span></summary>
    ${isOpen && found.length === 0 ? html`<p class="aside">${speech.tell('terms.settings.none')}</p>` : nothing}
    <div class="seek">${found.map((setting) => select(setting, top, own, shown))}</div>
  </details>`;
}

function select(
  { path, holder, field, value, options }: Setting,
  top: string,
  { checked, replace }: Model,
  { speech }: Shown,
): TemplateResult {
  const chosen = (event: Event) => replace(withValueAt(checked.contract, path, (event.target as HTMLSelectElement).value));
  return html`<label>
    <span>${speech.tell(`set.${field}` as StudioKey)} <span class="place">${placeOf(holder.slice(top.length))}</span></span>
    <select .value=${live(value)} @change=${chosen}>
      ${options.map((word) => html`<option value=${word} ?selected=${word === value}>${speech.tell(`set.${field}.${word}` as StudioKey)}</option>`)}
    </select>
  </label>`;
}
