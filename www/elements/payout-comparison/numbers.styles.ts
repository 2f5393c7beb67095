import { css } from 'lit';

/** The numbers under all offers. */
export const numberStyles = css`
  .numbers-band {
    padding: clamp(0.75rem, 2.4cqi, 1.75rem);
    background: var(--_tint);
    border-block-start: 1px solid var(--_ink);
  }

  .assumed {
    inline-size: 100%;
    max-inline-size: 60rem;
  }

  .assumed th[scope='row'] {
    font-weight: 400;
    text-align: start;
    padding-inline-end: 1rem;
    overflow-wrap: anywhere;
  }

  .assumed th[scope='col'] {
    text-align: end;
    font-weight: 400;
    font-size: 0.9375rem;
    padding-inline: 0.25rem;
  }

  .assumed th[data-shown] {
    font-weight: 650;
  }

  .assumed td {
    text-align: end;
    padding: 0.125rem 0.25rem;
    inline-size: 7.5rem;
  }

  .assumed .drop {
    inline-size: 2.75rem;
  }

  .assumed td.none {
    color: var(--_muted);
    padding-inline-end: 0.75rem;
  }

  .assumed tbody tr {
    border-block-start: 1px solid var(--_rule);
  }

  .assumed .fault-row {
    border: 0;
  }

  .assumed .fault-row td {
    text-align: start;
    inline-size: auto;
    font-size: 0.875rem;
  }

  .set {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    min-block-size: 2.75rem;
    cursor: pointer;
  }

  input[type='radio'],
  input[type='checkbox'],
  progress {
    accent-color: var(--_accent);
  }

  .set input {
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0;
  }

  .cell,
  .month {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 2.75rem;
    padding-inline: 0.5rem;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: transparent;
    text-align: end;
    font-weight: 600;
    font-variant-numeric: tabular-nums lining-nums;
  }

  .month {
    inline-size: auto;
    max-inline-size: 100%;
    border-color: var(--_rule);
    background: var(--_surface);
  }

  [data-shown] > .cell {
    background: var(--_surface);
    border-color: var(--_edge);
  }

  .cell:hover {
    border-color: var(--_edge);
  }

  .cell[data-echoed] {
    font-weight: 400;
    color: var(--_muted);
  }

  .cell[aria-invalid] {
    border: 2px solid var(--_fault);
  }

  .numbers-more label {
    min-inline-size: 0;
  }

  .numbers-more {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1.5rem;
    font-size: 0.9375rem;
  }

  /* Narrow: only the numbers that are shown. */
  @container (inline-size < 40rem) {
    .assumed thead tr {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1rem;
    }

    .assumed td[data-set]:not([data-shown]) {
      display: none;
    }

    .assumed thead > tr > th:first-child,
    .assumed thead td {
      display: none;
    }

    .assumed,
    .assumed :is(thead, tbody) {
      display: block;
    }

    .assumed tbody tr:not(.fault-row) {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 7.5rem) auto;
      align-items: center;
    }

    .assumed td.drop {
      padding: 0;
      inline-size: auto;
    }

    .assumed td {
      inline-size: auto;
    }
  }
`;
