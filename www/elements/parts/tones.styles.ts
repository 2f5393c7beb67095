import { css } from 'lit';

/** The patterns of clauses, and the room for the chart. */
export const toneStyles = css`
  .definitions {
    position: absolute;
  }

  /* As high as the chart is, before it is there. */
  .chart-place {
    min-inline-size: 0;
    min-block-size: 20rem;
  }

  .edge {
    stroke: var(--_accent);
    stroke-width: 1;
  }

  .ground {
    fill: var(--_accent);
  }

  .tone-1 .ground,
  .tone-2 .ground,
  .tone-3 .ground,
  .tone-4 .ground {
    fill: color-mix(in oklab, var(--_accent) 12%, var(--_surface));
  }

  .mark {
    stroke: var(--_accent);
    stroke-width: 1.75;
    fill: none;
  }

  .dot {
    fill: var(--_accent);
  }

  .swatch {
    flex: none;
  }
`;
