import { css } from 'lit';

/** Sentences with blanks, as on a form that is filled in by hand. */
export const termsStyles = css`
  .terms {
    list-style: none;
    display: grid;
    gap: 0.125rem;
  }

  .term {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: start;
    column-gap: 0.25rem;
    border-block-end: 1px solid var(--_rule);
  }

  .term > p:first-child {
    line-height: 1.9;
    padding-block: 0.25rem;
  }

  .term .fault {
    grid-column: 1 / -1;
    font-size: 0.875rem;
    padding-block-end: 0.375rem;
  }

  .blank {
    field-sizing: content;
    min-inline-size: 2ch;
    max-inline-size: 100%;
    min-block-size: 1.75rem;
    padding: 0 0.25rem;
    margin: 0 0.0625rem;
    border: 0;
    border-block-end: 1.5px solid var(--_accent);
    border-radius: var(--_radius) var(--_radius) 0 0;
    background: color-mix(in oklab, var(--_accent) 9%, transparent);
    font-weight: 600;
    font-variant-numeric: tabular-nums lining-nums;
  }

  .blank.text {
    background: none;
    border-block-end: 1px dotted var(--_edge);
  }

  .blank:hover {
    background: color-mix(in oklab, var(--_accent) 16%, transparent);
  }

  .blank[aria-invalid] {
    border-block-end: 3px double var(--_fault);
    background: color-mix(in oklab, var(--_fault) 10%, transparent);
  }

  .value {
    font-weight: 600;
    font-variant-numeric: tabular-nums lining-nums;
  }

  .take-out {
    inline-size: 2.75rem;
    min-block-size: 2.75rem;
    padding: 0;
    border: 0;
    background: none;
    font-size: 1.25rem;
    line-height: 1;
    color: var(--_muted);
    cursor: pointer;
  }

  .take-out:hover {
    color: var(--_fault);
  }

  @media (pointer: coarse) {
    .blank {
      min-block-size: 2.75rem;
    }
  }

  @media print {
    .take-out,
    .blank::-webkit-calendar-picker-indicator {
      display: none;
    }

    .blank {
      border: 0;
      background: none;
      padding: 0;
      min-block-size: 0;
    }
  }
`;
