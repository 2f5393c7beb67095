import { css } from 'lit';

export const linesStyles = css`
  .breakdown {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    align-content: start;
  }

  /* An amount that leaves its clause no room has a line to itself. */
  .line {
    display: flex;
    flex-wrap: wrap;
    column-gap: 1rem;
    align-items: baseline;
    padding-block-start: 0.75rem;
    border-block-start: 1px solid var(--_rule);
  }

  .line > :first-child {
    flex: 1 1 9rem;
    min-inline-size: 0;
  }

  .line .end {
    max-inline-size: 100%;
    min-inline-size: 0;
    margin-inline-start: auto;
    text-align: end;
    overflow-wrap: anywhere;
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

  .why {
    grid-column: 1 / -1;
    flex-basis: 100%;
    order: 2;
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

  .sum > :first-child {
    flex-basis: auto;
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
      order: 1;
      flex-basis: 100%;
      text-align: start;
      padding-inline-start: 1.5rem;
    }
  }

  /* Very narrow, as with large text on a phone: everything under one another. */
  @container (inline-size < 13rem) {
    .line {
      flex-direction: column;
    }

    .line > :first-child {
      flex-basis: auto;
    }

    .line .end {
      margin: 0;
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
      display: grid;
      grid-column: 1 / -1;
      grid-template-columns: subgrid;
    }

    .line .figure {
      min-inline-size: max-content;
    }
  }
`;
