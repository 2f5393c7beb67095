import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';

/** How many clauses can be told apart; further ones begin again. */
const TONES = 5;

/**
 * The patterns that tell clauses apart without colour: plain, slanted lines, dots, level lines, crosses.
 * Ids inside an `<svg>` are looked up in the whole shadow tree, so they are defined once, by {@link toneDefinitions}.
 */
const MARKS: readonly SVGTemplateResult[] = [
  svg``,
  svg`<path class="mark" d="M-2 2 2 -2M0 8 8 0M6 10 10 6" />`,
  svg`<circle class="dot" cx="2" cy="2" r="1.4" /><circle class="dot" cx="6" cy="6" r="1.4" />`,
  svg`<path class="mark" d="M0 2H8M0 6H8" />`,
  svg`<path class="mark" d="M0 0 8 8M8 0 0 8" />`,
];

export function toneDefinitions(): TemplateResult {
  return html`
    <svg class="definitions" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        ${MARKS.map(
          (mark, tone) => svg`
            <pattern id="tone-${tone}" class="tone-${tone}" width="8" height="8" patternUnits="userSpaceOnUse">
              <rect class="ground" width="8" height="8" />
              ${mark}
            </pattern>
          `,
        )}
      </defs>
    </svg>
  `;
}

/** The paint of a clause's areas. */
export function tonePaint(tone: number): string {
  return `url(#tone-${tone % TONES})`;
}

/** A small area in a clause's pattern, as in the chart. */
export function swatch(tone: number): TemplateResult {
  return html`
    <svg class="swatch" width="14" height="14" aria-hidden="true" focusable="false">
      <rect class="edge" x="0.5" y="0.5" width="13" height="13" fill=${tonePaint(tone)} />
    </svg>
  `;
}
