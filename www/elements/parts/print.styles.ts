import { css } from 'lit';

/** On paper: one page with inputs, result, table, assumptions and disclaimer. */
export const printStyles = css`
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

    .body[data-waiting] {
      min-block-size: 0;
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

    .tools,
    .dual,
    .expected {
      display: none;
    }

    .grounds {
      border: 0;
      padding: 0;
    }

    .drawing {
      max-block-size: 13rem;
    }

    :is(.chart, .cash) :is(th, td) {
      padding-block: 0;
      border: 0;
    }

    .offer,
    .reach li {
      padding-block: 0.125rem;
    }

    .pick {
      min-block-size: 0;
      text-decoration: none;
    }

    /* On paper it is a heading. */
    :is(.terms, .cash) > summary {
      display: block;
      min-block-size: 0;
    }
  }
`;
