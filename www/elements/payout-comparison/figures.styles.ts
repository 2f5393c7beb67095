import { css } from 'lit';

/** Sections with their heads, and the table of what the offers come to. */
export const figureStyles = css`
  .numbers-band,
  .figures,
  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    align-content: start;
  }

  table {
    border-collapse: collapse;
  }

  .section-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem 2rem;
    border-block-start: 1px solid var(--_ink);
    padding-block-start: 0.75rem;
  }

  .inline select {
    min-inline-size: 0;
    max-inline-size: 100%;
  }

  .inline {
    min-inline-size: 0;
    max-inline-size: 100%;
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.5rem;
    font-size: 0.9375rem;
  }

  .scroll {
    position: relative;
    overflow-x: auto;
  }

  .ledger {
    inline-size: 100%;
    font-size: 0.9375rem;
  }

  .ledger :is(th, td) {
    padding: 0.4375rem 0.75rem;
    text-align: start;
    font-weight: 400;
    border-block-end: 1px solid var(--_rule);
    vertical-align: baseline;
  }

  .ledger :is(th, td):first-child {
    padding-inline-start: 0;
  }

  .ledger th[scope='row'] {
    color: var(--_muted);
    min-inline-size: 9rem;
  }

  .ledger .end {
    text-align: end;
  }

  .ledger thead th {
    min-inline-size: 7.5rem;
    font-weight: 650;
    overflow-wrap: anywhere;
  }

  .ledger thead .letter {
    margin-inline-end: 0.25rem;
  }

  .ledger .side th {
    font-weight: 650;
    padding-block-start: 1rem;
    border-block-end-color: var(--_ink);
  }

  .ledger .sum :is(th, td) {
    font-weight: 650;
    color: var(--_ink);
  }

  .ledger .sum td[data-most] {
    text-decoration: underline double 1px;
    text-underline-offset: 0.2em;
  }

  .ledger [data-most] {
    background: color-mix(in oklab, var(--_accent) 7%, transparent);
  }

  .simulated {
    min-block-size: 1.6em;
  }

  .simulated progress {
    vertical-align: middle;
    inline-size: 8rem;
  }

  /* Narrow: the letters tell the offers apart, as in the totals below. */
  @container (inline-size < 40rem) {
    .figures .ledger bdi {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    .ledger :is(th, td) {
      padding-inline: 0.375rem;
    }

    .figures .ledger thead th {
      min-inline-size: 0;
    }

    .figures .ledger th[scope='row'] {
      min-inline-size: 7rem;
    }
  }
`;
