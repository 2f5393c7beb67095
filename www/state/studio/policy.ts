import { folderOf, originOf, type Package } from './hosting.js';
import { markupOf } from './markup.js';
import { ruleOf } from './pasted.js';
import type { Target } from './snippets.js';
import type { Work } from './work.js';

/** A content security policy: sources by directive. */
export type Policy = Readonly<Record<string, readonly string[]>>;

const BUILT: ReadonlySet<Target> = new Set(['react', 'vue', 'svelte', 'bundler']);

/**
 * What a page with the calculator has to allow, by itself: everything else is forbidden. A page that has more on it adds these sources to its own.
 *
 * @param styleHash `sha256-…` of the brand's rule, where there is one
 */
export function policyOf(target: Target, work: Work, files: Package, styleHash?: string): Policy {
  const host = originOf(folderOf(work.hosting, files));
  if (target === 'frame') return { 'default-src': ["'none'"], 'script-src': [host], 'frame-src': [host] };
  const isBuilt = BUILT.has(target);
  const code = isBuilt ? "'self'" : host;
  const terms = work.hosting.terms === 'file' ? [originOf(work.hosting.src)] : [];
  // A bundled rule lies in a file of the page's own; components set its values one by one.
  const isBundled = target === 'bundler' && ruleOf(markupOf(work)) !== undefined;
  const style = [
    ...(work.look.ready !== 'none' || isBundled ? [code] : []),
    ...(styleHash !== undefined && !isBuilt ? [`'${styleHash}'`] : []),
  ];
  return {
    'default-src': ["'none'"],
    'script-src': [code, "'wasm-unsafe-eval'"],
    // A worker of another origin is never started; the page then works out ranges itself.
    ...(code === "'self'" && { 'worker-src': ["'self'"] }),
    ...(style.length > 0 && { 'style-src': style }),
    'connect-src': [...new Set([code, ...terms])],
    ...(!isBuilt && { 'require-trusted-types-for': ["'script'"], 'trusted-types': ['lit-html', 'payout-calculator'] }),
  };
}

/** The value of the header, or of the tag that stands for it. */
export function policyText(policy: Policy): string {
  return Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');
}
