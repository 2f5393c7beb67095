import { scaleLinear } from 'd3-scale';
import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { tonePaint } from './tones.js';

export interface Point {
  readonly at: number;
  /** As a length on the screen, never a figure that is shown. */
  readonly amount: number;
}

/** Lines that are told apart by their dashes and letters, over stretches in the pattern of who is ahead. */
export interface LineChart {
  readonly title: string;
  /** In pixels. */
  readonly width: number;
  readonly mirrored: boolean;
  readonly lines: readonly { readonly letter: string; readonly points: readonly Point[] }[];
  readonly across: {
    readonly from: number;
    readonly to: number;
    readonly ticks: readonly { readonly at: number; readonly text: string; readonly second?: string }[];
  };
  /** Where one line is ahead: its place among the lines. */
  readonly shades?: readonly { readonly from: number; readonly to: number; readonly line: number }[];
  /** Places with words: crossings, cliffs. */
  readonly marks?: readonly { readonly at: number; readonly amount: number; readonly text: string; readonly cliff: boolean }[];
  /** The point that stands for the numbers now, with what is to happen as it is dragged. */
  readonly now?: { readonly at: number; readonly text: string; moved?(at: number, done: boolean): void };
  money(amount: number): string;
}

const HEIGHT = 264;
const TOP = 28;
const BELOW = 44;
const CHARACTER = 7;
const DASHES = ['', '7 4', '2 3', '9 3 2 3'];

export function lineChart(chart: LineChart): TemplateResult {
  const { title, width, mirrored, lines, across } = chart;
  const amounts = lines.flatMap(({ points }) => points.map(({ amount }) => amount));
  const up = scaleLinear([Math.min(0, ...amounts), Math.max(1, ...amounts)], [HEIGHT - BELOW, TOP]).nice(4);
  const ticks = up.ticks(4);
  const gutter = 10 + CHARACTER * Math.max(...ticks.map((tick) => chart.money(tick).length));
  const [start, end] = mirrored ? [width - gutter, 22] : [gutter, width - 22];
  const x = scaleLinear([across.from, across.to], [start, end]);
  const left = Math.min(start, end);
  return html`
    <svg
      class="drawing"
      viewBox="0 0 ${width} ${HEIGHT}"
      width=${width}
      height=${HEIGHT}
      role="img"
      aria-label=${title}
      direction="ltr"
      @pointerdown=${chart.now?.moved ? (event: PointerEvent) => drag(event, x.invert, across, chart) : nothing}
    >
      ${(chart.shades ?? []).map(({ from, to, line }) => svg`<rect class="shade" x=${Math.min(x(from), x(to))} y=${TOP} width=${Math.abs(x(to) - x(from))} height=${HEIGHT - BELOW - TOP} fill=${tonePaint(line + 1)} />`)}
      ${ticks.map((tick) => gridLine(tick, up(tick), chart, start, end))}
      ${lines.map(({ points }, place) => svg`<polyline class="curve" data-place=${place} stroke-dasharray=${DASHES[place] || nothing} points=${points.map(({ at, amount }) => `${round(x(at))},${round(up(amount))}`).join(' ')} />`)}
      ${letters(chart, x, up, end)}
      ${(chart.marks ?? []).map((mark, place) => markAt(mark, place, x(mark.at), up(mark.amount), width))}
      ${chart.now ? nowAt(chart.now, x(chart.now.at), left, width) : nothing}
      ${across.ticks.map(
        ({ at, text, second }) => svg`
        <text class="tick" x=${x(at)} y=${HEIGHT - BELOW + 18} text-anchor="middle">${text}</text>
        ${second === undefined ? nothing : svg`<text class="tick" x=${x(at)} y=${HEIGHT - BELOW + 34} text-anchor="middle">${second}</text>`}
      `,
      )}
    </svg>
  `;
}

const round = (length: number) => Math.round(length * 10) / 10;

function gridLine(tick: number, y: number, { mirrored, money }: LineChart, start: number, end: number): SVGTemplateResult {
  return svg`
    <line class=${tick === 0 ? 'axis' : 'grid'} x1=${start} x2=${end} y1=${y} y2=${y} />
    <text class="tick" x=${mirrored ? start + 8 : start - 8} y=${y} dy="0.32em" text-anchor=${mirrored ? 'start' : 'end'}>${money(tick)}</text>
  `;
}

/** Each line's letter at its end; those that would lie on each other stand apart. */
function letters({ lines }: LineChart, _x: (at: number) => number, up: (amount: number) => number, end: number): SVGTemplateResult[] {
  const ends = lines.map(({ letter, points }) => ({ letter, y: up(points.at(-1)?.amount ?? 0) })).sort((one, other) => one.y - other.y);
  let above = Number.NEGATIVE_INFINITY;
  const side = end > 100 ? 8 : -8;
  return ends.map(({ letter, y }) => {
    const free = Math.max(y, above + 14);
    above = free;
    return svg`<text class="line-letter" x=${end + side} y=${free} dy="0.32em" text-anchor=${side > 0 ? 'start' : 'end'}>${letter}</text>`;
  });
}

function markAt(
  { text, cliff }: NonNullable<LineChart['marks']>[number],
  place: number,
  x: number,
  y: number,
  width: number,
): SVGTemplateResult {
  const anchor = x < 90 ? 'start' : x > width - 110 ? 'end' : 'middle';
  return svg`
    <line class="drop-line" x1=${x} x2=${x} y1=${TOP} y2=${HEIGHT - BELOW} />
    ${cliff ? svg`<path class="cliff" d="M${x - 5} ${y} L${x} ${y - 7} L${x + 5} ${y} L${x} ${y + 7} Z" />` : svg`<circle class="crossing" cx=${x} cy=${y} r="5" />`}
    <text class="mark-text" x=${x} y=${TOP - 6 - (place % 2) * 13} text-anchor=${anchor}>${text}</text>
  `;
}

function nowAt({ text }: NonNullable<LineChart['now']>, x: number, left: number, width: number): SVGTemplateResult {
  const anchor = x < left + 50 ? 'start' : x > width - 60 ? 'end' : 'middle';
  return svg`
    <line class="now" x1=${x} x2=${x} y1=${TOP} y2=${HEIGHT - BELOW} />
    <path class="now-handle" d="M${x - 7} ${HEIGHT - BELOW + 8} L${x} ${HEIGHT - BELOW - 4} L${x + 7} ${HEIGHT - BELOW + 8} Z" />
    <text class="now-text" x=${x} y=${HEIGHT - 6} text-anchor=${anchor}>${text}</text>
  `;
}

/** The point follows the pointer until that is let go. */
function drag(event: PointerEvent, invert: (x: number) => number, { from, to }: LineChart['across'], { now, width }: LineChart) {
  const drawing = event.currentTarget as SVGSVGElement;
  drawing.setPointerCapture(event.pointerId);
  const move = (to_: PointerEvent, done: boolean) => {
    const box = drawing.getBoundingClientRect();
    const at = invert(((to_.clientX - box.left) / box.width) * width);
    now?.moved?.(Math.min(to, Math.max(from, at)), done);
  };
  move(event, false);
  const moving = (to_: PointerEvent) => move(to_, false);
  drawing.addEventListener('pointermove', moving);
  const end = (last: PointerEvent) => {
    drawing.removeEventListener('pointermove', moving);
    move(last, true);
  };
  drawing.addEventListener('pointerup', end, { once: true });
}
