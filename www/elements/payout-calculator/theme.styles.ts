import { css } from 'lit';

/** Values that a page may set, and what follows from them. The colour scheme is the page's own unless `theme` says otherwise. */
export const themeStyles = css`
  :host {
    --_accent: var(--payout-accent, light-dark(#0b5f46, #6fd0a8));
    --_on-accent: var(--payout-on-accent, light-dark(#ffffff, #0d1a14));
    --_ink: var(--payout-ink, light-dark(#17211c, #e8eee9));
    --_surface: var(--payout-surface, light-dark(#ffffff, #141a17));
    --_tint: var(--payout-tint, light-dark(#eef3ec, #1c2621));
    --_rule: var(--payout-rule, light-dark(#cbd6cb, #36433c));
    --_muted: color-mix(in oklab, var(--_ink) 72%, var(--_surface));
    --_edge: color-mix(in oklab, var(--_ink) 58%, var(--_surface));
    --_fault: light-dark(#a1281c, #ffa396);
    --_radius: var(--payout-radius, 2px);

    display: block;
    container-type: inline-size;
    color: var(--_ink);
    background: var(--_surface);
    line-height: 1.5;
    text-wrap: pretty;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }

  :host([hidden]) {
    display: none;
  }

  :host([theme='light']) {
    color-scheme: light;
  }

  :host([theme='dark']) {
    color-scheme: dark;
  }

  :host([theme='none']) {
    --_ink: var(--payout-ink, currentColor);
    --_surface: var(--payout-surface, transparent);
    --_tint: var(--payout-tint, transparent);
    --_rule: var(--payout-rule, color-mix(in oklab, currentColor 25%, transparent));
    --_muted: color-mix(in oklab, currentColor 80%, transparent);
    --_edge: color-mix(in oklab, currentColor 65%, transparent);
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset {
    margin: 0;
    padding: 0;
  }

  fieldset {
    border: 0;
    min-inline-size: 0;
  }

  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  :is(button, input, summary, a, .scroll):focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }

  /* Figures that stand under one another, or change in place; not the words around them. */
  .figure,
  .amount,
  .tick,
  .entry input,
  td {
    font-variant-numeric: tabular-nums lining-nums;
  }

  button,
  input {
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
  }
`;
