import { html, nothing, svg, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Bargain } from '#documents';
import type { Actions, Shown } from './shown.js';

type Offer = Bargain['offers'][number];

const [WIDE, TALL] = [420, 300];
const EDGE = 16;
/** How near a point is that is meant by who points at the picture, in pixels. */
const NEAR = 32;

/**
 * All offers by what both sides gain. Those that no other is better than are walked through with a slider, or by pointing at them; the one that is picked
 * comes on the table by its button.
 */
export function pareto(
  { speech, answers, choices }: Shown,
  said: (values: readonly string[]) => string,
  put: (values: readonly string[]) => TemplateResult,
  actions: Actions,
): TemplateResult | typeof nothing {
  const offers = answers.bargain?.offers ?? [];
  const best = bestOf(offers);
  if (best.length === 0) return nothing;
  const scale = (which: 'partnerGain' | 'brandGain') => {
    const gains = offers.map((offer) => Number(offer[which]));
    const [low, high] = [Math.min(0, ...gains), Math.max(0, ...gains)];
    return (value: number) => (high > low ? (value - low) / (high - low) : 0.5);
  };
  const [across, up] = [scale('partnerGain'), scale('brandGain')];
  const x = (value: number) => EDGE + across(value) * (WIDE - 2 * EDGE);
  const y = (value: number) => TALL - EDGE - up(value) * (TALL - 2 * EDGE);
  const spots = best.map(({ partnerGain, brandGain }) => [x(Number(partnerGain)), y(Number(brandGain))] as const);
  const place = Math.min(best.length - 1, Math.max(0, choices.best ?? Math.floor(best.length / 2)));
  const [picked, spot] = [best[place], spots[place]];
  if (!picked || !spot) return nothing;
  const title = speech.tell('counter.pareto');
  const text = speech.tell('counter.pareto.point', {
    values: { text: said(picked.values) },
    partner: { money: picked.partnerGain },
    brand: { money: picked.brandGain },
  });
  const pointed = (event: PointerEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const [left, top] = [((event.clientX - box.left) / box.width) * WIDE, ((event.clientY - box.top) / box.height) * TALL];
    const away = spots.map(([x, y]) => Math.hypot(x - left, y - top));
    const nearest = Math.min(...away);
    if (nearest <= (NEAR * WIDE) / box.width) actions.choose({ best: away.indexOf(nearest) });
  };
  return html`
    <figure class="pareto">
      <figcaption class="label">${title}</figcaption>
      <p class="aside">${speech.tell('counter.pareto.hint')}</p>
      <svg class="drawing" viewBox="0 0 ${WIDE} ${TALL}" width=${WIDE} height=${TALL} role="img" aria-label=${title} direction="ltr" @click=${pointed}>
        <line class="axis" x1=${x(0)} x2=${x(0)} y1="0" y2=${TALL} /><line class="axis" x1="0" x2=${WIDE} y1=${y(0)} y2=${y(0)} />
        ${offers.map((offer) => (best.includes(offer) ? nothing : svg`<circle class="offer-point" cx=${x(Number(offer.partnerGain))} cy=${y(Number(offer.brandGain))} r="3.5" />`))}
        ${spots.map(([x, y]) => svg`<circle class="offer-point best" cx=${x} cy=${y} r="4.5" />`)}
        <circle class="offer-point picked" cx=${spot[0]} cy=${spot[1]} r="9" />
        <text class="tick" x=${WIDE} y=${y(0) - 6} text-anchor="end">${speech.tell('counter.pareto.across')}</text>
        <text class="tick" x=${x(0) + 6} y="10">${speech.tell('counter.pareto.up')}</text>
      </svg>
      <label class="pick">${speech.tell('counter.pareto.pick')}
        <input class="point" type="range" min="0" max=${best.length - 1} step="1" .value=${live(String(place))} aria-valuetext=${text}
          @input=${(event: Event) => actions.choose({ best: Number((event.target as HTMLInputElement).value) })} />
      </label>
      <p><strong>${text}</strong></p>
      ${put(picked.values)}
    </figure>
  `;
}

/** The offers that no other is better than, from the brand's favourite to the partner's: those that both accept, where there are any. */
function bestOf(offers: readonly Offer[]): readonly Offer[] {
  const frontier = offers.filter(({ frontier }) => frontier).sort((one, other) => Number(one.partnerGain) - Number(other.partnerGain));
  const accepted = frontier.filter(({ partnerGain, brandGain }) => !partnerGain.startsWith('-') && !brandGain.startsWith('-'));
  return accepted.length > 0 ? accepted : frontier;
}
