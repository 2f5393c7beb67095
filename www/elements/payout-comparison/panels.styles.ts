import { css } from 'lit';

/** Pictures and what is said about them. */
export const panelStyles = css`
  .said {
    display: grid;
    gap: 0.25rem;
    padding-inline-start: 1.1em;
  }

  .said li::marker {
    content: '–\\2002';
    color: var(--_muted);
  }

  .panel figure {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
  }

  .picture {
    min-inline-size: 0;
  }

  .drawing {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    overflow: visible;
    touch-action: pan-y;
  }

  .grid {
    stroke: var(--_rule);
  }

  .axis {
    stroke: var(--_ink);
  }

  .tick,
  .now-text,
  .mark-text,
  .line-letter {
    fill: var(--_muted);
    font-size: 0.75rem;
    font-variant-numeric: tabular-nums;
  }

  .mark-text,
  .now-text,
  .line-letter {
    fill: var(--_ink);
    font-weight: 650;
  }

  .curve {
    fill: none;
    stroke: var(--_ink);
    stroke-width: 2;
    stroke-linejoin: round;
  }

  .curve[data-place='0'] {
    stroke: var(--_accent);
    stroke-width: 2.5;
  }

  .shade {
    opacity: 0.4;
  }

  .drop-line {
    stroke: var(--_edge);
    stroke-dasharray: 2 3;
  }

  .crossing {
    fill: var(--_surface);
    stroke: var(--_ink);
    stroke-width: 2;
  }

  .cliff {
    fill: var(--_fault);
  }

  .now {
    stroke: var(--_accent);
    stroke-width: 2;
  }

  .now-handle {
    fill: var(--_accent);
    cursor: ew-resize;
  }

  h4 {
    margin: 0;
    font-size: 1rem;
  }

  .choice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 1rem;
    font-size: 0.9375rem;
    min-inline-size: 0;
  }

  .pair {
    border-block-start: 3px solid var(--_ink);
    padding-block-start: 0.75rem;
  }

  .end-value,
  .limit[type='text'] {
    min-block-size: 2.75rem;
    padding-inline: 0.5rem;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    text-align: end;
    font-variant-numeric: tabular-nums;
  }

  .limit[aria-invalid] {
    border: 2px solid var(--_fault);
  }

  .point {
    inline-size: 100%;
    min-block-size: 2.75rem;
    margin: 0;
    accent-color: var(--_accent);
  }

  :is(.end-value, .limit, .point):focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 1px;
  }

  .thirds,
  .halves {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
    gap: 1.5rem clamp(1.5rem, 4cqi, 3.5rem);
    align-items: start;
  }

  .thirds > div,
  .suggestion {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
    align-content: start;
    justify-items: start;
  }

  .suggestion select {
    inline-size: 100%;
  }

  :is(.suggestion, .pareto) .button {
    background: transparent;
    color: inherit;
    border-color: var(--_edge);
  }

  :is(.suggestion, .pareto) .button:hover:enabled {
    border-color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .pareto {
    justify-items: start;
  }

  .pareto .drawing {
    cursor: pointer;
    touch-action: manipulation;
  }

  .pareto .tick {
    fill: var(--_ink);
    stroke: var(--_surface);
    stroke-width: 4px;
    paint-order: stroke;
  }

  .pick {
    display: grid;
    inline-size: min(100%, 26.25rem);
    font-size: 0.9375rem;
  }

  .bargain {
    border-block-start: 1px solid var(--_rule);
    padding-block-start: 1rem;
    justify-items: stretch;
  }

  .limits,
  .open-terms {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1.5rem;
  }

  .limit {
    accent-color: var(--_accent);
  }

  .limits label {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }

  .open-terms label {
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 2.75rem;
  }

  legend {
    font-size: 0.9375rem;
    color: var(--_muted);
    padding: 0;
  }

  input[type='checkbox'] {
    inline-size: 1.125rem;
    block-size: 1.125rem;
    flex: none;
  }

  .bars,
  .offers-list,
  .legend {
    list-style: none;
    display: grid;
    gap: 0.75rem;
    inline-size: 100%;
  }

  .bars li {
    display: grid;
    gap: 0.25rem;
    font-size: 0.9375rem;
  }

  .bar-label {
    overflow-wrap: anywhere;
  }

  .bar {
    position: relative;
    block-size: 0.75rem;
    background: var(--_tint);
    border-block-end: 1px solid var(--_rule);
  }

  .panel .bar::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(var(--_from, 0) * 100%);
    inline-size: max(2px, calc(var(--_length, 0) * 100%));
    background: var(--_accent);
  }

  .panel .bar::after {
    content: '';
    position: absolute;
    inset-block: -3px;
    inset-inline-start: calc(var(--_base, -1) * 100%);
    inline-size: 2px;
    background: var(--_ink);
  }

  .panel .bar:not([data-base])::after {
    display: none;
  }

  .bar[data-takes]::before {
    background: repeating-linear-gradient(-45deg, var(--_fault) 0 3px, transparent 3px 6px);
  }

  .bar-ends {
    display: flex;
    justify-content: space-between;
    gap: 1rem;
    font-size: 0.875rem;
    color: var(--_muted);
    font-variant-numeric: tabular-nums lining-nums;
  }

  .offers-list li {
    display: grid;
    gap: 0.25rem;
    justify-items: start;
    border-block-start: 1px solid var(--_rule);
    padding-block-start: 0.5rem;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.5rem;
    font-size: 0.9375rem;
  }

  .legend li {
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
  }

  .map-edge {
    fill: none;
    stroke: var(--_ink);
  }

  .map-letter-ground {
    fill: var(--_surface);
    stroke: var(--_ink);
  }

  .map-letter {
    fill: var(--_ink);
    font-weight: 700;
    font-size: 0.8125rem;
  }

  .offer-point {
    fill: none;
    stroke: var(--_edge);
  }

  .offer-point.best {
    fill: var(--_accent);
    stroke: var(--_accent);
  }

  .offer-point.picked {
    fill: none;
    stroke: var(--_ink);
    stroke-width: 2;
  }

  .clauses {
    table-layout: fixed;
    min-inline-size: 30rem;
  }

  .clauses :is(th[scope='row'], td:first-child) {
    inline-size: 7rem;
    min-inline-size: 0;
  }

  .clauses thead td:first-child {
    border-block-end: 1px solid var(--_rule);
  }

  .clauses tbody td:first-child {
    inline-size: auto;
  }

  .clauses [data-same] td {
    color: var(--_muted);
  }

  /* Narrow: a clause's two readings below each other. */
  @container (inline-size < 40rem) {
    .clauses {
      min-inline-size: 0;
    }

    .clauses,
    .clauses :is(tbody, tr, td, th[scope='row']) {
      display: block;
    }

    .clauses thead {
      display: none;
    }

    .clauses tbody tr {
      border-block-end: 1px solid var(--_rule);
      padding-block: 0.5rem;
    }

    .clauses tbody :is(td, th) {
      border: 0;
      padding: 0.125rem 0;
    }

    .clauses td::before {
      content: attr(data-letter) ' ';
      font-weight: 700;
      margin-inline-end: 0.5rem;
    }
  }

  .assumptions-list {
    font-size: 0.9375rem;
    color: var(--_muted);
  }

  @container (inline-size >= 48rem) {
    .assumptions-list {
      columns: 2;
      column-gap: 3rem;
    }
  }

  .button:disabled {
    opacity: 0.5;
    cursor: default;
  }

  @media print {
    .choice,
    .point,
    .panel .on-screen {
      display: none;
    }

    .said {
      gap: 0;
      font-size: 0.9375rem;
    }
  }
`;
