import { html, nothing, type TemplateResult } from 'lit';
import { MOST_SHEETS } from '../../state/comparison/table.js';
import { STARTERS } from '../../state/starters.js';
import type { Actions, Shown } from './shown.js';

/** How an offer comes on the table: as a plain shape, from a real program, or as a whole contract. */
export function start({ speech, table, programs, readonly, note }: Shown, actions: Actions): TemplateResult | typeof nothing {
  if (readonly) return nothing;
  const { sheets } = table;
  if (sheets.length >= MOST_SHEETS) return html`<p class="aside start-full">${speech.tell('start.full')}</p>`;
  const begin = html`
    <div class="shapes" role="group" aria-label=${speech.tell('start.shapes')}>
      ${STARTERS.map((starter) => html`<button type="button" class="shape" @click=${() => actions.begin(starter)}>${speech.tell(`starter.${starter}`)}</button>`)}
    </div>
    <div class="further">
      <details @toggle=${(event: Event) => (event.target as HTMLDetailsElement).open && actions.loadPrograms()}>
        <summary>${speech.tell('start.programs')}</summary>
        <div class="shapes" role="group" aria-label=${speech.tell('start.programs')}>
          ${
            programs === undefined
              ? html`<p class="aside">${speech.tell('working')}</p>`
              : programs.map(
                  (contract) =>
                    html`<button type="button" class="shape" @click=${() => actions.put(contract, 'benchmark')}>${contract.name}</button>`,
                )
          }
        </div>
      </details>
      <details ?open=${note?.startsWith('paste')}>
        <summary>${speech.tell('start.paste')}</summary>
        <form class="paste" @submit=${(event: SubmitEvent) => pasted(event, actions)}>
          <label>${speech.tell('start.paste.label')}<textarea name="json" rows="6" spellcheck="false" autocomplete="off"></textarea></label>
          <button type="submit" class="button">${speech.tell('start.paste.add')}</button>
        </form>
      </details>
    </div>
  `;
  if (sheets.length < 2) {
    return html`
      <section class="start" part="start" aria-labelledby="start-heading">
        <h3 id="start-heading">${speech.tell(sheets.length === 0 ? 'start.heading' : 'start.second')}</h3>
        ${sheets.length === 0 ? html`<p>${speech.tell('start.text')}</p>` : nothing}
        ${begin}
      </section>
    `;
  }
  return html`
    <details class="start" part="start">
      <summary id="add-offer">${speech.tell('start.more')}</summary>
      ${begin}
    </details>
  `;
}

function pasted(event: SubmitEvent, actions: Actions) {
  event.preventDefault();
  const form = event.target as HTMLFormElement;
  actions.paste(String(new FormData(form).get('json') ?? ''));
}
