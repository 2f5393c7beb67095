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
    grid-template-columns: minmax(40%, 1fr) auto;
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

  .quantity {
    color: var(--_muted);
    font-size: 0.9375rem;
  }

  .figure {
    font-weight: 600;
  }

  .line .end {
    overflow-wrap: anywhere;
    min-inline-size: 0;
  }

  .why {
    grid-column: 1 / -1;
    padding-inline-start: 1.5rem;
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
    border-block-end: 3px double currentColor;
    padding-block-end: 0.125rem;
  }

  /* The rule above a line is as thick, as far as its part of the total goes. */
  .line[data-length] {
    position: relative;
  }

  .line[data-length]::before {
    content: '';
    position: absolute;
    inset-block-start: -2px;
    inset-inline-start: 0;
    inline-size: calc(var(--_length, 0) * 100%);
    block-size: 3px;
    background: var(--_accent);
  }

  /* Narrow: the amount beside the clause, the quantity under it. */
  @container (inline-size < 34rem) {
    .line > :nth-child(2) {
      display: none;
    }

    .line[data-length] .quantity {
      display: block;
      grid-area: 2 / 1;
      text-align: start;
      padding-inline-start: 1.5rem;
    }
  }

  /* Very narrow, as with large text on a phone: everything under one another. */
  @container (inline-size < 13rem) {
    .line {
      grid-template-columns: minmax(0, 1fr);
    }

    .line[data-length] .quantity {
      grid-area: auto;
    }

    .line .end {
      text-align: start;
    }
  }

  @container (inline-size >= 34rem) {
    .lines {
      display: grid;
      grid-template-columns: minmax(35%, 1fr) auto auto;
      column-gap: 2rem;
    }

    .line {
      grid-column: 1 / -1;
      grid-template-columns: subgrid;
    }
  }
`;
