import { html, type TemplateResult } from 'lit';
import { tryAgain } from '../lazily.js';
import type { Actions, Pane, Shown } from '../shown.js';
import { blank } from '../start/blank.js';
import { impact } from '../start/impact.js';
import { json } from '../start/json.js';
import { programs } from '../start/programs.js';

/** The ways to bring terms in. */
const WAYS = { impact, programs, blank, json } as const satisfies Record<string, Pane>;
type Way = keyof typeof WAYS;
const NAMES = Object.keys(WAYS) as readonly Way[];

/** Where terms come from: each way is a tab, and what is entered in one stays while another is looked at. */
export function startPane(shown: Shown, actions: Actions): TemplateResult {
  const { speech, choices } = shown;
  const way = NAMES.find((known) => known === choices['start.way']) ?? 'impact';
  const choose = (to: Way) => {
    tryAgain(['start.programs', 'start.words.en', 'start.words.de', 'json.editor'], shown);
    actions.choose({ 'start.way': to });
  };
  const moved = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const to =
      event.key === 'Home' ? 0 : event.key === 'End' ? NAMES.length - 1 : by && (NAMES.indexOf(way) + by + NAMES.length) % NAMES.length;
    const name = to === undefined ? undefined : NAMES[to];
    if (!name) return;
    event.preventDefault();
    choose(name);
    document.getElementById(`way-${name}`)?.focus();
  };
  return html`
    <h2 tabindex="-1">${speech.tell('start.heading')}</h2>
    <div class="ways" role="tablist" aria-label=${speech.tell('start.heading')} @keydown=${moved}>
      ${NAMES.map(
        (each) => html`<button
          type="button"
          role="tab"
          id="way-${each}"
          aria-controls="way-panel"
          aria-selected=${each === way}
          tabindex=${each === way ? 0 : -1}
          @click=${() => choose(each)}
        >
          <strong>${speech.tell(`start.way.${each}`)}</strong>
          <span>${speech.tell(`start.why.${each}`)}</span>
        </button>`,
      )}
    </div>
    <div class="way" id="way-panel" role="tabpanel" aria-labelledby="way-${way}">${WAYS[way](shown, actions)}</div>
  `;
}
