import { css } from 'lit';

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
    align-items: start;
    gap: 2rem;
    border-block-start: 1px solid var(--_rule);
    padding-block-start: 1.5rem;
  }

  @container (inline-size >= 48rem) {
    .grounds {
      grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr));
      gap: 2rem clamp(2rem, 5cqi, 4.5rem);
    }

    .assumptions:only-child ul {
      grid-template-columns: 1fr 1fr;
      column-gap: clamp(2rem, 5cqi, 4.5rem);
    }
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
  .brand {
    display: grid;
    gap: 0.75rem;
  }

  .offers ul {
    list-style: none;
  }

  .offer {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
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
    justify-self: start;
    text-align: start;
    overflow-wrap: anywhere;
  }

  .offer[data-chosen] .pick {
    font-weight: 650;
    color: var(--_ink);
  }

  .most {
    grid-column: 2;
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

  @media print {
    .tools {
      display: none;
    }

    .pick {
      min-block-size: 0;
      text-decoration: none;
    }

    /* On paper it is a heading. */
    :is(.terms, .cash) > summary {
      display: block;
    }
  }
`;
