import { css } from 'lit';

/** A range: two sliders on one track. */
export const rangeStyles = css`
  .ranged {
    display: flex;
    flex-direction: column;
    align-items: stretch;
  }

  .ranged .quiet {
    align-self: start;
    margin-block-start: 0.375rem;
  }

  .dual {
    display: grid;
    position: relative;
  }

  .dual .range {
    grid-area: 1 / 1;
    pointer-events: none;
  }

  .dual .range::-webkit-slider-thumb {
    pointer-events: auto;
  }

  .dual .range::-moz-range-thumb {
    pointer-events: auto;
  }

  .dual .range::-webkit-slider-runnable-track {
    background: none;
  }

  .dual .range::-moz-range-track,
  .dual .range::-moz-range-progress {
    background: none;
  }

  .dual::before,
  .dual::after {
    content: '';
    position: absolute;
    inset-block-start: calc(50% - 2px);
    block-size: 4px;
  }

  .dual::before {
    inset-inline: 0;
    background: var(--_rule-strong);
  }

  .dual::after {
    --_track: calc(100% - 1.375rem);
    inset-inline-start: calc(0.6875rem + var(--_from, 0) * var(--_track));
    inline-size: calc((var(--_to, 0) - var(--_from, 0)) * var(--_track));
    background: var(--_accent);
  }

  .dual .range {
    z-index: 1;
  }

  .ends {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1.25rem;
  }

  .end-of {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
    font-size: 0.9375rem;
    color: var(--_muted);
  }

  /* Both fields begin at the same place where they stand under one another. */
  .end-of > :first-child {
    min-inline-size: 2.25rem;
  }

  .end-of .entry {
    color: var(--_ink);
    font-size: 1rem;
  }

  .expected {
    margin-block-start: 0.75rem;
    font-size: 0.875rem;
    color: var(--_muted);
  }
`;
