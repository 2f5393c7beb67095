import { css } from 'lit';

export const modelStyles = css`
  .models legend {
    padding: 0;
    margin-block-end: 0.5rem;
  }

  .model {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: baseline;
    column-gap: 0.75rem;
    min-block-size: 2.75rem;
    padding-block: 0.625rem;
    border-block-start: 1px solid var(--_rule);
    cursor: pointer;
  }

  .model:last-of-type {
    border-block-end: 1px solid var(--_rule);
  }

  .model input {
    appearance: none;
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0;
    border: 1.5px solid var(--_edge);
    border-radius: 50%;
    translate: 0 0.15rem;
    cursor: inherit;
  }

  .model input:checked {
    border: 0.375rem solid var(--_accent);
  }

  .model-name {
    overflow-wrap: anywhere;
  }

  .model-terms {
    color: var(--_muted);
    font-size: 0.9375rem;
    text-align: end;
  }

  .model:hover .model-name {
    text-decoration: underline 1px;
    text-underline-offset: 0.25em;
  }

  /* Not :has(:checked), which WebKit does not look at again when a script changes the choice. */
  .model[data-chosen] .model-name {
    font-weight: 650;
    text-decoration: none;
  }

  @container (inline-size < 26rem) {
    .model {
      grid-template-columns: auto minmax(0, 1fr);
    }

    .model-terms {
      grid-column: 2;
      text-align: start;
    }
  }
`;
