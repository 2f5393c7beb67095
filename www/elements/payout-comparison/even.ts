import { scaleLinear } from 'd3-scale';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { BreakEven } from '#documents';
import { type Cliff, cliffsIn } from '../../state/comparison/cliffs.js';
import { snapped } from '../../state/comparison/ranges.js';
import { numberIn } from '../../state/entries.js';
import { type LineChart, lineChart, type Point } from '../parts/line-chart.js';
import { awaited } from './answers.js';
import { type Axis, axesOf, axisOf, termSpan } from './axis.js';
import { called, type Named, pairOf } from './pairs.js';
import type { Actions, Shown } from './shown.js';

/** More than these are told in one sentence. */
const MOST_STRETCHES = 8;
const MOST_UNSURE = 3;
/** More would be lines without end. */
const MOST_SHADES = 100;

const at = (value: string) => Number(value.replace('%', ''));

/** Where two offers cross along any number of the scenario or of an offer: lines, shades for who pays more, crossings and cliffs with their values. */
export function even(shown: Shown, actions: Actions): TemplateResult | typeof nothing {
  const { speech, answers } = shown;
  const pair = pairOf(shown);
  const axis = pair && axisOf(shown, pair);
  if (!pair || !axis) return nothing;
  const [one, other] = pair;
  const { span, now, name } = axis;
  const found = answers.breakEven;
  const title = speech.tell('even.title', { one: { text: called(one) }, other: { text: called(other) }, driver: { text: name } });
  const moved = (event: Event, done: boolean) => axis.move(actions, (event.target as HTMLInputElement).value, done);
  return html`
    <section class="panel" part="panel" data-paper aria-labelledby="even-heading">
      <div class="section-head">
        <h3 id="even-heading">${speech.tell('even')}</h3>
        <p class="choice">${axisChoice(shown, pair, axis, actions)} ${ends(shown, axis, actions)}</p>
      </div>
      ${
        found
          ? html`<ul class="said">${stretches(found, pair, axis, shown)}${cliffs(cliffsIn(found.curve, span.step), pair, axis, shown)}${unsure(found.unsure, axis, shown)}</ul>`
          : awaited(shown, 'breakEven')
      }
      <figure>
        <figcaption class="label">${title}</figcaption>
        <div class="picture">${found ? lineChart(pictured(found, shown, pair, axis, title, actions)) : nothing}</div>
        <input
          class="point"
          type="range"
          min=${span.from}
          max=${span.to}
          step=${axis.stride}
          ?disabled=${shown.readonly}
          .value=${live(now)}
          aria-label=${speech.tell('even.move', { driver: { text: name } })}
          aria-valuetext=${axis.written(now)}
          @input=${(event: Event) => moved(event, false)}
          @change=${(event: Event) => moved(event, true)}
        />
        ${found ? curveTable(found, pair, axis, shown, title) : nothing}
      </figure>
    </section>
  `;
}

/** Numbers of the scenario, and the terms of both offers. */
function axisChoice(shown: Shown, pair: readonly [Named, Named], axis: Axis, actions: Actions): TemplateResult {
  const { speech } = shown;
  const { numbers, terms } = axesOf(shown, pair);
  const option = ({ key, name }: { key: string; name: string }) =>
    html`<option value=${key} ?selected=${key === axis.key}>${name}</option>`;
  const chosen = (event: Event) => {
    const key = (event.target as HTMLSelectElement).value;
    const term = terms.flat().find((each) => each.key === key);
    // A term's ends are kept from here, so that moving the point does not move the picture.
    const span = term && termSpan(term.named, term.term);
    actions.choose({ driver: key, from: span?.from ?? '', to: span?.to ?? '' });
  };
  return html`<label class="inline">${speech.tell('even.driver')}
    <select .value=${live(axis.key)} @change=${chosen}>
      <optgroup label=${speech.tell('numbers')}>${numbers.map(option)}</optgroup>
      ${pair.map(({ letter, name }, place) => {
        const own = terms[place] ?? [];
        return own.length === 0
          ? nothing
          : html`<optgroup label=${speech.tell('sheet.region', { letter: { text: letter }, name: { text: name } })}>${own.map(option)}</optgroup>`;
      })}
    </select>
  </label>`;
}

function ends({ speech }: Shown, { span }: Axis, actions: Actions): TemplateResult {
  const end = (which: 'from' | 'to') => html`<label class="inline">${speech.tell(`even.${which}`)}
    <input class="end-value" type="text" inputmode="decimal" size="5" .value=${live(speech.formats.count(span[which]))}
      @change=${(event: Event) => actions.choose({ [which]: (event.target as HTMLInputElement).value.replace(/[^\d.]/g, '') })} />
  </label>`;
  return html`${end('from')} ${end('to')}`;
}

function stretches({ stretches }: BreakEven, pair: readonly [Named, Named], axis: Axis, { speech }: Shown): TemplateResult[] {
  const value = (text: string) => ({ text: axis.written(text) });
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (stretches.length > MOST_STRETCHES && first && last) {
    const facts = { count: { count: String(stretches.length - 1) }, from: value(first.to), to: value(last.from) };
    return [html`<li>${speech.tell('even.many', facts)}</li>`];
  }
  return stretches.map(({ from, to, ahead }) => {
    const facts = { from: value(from), to: value(to), name: { text: called(pair[ahead === 1 ? 1 : 0]) } };
    const alone = from === to;
    if (ahead === null || ahead === undefined)
      return html`<li><strong>${speech.tell(alone ? 'even.equal' : 'even.equalTo', facts)}</strong></li>`;
    if (stretches.length === 1) return html`<li>${speech.tell('even.never', facts)}</li>`;
    return html`<li>${speech.tell(alone ? 'even.aheadOne' : 'even.ahead', facts)}</li>`;
  });
}

function cliffs(found: readonly Cliff[], pair: readonly [Named, Named], axis: Axis, { speech }: Shown): TemplateResult[] {
  return found.map(({ contract, after, paidBefore, paidAfter }) => {
    const facts = {
      value: { text: axis.written(after) },
      name: { text: called(pair[contract === 1 ? 1 : 0]) },
      before: { money: paidBefore },
      after: { money: paidAfter },
    };
    return html`<li>${speech.tell('even.cliffText', facts)}</li>`;
  });
}

/** Where more may lie than was seen. */
function unsure(found: BreakEven['unsure'], axis: Axis, { speech }: Shown): TemplateResult[] {
  const [first, last] = [found[0], found.at(-1)];
  const told = found.length > MOST_UNSURE && first && last ? [[first[0], last[1]] as const] : found;
  return told.map(
    ([from, to]) => html`<li>${speech.tell('even.unsure', { from: { text: axis.written(from) }, to: { text: axis.written(to) } })}</li>`,
  );
}

function pictured(
  { curve, crossings, stretches }: BreakEven,
  shown: Shown,
  pair: readonly [Named, Named],
  axis: Axis,
  title: string,
  actions: Actions,
): LineChart {
  const { speech, width, readonly } = shown;
  const { now, span, stride } = axis;
  const found = cliffsIn(curve, span.step);
  const line = (contract: 0 | 1): readonly Point[] => curve.map(({ value, paid }) => ({ at: at(value), amount: Number(paid[contract]) }));
  const equals = stretches.filter(({ from, to, ahead }) => from === to && (ahead === null || ahead === undefined));
  const isCliff = (after: string) => found.some((cliff) => cliff.after === after);
  const marks = [
    ...equals.map(({ from }) => {
      const crossing = crossings.find(({ after }) => after === from);
      return {
        at: at(from),
        amount: Number(crossing?.paidAfter[0] ?? 0),
        text: speech.tell('even.crossing', { value: { text: axis.written(from) } }),
        cliff: false,
      };
    }),
    ...crossings
      .filter(({ before, after }) => !equals.some(({ from }) => from === after || from === before))
      .map(({ before, after, paidAfter }) => ({
        at: at(after),
        amount: Number(paidAfter[0]),
        text: isCliff(after)
          ? speech.tell('even.cliff', { value: { text: axis.written(after) } })
          : speech.tell('even.between', { before: { text: axis.written(before) }, after: { text: axis.written(after) } }),
        cliff: isCliff(after),
      })),
    ...found
      .filter(({ after }) => !crossings.some((crossing) => crossing.after === after))
      .map(({ after, paidAfter }) => ({
        at: at(after),
        amount: Number(paidAfter),
        text: speech.tell('even.cliff', { value: { text: axis.written(after) } }),
        cliff: true,
      })),
  ];
  const [from, to] = [Number(span.from), Number(span.to)];
  const inside = (value: number) => Math.min(to, Math.max(from, value));
  return {
    title,
    width,
    mirrored: speech.language.direction === 'rtl',
    lines: [
      { letter: pair[0].letter, points: line(0) },
      { letter: pair[1].letter, points: line(1) },
    ],
    across: { from, to, ticks: ticksBetween(from, to, width).map((tick) => ({ at: tick, text: axis.written(String(tick)) })) },
    // Each reaches to where the next one begins: between neighbouring values there is nothing.
    shades: (stretches.length > MOST_SHADES ? [] : stretches).flatMap(({ from, to, ahead }, place, all) =>
      ahead === null || ahead === undefined ? [] : [{ from: inside(at(from)), to: inside(at(all[place + 1]?.from ?? to)), line: ahead }],
    ),
    marks: marks.filter((mark) => mark.at >= from && mark.at <= to).slice(0, 6),
    now: {
      at: inside(Number(numberIn(now))),
      text: speech.tell('even.point', { value: { text: axis.written(now) } }),
      ...(!readonly && { moved: (value: number, done: boolean) => axis.move(actions, snapped({ ...span, step: stride }, value), done) }),
    },
    money: (amount) => speech.formats.axisMoney(amount),
  };
}

function ticksBetween(from: number, to: number, width: number): readonly number[] {
  return scaleLinear([from, to], [0, width]).ticks(Math.max(2, Math.min(8, Math.floor(width / 110))));
}

function curveTable({ curve }: BreakEven, pair: readonly [Named, Named], axis: Axis, shown: Shown, title: string): TemplateResult {
  const { speech } = shown;
  return html`
    <details>
      <summary>${speech.tell('chart.asTable')}</summary>
      <div class="scroll" tabindex="0" role="group" aria-label=${title}>
        <table class="ledger">
          <thead><tr><th scope="col">${axis.name}</th>${pair.map((named) => html`<th scope="col" class="end">${called(named)}</th>`)}</tr></thead>
          <tbody>
            ${curve.map(({ value, paid }) => html`<tr><th scope="row">${axis.written(value)}</th>${paid.map((amount) => html`<td class="end">${speech.formats.money(amount)}</td>`)}</tr>`)}
          </tbody>
        </table>
      </div>
    </details>
  `;
}
