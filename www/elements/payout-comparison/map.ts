import { html, nothing, svg, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { tonePaint } from '../parts/tones.js';
import { awaited } from './answers.js';
import { driverName } from './numbers.js';
import { type Along, along, called, type Named, worked } from './pairs.js';
import type { Actions, Shown } from './shown.js';

/** The two drivers of the map: how many and how much, unless others are chosen. */
export function mapAlong(shown: Shown): readonly [Along, Along] | undefined {
  const { drivers } = shown.results;
  if (drivers.length < 2) return undefined;
  const amount = drivers.findIndex(({ kind }) => kind === 'amount' || kind === 'payment' || kind === 'contractValue');
  const conversion = Math.max(
    0,
    drivers.findIndex(({ kind }) => kind === 'conversion'),
  );
  const across = along(shown, shown.choices.across, conversion);
  const up = along(shown, shown.choices.up, amount > 0 ? amount : drivers.length - 1);
  return across && up && across.driver !== up.driver ? [across, up] : undefined;
}

const TALL = 300;
const BELOW = 36;

/** Who pays most by two drivers at once. */
export function map(shown: Shown, actions: Actions): TemplateResult | typeof nothing {
  const { speech, answers } = shown;
  const sheets = worked(shown);
  const drivers = mapAlong(shown);
  if (!drivers || sheets.length < 2 || shown.results.currency === undefined) return nothing;
  const [across, up] = drivers;
  const title = speech.tell('grid.title', {
    across: { text: driverName(across.driver, shown) },
    up: { text: driverName(up.driver, shown) },
  });
  return html`
    <section class="panel" part="panel" aria-labelledby="map-heading">
      <div class="section-head">
        <h3 id="map-heading">${speech.tell('grid')}</h3>
        <p class="choice">${choice('across', across, shown, actions)} ${choice('up', up, shown, actions)}</p>
      </div>
      <figure>
        <figcaption class="label">${title}</figcaption>
        ${answers.grid ? html`${picture(shown, sheets, drivers, title)} ${legend(sheets, shown)} ${asTable(shown, sheets, drivers, title)}` : awaited(shown, 'grid')}
      </figure>
    </section>
  `;
}

function choice(which: 'across' | 'up', { driver }: Along, shown: Shown, actions: Actions): TemplateResult {
  const chosen = (event: Event) => actions.choose({ [which]: (event.target as HTMLSelectElement).value });
  return html`<label class="inline">${shown.speech.tell(`grid.${which}`)}
    <select .value=${live(driver.path)} @change=${chosen}>
      ${shown.results.drivers.map((each) => html`<option value=${each.path} ?selected=${each.path === driver.path}>${driverName(each, shown)}</option>`)}
    </select>
  </label>`;
}

function picture(
  shown: Shown,
  sheets: readonly Named[],
  [across, up]: readonly [Along, Along],
  title: string,
): TemplateResult | typeof nothing {
  const { speech, width, answers } = shown;
  const { grid } = answers;
  if (!grid) return nothing;
  const mirrored = speech.language.direction === 'rtl';
  const gutter = 64;
  const wide = Math.min(width, 720) - gutter;
  const [cell, tall] = [wide / grid.across.length, (TALL - BELOW) / grid.up.length];
  const x = (place: number) => (mirrored ? (grid.across.length - 1 - place) * cell : gutter + place * cell);
  const y = (place: number) => (grid.up.length - 1 - place) * tall;
  const part = ({ now, span }: Along) => (Number(now) - Number(span.from)) / (Number(span.to) - Number(span.from));
  const [here, high] = [Math.min(1, Math.max(0, part(across))), Math.min(1, Math.max(0, part(up)))];
  const [left, nowX] = [mirrored ? 0 : gutter, mirrored ? wide * (1 - here) : gutter + wide * here];
  const nowY = (TALL - BELOW) * (1 - high);
  const ends = [
    { text: speech.value(across.driver, grid.across[0] ?? '0'), first: true },
    { text: speech.value(across.driver, grid.across.at(-1) ?? '0'), first: false },
  ];
  return html`
    <svg class="drawing map" viewBox="0 0 ${wide + gutter} ${TALL}" width=${wide + gutter} height=${TALL} role="img" aria-label=${title} direction="ltr">
      ${sheets.map((_, sheet) => svg`<path class="map-cell" d=${areaOf(sheet, grid.rows, x, y, cell, tall)} fill=${tonePaint(sheet + 1)} />`)}
      ${sheets.map(({ letter }, place) => middleOf(place, grid.rows, (at, column) => [x(column) + cell / 2, y(at) + tall / 2], letter))}
      <rect class="map-edge" x=${left} y="0" width=${wide} height=${TALL - BELOW} />
      <line class="now" x1=${nowX} x2=${nowX} y1="0" y2=${TALL - BELOW} />
      <line class="now" x1=${left} x2=${left + wide} y1=${nowY} y2=${nowY} />
      <circle class="crossing" cx=${nowX} cy=${nowY} r="6" />
      ${[grid.up[0], grid.up.at(-1)].map((value, place) => svg`<text class="tick" x=${mirrored ? wide + 6 : gutter - 6} y=${place === 0 ? TALL - BELOW : 11} text-anchor=${mirrored ? 'start' : 'end'}>${speech.value(up.driver, value ?? '0')}</text>`)}
      ${ends.map(({ text, first }) => svg`<text class="tick" x=${first === mirrored ? left + wide : left} y=${TALL - BELOW + 18} text-anchor=${first === mirrored ? 'end' : 'start'}>${text}</text>`)}
    </svg>
  `;
}

/** Where an offer wins, as one path: a rectangle for each run of cells. */
function areaOf(
  sheet: number,
  rows: readonly (readonly { ahead?: number | null }[])[],
  x: (place: number) => number,
  y: (place: number) => number,
  cell: number,
  tall: number,
): string {
  const short = (length: number) => Math.round(length * 100) / 100;
  return rows
    .flatMap((row, at) =>
      row.flatMap((each, place) => {
        if (each.ahead !== sheet || row[place - 1]?.ahead === sheet) return [];
        const next = row.findIndex((other, later) => later > place && other.ahead !== sheet);
        const end = next < 0 ? row.length : next;
        const [from, to] = [Math.min(x(place), x(end - 1)), Math.max(x(place), x(end - 1)) + cell];
        return [`M${short(from)} ${short(y(at))}H${short(to)}v${short(tall)}H${short(from)}Z`];
      }),
    )
    .join('');
}

/** An offer's letter in the middle of where it wins. */
function middleOf(
  sheet: number,
  rows: readonly (readonly { ahead?: number | null }[])[],
  place: (row: number, column: number) => [number, number],
  letter: string,
) {
  const cells = rows.flatMap((row, at) => row.flatMap((cell, column) => (cell.ahead === sheet ? [[at, column] as const] : [])));
  if (cells.length < 6) return nothing;
  const [sumAt, sumColumn] = cells.reduce(([a, b], [at, column]) => [a + at, b + column] as const, [0, 0] as const);
  const [middleAt, middleColumn] = [sumAt / cells.length, sumColumn / cells.length];
  const [at, column] = cells.reduce((best, next) => {
    const far = ([a, b]: readonly [number, number]) => (a - middleAt) ** 2 + (b - middleColumn) ** 2;
    return far(next) < far(best) ? next : best;
  });
  const [cx, cy] = place(at, column);
  return svg`<rect class="map-letter-ground" x=${cx - 11} y=${cy - 11} width="22" height="22" /><text class="map-letter" x=${cx} y=${cy} dy="0.35em" text-anchor="middle">${letter}</text>`;
}

function legend(sheets: readonly Named[], { speech }: Shown): TemplateResult {
  const key = (paint: string, text: string) =>
    html`<li><svg class="swatch" width="18" height="18" aria-hidden="true" focusable="false"><rect class="edge" x="0.5" y="0.5" width="17" height="17" fill=${paint} /></svg> ${text}</li>`;
  return html`<ul class="legend">
    ${sheets.map((named, place) => key(tonePaint(place + 1), called(named)))} ${key('none', speech.tell('grid.equal'))}
  </ul>`;
}

function asTable(
  shown: Shown,
  sheets: readonly Named[],
  [across, up]: readonly [Along, Along],
  title: string,
): TemplateResult | typeof nothing {
  const { speech, answers } = shown;
  const { grid } = answers;
  if (!grid) return nothing;
  const columns = grid.across.map((value, place) => ({ value, place })).filter(({ place }) => place % 3 === 0);
  const rows = grid.up.map((value, place) => ({ value, place })).filter(({ place }) => place % 2 === 0);
  return html`
    <details>
      <summary>${speech.tell('chart.asTable')}</summary>
      <div class="scroll" tabindex="0" role="group" aria-label=${title}>
        <table class="ledger">
          <thead><tr><th scope="col">${driverName(up.driver, shown)}</th>${columns.map(({ value }) => html`<th scope="col" class="end">${speech.value(across.driver, value)}</th>`)}</tr></thead>
          <tbody>
            ${rows.reverse().map(
              ({ value, place: at }) =>
                html`<tr><th scope="row">${speech.value(up.driver, value)}</th>${columns.map(({ place }) => {
                  const ahead = grid.rows[at]?.[place]?.ahead;
                  return html`<td class="end">${ahead === null || ahead === undefined ? '=' : sheets[ahead]?.letter}</td>`;
                })}</tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>
  `;
}
