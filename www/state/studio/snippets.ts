import { bundlerParts, reactParts, svelteParts, vueParts } from './components.js';
import { folderOf, hasHost, type Package } from './hosting.js';
import { frameParts, pastedParts } from './pasted.js';
import type { Work } from './work.js';

/** Where a calculator can stand: pages in which something is pasted, and programs that are built. */
export const TARGETS = ['html', 'wordpress', 'webflow', 'shopify', 'frame', 'react', 'vue', 'svelte', 'bundler'] as const;
export type Target = (typeof TARGETS)[number];

/** A text to be copied as it is. */
export interface Part {
  /** The file it belongs into; none for what is pasted into a page. */
  readonly file?: string;
  readonly text: string;
}

/** What stands in the way of a snippet where it is meant to go. */
export type Hindrance =
  | { readonly code: 'too_long'; readonly length: number; readonly most: number }
  | { readonly code: 'without_host' }
  | { readonly code: 'terms_without_host' };

export interface Snippet {
  readonly target: Target;
  readonly parts: readonly Part[];
  readonly hindrances: readonly Hindrance[];
}

/** Sites whose pages lie on someone else's host, where no folder of files can be put. */
const WITHOUT_FILES: ReadonlySet<Target> = new Set(['webflow', 'shopify']);
/** As many characters as a code embed takes there. */
const MOST: Readonly<Partial<Record<Target, number>>> = { webflow: 10_000, shopify: 50_000 };

/** The calculator of a work, as it is put into a page or program. */
export function snippetOf(target: Target, work: Work, files: Package): Snippet {
  const parts = partsOf(target, work, files);
  const length = parts.reduce((sum, { text }) => sum + text.length, 0);
  const most = MOST[target] ?? Number.POSITIVE_INFINITY;
  const isForeign = WITHOUT_FILES.has(target);
  return {
    target,
    parts,
    hindrances: [
      ...(length > most ? [{ code: 'too_long', length, most } as const] : []),
      ...(isForeign && !hasHost(folderOf(work.hosting, files)) ? [{ code: 'without_host' } as const] : []),
      ...(isForeign && work.hosting.terms === 'file' && !hasHost(work.hosting.src) ? [{ code: 'terms_without_host' } as const] : []),
    ],
  };
}

function partsOf(target: Target, work: Work, files: Package): readonly Part[] {
  switch (target) {
    case 'frame':
      return frameParts(work, files);
    case 'react':
      return reactParts(work, files);
    case 'vue':
      return vueParts(work, files);
    case 'svelte':
      return svelteParts(work, files);
    case 'bundler':
      return bundlerParts(work, files);
    default:
      return pastedParts(target, work, files);
  }
}
