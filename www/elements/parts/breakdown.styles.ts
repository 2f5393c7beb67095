import { css } from 'lit';

export const linesStyles = css`
  .breakdown {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    align-content: start;
  }

  .line {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: 1rem;
    align-items: baseline;
    padding-block-start: 0.75rem;
    border-block-start: 1px solid var(--_rule);
  }

  .line .end {
    text-align: end;
  }

  .clause {
    display: flex;
    align-items: baseline;
    gap: 0.625rem;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .clause .swatch {
    translate: 0 0.125rem;
  }

  .quantity,
  .share {
    color: var(--_muted);
    font-size: 0.9375rem;
  }

  .figure {
    font-weight: 600;
  }

  .why {
    grid-column: 1 / -1;
  }

  .why details[open] {
    padding-block-end: 1rem;
  }

  .why :is(p, ol) {
    font-size: 0.9375rem;
    max-inline-size: 38rem;
  }

  .why ol {
    padding-inline-start: 1.4em;
    margin-block: 0.25rem 0.5rem;
  }

  .head {
    color: var(--_muted);
    font-size: 0.875rem;
    border: 0;
    padding-block-end: 0.5rem;
  }

  .sum {
    border-block-start-color: var(--_ink);
    font-weight: 650;
  }

  .sum .figure {
    border-block-end: 4px double currentColor;
    padding-block-end: 0.125rem;
  }

  /* Narrow: the amount beside the clause, quantity and share under it. */
  @container (inline-size < 34rem) {
    .head > :nth-child(2),
    .head > :nth-child(3) {
      display: none;
    }

    .line:not(.head, .sum) .figure {
      grid-area: 1 / 2;
    }

    .sum > :nth-child(2),
    .sum > :nth-child(3) {
      display: none;
    }

    .line .quantity {
      text-align: start;
      padding-inline-start: 1.5rem;
    }

    .why {
      padding-inline-start: 1.5rem;
    }
  }

  @container (inline-size >= 34rem) {
    .line {
      grid-template-columns: minmax(0, 1fr) minmax(8rem, auto) 4.5rem minmax(7rem, auto);
    }

    .lines {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto auto auto;
      column-gap: 1.5rem;
    }

    .line {
      display: grid;
      grid-column: 1 / -1;
      grid-template-columns: subgrid;
    }
  }
`;
