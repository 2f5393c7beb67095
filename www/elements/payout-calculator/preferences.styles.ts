import { css } from 'lit';

/** What the reader's system asks for: less motion, its own colours, paper. */
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
    .range::-webkit-slider-thumb {
      forced-color-adjust: none;
      background: Canvas;
      border-color: CanvasText;
    }

    .model input:checked {
      border-color: Highlight;
    }

    .range::-webkit-slider-runnable-track {
      forced-color-adjust: none;
      background: CanvasText;
    }

    .range::-webkit-slider-thumb {
      background: Highlight;
      box-shadow: none;
    }

    .edge,
    .mark,
    .axis {
      stroke: CanvasText;
    }

    .grid {
      stroke: GrayText;
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

  @media print {
    :host {
      color-scheme: light;
      --_surface: #ffffff;
      --_tint: transparent;
      --_ink: #000000;
    }

    .range,
    .bounds,
    .cta,
    .quiet,
    summary::before {
      display: none;
    }

    .frame {
      gap: 1rem;
      font-size: 0.8125rem;
    }

    .desk {
      gap: 1.5rem;
    }

    .result {
      padding: 0.75rem 0 0;
    }

    .fields,
    .inputs {
      gap: 0.25rem;
    }

    .entry {
      border: 0;
      min-block-size: 0;
    }

    .model:not(:has(:checked)) {
      display: none;
    }

    .line,
    .field,
    .chart {
      break-inside: avoid;
    }
  }
`;
