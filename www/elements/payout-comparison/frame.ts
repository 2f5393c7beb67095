import { html, nothing, type TemplateResult } from 'lit';
import type { ComparisonSpeech } from '../../state/comparison/speech.js';
import { VIEWS } from '../../state/comparison/table.js';
import { toneDefinitions } from '../parts/tones.js';
import { errorText } from '../payout-calculator/template.js';
import { figures } from './figures.js';
import { numbers } from './numbers.js';
import { sheetColumn } from './sheet.js';
import { type Actions, letterAt, nameOf, type Shown } from './shown.js';
import { start } from './start.js';

interface Frame {
  readonly speech: ComparisonSpeech;
  /** None before the engine runs, and when it cannot. */
  readonly shown: Shown | undefined;
  readonly failure: string | undefined;
  /** What was last announced. */
  readonly status: string;
  readonly disclaimed: boolean;
  retry(): void;
  refilled(): void;
}

/** What stands at once, and between it the comparison, or what stands in for it. */
export function frame({ speech, shown, failure, status, disclaimed, retry, refilled }: Frame, actions: Actions): TemplateResult {
  const { tag, direction } = speech.language;
  const disclaimer = html`<p>${speech.tell('cmp.disclaimer')}</p>`;
  return html`
    <div class="frame" part="frame" lang=${tag} dir=${direction}>
      <header class="opening">
        <slot name="heading"><h2>${speech.tell('cmp.heading')}</h2></slot>
        <slot name="intro"></slot>
      </header>
      <div class="table-top" ?data-waiting=${!shown && failure === undefined}>
        ${shown ? comparison(shown, status, actions) : standIn(failure, speech, retry, refilled)}
      </div>
      <footer class="closing">
        <p class="disclaimer">${speech.tell('cmp.private')}</p>
        <div class="disclaimer" part="disclaimer">
          <slot name="disclaimer" @slotchange=${refilled}>${disclaimer}</slot>
          ${disclaimed ? nothing : disclaimer}
        </div>
      </footer>
      <p class="unseen" role="status">${status}</p>
    </div>
  `;
}

function standIn(failure: string | undefined, speech: ComparisonSpeech, retry: () => void, refilled: () => void): TemplateResult {
  return html`
    <div class="stand-in">
      <slot @slotchange=${refilled}></slot>
      ${
        failure === undefined
          ? nothing
          : html`<div class="failure" part="failure">
              <slot name="error-${failure}"><p>${errorText(failure, speech)}</p></slot>
              ${failure === 'engine_load_failed' ? html`<button class="quiet" type="button" @click=${retry}>${speech.say('retry')}</button>` : nothing}
            </div>`
      }
    </div>
  `;
}

function comparison(shown: Shown, status: string, actions: Actions): TemplateResult {
  const { speech, table, note, panels } = shown;
  return html`
    ${toneDefinitions()}
    ${note === undefined || note.startsWith('paste') ? nothing : html`<p class="stale" part="note">${errorText(note, speech)}</p>`}
    ${bar(shown, status, actions)}
    <div class="offers" ?data-alone=${table.sheets.length === 1}>
      ${
        table.sheets.length === 0
          ? nothing
          : html`<div class="sheets" part="sheets" data-count=${table.sheets.length}>${table.sheets.map((_, place) => sheetColumn(place, shown, actions))}</div>`
      }
      ${start(shown, actions)}
    </div>
    ${note?.startsWith('paste') ? html`<p class="fault">${note.slice(5)}</p>` : nothing}
    ${numbers(shown, actions)} ${figures(shown, actions)} ${panels?.panels(shown, actions)} ${totals(shown, actions)}
  `;
}

function bar(shown: Shown, status: string, actions: Actions): TemplateResult {
  const { speech, table, readonly, canUndo, canRedo, link } = shown;
  const button = (key: 'tool.undo' | 'tool.redo' | 'tool.csv' | 'tool.print' | 'tool.clear', act: () => void, off = false) =>
    html`<button type="button" class="quiet" ?disabled=${off} @click=${act}>${speech.tell(key)}</button>`;
  const isEmpty = table.sheets.length === 0;
  return html`
    <div class="toolbar" part="tools">
      <fieldset class="sides">
        <legend class="unseen">${speech.tell('view')}</legend>
        ${VIEWS.map(
          (view) => html`<label class="side-choice" ?data-chosen=${view === table.view}>
            <input type="radio" name="view" .checked=${view === table.view} @change=${() => actions.view(view)} />${speech.tell(`view.${view}`)}
          </label>`,
        )}
      </fieldset>
      <p class="tools">
        ${readonly ? nothing : html`${button('tool.undo', () => actions.undo(), !canUndo)} ${button('tool.redo', () => actions.redo(), !canRedo)}`}
        ${isEmpty || readonly ? nothing : button('tool.clear', () => actions.clear())}
        ${
          isEmpty
            ? nothing
            : html`${button('tool.csv', () => actions.csv())} ${button('tool.print', () => window.print())}
              <button type="button" class="button" @click=${() => actions.share()}>${speech.tell('tool.share')}</button>`
        }
      </p>
      ${link === undefined || status !== speech.tell('tool.copied') ? nothing : html`<p class="copied">${status}</p>`}
      ${link === undefined ? nothing : html`<input class="link" type="text" readonly aria-label=${speech.tell('tool.saveHere')} .value=${link} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} />`}
    </div>
  `;
}

/** All totals, always in sight; on a narrow screen also the way from one offer to the next. */
function totals(shown: Shown, actions: Actions): TemplateResult | typeof nothing {
  const { speech, table, results, choices } = shown;
  if (table.sheets.length === 0) return nothing;
  const page = choices.page ?? table.sheets[0]?.id;
  return html`
    <nav class="pager" part="totals" aria-label=${speech.tell('pager')}>
      ${results.columns.map(({ sheet, total, facts }, place) => {
        const most = results.most.includes(sheet.id);
        const amount = total === undefined ? '–' : (facts ? speech.inCurrency(facts) : speech).formats.money(total);
        return html`
          <a href="#sheet-${sheet.id}" ?data-most=${most} aria-current=${sheet.id === page ? 'true' : nothing} @click=${(event: Event) => goTo(event, sheet.id, actions)}>
            <span class="letter" data-place=${place}>${letterAt(place)}</span>
            <span class="unseen">${nameOf(sheet, letterAt(place), speech)}</span>
            <span class="figure">${amount}</span>
            ${most ? html`<span class="wins">${speech.tell('sheet.most')}</span>` : nothing}
          </a>
        `;
      })}
    </nav>
  `;
}

function goTo(event: Event, id: number, actions: Actions) {
  event.preventDefault();
  actions.choose({ page: id });
  const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
  root.getElementById(`sheet-${id}`)?.scrollIntoView({ block: 'start', inline: 'start' });
}

/** Brings an offer that has come on the table into sight, with the focus on it. */
export function showSheet(root: ShadowRoot, id: number): void {
  const sheet = root.getElementById(`sheet-${id}`);
  sheet?.scrollIntoView({ block: 'start', inline: 'start' });
  sheet?.focus({ preventScroll: true });
}
