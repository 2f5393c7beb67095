import { html, nothing, svg, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { LEAST_CONTRAST } from '../../state/contrast.js';
import { withWork } from '../../state/studio/desk.js';
import { type Colour, faintIn, type Mode, modesOf, PALETTES, paletteOf } from '../../state/studio/palette.js';
import { isLookValue, LOOK_VALUES, type Look, READY_LOOKS, SCHEMES } from '../../state/studio/work.js';
import type { Actions, Shown } from '../shown.js';

const COLOURS = LOOK_VALUES.filter((name): name is Colour => name !== 'radius');

/** How the calculator looks: a scheme, a ready look, and values of the brand's own, with what can't be read told at once. */
export function lookPane(shown: Shown, actions: Actions): TemplateResult {
  const { speech, work } = shown;
  const { look } = work;
  const change = (change: Partial<Look>, about = '', done = true) =>
    actions.change((desk) => withWork(desk, { look: { ...desk.work.look, ...change } }), about, done);
  const modes = modesOf(look);
  return html`
    <h2>${speech.tell('look.heading')}</h2>
    <p>${speech.tell('look.text')}</p>
    <fieldset class="looks">
      <legend>${speech.tell('look.ready')}</legend>
      ${READY_LOOKS.map((ready) => readyLook(ready, shown, () => change({ ready })))}
    </fieldset>
    <label class="line">
      <span>${speech.tell('look.scheme')}</span>
      <select .value=${live(look.scheme)} @change=${(event: Event) => change({ scheme: chosen(event, SCHEMES) })}>
        ${SCHEMES.map((scheme) => html`<option value=${scheme} ?selected=${scheme === look.scheme}>${speech.tell(`look.scheme.${scheme}`)}</option>`)}
      </select>
    </label>
    <table class="colours">
      <caption>${speech.tell('look.colours')}</caption>
      <thead>
        <tr><th scope="col"><span class="unseen">${speech.tell('look.colour')}</span></th>${modes.map((mode) => html`<th scope="col">${speech.tell(`preview.${mode}`)}</th>`)}</tr>
      </thead>
      <tbody>
        ${COLOURS.map(
          (colour) => html`<tr>
            <th scope="row">${speech.tell(`look.${colour}`)}</th>
            ${modes.map((mode) => html`<td data-name=${speech.tell(`preview.${mode}`)}>${swatch(colour, mode, shown, (value, done) => change({ [mode]: withValue(look[mode], colour, value) }, `look ${mode} ${colour}`, done))}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
    ${radius(shown, (value, done) => change({ light: withValue(look.light, 'radius', value), dark: withValue(look.dark, 'radius', undefined) }, 'look radius', done))}
    <div role="status" class="faint">${faintIn(look).map((faint) => {
      const facts = {
        text: { text: speech.tell(`look.${faint.text}`) },
        ground: { text: speech.tell(`look.${faint.ground}`) },
        mode: { text: speech.tell(`preview.${faint.mode}`) },
        ratio: { text: ratio(faint.ratio, shown) },
        least: { text: ratio(LEAST_CONTRAST, shown) },
      };
      return html`<p class="fault">${speech.tell('look.faint', facts)}</p>`;
    })}</div>
    ${
      isPlain(look)
        ? nothing
        : html`<p><button type="button" @click=${() => change({ light: {}, dark: {} })}>${speech.tell('look.reset')}</button></p>`
    }
  `;
}

const isPlain = ({ light, dark }: Look) => Object.keys(light).length + Object.keys(dark).length === 0;

const ratio = (value: number, { language }: Shown) =>
  value.toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

const chosen = <T extends string>(event: Event, known: readonly T[]): T =>
  known.find((each) => each === (event.target as HTMLSelectElement).value) ?? (known[0] as T);

function withValue(values: Look['light'], name: keyof Look['light'], value: string | undefined): Look['light'] {
  const { [name]: _, ...others } = values;
  return value === undefined ? others : { ...others, [name]: value };
}

function readyLook(ready: Look['ready'], { speech, work }: Shown, choose: () => void): TemplateResult {
  const { light } = PALETTES[ready];
  return html`<label class="ready">
    <input type="radio" name="ready" .checked=${live(work.look.ready === ready)} @change=${choose} />
    <span>${speech.tell(`look.ready.${ready}`)}</span>
    <svg viewBox="0 0 60 20" preserveAspectRatio="none" aria-hidden="true">
      ${[light.surface, light.tint, light.ink, light.accent].map((colour, place) => swatchOf(colour, place))}
    </svg>
  </label>`;
}

const swatchOf = (colour: string, place: number) => svg`<rect x=${place * 15} y="0" width="15" height="20" fill=${colour}></rect>`;

/** A colour by the system's own chooser, or typed as its six digits. */
function swatch(colour: Colour, mode: Mode, shown: Shown, take: (value: string | undefined, done: boolean) => void): TemplateResult {
  const { speech, work } = shown;
  const now = paletteOf(work.look, mode)[colour];
  const isOwn = work.look[mode][colour] !== undefined;
  const name = speech.tell('look.of', { colour: { text: speech.tell(`look.${colour}`) }, mode: { text: speech.tell(`preview.${mode}`) } });
  const typed = (event: Event) => {
    const value = (event.target as HTMLInputElement).value.trim().toLowerCase();
    const whole = value.startsWith('#') ? value : `#${value}`;
    if (isLookValue(colour, whole)) take(whole, event.type === 'change');
    // What is no colour gives way to the one that holds.
    else if (event.type === 'change') (event.target as HTMLInputElement).value = now;
  };
  return html`<span class="swatch" ?data-own=${isOwn}>
    <input type="color" aria-label=${name} .value=${live(now)} @input=${typed} @change=${typed} />
    <input type="text" size="8" maxlength="7" spellcheck="false" autocomplete="off" dir="ltr" aria-label=${speech.tell('look.code', { colour: { text: name } })} .value=${live(now)} @change=${typed} />
    ${isOwn ? html`<button type="button" class="take-out" aria-label=${speech.tell('look.drop', { colour: { text: name } })} @click=${() => take(undefined, true)}>×</button>` : nothing}
  </span>`;
}

function radius({ speech, work: { look } }: Shown, take: (value: string, done: boolean) => void): TemplateResult {
  const now = look.light.radius ?? look.dark.radius ?? PALETTES[look.ready].radius;
  const moved = (event: Event) => take((event.target as HTMLInputElement).value, event.type === 'change');
  return html`<label class="line">
    <span>${speech.tell('look.radius')}</span>
    <input type="range" min="0" max="24" step="1" .value=${live(now)} @input=${moved} @change=${moved} />
    <output>${now} px</output>
  </label>`;
}
