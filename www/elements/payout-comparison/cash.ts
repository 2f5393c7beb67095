import { scaleBand, scaleLinear } from 'd3-scale';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { tonePaint } from '../parts/tones.js';
import { called, type Named, worked } from './pairs.js';
import type { Shown } from './shown.js';

const TALL = 180;
const BELOW = 36;
const TOP = 8;

/** When the money is on the account: bars by the month of payment, where contracts say so. */
export function cash(shown: Shown): TemplateResult | typeof nothing {
  const { speech, results, width } = shown;
  const sheets = worked(shown).filter(({ column }) => (column.projection?.cash?.length ?? 0) > 0);
  if (results.columns.length === 0 || results.currency === undefined) return nothing;
  const months = [...new Set(sheets.flatMap(({ column }) => column.projection?.cash?.map(({ month }) => month) ?? []))].sort();
  const title = speech.tell('cash.paid');
  return html`
    <section class="panel" part="panel" aria-labelledby="cash-heading">
      <div class="section-head"><h3 id="cash-heading">${speech.tell('cash')}</h3></div>
      ${
        sheets.length === 0
          ? html`<p class="aside">${speech.tell('cash.none')}</p>`
          : html`<figure>
              <figcaption class="label">${title}</figcaption>
              ${picture(sheets, months, shown, width, title)}
              <ul class="legend">${sheets.map((named) => html`<li><svg class="swatch" width="18" height="18" aria-hidden="true" focusable="false"><rect class="edge" x="0.5" y="0.5" width="17" height="17" fill=${tonePaint(named.place + 1)} /></svg> ${called(named)}</li>`)}</ul>
              ${table(sheets, months, shown, title)}
            </figure>`
      }
    </section>
  `;
}

const paidIn = ({ column }: Named, month: string) => column.projection?.cash?.find((cash) => cash.month === month)?.paid ?? '0';

function picture(sheets: readonly Named[], months: readonly string[], { speech }: Shown, width: number, title: string): TemplateResult {
  const most = Math.max(1, ...months.flatMap((month) => sheets.map((named) => Number(paidIn(named, month)))));
  const up = scaleLinear([0, most], [TALL - BELOW, TOP]).nice(3);
  const ticks = up.ticks(3);
  const gutter = 10 + 7 * Math.max(...ticks.map((tick) => speech.formats.axisMoney(tick).length));
  const mirrored = speech.language.direction === 'rtl';
  const band = scaleBand([...months], mirrored ? [width - gutter, 0] : [gutter, width]).paddingInner(0.25);
  const bar = Math.min(18, band.bandwidth() / sheets.length);
  const every = Math.max(1, Math.ceil(44 / band.step()));
  const [from, to] = mirrored ? [0, width - gutter] : [gutter, width];
  return html`
    <svg class="drawing" viewBox="0 0 ${width} ${TALL}" width=${width} height=${TALL} role="img" aria-label=${title} direction="ltr">
      ${ticks.map(
        (tick) => svg`<line class=${tick === 0 ? 'axis' : 'grid'} x1=${from} x2=${to} y1=${up(tick)} y2=${up(tick)} />
        <text class="tick" x=${mirrored ? width - gutter + 8 : gutter - 8} y=${up(tick)} dy="0.32em" text-anchor=${mirrored ? 'start' : 'end'}>${speech.formats.axisMoney(tick)}</text>`,
      )}
      ${months.flatMap((month, at) => [
        ...sheets.map((named, place) => {
          const height = TALL - BELOW - up(Math.max(0, Number(paidIn(named, month))));
          return height > 0
            ? svg`<rect class="edge" x=${(band(month) ?? 0) + place * bar} y=${TALL - BELOW - height} width=${bar - 1} height=${height} fill=${tonePaint(named.place + 1)} />`
            : nothing;
        }),
        at % every === 0
          ? svg`<text class="tick" x=${(band(month) ?? 0) + (bar * sheets.length) / 2} y=${TALL - BELOW + 18} text-anchor="middle">${speech.formats.shortMonth(month)}</text>`
          : nothing,
      ])}
    </svg>
  `;
}

function table(sheets: readonly Named[], months: readonly string[], { speech }: Shown, title: string): TemplateResult {
  return html`
    <details>
      <summary>${speech.tell('chart.asTable')}</summary>
      <div class="scroll" tabindex="0" role="group" aria-label=${title}>
        <table class="ledger">
          <thead><tr><th scope="col">${speech.tell('month')}</th>${sheets.map((named) => html`<th scope="col" class="end">${called(named)}</th>`)}</tr></thead>
          <tbody>${months.map((month) => html`<tr><th scope="row">${speech.formats.month(month)}</th>${sheets.map((named) => html`<td class="end">${speech.formats.money(paidIn(named, month))}</td>`)}</tr>`)}</tbody>
        </table>
      </div>
    </details>
  `;
}
