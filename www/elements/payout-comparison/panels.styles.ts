import { css } from 'lit';
import { pictureStyles } from './pictures.styles.js';

/** Pictures, and what is said beside them: suggestions, clauses, assumptions. */
export const panelStyles = css`
  ${pictureStyles}

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
    min-block-size: 2.75rem;
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

  .offers-list li {
    display: grid;
    gap: 0.25rem;
    justify-items: start;
    border-block-start: 1px solid var(--_rule);
    padding-block-start: 0.5rem;
  }

  @container (inline-size >= 60rem) {
    .offers-list li {
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: center;
      column-gap: 1.25rem;
    }

    .offers-list li > .button {
      grid-column: 2;
      grid-row: 1 / span 2;
    }
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

  /* Of drawings, the system's colours replace nothing by themselves. */
  @media (forced-colors: active) {
    .drawing :is(.axis, .grid, .curve, .now, .crossing, .drop-line) {
      stroke: CanvasText;
    }

    .grid {
      stroke-dasharray: 1 5;
    }

    .drawing :is(text, .now-handle, .cliff) {
      fill: CanvasText;
    }

    .crossing {
      fill: Canvas;
    }
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
