import { css } from 'lit';

/** The reader's own colours. */
export const comparisonPreferences = css`
  @media (forced-colors: active) {
    .sheet[data-most],
    .numbers-band,
    .wins {
      border: 1px solid CanvasText;
    }

    .side-choice[data-chosen] {
      border-block-end-color: Highlight;
    }

    .curve {
      stroke: CanvasText;
    }
  }
`;
