import { expect, type Frame, type FrameLocator, type Page } from '@playwright/test';
import type { Markup } from '../../www/state/studio/markup.js';

/** What a visitor sees of a calculator, wherever it stands. */
export interface SeenCalculator {
  readonly headline: string;
  readonly labels: readonly string[];
  readonly presets: readonly string[];
  readonly slots: Readonly<Record<string, string>>;
  readonly link: string | null;
  readonly language: string;
  readonly theme: string | null;
  readonly values: readonly string[];
}

/** Reads a calculator as soon as it has a result. */
export async function seenIn(place: Page | Frame | FrameLocator, selector = 'payout-calculator'): Promise<SeenCalculator> {
  const calculator = place.locator(selector);
  await expect(calculator.locator('[part=headline]')).toBeVisible({ timeout: 20_000 });
  return calculator.evaluate((element) => {
    const root = element.shadowRoot as ShadowRoot;
    const texts = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)].map(({ innerText }) => innerText.trim());
    const slotted = [...element.querySelectorAll<HTMLElement>(':scope > [slot]')].map((one) => [one.slot, one.textContent ?? '']);
    const style = getComputedStyle(element);
    const painted = (name: string) => {
      const value = style.getPropertyValue(`--payout-${name}`);
      // What a build tool made of it can be no colour at all.
      if (value !== '' && name !== 'radius' && !CSS.supports('color', value)) throw new Error(`--payout-${name} is ${value}`);
      return value.replace(/\s/g, '');
    };
    return {
      headline: texts('[part=headline]').join().replace(/\s+/g, ' '),
      labels: texts('[part=inputs] label'),
      presets: texts('[part=presets] button'),
      slots: Object.fromEntries(slotted),
      link: element.querySelector('a[slot=cta]')?.getAttribute('href') ?? null,
      language: root.querySelector<HTMLElement>('.frame')?.lang ?? '',
      theme: element.getAttribute('theme'),
      values: ['accent', 'ink', 'surface', 'radius'].map(painted),
    };
  });
}

/** Puts a calculator into a page as the studio's preview does: properties and elements, no markup that could be misread. */
export function put(page: Page, markup: Markup): Promise<void> {
  return page.evaluate(({ terms, attributes, slots, ctaLink, style }) => {
    const element = document.createElement('payout-calculator');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value);
    for (const [slot, text] of Object.entries(slots)) {
      const tag = slot === 'heading' ? 'h2' : slot !== 'cta' ? 'p' : ctaLink ? 'a' : 'button';
      const child = Object.assign(document.createElement(tag), { slot, textContent: text });
      if (tag === 'a') child.setAttribute('href', ctaLink ?? '');
      element.append(child);
    }
    Object.assign(element, terms);
    document.body.append(element);
  }, markup);
}
