import { scaleBand, scaleLinear } from 'd3-scale';
import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { MonthRow, Outcome } from '../../state/outcome.js';
import type { Speech } from '../../state/speech.js';
import type { Shown } from '../payout-calculator/shown.js';
import { tonePaint } from './tones.js';

const HEIGHT = 232;
const TOP = 14;
const BELOW = 40;
const WIDEST_BAR = 56;
const CHARACTER = 7;

interface Frame {
  readonly width: number;
  /** Where a month stands, from the side on which reading starts. */
  readonly across: (month: string) => number;
  readonly bar: number;
  readonly up: (amount: number) => number;
  readonly gutter: number;
  readonly mirrored: boolean;
}

/** Earnings, or what they cost the brand, by month, stacked by clause, with the same data as a table. */
export function moneyChart({ outcome, speech, view, chartWidth, rest }: Shown): TemplateResult {
  const say = speech.say.bind(speech);
  const title = say(view === 'brand' ? 'brand.chart' : 'chart.title');
  const highest = outcome.months.reduce<MonthRow | undefined>(
    (most, month) => (!most || pixels(month.amount) > pixels(most.amount) ? month : most),
    undefined,
  );
  const summary = say('chart.summary', {
    first: { month: outcome.first },
    last: { month: outcome.last },
    month: { month: highest?.month ?? outcome.first },
    amount: { money: highest?.amount ?? '0' },
  });
  return html`
    <figure class="chart" part="chart">
      <figcaption class="label">${title}</figcaption>
      ${drawing(outcome, speech, chartWidth, summary)}
      <details>
        <summary>${say('chart.table')}</summary>
        ${guard([rest, title], () => monthTable(outcome, title, speech))}
      </details>
    </figure>
  `;
}

function monthTable({ months }: Outcome, title: string, speech: Speech): TemplateResult {
  const { say, formats } = { say: speech.say.bind(speech), formats: speech.formats };
  return html`
        <div class="scroll" tabindex="0" role="group" aria-label=${title}>
        <table>
          <thead>
            <tr>
              <th scope="col">${say('month')}</th>
              <th scope="col" class="end">${say('amount')}</th>
              <th scope="col" class="end">${say('soFar')}</th>
            </tr>
          </thead>
          <tbody>
            ${months.map(
              ({ month, amount, cumulative }) => html`
                <tr>
                  <th scope="row">${formats.month(month)}</th>
                  <td class="end">${formats.money(amount)}</td>
                  <td class="end">${formats.money(cumulative)}</td>
                </tr>
              `,
            )}
          </tbody>
        </table>
        </div>
  `;
}

function drawing(outcome: Outcome, speech: Speech, width: number, summary: string): TemplateResult {
  const most = Math.max(1, ...outcome.months.map(({ amount }) => pixels(amount)));
  const up = scaleLinear([0, most], [HEIGHT - BELOW, TOP]).nice(4);
  const ticks = up.ticks(4);
  const gutter = 10 + CHARACTER * Math.max(...ticks.map((tick) => speech.formats.axisMoney(tick).length));
  const mirrored = speech.language.direction === 'rtl';
  const band = scaleBand(
    outcome.months.map(({ month }) => month),
    mirrored ? [width - gutter, 0] : [gutter, width],
  )
    .paddingInner(0.28)
    .paddingOuter(0.2);
  const bar = Math.min(band.bandwidth(), WIDEST_BAR);
  const across = (month: string) => (band(month) ?? 0) + (band.bandwidth() - bar) / 2;
  const frame: Frame = { width, across, bar, up, gutter, mirrored };
  return html`
    <svg
      class="drawing"
      viewBox="0 0 ${width} ${HEIGHT}"
      width=${width}
      height=${HEIGHT}
      role="img"
      aria-label=${summary}
      direction="ltr"
    >
      ${ticks.map((tick) => gridLine(tick, speech, frame))}
      ${outcome.months.map((row) => monthBar(row, outcome, speech, frame, band.step()))}
      ${monthLabels(outcome, speech, frame, band.step())}
    </svg>
  `;
}

function gridLine(tick: number, speech: Speech, { width, up, gutter, mirrored }: Frame): SVGTemplateResult {
  const y = up(tick);
  const [from, to] = mirrored ? [0, width - gutter] : [gutter, width];
  return svg`
    <line class=${tick === 0 ? 'axis' : 'grid'} x1=${from} x2=${to} y1=${y} y2=${y} />
    <text class="tick" x=${mirrored ? width - gutter + 8 : gutter - 8} y=${y} dy="0.32em" text-anchor=${mirrored ? 'start' : 'end'}>
      ${speech.formats.axisMoney(tick)}
    </text>
  `;
}

function monthBar(row: MonthRow, outcome: Outcome, speech: Speech, { across, bar, up }: Frame, step: number): SVGTemplateResult {
  const x = across(row.month);
  let below = 0;
  const areas = shownParts(row).map((part, place) => {
    const from = up(below);
    below += part;
    const height = from - up(below);
    const tone = outcome.clauses[place]?.tone ?? 0;
    return height > 0 ? svg`<rect class="edge" x=${x} y=${up(below)} width=${bar} height=${height} fill=${tonePaint(tone)} />` : nothing;
  });
  return svg`
    <g class="month">
      <title>${speech.formats.month(row.month)}: ${speech.formats.money(row.amount)}</title>
      <rect class="reach" x=${x - (step - bar) / 2} y=${TOP} width=${step} height=${HEIGHT - TOP - BELOW} />
      ${areas}
    </g>
  `;
}

/** As many months as there is room for, each year said once. */
function monthLabels(outcome: Outcome, { formats }: Speech, { across, bar }: Frame, step: number): SVGTemplateResult[] {
  const longest = Math.max(...outcome.months.map(({ month }) => formats.shortMonth(month).length));
  const every = Math.max(1, Math.ceil((longest * CHARACTER + 6) / step));
  let year = '';
  return outcome.months
    .filter((_, index) => index % every === 0)
    .map(({ month }) => {
      const x = across(month) + bar / 2;
      const said = year;
      year = formats.year(month);
      return svg`
        <text class="tick" x=${x} y=${HEIGHT - BELOW + 18} text-anchor="middle">${formats.shortMonth(month)}</text>
        ${year === said ? nothing : svg`<text class="tick" x=${x} y=${HEIGHT - BELOW + 34} text-anchor="middle">${year}</text>`}
      `;
    });
}

/** The lengths of a bar's parts: what clauses take away is taken from the top, so that the bar is as high as its month. */
function shownParts({ parts }: MonthRow): number[] {
  let taken = parts.reduce((sum, part) => sum + Math.max(0, -Number(part)), 0);
  return parts
    .map(pixels)
    .reverse()
    .map((length) => {
      const left = Math.max(0, length - taken);
      taken -= length - left;
      return left;
    })
    .reverse();
}

/** An amount as a length: the only use that a float has here. */
function pixels(amount: string): number {
  return Math.max(0, Number(amount));
}
