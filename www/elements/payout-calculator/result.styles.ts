import { css } from 'lit';

/** The result, and its small stand-in on narrow screens. */
export const resultStyles = css`
  .result {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5rem;
    align-content: start;
    container-type: inline-size;
    padding: clamp(1.25rem, 4cqi, 2.25rem);
    background: var(--_tint);
    border-block-start: 3px solid var(--_ink);
  }

  .outcome {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: clamp(2rem, 4cqi, 3rem);
    align-content: start;
  }

  /* Not all of the outcome: that would be laid out twice at every step of a slider. */
  .breakdown {
    container-type: inline-size;
  }

  /* It takes no room of its own: it lies on the fields, and goes where they end. */
  .readout {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    block-size: 0;
    margin-block-start: -1.75rem;
  }

  .readout p {
    position: absolute;
    inset-block-end: 0;
    inset-inline: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.5rem;
    padding-block: 0.75rem;
    background: var(--_surface);
    border-block-start: 3px solid var(--_ink);
  }

  .readout[data-idle] {
    visibility: hidden;
  }

  .readout strong {
    min-inline-size: 0;
    overflow-wrap: anywhere;
    font-size: 1.375rem;
    letter-spacing: -0.02em;
  }

  .headline {
    display: grid;
    font-weight: 400;
    font-size: 1.125rem;
    line-height: 1.3;
  }

  .before {
    font-weight: 600;
  }

  .amount {
    /* As wide as its characters at 0.6 em each: it never breaks, and never leaves its column. */
    font-size: min(clamp(2.25rem, 13cqi, 4.75rem), calc(100cqi / (var(--_characters, 9) * 0.62)));
    font-weight: 650;
    line-height: 1.1;
    letter-spacing: -0.035em;
    white-space: nowrap;
    margin-block: 0.35rem;
  }

  /* As high as what comes there. */
  .likely {
    min-block-size: 3rem;
    font-size: 0.9375rem;
    color: var(--_muted);
  }

  @container (inline-size < 30rem) {
    .likely {
      min-block-size: calc(2lh + 0.875rem);
    }
  }

  .average {
    color: var(--_muted);
  }

  .sum-up {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0.25rem 1.5rem;
    border-block-start: 1px solid var(--_ink);
    padding-block-start: 0.75rem;
  }

  .sum-up dt {
    display: grid;
    font-weight: 600;
  }

  .span {
    font-weight: 400;
    font-size: 0.9375rem;
    color: var(--_muted);
  }

  /* A grand total stands on a double rule, as in every ledger. */
  .sum-up dd {
    font-size: min(1.375rem, calc(100cqi / (var(--_characters, 9) * 0.62)));
    font-weight: 650;
    line-height: 1.25;
    letter-spacing: -0.01em;
    border-block-end: 3px double currentColor;
    margin-inline-start: auto;
    white-space: nowrap;
  }

  .result[data-stale] :is(.amount, .sum-up dd) {
    color: var(--_muted);
  }

  .result[data-stale] .amount {
    text-decoration: underline dashed 2px;
    text-underline-offset: 0.12em;
  }

  .result[data-stale] .sum-up dd {
    border-block-end: 2px dashed;
  }

  .stale {
    border-inline-start: 3px solid var(--_fault);
    padding-inline-start: 0.75rem;
  }
`;
