import { css } from 'lit';

/** The offers as columns whose rows stand at the same height. */
export const sheetStyles = css`
  .table-top {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: clamp(1.5rem, 3cqi, 2.5rem);
    align-content: start;
  }

  .table-top[data-waiting] {
    min-block-size: 40rem;
  }

  .sheets {
    display: grid;
    grid-template-columns: repeat(var(--_columns, 1), minmax(0, 1fr));
    grid-template-rows: repeat(6, auto);
    column-gap: 0;
    border-block: 3px solid var(--_ink);
  }

  .offers {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: clamp(1.5rem, 3cqi, 2.5rem);
  }

  /* One offer, and beside it the room for the second. */
  @container (inline-size >= 52rem) {
    .offers[data-alone] {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }

  .sheet:focus {
    outline: none;
  }

  .sheet:focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: -3px;
  }

  .sheets[data-count='2'] {
    --_columns: 2;
  }

  .sheets[data-count='3'] {
    --_columns: 3;
  }

  .sheets[data-count='4'] {
    --_columns: 4;
  }

  .sheet {
    /* So that what is for the ear only is cut off with it. */
    position: relative;
    display: grid;
    grid-row: span 6;
    grid-template-rows: subgrid;
    grid-template-columns: minmax(0, 1fr);
    row-gap: 0.75rem;
    padding: 0 clamp(0.75rem, 1.6cqi, 1.5rem) 0.75rem;
    border-inline-start: 1px solid var(--_rule);
    scroll-margin-block: 1rem;
  }

  .sheet:first-child {
    border-inline-start: 0;
  }

  .sheet[data-most] {
    background: var(--_tint);
  }

  .sheet-head {
    display: grid;
    gap: 0.375rem;
    align-content: start;
    padding-block: 0.75rem;
    border-block-end: 1px solid var(--_ink);
  }

  .identity {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    font-size: 0.875rem;
  }

  .letter {
    display: inline-grid;
    place-items: center;
    flex: none;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    border: 1.5px solid currentColor;
    font-size: 0.8125rem;
    font-weight: 700;
    line-height: 1;
  }

  .role,
  .add-term select,
  .numbers-more select,
  .section-head select,
  .choice select {
    font: inherit;
    color: inherit;
    min-block-size: 2.75rem;
    max-inline-size: 100%;
    padding-inline: 0.375rem;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .role {
    border-color: transparent;
    background: transparent;
    padding-inline: 0;
  }

  .role:hover {
    border-color: var(--_edge);
  }

  .sheet-name {
    font-size: 1.125rem;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }

  .name {
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding: 0;
    border: 0;
    border-block-end: 1px dotted var(--_edge);
    background: none;
    font-weight: 650;
    text-overflow: ellipsis;
  }

  .sheet-total {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25rem 0.75rem;
    font-size: clamp(1.5rem, 2.6cqi, 2.125rem);
    font-weight: 650;
    letter-spacing: -0.02em;
    line-height: 1.2;
  }

  .sheet-total .figure {
    overflow-wrap: anywhere;
  }

  .wins {
    font-size: 0.8125rem;
    font-weight: 650;
    letter-spacing: 0;
    line-height: 1.5;
    padding-inline: 0.5rem;
    background: var(--_accent);
    color: var(--_on-accent);
    border-radius: var(--_radius);
    white-space: nowrap;
  }

  .sheet-against {
    font-size: 0.9375rem;
    color: var(--_muted);
    font-variant-numeric: tabular-nums lining-nums;
    min-block-size: 1.5em;
  }

  .problems {
    list-style: none;
    display: grid;
    gap: 0.25rem;
    font-size: 0.875rem;
    overflow-wrap: anywhere;
  }

  .warnings {
    list-style: none;
    display: grid;
    gap: 0.25rem;
    font-size: 0.9375rem;
    border-inline-start: 3px solid var(--_edge);
    padding-inline-start: 0.75rem;
  }

  .notes {
    display: grid;
    gap: 0.25rem;
    font-size: 0.875rem;
    color: var(--_muted);
    align-content: start;
  }

  textarea {
    font: inherit;
    color: var(--_ink);
    inline-size: 100%;
    field-sizing: content;
    min-block-size: 2.75rem;
    max-block-size: 24rem;
    padding: 0.5rem;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius);
    background: var(--_surface);
    resize: vertical;
  }

  .document textarea,
  .paste textarea {
    font-family: ui-monospace, 'DejaVu Sans Mono', monospace;
    font-size: 0.8125rem;
    line-height: 1.45;
  }

  .document form,
  .paste {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
  }

  .paste label {
    display: grid;
    inline-size: 100%;
    gap: 0.25rem;
  }

  .sheet-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25rem;
  }

  .aside {
    color: var(--_muted);
    font-size: 0.9375rem;
    max-inline-size: 46rem;
  }

  .stale {
    border-inline-start: 3px solid var(--_fault);
    padding-inline-start: 0.75rem;
  }

  .button {
    min-block-size: 2.75rem;
    padding: 0.375rem 1rem;
    border: 1px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
    cursor: pointer;
  }

  .button:hover {
    background: color-mix(in oklab, var(--_accent) 86%, var(--_ink));
  }

  .start {
    display: grid;
    gap: 0.75rem;
    align-content: start;
  }

  section.start {
    padding: clamp(1rem, 3cqi, 2rem);
    background: var(--_tint);
    border-block-start: 3px solid var(--_ink);
  }

  .shapes {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .shape {
    min-block-size: 2.75rem;
    padding: 0.25rem 0.875rem;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    text-align: start;
    cursor: pointer;
  }

  .shape:hover {
    border-color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .further {
    display: flex;
    flex-wrap: wrap;
    gap: 0 2rem;
  }

  .further details {
    min-inline-size: min(100%, 16rem);
  }

  .further details[open] {
    flex-basis: 100%;
  }

  :is(select, textarea, .blank, .name, .cell, .month):focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 1px;
  }

  /* Narrow: one offer at a time, the others beside it. */
  @container (inline-size < 44rem) {
    .sheets {
      display: flex;
      overflow-x: auto;
      scroll-snap-type: inline mandatory;
      overscroll-behavior-inline: contain;
      max-inline-size: none;
    }

    .sheet {
      flex: 0 0 100%;
      scroll-snap-align: start;
      align-content: start;
      grid-template-rows: auto;
      padding-inline: 0.75rem;
    }
  }

  @container (44rem <= inline-size < 68rem) {
    .sheets:is([data-count='3'], [data-count='4']) {
      --_columns: 2;
      grid-template-rows: repeat(12, auto);
    }

    .sheet:nth-child(odd) {
      border-inline-start: 0;
    }

    .sheet:nth-child(n + 3) {
      border-block-start: 3px solid var(--_ink);
    }
  }
`;
