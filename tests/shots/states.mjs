import { readFileSync } from 'node:fs';

/**
 * Every page and state that is looked at. `act` brings the page into the state; `part` is what is photographed, the whole page
 * where there is none.
 *
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {{
 *   name: string,
 *   path: string,
 *   viewport: { width: number, height: number },
 *   colorScheme?: 'light' | 'dark',
 *   forcedColors?: 'active',
 *   media?: 'print',
 *   part?: string,
 *   act?: (page: Page) => Promise<unknown>,
 * }} State
 */

/** What stands in the calculator; the pictures of tests/visual share it. */
const DOCUMENTS = JSON.parse(readFileSync(new URL('./documents.json', import.meta.url), 'utf8'));

const PHONE = { width: 390, height: 844 };
const NARROW = { width: 320, height: 700 };
const TABLET = { width: 820, height: 1180 };
const DESKTOP = { width: 1280, height: 900 };
const WIDE = { width: 1920, height: 1080 };
const PART = 'payout-calculator';

/** What a partner manager may have in the studio. */
const WORK = {
  version: 1,
  contracts: [
    {
      version: 1,
      name: 'Harbor partners',
      currency: 'USD',
      payouts: [
        { event: 'lead', label: 'Qualified lead', pay: { fixed: '100' } },
        { event: 'subscription', label: 'Customer', pay: { percent: '20%' }, for: { months: 24 } },
      ],
      settlement: { lock: { days: 30 }, schedule: { every: 'month', day: 15 }, threshold: '50' },
    },
  ],
  scenario: {
    version: 1,
    start: '2027-01',
    months: '12',
    streams: [
      { event: 'lead', perMonth: { low: '10', likely: '20', high: '30' } },
      { event: 'subscription', perMonth: '5', amount: '80', churn: '4%', margin: '70%' },
    ],
  },
  presets: [{ label: 'Newsletter, 5,000 readers', values: { 'lead.perMonth': '12' } }],
  words: { cta: 'Join the program', ctaLink: 'https://brand.example/join' },
  look: { ready: 'harbor' },
  budget: '25000',
};

/**
 * The studio at one of its steps, with work on the desk.
 *
 * @param {number} step
 * @param {'en' | 'de'} [language]
 */
const atStep =
  (step, language = 'en') =>
  async (/** @type {Page} */ page) => {
    const file = { name: 'work.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(WORK)) };
    await page.locator('.tools input[type=file]').setInputFiles(file);
    await page.locator('.studio .language').selectOption(language);
    await page.locator('.steps button').nth(step).click();
    if (step > 0) await page.frameLocator('.preview iframe').locator('payout-calculator:state(ready)').waitFor();
  };

/** @param {Page} page */
const combined = (page) => page.getByRole('radio').last().check();

/**
 * @param {string} tag
 * @param {boolean} [several] models to choose from
 */
const inLanguage =
  (tag, several = true) =>
  async (/** @type {Page} */ page) => {
    await page.evaluate((locale) => {
      document.documentElement.lang = locale;
      document.documentElement.dir = locale.startsWith('ar') ? 'rtl' : 'ltr';
      document.querySelector('payout-calculator')?.setAttribute('locale', locale);
    }, tag);
    await page.locator(`payout-calculator [part=frame][lang=${tag.slice(0, 2)}]`).waitFor();
    if (several) await combined(page);
  };

/** @param {unknown} properties */
const given = (properties) => async (/** @type {Page} */ page) => {
  await page.evaluate((values) => Object.assign(document.querySelector('payout-calculator') ?? {}, values), properties);
  await page.locator('payout-calculator:is(:state(ready), :state(error))').waitFor();
};

/** @param {Page} page */
const opened = async (page) => {
  await combined(page);
  for (const summary of await page.locator('payout-calculator summary').all()) await summary.click();
};

/** @param {Page} page */
const atFault = async (page) => {
  const field = page.getByRole('textbox', { name: 'Leads a month' });
  await field.fill('a dozen');
  await field.press('Tab');
};

/**
 * @param {string} look
 * @param {string} [view]
 */
const looks =
  (look, view = 'partner') =>
  async (/** @type {Page} */ page) => {
    await page.locator('select[name=look]').selectOption(look);
    await page.locator('select[name=view]').selectOption(view);
    await page.locator('payout-calculator [part=likely]').waitFor();
  };

/** @param {Page} page */
const everythingOpen = async (page) => {
  await page.locator('payout-calculator [part=likely]').waitFor();
  for (const summary of await page.locator('payout-calculator summary').all()) await summary.click();
};

/** @param {Page} page */
const framed = (page) =>
  page.evaluate(async () => {
    const documents = {
      contract: { version: 1, currency: 'EUR', payouts: [{ event: 'lead', pay: { fixed: '40' } }] },
      scenario: { version: 1, start: '2027-01', months: 6, streams: [{ event: 'lead', perMonth: '9' }] },
    };
    window.postMessage({ payout: 1, type: 'open', documents }, '*');
    await new Promise((resolve) => addEventListener('payout-result', resolve, { once: true }));
  });

/** @param {(page: Page) => Promise<unknown>} [then] */
const steps = (then) => async (/** @type {Page} */ page) => {
  await given(DOCUMENTS.steps)(page);
  await page.locator('payout-calculator [part=likely] p').waitFor();
  await page.locator('payout-calculator [part=reach] li').nth(4).waitFor();
  await then?.(page);
};

/** @param {Page} page */
const largeText = (page) => page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));

const TOO_MANY_MISTAKES = { contracts: [{ version: 1, currency: 'USDX', payouts: [{ event: 'lead', pay: { fixed: 'x' } }] }] };

const COMPARED = 'payout-comparison';

/** @param {Page} page */
const compared = async (page) => {
  await page.locator('payout-comparison .map-cell').first().waitFor({ state: 'attached' });
  await page.locator('payout-comparison .simulated', { hasText: /0{3}/ }).waitFor({ state: 'attached' });
};

/** @param {string} tag */
const comparedIn = (tag) => async (/** @type {Page} */ page) => {
  await compared(page);
  await page.evaluate((locale) => {
    document.documentElement.lang = locale;
    document.documentElement.dir = locale.startsWith('ar') ? 'rtl' : 'ltr';
    document.querySelector('payout-comparison')?.setAttribute('locale', locale);
  }, tag);
  await page.locator(`payout-comparison [part=frame][lang=${tag.slice(0, 2)}]`).waitFor();
};

/** @param {Page} page */
const fourCompared = async (page) => {
  await compared(page);
  const comparison = page.locator(COMPARED);
  await comparison.getByText('Add an offer', { exact: true }).click();
  await comparison.getByRole('button', { name: 'A share that rises with volume' }).click();
  await comparison.getByRole('button', { name: 'A monthly fee and a share' }).click();
  await comparison.getByRole('radio', { name: 'Both' }).check();
  for (const [side, limit] of Object.entries({ 'The partner needs at least': '1500', 'The brand pays at most': '3500' })) {
    await comparison.getByRole('textbox', { name: side }).fill(limit);
    await comparison.getByRole('textbox', { name: side }).press('Tab');
  }
  await comparison.locator('.offer-point').first().waitFor();
};

/** @param {Page} page */
const comparedAtFault = async (page) => {
  await compared(page);
  await page.locator(COMPARED).getByRole('textbox', { name: 'Amount in: Sale: … each.' }).fill('a dozen');
  await page.keyboard.press('Tab');
  await page.locator(COMPARED).getByText('The whole contract as JSON').first().click();
};

/** @param {Page} page */
const nothingCompared = (page) => page.locator(COMPARED).getByRole('button', { name: 'Clear the table' }).click();

/** @type {State[]} */
export default [
  { name: 'page-phone', path: '/', viewport: PHONE },
  { name: 'page-narrow', path: '/', viewport: NARROW },
  { name: 'page-tablet', path: '/', viewport: TABLET },
  { name: 'page-desktop', path: '/', viewport: DESKTOP },
  { name: 'page-desktop-dark', path: '/', viewport: DESKTOP, colorScheme: 'dark' },
  { name: 'page-wide', path: '/', viewport: WIDE },
  { name: 'page-fallback', path: '/', viewport: DESKTOP, act: given({ contracts: [] }) },
  { name: 'strict-desktop', path: '/strict.html', viewport: DESKTOP },
  { name: 'no-wasm-desktop', path: '/no-wasm.html', viewport: DESKTOP },
  { name: 'no-wasm-phone-dark', path: '/no-wasm.html', viewport: PHONE, colorScheme: 'dark' },
  { name: 'combination-desktop', path: '/', viewport: DESKTOP, part: PART, act: combined },
  { name: 'combination-desktop-dark', path: '/', viewport: DESKTOP, colorScheme: 'dark', part: PART, act: combined },
  { name: 'combination-tablet', path: '/', viewport: TABLET, part: PART, act: combined },
  { name: 'combination-phone', path: '/', viewport: PHONE, part: PART, act: combined },
  { name: 'combination-phone-dark', path: '/', viewport: PHONE, colorScheme: 'dark', part: PART, act: combined },
  { name: 'combination-narrow', path: '/', viewport: NARROW, part: PART, act: combined },
  { name: 'reasons-desktop', path: '/', viewport: DESKTOP, part: PART, act: opened },
  { name: 'reasons-phone', path: '/', viewport: PHONE, part: PART, act: opened },
  { name: 'one-time-desktop', path: '/', viewport: DESKTOP, part: PART, act: (page) => page.getByRole('radio').nth(3).check() },
  { name: 'german-desktop', path: '/', viewport: DESKTOP, part: PART, act: inLanguage('de-DE') },
  { name: 'german-phone', path: '/', viewport: PHONE, part: PART, act: inLanguage('de-DE') },
  { name: 'arabic-desktop', path: '/', viewport: DESKTOP, part: PART, act: inLanguage('ar-EG') },
  { name: 'arabic-phone-dark', path: '/', viewport: PHONE, colorScheme: 'dark', part: PART, act: inLanguage('ar-EG') },
  { name: 'fault-desktop', path: '/', viewport: DESKTOP, part: PART, act: atFault },
  { name: 'fault-phone', path: '/', viewport: PHONE, part: PART, act: atFault },
  { name: 'invalid-contract-desktop', path: '/', viewport: DESKTOP, part: PART, act: given(TOO_MANY_MISTAKES) },
  { name: 'long-text-desktop', path: '/', viewport: DESKTOP, part: PART, act: given(DOCUMENTS.long) },
  { name: 'long-text-narrow', path: '/', viewport: NARROW, part: PART, act: given(DOCUMENTS.long) },
  { name: 'yen-desktop', path: '/', viewport: DESKTOP, part: PART, act: given(DOCUMENTS.yen) },
  { name: 'horizon-1-desktop', path: '/', viewport: DESKTOP, part: PART, act: (page) => page.getByRole('slider').last().fill('1') },
  { name: 'horizon-36-phone', path: '/', viewport: PHONE, part: PART, act: (page) => page.getByRole('slider').last().fill('36') },
  { name: 'theme-none-desktop', path: '/strict.html', viewport: DESKTOP, part: PART, act: given({ theme: 'none' }) },
  { name: 'themes-desktop', path: '/themes.html', viewport: DESKTOP, act: looks('payout-harbor') },
  { name: 'themes-phone', path: '/themes.html', viewport: PHONE, act: looks('') },
  { name: 'looks-almanac-desktop', path: '/themes.html', viewport: DESKTOP, part: PART, act: looks('payout-almanac') },
  { name: 'studio-begin', path: '/studio.html', viewport: DESKTOP },
  { name: 'studio-begin-phone', path: '/studio.html', viewport: PHONE },
  ...['terms', 'questions', 'look', 'sides', 'take'].flatMap((name, place) => [
    { name: `studio-${name}`, path: '/studio.html', viewport: DESKTOP, act: atStep(place + 1) },
    {
      name: `studio-${name}-phone-dark-german`,
      path: '/studio.html',
      viewport: PHONE,
      colorScheme: /** @type {const} */ ('dark'),
      act: atStep(place + 1, 'de'),
    },
  ]),
  { name: 'looks-studio-dark', path: '/themes.html', viewport: DESKTOP, colorScheme: 'dark', part: PART, act: looks('payout-studio') },
  { name: 'brand-desktop', path: '/themes.html', viewport: DESKTOP, part: PART, act: looks('', 'brand') },
  { name: 'brand-phone-dark', path: '/themes.html', viewport: PHONE, colorScheme: 'dark', part: PART, act: looks('', 'brand') },
  { name: 'offers-opened-desktop', path: '/themes.html', viewport: DESKTOP, part: PART, act: everythingOpen },
  { name: 'readonly-phone', path: '/themes.html', viewport: PHONE, part: PART, act: given({ readonly: true }) },
  { name: 'link-damaged-phone', path: '/#payout=x', viewport: PHONE, part: PART },
  { name: 'french-phone', path: '/', viewport: PHONE, part: PART, act: inLanguage('fr-FR') },
  { name: 'spanish-desktop', path: '/', viewport: DESKTOP, part: PART, act: inLanguage('es-ES') },
  { name: 'portuguese-desktop', path: '/', viewport: DESKTOP, part: PART, act: inLanguage('pt-BR') },
  { name: 'japanese-phone', path: '/', viewport: PHONE, part: PART, act: inLanguage('ja-JP') },
  { name: 'frame-phone', path: '/package/frame.html', viewport: PHONE, act: framed },
  { name: 'steps-desktop', path: '/', viewport: DESKTOP, part: PART, act: steps() },
  { name: 'steps-desktop-dark', path: '/', viewport: DESKTOP, colorScheme: 'dark', part: PART, act: steps() },
  { name: 'steps-narrow', path: '/', viewport: NARROW, part: PART, act: steps() },
  { name: 'steps-forced-colours', path: '/', viewport: PHONE, forcedColors: 'active', part: PART, act: steps() },
  { name: 'steps-arabic-phone', path: '/', viewport: PHONE, part: PART, act: steps(inLanguage('ar-EG', false)) },
  { name: 'steps-large-text-narrow', path: '/', viewport: NARROW, part: PART, act: steps(largeText) },
  { name: 'forced-colours-desktop', path: '/', viewport: DESKTOP, forcedColors: 'active', part: PART, act: combined },
  { name: 'print', path: '/', viewport: { width: 794, height: 1123 }, media: 'print', act: combined },
  { name: 'comparison-desktop', path: '/comparison.html', viewport: DESKTOP, act: compared },
  { name: 'comparison-desktop-dark', path: '/comparison.html', viewport: DESKTOP, colorScheme: 'dark', act: compared },
  { name: 'comparison-phone', path: '/comparison.html', viewport: PHONE, act: compared },
  { name: 'comparison-tablet', path: '/comparison.html', viewport: TABLET, act: fourCompared },
  { name: 'comparison-wide', path: '/comparison.html', viewport: WIDE, act: fourCompared },
  { name: 'comparison-empty-desktop', path: '/comparison.html', viewport: DESKTOP, act: nothingCompared },
  { name: 'comparison-empty-phone', path: '/comparison.html', viewport: PHONE, act: nothingCompared },
  { name: 'comparison-fault-desktop', path: '/comparison.html', viewport: DESKTOP, part: COMPARED, act: comparedAtFault },
  { name: 'comparison-german-desktop', path: '/comparison.html', viewport: DESKTOP, part: COMPARED, act: comparedIn('de-DE') },
  { name: 'comparison-arabic-desktop', path: '/comparison.html', viewport: DESKTOP, part: COMPARED, act: comparedIn('ar-EG') },
  { name: 'comparison-forced-colours', path: '/comparison.html', viewport: DESKTOP, forcedColors: 'active', part: COMPARED, act: compared },
  { name: 'comparison-print', path: '/comparison.html', viewport: { width: 794, height: 1123 }, media: 'print', act: compared },
];
