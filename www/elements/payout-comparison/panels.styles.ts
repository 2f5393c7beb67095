import { css } from 'lit';

/** Pictures and what is said about them. */
export const panelStyles = css`
  .said {
    display: grid;
    gap: 0.25rem;
    padding-inline-start: 1.1em;
  }

  .said li::marker {
    content: '–\\2002';
    color: var(--_muted);
  }

  .panel figure {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
  }

  .picture {
    min-inline-size: 0;
  }

  .drawing {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    overflow: visible;
    touch-action: pan-y;
  }

  .grid {
    stroke: var(--_rule);
  }

  .axis {
    stroke: var(--_ink);
  }

  .tick,
  .now-text,
  .mark-text,
  .line-letter {
    fill: var(--_muted);
    font-size: 0.75rem;
    font-variant-numeric: tabular-nums;
  }

  .mark-text,
  .now-text,
  .line-letter {
    fill: var(--_ink);
    font-weight: 650;
  }

  .curve {
    fill: none;
    stroke: var(--_ink);
    stroke-width: 2;
    stroke-linejoin: round;
  }

  .curve[data-place='0'] {
    stroke: var(--_accent);
    stroke-width: 2.5;
  }

  .shade {
    opacity: 0.4;
  }

  .drop-line {
    stroke: var(--_edge);
    stroke-dasharray: 2 3;
  }

  .crossing {
    fill: var(--_surface);
    stroke: var(--_ink);
    stroke-width: 2;
  }

  .cliff {
    fill: var(--_fault);
  }

  .now {
    stroke: var(--_accent);
    stroke-width: 2;
  }

  .now-handle {
    fill: var(--_accent);
    cursor: ew-resize;
  }
`;
