import { scaleLinear } from 'd3-scale';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { BreakEven } from '#documents';
import { type Cliff, cliffsIn } from '../../state/comparison/cliffs.js';
import type { Driver } from '../../state/comparison/drivers.js';
import { snapped } from '../../state/comparison/ranges.js';
import { type LineChart, lineChart, type Point } from '../parts/line-chart.js';
import { awaited } from './answers.js';
import { driverName } from './numbers.js';
import { type Along, along, between, called, type Named, pairOf } from './pairs.js';
import type { Actions, Shown } from './shown.js';

/** Along what two offers are held against each other. */
export function evenAlong(shown: Shown): Along | undefined {
  const found = along(shown, shown.choices.driver, 0);
  return found && { ...found, span: between(found.span, shown.choices.from, shown.choices.to) };
}

const at = (value: string) => Number(value.replace('%', ''));

/** Where two offers cross along any number: lines, shades for who pays more, crossings and cliffs with their values. */
export function even(shown: Shown, actions: Actions): TemplateResult | typeof nothing {
  const { speech, answers } = shown;
  const [pair, found] = [pairOf(shown), evenAlong(shown)];
  if (!pair || !found) return nothing;
  const { driver, now } = found;
  const [one, other] = pair;
  const title = speech.tell('even.title', {
    one: { text: called(one) },
    other: { text: called(other) },
    driver: { text: driverName(driver, shown) },
  });
  return html`
    <section class="panel" part="panel" data-paper aria-labelledby="even-heading">
      <div class="section-head">
        <h3 id="even-heading">${speech.tell('even')}</h3>
        <p class="choice">${driverChoice(shown, driver, actions)} ${ends(shown, found, actions)}</p>
      </div>
      ${answers.breakEven ? html`<ul class="said">${stretches(answers.breakEven, pair, driver, shown)}${cliffs(cliffsIn(answers.breakEven.curve, found.span.step), pair, driver, shown)}</ul>` : awaited(shown, 'breakEven')}
      <figure>
        <figcaption class="label">${title}</figcaption>
        <div class="picture">${answers.breakEven ? lineChart(pictured(answers.breakEven, shown, pair, found, title, actions)) : nothing}</div>
        <input
          class="point"
          type="range"
          min=${found.span.from}
          max=${found.span.to}
          step=${found.span.step}
          ?disabled=${shown.readonly}
          .value=${live(now)}
          aria-label=${speech.tell('even.move', { driver: { text: driverName(driver, shown) } })}
          aria-valuetext=${speech.value(driver, now)}
          @input=${(event: Event) => actions.point(driver, (event.target as HTMLInputElement).value, false)}
          @change=${(event: Event) => actions.point(driver, (event.target as HTMLInputElement).value, true)}
        />
        ${answers.breakEven ? curveTable(answers.breakEven, pair, driver, shown, title) : nothing}
      </figure>
    </section>
  `;
}

function driverChoice(shown: Shown, driver: Driver, actions: Actions): TemplateResult {
  const chosen = (event: Event) => actions.choose({ driver: (event.target as HTMLSelectElement).value, from: '', to: '' });
  return html`<label class="inline">${shown.speech.tell('even.driver')}
    <select .value=${live(driver.path)} @change=${chosen}>
      ${shown.results.drivers.map((each) => html`<option value=${each.path} ?selected=${each.path === driver.path}>${driverName(each, shown)}</option>`)}
    </select>
  </label>`;
}

function ends({ speech }: Shown, { span }: Along, actions: Actions): TemplateResult {
  const end = (which: 'from' | 'to') => html`<label class="inline">${speech.tell(`even.${which}`)}
    <input class="end-value" type="text" inputmode="decimal" size="5" .value=${live(speech.formats.count(span[which]))}
      @change=${(event: Event) => actions.choose({ [which]: (event.target as HTMLInputElement).value.replace(/[^\d.]/g, '') })} />
  </label>`;
  return html`${end('from')} ${end('to')}`;
}

function stretches({ stretches }: BreakEven, pair: readonly [Named, Named], driver: Driver, { speech }: Shown): TemplateResult[] {
  const value = (text: string) => ({ text: speech.value(driver, text) });
  return stretches.map(({ from, to, ahead }) => {
    const facts = { from: value(from), to: value(to), name: { text: called(pair[ahead === 1 ? 1 : 0]) } };
    const alone = from === to;
    if (ahead === null || ahead === undefined)
      return html`<li><strong>${speech.tell(alone ? 'even.equal' : 'even.equalTo', facts)}</strong></li>`;
    if (stretches.length === 1) return html`<li>${speech.tell('even.never', facts)}</li>`;
    return html`<li>${speech.tell(alone ? 'even.aheadOne' : 'even.ahead', facts)}</li>`;
  });
}

function cliffs(found: readonly Cliff[], pair: readonly [Named, Named], driver: Driver, { speech }: Shown): TemplateResult[] {
  return found.map(({ contract, after, paidBefore, paidAfter }) => {
    const facts = {
      value: { text: speech.value(driver, after) },
      name: { text: called(pair[contract === 1 ? 1 : 0]) },
      before: { money: paidBefore },
      after: { money: paidAfter },
    };
    return html`<li>${speech.tell('even.cliffText', facts)}</li>`;
  });
}

function pictured(
  { curve, crossings, stretches }: BreakEven,
  shown: Shown,
  pair: readonly [Named, Named],
  along: Along,
  title: string,
  actions: Actions,
): LineChart {
  const { speech, width, readonly } = shown;
  const { driver, now, span } = along;
  const found = cliffsIn(curve, span.step);
  const short = (value: string) => speech.value(driver, value);
  const line = (contract: 0 | 1): readonly Point[] => curve.map(({ value, paid }) => ({ at: at(value), amount: Number(paid[contract]) }));
  const equals = stretches.filter(({ from, to, ahead }) => from === to && (ahead === null || ahead === undefined));
  const isCliff = (after: string) => found.some((cliff) => cliff.after === after);
  const marks = [
    ...equals.map(({ from }) => {
      const crossing = crossings.find(({ after }) => after === from);
      return {
        at: at(from),
        amount: Number(crossing?.paidAfter[0] ?? 0),
        text: speech.tell('even.crossing', { value: { text: short(from) } }),
        cliff: false,
      };
    }),
    ...crossings
      .filter(({ before, after }) => !equals.some(({ from }) => from === after || from === before))
      .map(({ before, after, paidAfter }) => ({
        at: at(after),
        amount: Number(paidAfter[0]),
        text: isCliff(after)
          ? speech.tell('even.cliff', { value: { text: short(after) } })
          : speech.tell('even.between', { before: { text: short(before) }, after: { text: short(after) } }),
        cliff: isCliff(after),
      })),
    ...found
      .filter(({ after }) => !crossings.some((crossing) => crossing.after === after))
      .map(({ after, paidAfter }) => ({
        at: at(after),
        amount: Number(paidAfter),
        text: speech.tell('even.cliff', { value: { text: short(after) } }),
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
    across: { from, to, ticks: ticksBetween(from, to, width).map((tick) => ({ at: tick, text: short(String(tick)) })) },
    // Each reaches to where the next one begins: between neighbouring values there is nothing.
    shades: stretches.flatMap(({ from, to, ahead }, place, all) =>
      ahead === null || ahead === undefined ? [] : [{ from: inside(at(from)), to: inside(at(all[place + 1]?.from ?? to)), line: ahead }],
    ),
    marks: marks.filter((mark) => mark.at >= from && mark.at <= to).slice(0, 6),
    now: {
      at: inside(Number(now)),
      text: speech.tell('even.point', { value: { text: short(now) } }),
      ...(!readonly && { moved: (value: number, done: boolean) => actions.point(driver, snapped(span, value), done) }),
    },
    money: (amount) => speech.formats.axisMoney(amount),
  };
}

function ticksBetween(from: number, to: number, width: number): readonly number[] {
  return scaleLinear([from, to], [0, width]).ticks(Math.max(2, Math.min(8, Math.floor(width / 110))));
}

function curveTable({ curve }: BreakEven, pair: readonly [Named, Named], driver: Driver, shown: Shown, title: string): TemplateResult {
  const { speech } = shown;
  return html`
    <details>
      <summary>${speech.tell('chart.asTable')}</summary>
      <div class="scroll" tabindex="0" role="group" aria-label=${title}>
        <table class="ledger">
          <thead><tr><th scope="col">${driverName(driver, shown)}</th>${pair.map((named) => html`<th scope="col" class="end">${called(named)}</th>`)}</tr></thead>
          <tbody>
            ${curve.map(({ value, paid }) => html`<tr><th scope="row">${speech.value(driver, value)}</th>${paid.map((amount) => html`<td class="end">${speech.formats.money(amount)}</td>`)}</tr>`)}
          </tbody>
        </table>
      </div>
    </details>
  `;
}
