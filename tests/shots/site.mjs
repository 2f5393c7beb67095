/** @typedef {import('./states.mjs').State} State */

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };
const WIDE = { width: 1600, height: 1000 };

/** @param {string} query */
const searched = (query) => async (/** @type {import('@playwright/test').Page} */ page) => {
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill(query);
  await page.locator('.search-found a').first().waitFor();
};

const menu = (/** @type {import('@playwright/test').Page} */ page) => page.getByRole('button', { name: 'Menu' }).click();
const pages = (/** @type {import('@playwright/test').Page} */ page) => page.getByRole('button', { name: 'All pages' }).click();
const tried = async (/** @type {import('@playwright/test').Page} */ page) => {
  await page.getByText('Try this example').click();
  await page.locator('payout-comparison:state(ready)').waitFor();
};

/**
 * The site around the elements: home, documentation, search.
 *
 * @type {readonly State[]}
 */
export default [
  { name: 'site-home-desktop', path: '/', viewport: DESKTOP },
  { name: 'site-home-phone-dark', path: '/', viewport: PHONE, colorScheme: 'dark' },
  { name: 'site-menu-phone', path: '/', viewport: PHONE, part: 'html', act: menu },
  { name: 'site-docs-desktop', path: '/docs/', viewport: DESKTOP },
  { name: 'site-guide-desktop', path: '/docs/guides/partner-manager.html', viewport: DESKTOP },
  { name: 'site-guide-phone-dark', path: '/docs/guides/web-developer.html', viewport: PHONE, colorScheme: 'dark' },
  { name: 'site-pages-phone', path: '/docs/guides/negotiator.html', viewport: PHONE, act: pages },
  { name: 'site-reference-wide', path: '/docs/reference/events.html', viewport: WIDE },
  { name: 'site-reference-phone', path: '/docs/reference/events.html', viewport: PHONE },
  { name: 'site-analysis-tried', path: '/docs/analyses/compare.html', viewport: DESKTOP, act: tried },
  { name: 'site-programs-dark', path: '/docs/reference/programs.html', viewport: DESKTOP, colorScheme: 'dark' },
  { name: 'site-search-desktop', path: '/docs/', viewport: DESKTOP, part: '.search', act: searched('guarantee') },
  { name: 'site-search-phone-dark', path: '/docs/', viewport: PHONE, colorScheme: 'dark', part: '.search', act: searched('churn') },
  { name: 'site-docs-forced-colours', path: '/docs/', viewport: DESKTOP, forcedColors: 'active' },
];
