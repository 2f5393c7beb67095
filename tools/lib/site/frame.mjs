import { readFileSync } from 'node:fs';
import { at } from '../paths.mjs';
import { escaped } from './html.mjs';

/** The pages that the header leads to. */
const PLACES = [
  ['/studio.html', 'Studio'],
  ['/comparison.html', 'Comparison'],
  ['/themes.html', 'Looks'],
  ['/docs/', 'Docs'],
];

/** What the footer holds for each of those who come. */
const VISITORS = [
  [
    'Brands',
    [
      ['/docs/guides/partner-manager.html', 'Guide for partner managers'],
      ['/studio.html', 'Studio'],
      ['/themes.html', 'Looks'],
      ['/docs/import.html', 'Bringing contracts in'],
    ],
  ],
  [
    'Negotiators',
    [
      ['/docs/guides/negotiator.html', 'Guide for negotiators'],
      ['/comparison.html', 'Comparison'],
      ['/docs/analyses/', 'What each analysis means'],
      ['/docs/reference/programs.html', 'Real programs'],
    ],
  ],
  [
    'Developers',
    [
      ['/docs/guides/web-developer.html', 'Guide for web developers'],
      ['/docs/reference/contract.html', 'Contract language'],
      ['/docs/reference/engine.html', 'Engine'],
      ['/docs/command-line.html', 'Command line'],
    ],
  ],
];

const MARK = '<svg viewBox="0 0 28 28" width="28" height="28" aria-hidden="true"><path d="M2 23.5H8V17.5H14V11.5H20V5.5H26" /></svg>';
const LENS =
  '<svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true"><circle cx="8.5" cy="8.5" r="5.5" /><path d="M12.5 12.5L18 18" /></svg>';

/**
 * A page of the site: what is written, with the header and the footer that all of them share.
 *
 * @param {string} html a whole document
 * @param {string} path its address, such as `/docs/index.html`
 */
export function framed(html, path) {
  const own = html.includes('class="skip"');
  const withIds = own ? html : html.replace(/<main(?![^>]* id=)/, '<main id="main"');
  const afterSkip = own ? /<a class="skip".*?<\/a>/s : /<body[^>]*>/;
  const skip = own ? '' : `\n    <a class="skip" href="#${/<main[^>]* id="([^"]+)"/.exec(withIds)?.[1] ?? 'main'}">Skip to the content</a>`;
  return withIds
    .replace('</head>', () => `${head(html)}  </head>`)
    .replace(afterSkip, (begin) => `${begin}${skip}${header(path)}`)
    .replace('</body>', () => `${footer()}  </body>`);
}

/** The frame's files, in every page's head, before the page's own style sheet, which may say otherwise. */
function head(/** @type {string} */ html) {
  const lines = [
    '<link rel="icon" href="/mark.svg" type="image/svg+xml" />',
    '<link rel="preload" href="/assets/archivo-latin-wght-normal.woff2" as="font" type="font/woff2" crossorigin />',
    '<link rel="stylesheet" href="/bar.css" />',
    '<script type="module" src="/bar.js"></script>',
  ];
  return lines
    .filter((line) => !html.includes(line))
    .map((line) => `  ${line}\n  `)
    .join('');
}

function header(/** @type {string} */ path) {
  const address = path.replace(/index\.html$/, '');
  // Every page of the documentation is below its first.
  const isHere = (/** @type {string} */ href) => address === href || (href === '/docs/' && address.startsWith(href));
  const current = (/** @type {string} */ href) => (address === href ? ' aria-current="page"' : isHere(href) ? ' aria-current="true"' : '');
  const links = PLACES.map(([href = '', name = '']) => `<a href="${href}"${current(href)}>${name}</a>`);
  return `
    <header class="bar">
      <a class="bar-name" href="/"${current('/')}>${MARK}Payout Calculator</a>
      <button class="bar-menu" type="button" popovertarget="bar-places">Menu</button>
      <nav class="bar-places" id="bar-places" popover aria-label="Site">${links.join('')}</nav>
      <a class="bar-search" href="/docs/" aria-label="Search">${LENS}<span>Search</span><kbd>/</kbd></a>
    </header>`;
}

function footer() {
  const { version, license } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const lists = VISITORS.map(([name, links]) => {
    const items = /** @type {string[][]} */ (links).map(([href = '', text = '']) => `<li><a href="${href}">${text}</a></li>`);
    return `<div><h2>${name}</h2><ul>${items.join('')}</ul></div>`;
  });
  return `
    <footer class="foot">
      <div class="foot-words">
        <p class="foot-name">${MARK}Payout Calculator</p>
        <p>Computed from the contract’s real terms, in your browser. Nothing that you enter leaves it.</p>
        <p>Version ${escaped(version)} · ${escaped(license.replace(' OR ', ' or '))}</p>
      </div>
      ${lists.join('\n      ')}
    </footer>
`;
}
