import { css } from 'lit';

/** What the reader's system asks for: room for fingers, its own colours, and paper. */
export const comparisonPreferences = css`
  label:has([type='checkbox']) {
    min-block-size: 2.75rem;
  }

  /* A fingertip needs more room in a sentence than a pointer does. */
  @media (pointer: coarse) {
    .blank {
      min-block-size: 2.75rem;
    }
  }

  @media (forced-colors: active) {
    .sheet[data-most],
    .numbers-band,
    .wins {
      border: 1px solid CanvasText;
    }

    .wins,
    .button {
      color: CanvasText;
    }

    .side-choice[data-chosen] {
      border-block-end-color: Highlight;
    }
  }

  @media print {
    @page {
      margin: 10mm;
    }

    .frame {
      zoom: 0.6;
      gap: 0.75rem;
    }

    .toolbar,
    .section-head .inline,
    .start,
    .pager,
    .add-term,
    .sheet-actions,
    .document,
    .numbers-more,
    .drop,
    .numbers-band > .aside,
    .choice,
    .panel:not([data-paper]),
    .frame details,
    .simulated,
    .notes:has(textarea:placeholder-shown) {
      display: none;
    }

    .table-top {
      gap: 0.5rem;
    }

    .sheet-head {
      gap: 0.125rem;
      padding-block: 0.25rem;
    }

    .term {
      padding-block: 0;
    }

    .opening {
      gap: 0;
    }

    .sheets {
      display: grid;
      overflow: visible;
    }

    .sheet {
      row-gap: 0.25rem;
    }

    .sheet-terms .term > p:first-child {
      line-height: 1.4;
    }

    .name,
    .cell,
    .role,
    textarea {
      appearance: none;
      border: 0;
      padding: 0;
      min-block-size: 0;
      background: none;
      resize: none;
    }

    .assumed td,
    .ledger :is(th, td) {
      padding-block: 0.125rem;
    }

    .set {
      min-block-size: 0;
    }

    .sheet,
    .numbers-band,
    .figures,
    .panel {
      break-inside: avoid;
    }
  }
`;
