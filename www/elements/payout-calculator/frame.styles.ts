import { css } from 'lit';

/** The frame, and the columns inside it. */
export const frameStyles = css`
  .frame {
    display: grid;
    gap: clamp(1.5rem, 4cqi, 2.75rem);
    position: relative;
    overflow-wrap: break-word;
  }

  .frame,
  .opening,
  .body,
  .desk,
  .closing {
    grid-template-columns: minmax(0, 1fr);
  }

  .opening {
    display: grid;
    gap: 0.75rem;
    max-inline-size: 44rem;
  }

  h2 {
    font-size: clamp(1.5rem, 1rem + 2.4cqi, 2.25rem);
    line-height: 1.15;
    letter-spacing: -0.015em;
    text-wrap: balance;
  }

  h3 {
    font-size: 1.0625rem;
    line-height: 1.35;
  }

  .label {
    font-size: 0.9375rem;
    font-weight: 600;
    line-height: 1.35;
  }

  .body {
    display: grid;
    gap: clamp(2rem, 5cqi, 3.5rem);
    align-content: start;
  }

  /* The calculator's height to be, with a little over: so much for each of what its terms have, and for what is always there. It stays until it is used. */
  .body[data-waiting] {
    --_seen: min(var(--_fields, 2), 4);
    --_hidden: clamp(0, var(--_fields, 2) - 4, 1);
    --_several: min(var(--_models, 0), 1);
    min-block-size: calc(
      88.5rem + var(--_several) * 9.6rem + var(--_models, 0) * 7.7rem + var(--_seen) * 7.7rem + var(--_hidden) * 2.75rem +
        var(--_clauses, 1) * 6.5rem + var(--_ranges, 0) * 17.5rem +
        var(--_goals, 0) * 6.1rem + var(--_ahead, 0) * 5.6rem
    );
  }

  @container (inline-size >= 26rem) {
    .body[data-waiting] {
      min-block-size: calc(
        80.2rem + var(--_several) * 9.6rem + var(--_models, 0) * 6.4rem + var(--_seen) * 7.7rem + var(--_hidden) * 2.75rem +
          var(--_clauses, 1) * 5.1rem + var(--_ranges, 0) * 11rem +
          var(--_goals, 0) * 4rem + var(--_ahead, 0) * 4.2rem
      );
    }
  }

  @container (inline-size >= 48rem) {
    .body[data-waiting] {
      min-block-size: calc(
        62.9rem + var(--_several) * 6.5rem + var(--_models, 0) * 3.6rem + var(--_clauses, 1) * 5.1rem + var(--_ranges, 0) * 4.4rem +
          var(--_goals, 0) * 4rem + var(--_ahead, 0) * 4.2rem
      );
    }
  }

  .desk {
    display: grid;
    row-gap: 2rem;
  }

  .inputs {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.75rem;
    align-content: start;
  }

  .presets {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .presets .label {
    inline-size: 100%;
  }

  .preset {
    min-block-size: 2.75rem;
    padding: 0.25rem 0.875rem;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: transparent;
    cursor: pointer;
  }

  .preset:hover {
    border-color: var(--_accent);
  }

  .numbers {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 1rem;
    border-block-end: 1px solid var(--_rule);
  }

  /* What is assumed stands beside the result, under the numbers. */
  @container (inline-size >= 48rem) {
    .desk {
      grid-template: auto 1fr / minmax(17rem, 5fr) minmax(0, 7fr);
      column-gap: clamp(2rem, 5cqi, 4.5rem);
    }

    .outcome {
      grid-area: 1 / 2 / span 2;
    }

    .readout {
      display: none;
    }
  }

  .closing {
    display: grid;
    border-block-start: 1px solid var(--_rule);
    padding-block-start: 1.5rem;
  }

  .disclaimer {
    font-size: 0.875rem;
    color: var(--_muted);
    max-inline-size: 46rem;
  }

  /* Without a class of its own, the page's call to action looks like the element's; a page's rule for all links may not make it unreadable. */
  .apply,
  ::slotted([slot='cta']:not([class])) {
    display: inline-block;
    box-sizing: border-box;
    font: inherit;
    text-align: center;
    min-block-size: 3rem;
    padding: 0.75rem min(1.5rem, 6cqi);
    max-inline-size: 100%;
    border: 0;
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent) !important;
    font-weight: 650;
    text-decoration: none;
    cursor: pointer;
  }

  .apply:hover,
  ::slotted([slot='cta']:not([class]):hover) {
    background: color-mix(in oklab, var(--_accent) 86%, var(--_ink));
  }

  .quiet {
    min-block-size: 2.75rem;
    padding: 0.5rem 0;
    border: 0;
    background: none;
    font-size: 0.9375rem;
    text-decoration: underline 1px;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }

  .quiet:hover {
    text-decoration-thickness: 2px;
  }

  .quiet:disabled {
    visibility: hidden;
  }

  .stand-in,
  .failure {
    display: grid;
    gap: 1rem;
    align-content: start;
    justify-items: start;
  }

  .failure {
    border-inline-start: 3px solid var(--_fault);
    padding-inline-start: 1rem;
  }

  .fault {
    color: var(--_fault);
  }

  summary {
    cursor: pointer;
    inline-size: fit-content;
    min-block-size: 2.75rem;
    display: flex;
    align-items: center;
    gap: 0.5rem;
    font-size: 0.9375rem;
    text-decoration: underline 1px;
    text-underline-offset: 0.2em;
    list-style: none;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary::before {
    content: '';
    inline-size: 0.6em;
    block-size: 0.6em;
    flex: none;
    background: linear-gradient(currentColor 0 0) center / 100% 1.5px no-repeat,
      linear-gradient(currentColor 0 0) center / 1.5px 100% no-repeat;
  }

  details[open] > summary::before {
    background: linear-gradient(currentColor 0 0) center / 100% 1.5px no-repeat;
  }

  summary:hover {
    text-decoration-thickness: 2px;
  }
`;
