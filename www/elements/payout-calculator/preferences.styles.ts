import { css } from 'lit';

/** What the reader's system asks for: less motion, its own colours. */
export const preferenceStyles = css`
  @media (prefers-reduced-motion: no-preference) {
    .apply,
    .reach {
      transition: background-color 120ms, fill 120ms;
    }
  }

  @media (forced-colors: active) {
    .entry,
    .result,
    .apply {
      border: 1px solid CanvasText;
    }

    .model input,
    .range::-webkit-slider-thumb,
    .range::-webkit-slider-runnable-track,
    .line[data-length]::before,
    summary::before {
      forced-color-adjust: none;
    }

    .model input {
      background: Canvas;
      border-color: CanvasText;
    }

    .range::-webkit-slider-thumb,
    .line[data-length]::before {
      background: CanvasText;
    }

    .range::-webkit-slider-runnable-track {
      background: linear-gradient(CanvasText 0 0) var(--_start, left) / calc(var(--_filled, 0) * 100%) 100% no-repeat,
        linear-gradient(CanvasText 0 0) center / 100% 1px no-repeat;
    }

    .range::-webkit-slider-thumb {
      border-color: Canvas;
      box-shadow: 0 0 0 1.5px CanvasText;
    }

    .edge,
    .mark,
    .axis,
    .grid {
      stroke: CanvasText;
    }

    .grid {
      stroke-dasharray: 1 5;
    }

    .tick,
    .dot,
    .ground {
      fill: CanvasText;
    }

    .tone-1 .ground,
    .tone-2 .ground,
    .tone-3 .ground,
    .tone-4 .ground {
      fill: Canvas;
    }
  }
`;
