import type { PayoutCalculator } from '../elements/payout-calculator/payout-calculator.js';
import type { Markup } from '../state/studio/markup.js';
import { FROM_RIGHT, type Seen } from '../state/studio/seen.js';

const stay = (event: Event) => event.preventDefault();

/** What the preview was last given, so that a visitor's numbers there outlive a change of colours. */
const given = new WeakMap<Element, Markup['terms']>();

/** Brings a page that holds nothing but the calculator to show this markup. */
export function showIn(page: Document, markup: Markup, { mode, direction }: Seen): void {
  const isTurned = direction === 'rtl';
  // A page of the brand's has a language, which the calculator takes; here that is the studio's.
  const locale = isTurned ? FROM_RIGHT : (markup.attributes['locale'] ?? document.documentElement.lang);
  page.documentElement.lang = locale;
  page.documentElement.dir = direction;
  page.documentElement.style.setProperty('color-scheme', mode);
  const element = page.querySelector('payout-calculator') as PayoutCalculator | null;
  if (!element) return;
  // A preview leads nowhere.
  element.addEventListener('payout-cta', stay);
  const attributes: Readonly<Record<string, string>> = { ...markup.attributes, locale };
  for (const name of ['locale', 'theme', 'class']) {
    const value = attributes[name];
    if (value === undefined) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
  for (const name of [...element.style]) if (!(name in markup.style)) element.style.removeProperty(name);
  for (const [name, value] of Object.entries(markup.style)) element.style.setProperty(name, value);
  fillSlots(element, markup);
  const { contracts, scenario, inputs, presets } = markup.terms;
  const before = given.get(element);
  if (before?.contracts === contracts && before.scenario === scenario && before.inputs === inputs && before.presets === presets) return;
  given.set(element, markup.terms);
  Object.assign(element, { contracts, scenario, inputs, presets });
}

function fillSlots(element: Element, { slots, ctaLink }: Markup): void {
  for (const name of ['heading', 'intro', 'cta', 'disclaimer'] as const) {
    const text = slots[name];
    const found = element.querySelector(`:scope > [slot=${name}]`);
    const tag = name === 'heading' ? 'h2' : name !== 'cta' ? 'p' : ctaLink ? 'a' : 'button';
    if (text === undefined) {
      found?.remove();
      continue;
    }
    const filled = found?.localName === tag ? found : element.ownerDocument.createElement(tag);
    if (filled.textContent !== text) filled.textContent = text;
    filled.slot = name;
    if (name === 'cta' && ctaLink) filled.setAttribute('href', ctaLink);
    if (filled === found) continue;
    found?.remove();
    element.append(filled);
  }
}
