import { css } from 'lit';
import { printStyles } from './print.styles.js';
import { rangeStyles } from './range-field.styles.js';

/** What is shown once the later parts have arrived. */
export const laterStyles = css`
  .chart {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }

  .drawing {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    overflow: visible;
  }

  .grid {
    stroke: var(--_rule);
  }

  .axis {
    stroke: var(--_ink);
  }

  .tick {
    fill: var(--_muted);
    font-size: 0.75rem;
  }

  .reach {
    fill: transparent;
  }

  .month:hover .reach {
    fill: color-mix(in oklab, var(--_ink) 7%, transparent);
  }

  .chart table,
  .cash table {
    border-collapse: collapse;
    inline-size: 100%;
    font-size: 0.875rem;
  }

  .scroll {
    overflow-x: auto;
  }

  :is(.chart, .cash) :is(th, td) {
    padding: 0.5rem 0;
    padding-inline-end: 0.75rem;
    border-block-end: 1px solid var(--_rule);
    text-align: start;
    font-weight: 400;
  }

  :is(.chart, .cash) thead th {
    color: var(--_muted);
  }

  :is(.chart, .cash) :is(th, td).end {
    text-align: end;
  }

  :is(.chart, .cash) :is(th, td):last-child {
    padding-inline-end: 0;
  }

  .grounds {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 1.25rem;
    border-block-start: 1px solid var(--_rule);
    padding-block-start: 1.5rem;
  }

  /* Two that are closed stand close together. */
  .grounds > details + details {
    margin-block-start: -1rem;
  }

  .assumptions,
  .assumptions ul {
    grid-template-columns: minmax(0, 1fr);
  }

  .assumptions {
    display: grid;
    gap: 0.75rem;
    align-content: start;
    font-size: 0.9375rem;
  }

  .assumptions ul {
    display: grid;
    gap: 0.5rem;
    padding-inline-start: 1.1em;
    color: var(--_muted);
  }

  .assumptions li::marker {
    content: '–\\2002';
  }

  .offers,
  .brand,
  .reach {
    display: grid;
    gap: 0.75rem;
    container-type: inline-size;
  }

  .reach ul {
    list-style: none;
    display: grid;
  }

  .reach li {
    padding-block: 0.625rem;
    border-block-start: 1px solid var(--_rule);
    font-size: 0.9375rem;
  }

  /* Room for what is worked out last, so that it moves nothing. */
  .reach .next {
    min-block-size: calc(2lh + 1.25rem + 1px);
  }

  .next [data-awaited] {
    visibility: hidden;
  }

  @container (inline-size < 20rem) {
    .reach .next {
      min-block-size: calc(3lh + 1.25rem + 1px);
    }
  }

  /* How much of the way is done, on the whole of it. */
  .goal::after {
    content: '';
    display: block;
    block-size: 0.5rem;
    margin-block: 0.5rem 0.25rem;
    border: 1px solid var(--_accent);
    background: linear-gradient(var(--_accent) 0 0) var(--_start, left) / calc(var(--_length, 0) * 100%) 100% no-repeat;
  }

  .goal:dir(rtl),
  .stretch:dir(rtl) {
    --_start: right;
  }

  /* From zero to the likely end: the stretch between both ends, and a mark at the headline's amount. */
  .stretch {
    position: relative;
    block-size: 0.5rem;
    margin-block-start: 0.375rem;
    background: var(--_rule);
  }

  .stretch::before,
  .stretch::after {
    content: '';
    position: absolute;
  }

  .stretch::before {
    inset-block: 0;
    inset-inline-start: calc(var(--_from, 0) * 100%);
    inline-size: calc((var(--_to, 0) - var(--_from, 0)) * 100%);
    background: var(--_accent);
  }

  .stretch::after {
    inset-block: -0.25rem;
    inset-inline-start: calc(var(--_at, 0) * 100% - 1.5px);
    inline-size: 3px;
    background: var(--_ink);
    outline: 2px solid var(--_tint);
  }

${rangeStyles}

  .offers ul {
    list-style: none;
  }

  .offer {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    align-items: baseline;
    padding-block: 0.375rem;
    border-block-start: 1px solid var(--_rule);
  }

  .offer::before {
    content: '';
    position: absolute;
    inset-block-start: -2px;
    inset-inline-start: 0;
    inline-size: calc(var(--_length, 0) * 100%);
    block-size: 3px;
    background: var(--_edge);
  }

  .offer[data-chosen]::before {
    background: var(--_accent);
  }

  .pick {
    min-block-size: 2.75rem;
    padding: 0;
    border: 0;
    background: none;
    text-decoration: underline;
    text-underline-offset: 0.25em;
    cursor: pointer;
    flex: 1 1 9rem;
    text-align: start;
    overflow-wrap: anywhere;
  }

  .offer[data-chosen] .pick {
    font-weight: 650;
    color: var(--_ink);
  }

  .offer .figure {
    max-inline-size: 100%;
    margin-inline-start: auto;
    overflow-wrap: anywhere;
    text-align: end;
  }

  .most {
    flex-basis: 100%;
    text-align: end;
    font-size: 0.875rem;
    color: var(--_muted);
  }

  .offers > p {
    font-size: 0.9375rem;
    color: var(--_muted);
  }

  .brand dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
    gap: 1rem 1.5rem;
  }

  .brand dl > div {
    display: grid;
    align-content: start;
    border-block-start: 1px solid var(--_rule);
    padding-block-start: 0.5rem;
  }

  .brand dt {
    font-size: 0.9375rem;
    color: var(--_muted);
  }

  .brand dd {
    font-size: 1.125rem;
    overflow-wrap: anywhere;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5rem;
  }

  .link {
    flex: 1 1 16rem;
    min-block-size: 2.75rem;
    padding: 0 0.75rem;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: transparent;
  }

  @media (forced-colors: active) {
    .goal::after,
    .stretch,
    .stretch::before,
    .stretch::after,
    .dual::before,
    .dual::after {
      forced-color-adjust: none;
      border-color: CanvasText;
    }

    /* Without a second colour, what lies between is thicker. */
    .stretch,
    .dual::before {
      background: linear-gradient(CanvasText 0 0) center / 100% 1px no-repeat;
    }

    .goal::after {
      background-image: linear-gradient(CanvasText 0 0);
    }

    .stretch::before,
    .stretch::after,
    .dual::after {
      background: CanvasText;
    }

    .stretch::after {
      outline-color: Canvas;
    }

    .dual .range::-webkit-slider-runnable-track {
      background: none;
    }
  }

  ${printStyles}
`;
