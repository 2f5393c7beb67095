import { html, nothing, type TemplateResult } from 'lit';
import type { Outline } from '../../state/outline.js';
import type { Speech } from '../../state/speech.js';
import { setLength } from '../lengths.js';
import { callToAction } from './call-to-action.js';
import { errorText } from './template.js';

interface Frame {
  readonly speech: Speech;
  /** None before the engine runs, and when it cannot. */
  readonly calculator: TemplateResult | undefined;
  /** Whether parts of it are still on their way, or nobody has used it yet. */
  readonly fresh: boolean;
  readonly failure: string | undefined;
  /** Whose side is shown. */
  readonly view: 'partner' | 'brand';
  /** What was last announced. */
  readonly status: string;
  /** Whether the page put an empty disclaimer in the place of the usual one. */
  readonly disclaimed: boolean;
  retry(): void;
  refilled(): void;
  apply(event: Event): void;
}

/** What stands at once, and stays: heading and disclaimer; and between them the calculator, or what stands in for it. */
export function frame({ speech, calculator, fresh, failure, view, status, disclaimed, retry, refilled, apply }: Frame): TemplateResult {
  const { tag, direction } = speech.language;
  const disclaimer = html`<p>${speech.say('disclaimer')}</p>`;
  return html`
    <div class="frame" part="frame" lang=${tag} dir=${direction}>
      <header class="opening">
        <slot name="heading"><h2>${speech.say(view === 'brand' ? 'brand.heading' : 'heading')}</h2></slot>
        <slot name="intro"></slot>
      </header>
      <div class="body" ?data-waiting=${fresh && !failure}>
        ${
          calculator ??
          html`
            <div class="stand-in">
              <slot @slotchange=${refilled}></slot>
              ${failure === undefined ? nothing : failed(failure, speech, retry)}
              ${callToAction(speech, view, apply)}
            </div>
          `
        }
      </div>
      <footer class="closing">
        <div class="disclaimer" part="disclaimer">
          <slot name="disclaimer" @slotchange=${refilled}>${disclaimer}</slot>
          ${disclaimed ? nothing : disclaimer}
        </div>
      </footer>
      <p class="unseen" role="status">${status}</p>
    </div>
  `;
}

/** Keeps the room that the calculator will take, so that nothing below it moves when it comes. */
export function keepRoom(root: ParentNode, outline: Outline): void {
  const body = root.querySelector<HTMLElement>('.body');
  for (const [name, count] of Object.entries(outline)) setLength(body, `--_${name}`, count);
}

function failed(failure: string, speech: Speech, retry: () => void): TemplateResult {
  return html`
    <div class="failure" part="failure">
      <slot name="error-${failure}"><p>${errorText(failure, speech)}</p></slot>
      ${
        failure === 'engine_load_failed'
          ? html`<button class="quiet" type="button" @click=${retry}>${speech.say('retry')}</button>`
          : nothing
      }
    </div>
  `;
}
