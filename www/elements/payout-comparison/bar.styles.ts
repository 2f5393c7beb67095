import { css } from 'lit';

/** The tools above the offers, and the totals that stay in sight. */
export const barStyles = css`
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 2rem;
    border-block-end: 1px solid var(--_rule);
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 1.25rem;
    padding-block-end: 0.375rem;
  }

  .tools .quiet:disabled {
    visibility: visible;
    color: var(--_muted);
    text-decoration: none;
    cursor: default;
  }

  .tools .button {
    padding-block: 0.25rem;
  }

  .copied {
    flex: 1 1 100%;
    font-weight: 600;
  }

  .link {
    flex: 1 1 100%;
    font: inherit;
    font-size: 0.875rem;
    min-block-size: 2.75rem;
    padding-inline: 0.5rem;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
  }

  .sides {
    display: flex;
    flex-wrap: wrap;
  }

  .side-choice {
    display: inline-flex;
    align-items: center;
    min-block-size: 2.75rem;
    padding-inline: 0.875rem;
    border-block-end: 3px solid transparent;
    cursor: pointer;
    position: relative;
  }

  .side-choice input {
    position: absolute;
    inset: 0;
    opacity: 0;
    margin: 0;
    cursor: inherit;
  }

  .side-choice[data-chosen] {
    border-block-end-color: var(--_accent);
    font-weight: 650;
  }

  .side-choice:has(:focus-visible) {
    outline: 3px solid var(--_accent);
  }

  /* What has the focus is not under the totals. */
  :is(a, button, input, select, summary, textarea) {
    scroll-margin-block-end: 4rem;
  }

  .pager {
    position: sticky;
    inset-block-end: 0;
    z-index: 2;
    display: flex;
    background: var(--_surface);
    border-block: 1px solid var(--_ink);
  }

  .pager a {
    flex: 1 1 0;
    min-inline-size: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.5rem;
    min-block-size: 2.75rem;
    padding: 0.25rem 0.75rem;
    color: inherit;
    text-decoration: none;
    border-inline-start: 1px solid var(--_rule);
  }

  .pager a:first-child {
    border-inline-start: 0;
  }

  .pager a:hover .figure {
    text-decoration: underline;
  }

  .pager .figure {
    font-weight: 650;
    font-variant-numeric: tabular-nums lining-nums;
    overflow-wrap: anywhere;
  }

  @container (inline-size < 44rem) {
    .tools {
      gap: 0.25rem 1rem;
    }

    .tools .button {
      order: -1;
    }

    .pager a {
      padding-inline: 0.375rem;
      font-size: 0.875rem;
    }

    .pager a[aria-current] {
      box-shadow: inset 0 3px 0 var(--_accent);
    }

    .pager .wins {
      font-size: 0;
      padding: 0.3125rem;
      border-radius: 50%;
    }
  }
`;
