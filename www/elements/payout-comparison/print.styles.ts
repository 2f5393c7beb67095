import { css } from 'lit';

/** On paper: all offers on one page, with what they pay, where they cross and what is assumed. */
export const printStyles = css`
  @media print {
    @page {
      margin: 10mm;
    }

    .frame {
      zoom: 0.58;
      gap: 0.5rem;
    }

    .toolbar,
    .section-head .inline,
    .start,
    .start-full,
    .set input,
    .pager,
    .add-term,
    .sheet-actions,
    .document,
    .numbers-more,
    .drop,
    .numbers-band > .aside,
    .choice,
    .panel:not([data-paper]),
    .frame details,
    .simulated,
    .notes:has(textarea:placeholder-shown) {
      display: none;
    }

    .table-top {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 0.5rem 2rem;
    }

    .offers,
    .figures {
      grid-column: 1 / -1;
    }

    .figures {
      order: 1;
    }

    [aria-labelledby='even-heading'],
    [aria-labelledby='assumed-heading'] {
      order: 2;
    }

    .numbers-band {
      padding: 0.75rem 0 0;
    }

    .sheet-head {
      gap: 0.125rem;
      padding-block: 0.25rem;
    }

    .term {
      padding-block: 0;
    }

    .opening {
      gap: 0;
    }

    .sheets {
      display: grid;
      grid-template-rows: repeat(6, auto);
      overflow: visible;
    }

    .sheets[data-count='3'] {
      --_columns: 3;
    }

    .sheets[data-count='4'] {
      --_columns: 4;
    }

    .sheets .sheet:nth-child(n + 2) {
      border-inline-start: 1px solid var(--_rule);
      border-block-start: 0;
    }

    .sheet {
      row-gap: 0.25rem;
    }

    .sheet-terms .term > p:first-child {
      line-height: 1.4;
    }

    .name,
    .cell,
    .role,
    textarea {
      appearance: none;
      border: 0;
      padding: 0;
      min-block-size: 0;
      background: none;
      resize: none;
    }

    .assumed {
      max-inline-size: none;
    }

    .assumed th[scope='col'] {
      white-space: nowrap;
    }

    .assumed td {
      inline-size: 5rem;
    }

    [data-set='own']:not(.numbers-band, [data-shown]) {
      display: none;
    }

    .ledger {
      font-size: 0.875rem;
    }

    .assumed td,
    .ledger :is(th, td) {
      padding-block: 0.125rem;
    }

    .set {
      min-block-size: 0;
    }

    .sheet,
    .numbers-band,
    .figures,
    .panel {
      break-inside: avoid;
    }
  }

  /* Wide paper: what offers pay, and beside it all that explains it. */
  @media print and (orientation: landscape) {
    .frame {
      zoom: 0.5;
    }

    .table-top {
      grid-template-columns: minmax(0, 5fr) minmax(0, 3fr);
      grid-template-rows: auto auto auto 1fr;
    }

    .figures {
      grid-column: 1;
      grid-row: 2 / span 2;
    }

    .numbers-band,
    .panel {
      grid-column: 2;
    }

    [aria-labelledby='even-heading'] {
      grid-row: 4 / span 2;
    }

    [aria-labelledby='assumed-heading'] {
      grid-column: 1;
      grid-row: 4;
    }
  }
`;
