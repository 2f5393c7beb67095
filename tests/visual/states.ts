import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';

/** What there is a picture of. */
export interface State {
  /** That of the picture's file. */
  readonly name: string;
  readonly element?: 'payout-comparison';
  readonly width: number;
  /** The window's; where there is none, everything is in the window. */
  readonly height?: number;
  readonly properties: object;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Words of the page in the element's slots. */
  readonly slots?: Readonly<Record<string, string>>;
  readonly look?: string;
  readonly language?: string;
  readonly scheme?: 'light' | 'dark';
  readonly forcedColors?: 'active';
  readonly media?: 'print';
  /** Parts that have to be there before the picture is taken. */
  readonly sees: readonly string[];
  readonly act?: (element: Locator, page: Page) => Promise<unknown>;
  /** What is photographed; otherwise the whole page. */
  readonly part?: string;
}

const DOCUMENTS = JSON.parse(readFileSync(new URL('../shots/documents.json', import.meta.url), 'utf8')) as Record<
  'long' | 'huge' | 'steps' | 'offers' | 'models' | 'table',
  object
>;

const [NARROW, PHONE, TABLET, DESKTOP] = [320, 390, 760, 1120];
const RESULT = ['[part=amount]', '[part=chart] svg', '[part=tools]'];
const RANGE = [...RESULT, '[part=likely] p', '[part=reach] li:nth-child(5)'];
const OFFERS = [...RESULT, '[part=offers]'];
const PAPER = 794;

const MISTAKEN = { contracts: [{ version: 1, currency: 'USDX', payouts: [{ event: 'lead', pay: { fixed: 'x' } }] }] };

const LOCKED = {
  'lead.perMonth': { locked: true },
  'sale.perMonth': { max: '500' },
  'sale.amount': { locked: true },
  months: { more: true },
};

const combined = (element: Locator) => element.getByRole('radio').last().check();

const opened = async (element: Locator) => {
  await combined(element);
  for (const summary of await element.locator('[part=breakdown] summary').all()) await summary.click();
};

const narrowed = async (element: Locator) => {
  for (const [end, text] of Object.entries({ from: '45', to: '70' })) {
    const field = element.getByRole('group', { name: 'Purchases a month' }).getByRole('textbox', { name: end });
    await field.fill(text);
    await field.press('Tab');
  }
};

const mistyped = async (element: Locator) => {
  const field = element.getByRole('textbox', { name: 'Leads a month' });
  await field.fill('a dozen');
  await field.press('Tab');
};

const scrolled = async (element: Locator, page: Page) => {
  await element.getByRole('slider').first().focus();
  await page.keyboard.press('ArrowRight');
};

const CALCULATOR: readonly State[] = [
  { name: 'default-desktop', width: DESKTOP, properties: DOCUMENTS.steps, sees: RANGE },
  { name: 'default-narrow', width: NARROW, properties: DOCUMENTS.steps, sees: RANGE },
  { name: 'default-dark', width: DESKTOP, scheme: 'dark', properties: DOCUMENTS.steps, sees: RANGE },
  { name: 'default-forced-colours', width: TABLET, forcedColors: 'active', properties: DOCUMENTS.steps, sees: RANGE },
  { name: 'first-sight-phone', width: PHONE, height: 720, properties: DOCUMENTS.models, sees: RESULT, act: scrolled },
  { name: 'narrowed-phone', width: PHONE, properties: DOCUMENTS.steps, sees: RANGE, act: narrowed, part: '[part=inputs]' },
  { name: 'models-arabic', width: DESKTOP, language: 'ar', properties: DOCUMENTS.models, sees: RESULT, act: combined },
  { name: 'models-arabic-narrow', width: NARROW, language: 'ar', properties: DOCUMENTS.models, sees: RESULT, act: combined },
  { name: 'models-german-phone', width: PHONE, language: 'de', properties: DOCUMENTS.models, sees: RESULT, act: combined },
  { name: 'alternatives-desktop', width: DESKTOP, properties: DOCUMENTS.offers, sees: OFFERS },
  {
    name: 'brand-desktop',
    width: DESKTOP,
    properties: DOCUMENTS.offers,
    attributes: { view: 'brand', budget: '12000' },
    sees: ['[part=brand]'],
  },
  {
    name: 'brand-over-budget-dark',
    width: PHONE,
    scheme: 'dark',
    properties: DOCUMENTS.offers,
    attributes: { view: 'brand', budget: '9000' },
    sees: ['[part=brand]'],
    part: '.outcome',
  },
  { name: 'harbor', width: DESKTOP, height: 780, look: 'payout-harbor', properties: DOCUMENTS.offers, sees: OFFERS },
  { name: 'almanac', width: DESKTOP, height: 780, look: 'payout-almanac', properties: DOCUMENTS.models, sees: RESULT },
  { name: 'studio-dark', width: DESKTOP, height: 780, look: 'payout-studio', scheme: 'dark', properties: DOCUMENTS.models, sees: RESULT },
  { name: 'page-colours', width: DESKTOP, height: 780, attributes: { theme: 'none' }, properties: DOCUMENTS.models, sees: RESULT },
  { name: 'reasons-open', width: TABLET, properties: DOCUMENTS.models, sees: RESULT, act: opened, part: '[part=breakdown]' },
  { name: 'mistyped', width: DESKTOP, height: 680, properties: DOCUMENTS.models, sees: RESULT, act: mistyped },
  { name: 'readonly', width: DESKTOP, height: 780, properties: DOCUMENTS.models, attributes: { readonly: '' }, sees: RESULT },
  {
    name: 'locked',
    width: TABLET,
    properties: { ...DOCUMENTS.models, inputs: LOCKED },
    sees: RESULT,
    act: combined,
    part: '[part=inputs]',
  },
  { name: 'long-texts-desktop', width: DESKTOP, properties: DOCUMENTS.long, sees: RESULT },
  { name: 'long-texts-narrow', width: NARROW, properties: DOCUMENTS.long, sees: RESULT },
  { name: 'huge-numbers-narrow', width: NARROW, properties: DOCUMENTS.huge, sees: RESULT, part: '.outcome' },
  {
    name: 'failure',
    width: TABLET,
    properties: MISTAKEN,
    slots: { default: 'The program pays $100.00 for each qualified lead.' },
    sees: ['[part=failure]'],
  },
  {
    name: 'failure-own-words-dark',
    width: PHONE,
    scheme: 'dark',
    properties: MISTAKEN,
    slots: {
      default: 'The program pays $100.00 for each qualified lead.',
      'error-invalid_contract': 'Write to partners@ledgerline.example.',
    },
    sees: ['[part=failure]'],
  },
  { name: 'print', width: PAPER, media: 'print', properties: DOCUMENTS.models, sees: RESULT.slice(0, 2), act: combined },
];

const COMPARED = ['.map-cell', '.simulated'];
const panel = (name: string) => `section[aria-labelledby=${name}-heading]`;

const COMPARISON: readonly State[] = [
  { name: 'comparison-first-sight', width: 1280, height: 860, properties: DOCUMENTS.table, sees: COMPARED },
  { name: 'comparison-crossing-dark', width: TABLET, scheme: 'dark', properties: DOCUMENTS.table, sees: COMPARED, part: panel('even') },
  {
    name: 'comparison-map-forced-colours',
    width: TABLET,
    forcedColors: 'active',
    properties: DOCUMENTS.table,
    sees: COMPARED,
    part: panel('map'),
  },
  { name: 'comparison-figures-narrow', width: NARROW, properties: DOCUMENTS.table, sees: COMPARED, part: panel('figures') },
].map((state) => ({ ...state, element: 'payout-comparison' }) as State);

export const STATES: readonly State[] = [...CALCULATOR, ...COMPARISON];
