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
    .readout,
    summary,
    .model:not([data-chosen]),
    .field .fault {
      display: none;
    }

    /* What can be opened on the screen cannot be on paper; of the reasons, those that are open are printed, so that the rest fits a page. */
    details:not(.why details)::details-content {
      content-visibility: visible;
      block-size: auto;
    }

    .frame {
      zoom: 0.64;
      gap: 1rem;
    }

    .body,
    .inputs,
    .fields,
    .outcome,
    .result {
      gap: 1rem;
    }

    .desk {
      grid-template: auto 1fr / minmax(0, 4fr) minmax(0, 7fr);
      gap: 1rem 2.5rem;
    }

    .outcome {
      grid-area: 1 / 2 / span 2;
    }

    .why details[open] {
      padding: 0;
    }

    .fields {
      gap: 0;
    }

    .field {
      grid-template: 'label entry' auto / minmax(0, 1fr) auto;
    }

    .entry {
      border: 0;
      min-block-size: 0;
      padding: 0;
    }

    .result {
      padding: 0.75rem 0 0;
    }

    .chart-place {
      min-block-size: 0;
    }

    .line,
    .field,
    .drawing,
    tr {
      break-inside: avoid;
    }

    .drawing,
    .swatch,
    .line[data-length]::before {
      print-color-adjust: exact;
    }
  }
`;
