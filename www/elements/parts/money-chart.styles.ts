import { css } from 'lit';

export const chartStyles = css`
  .definitions {
    position: absolute;
  }

  /* As high as the chart is, before it is there. */
  .chart-place {
    min-inline-size: 0;
    min-block-size: 19.5rem;
  }

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

  .edge {
    stroke: var(--_accent);
    stroke-width: 1;
  }

  .ground {
    fill: var(--_accent);
  }

  .tone-1 .ground,
  .tone-2 .ground,
  .tone-3 .ground,
  .tone-4 .ground {
    fill: color-mix(in oklab, var(--_accent) 12%, var(--_surface));
  }

  .mark {
    stroke: var(--_accent);
    stroke-width: 1.75;
    fill: none;
  }

  .dot {
    fill: var(--_accent);
  }

  .swatch {
    flex: none;
  }

  .chart table {
    border-collapse: collapse;
    inline-size: 100%;
    font-size: 0.875rem;
  }

  .scroll {
    overflow-x: auto;
  }

  .chart :is(th, td) {
    padding: 0.5rem 0;
    padding-inline-end: 0.75rem;
    border-block-end: 1px solid var(--_rule);
    text-align: start;
    font-weight: 400;
  }

  .chart thead th {
    color: var(--_muted);
  }

  .chart :is(th, td).end {
    text-align: end;
  }

  .chart :is(th, td):last-child {
    padding-inline-end: 0;
  }
`;
