import { css } from 'lit';

/** Lines, maps, points and bars. */
export const pictureStyles = css`
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
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1rem;
    font-size: 0.875rem;
    color: var(--_muted);
    font-variant-numeric: tabular-nums lining-nums;
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
`;
