import { css } from 'lit';

export const fieldStyles = css`
  .fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5rem;
  }

  .field {
    display: grid;
    grid-template: 'label label' auto 'range entry' auto 'range entry' auto 'note note' auto / minmax(0, 1fr) auto;
    align-items: center;
    column-gap: 1.25rem;
  }

  .field .label {
    grid-area: label;
    font-weight: 400;
    font-size: 1rem;
    margin-block-end: 0.125rem;
  }

  /* Whatever has the focus is not under the small result at the window's edge. */
  .inputs :is(input, button, summary) {
    scroll-margin-block-end: 5.5rem;
  }

  .entry {
    display: flex;
    align-items: center;
    gap: 0.375rem;
    grid-area: entry;
    inline-size: 7.5rem;
    max-inline-size: 45cqi;
    min-block-size: 2.75rem;
    padding-inline: 0.75rem;
    background: var(--_surface);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
  }

  .entry:focus-within {
    outline: 3px solid var(--_accent);
    outline-offset: 1px;
  }

  .entry[data-fault] {
    border: 2px solid var(--_fault);
  }

  .symbol {
    color: var(--_muted);
  }

  .entry input {
    flex: 1;
    min-inline-size: 0;
    align-self: stretch;
    padding: 0;
    border: 0;
    background: none;
    outline: none;
    font-weight: 600;
    text-align: end;
  }

  .range {
    --_line: 4px;
    --_handle: 1.375rem;
    --_from: right;
    grid-area: range;
    appearance: none;
    inline-size: 100%;
    min-inline-size: 0;
    block-size: 2.75rem;
    margin: 0;
    background: none;
    cursor: pointer;
  }

  .range:focus-visible {
    outline: none;
  }

  /* Vendors' parts cannot share a rule: a browser drops the whole of one that names a part it does not know. */
  .range::-webkit-slider-runnable-track {
    block-size: var(--_line);
    background: linear-gradient(var(--_accent) 0 0) var(--_start, left) / calc(var(--_filled, 0) * 100%) 100% no-repeat var(--_rule-strong);
  }

  .range::-moz-range-track {
    block-size: var(--_line);
    background: var(--_rule-strong);
  }

  .range::-moz-range-progress {
    block-size: var(--_line);
    background: var(--_accent);
  }

  .range::-webkit-slider-thumb {
    appearance: none;
    inline-size: var(--_handle);
    block-size: var(--_handle);
    margin-block-start: calc((var(--_line) - var(--_handle)) / 2);
    border: 3px solid var(--_surface);
    border-radius: 50%;
    background: var(--_accent);
    box-shadow: 0 0 0 1.5px var(--_accent);
  }

  .range::-moz-range-thumb {
    inline-size: var(--_handle);
    block-size: var(--_handle);
    border: 3px solid var(--_surface);
    border-radius: 50%;
    background: var(--_accent);
    box-shadow: 0 0 0 1.5px var(--_accent);
  }

  .range:focus-visible::-webkit-slider-thumb {
    outline: 3px solid var(--_accent);
    outline-offset: 3px;
  }

  .range:focus-visible::-moz-range-thumb {
    outline: 3px solid var(--_accent);
    outline-offset: 3px;
  }

  .range:dir(rtl) {
    --_start: right;
  }

  .fields {
    --_rule-strong: color-mix(in oklab, var(--_ink) 28%, var(--_surface));
  }

  .more .fields {
    padding-block: 0.75rem;
  }

  .bounds {
    grid-area: range;
    align-self: end;
    translate: 0 60%;
    display: flex;
    pointer-events: none;
    font-size: 0.8125rem;
    justify-content: space-between;
    color: var(--_muted);
  }

  .field .fault {
    grid-area: note;
    font-size: 0.9375rem;
    margin-block-start: 1rem;
  }
`;
