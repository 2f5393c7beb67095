import { css } from 'lit';

/** What the reader's system asks for: room for fingers, and its own colours. */
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
`;
