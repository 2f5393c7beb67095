import { css } from 'lit';

/** The bar, the numbers under all offers, and what they come to. */
export const deskStyles = css`
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 2rem;
    border-block-end: 1px solid var(--_rule);
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25rem;
  }

  .tools .quiet:disabled {
    visibility: visible;
    color: var(--_muted);
    text-decoration: none;
    cursor: default;
  }

  .link {
    flex: 1 1 100%;
    font: inherit;
    font-size: 0.875rem;
    min-block-size: 2.75rem;
    padding-inline: 0.5rem;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
  }

  .sides {
    display: flex;
    flex-wrap: wrap;
  }

  .side-choice {
    display: inline-flex;
    align-items: center;
    min-block-size: 2.75rem;
    padding-inline: 0.875rem;
    border-block-end: 3px solid transparent;
    cursor: pointer;
    position: relative;
  }

  .side-choice input {
    position: absolute;
    inset: 0;
    opacity: 0;
    margin: 0;
    cursor: inherit;
  }

  .side-choice[data-chosen] {
    border-block-end-color: var(--_accent);
    font-weight: 650;
  }

  .side-choice:has(:focus-visible) {
    outline: 3px solid var(--_accent);
  }

  .numbers-band,
  .figures,
  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    align-content: start;
  }

  .numbers-band {
    padding: clamp(0.75rem, 2.4cqi, 1.75rem);
    background: var(--_tint);
    border-block-start: 1px solid var(--_ink);
  }

  table {
    border-collapse: collapse;
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

  /* What has the focus is not under the totals. */
  :is(a, button, input, select, summary, textarea) {
    scroll-margin-block-end: 4rem;
  }

  .pager {
    position: sticky;
    inset-block-end: 0;
    z-index: 2;
    display: flex;
    background: var(--_surface);
    border-block: 1px solid var(--_ink);
  }

  .pager a {
    flex: 1 1 0;
    min-inline-size: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.5rem;
    min-block-size: 2.75rem;
    padding: 0.25rem 0.75rem;
    color: inherit;
    text-decoration: none;
    border-inline-start: 1px solid var(--_rule);
  }

  .pager a:first-child {
    border-inline-start: 0;
  }

  .pager a:hover .figure {
    text-decoration: underline;
  }

  .pager .figure {
    font-weight: 650;
    font-variant-numeric: tabular-nums lining-nums;
    overflow-wrap: anywhere;
  }

  @container (inline-size < 44rem) {
    .pager a {
      padding-inline: 0.375rem;
      font-size: 0.875rem;
    }

    .pager a[aria-current] {
      box-shadow: inset 0 3px 0 var(--_accent);
    }

    .pager .wins {
      font-size: 0;
      padding: 0.3125rem;
      border-radius: 50%;
    }
  }
`;
