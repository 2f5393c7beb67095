import { html, type TemplateResult } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import { live } from 'lit/directives/live.js';
import { type Markup, markupOf } from '../../state/studio/markup.js';
import { type Seen, type SeenWidth, WIDTHS } from '../../state/studio/seen.js';
import { showIn } from '../show-in.js';
import type { Actions, Shown } from '../shown.js';

/** How the preview is looked at, until it is said otherwise. */
const AT_FIRST: Seen = { width: 'phone', mode: 'light', direction: 'ltr' };

/** The calculator as partners will see it, on a page of its own that is as wide as their screens. */
export function preview({ work, speech, choices }: Shown, actions: Actions): TemplateResult {
  const seen: Seen = { ...AT_FIRST, ...(choices['seen'] as Partial<Seen> | undefined) };
  const see = (change: Partial<Seen>) => actions.choose({ seen: { ...seen, ...change } });
  const option = <K extends keyof Seen>(name: K, value: Seen[K]) => html`<label>
    <input type="radio" name="seen-${name}" .checked=${live(seen[name] === value)} @change=${() => see({ [name]: value } as Partial<Seen>)} />
    ${speech.tell(`preview.${value}`)}
  </label>`;
  return html`<aside class="preview" aria-label=${speech.tell('preview')}>
    <div class="seen">
      <h2>${speech.tell('preview')}</h2>
      <fieldset><legend class="unseen">${speech.tell('preview.width')}</legend>${(Object.keys(WIDTHS) as SeenWidth[]).map((width) => option('width', width))}</fieldset>
      <fieldset><legend class="unseen">${speech.tell('preview.scheme')}</legend>${(['light', 'dark'] as const).map((mode) => option('mode', mode))}</fieldset>
      <fieldset><legend class="unseen">${speech.tell('preview.direction')}</legend>${(['ltr', 'rtl'] as const).map((direction) => option('direction', direction))}</fieldset>
    </div>
    <div class="stage">
      <iframe src="/studio-preview.html" title=${speech.tell('preview.frame')} ${showing(markupOf(work), seen)}></iframe>
    </div>
  </aside>`;
}

/** Keeps a frame showing the markup, as wide as it is to be seen, and scaled to the room there is. */
class Showing extends Directive {
  #page: HTMLIFrameElement | undefined;
  #latest: readonly [Markup, Seen] | undefined;

  override update({ element }: ElementPart, [markup, seen]: [Markup, Seen]): void {
    this.#latest = [markup, seen];
    const frame = element as HTMLIFrameElement;
    if (this.#page !== frame) {
      this.#page = frame;
      frame.addEventListener('load', () => this.#show());
      new ResizeObserver(() => this.#scale()).observe(frame.parentElement ?? frame);
    }
    this.#show();
    this.#scale();
  }

  override render(_markup: Markup, _seen: Seen): void {}

  #show(): void {
    const page = this.#page?.contentDocument;
    if (page && this.#latest && page.readyState !== 'loading') showIn(page, ...this.#latest);
  }

  #scale(): void {
    const frame = this.#page;
    const room = frame?.parentElement?.getBoundingClientRect();
    if (!frame || !room || !this.#latest || room.width === 0) return;
    const width = WIDTHS[this.#latest[1].width];
    const scale = Math.min(1, room.width / width);
    frame.style.setProperty('inline-size', `${width}px`);
    frame.style.setProperty('block-size', `${room.height / scale}px`);
    frame.style.setProperty('transform', `scale(${scale})`);
  }
}

const showing = directive(Showing);
