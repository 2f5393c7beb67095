import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import type { State } from './states.js';

const own = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const ARABIC = own('../../node_modules/@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2');
const FILES: Readonly<Record<string, string>> = { 'stage.html': own('stage.html'), 'stage.css': own('stage.css'), 'arabic.woff2': ARABIC };

/** So high that the whole element is in the window: what follows a visitor who scrolls stays away. */
const HEIGHT = 8000;

/** Puts the element into a page with nothing else, and waits until nothing of it is on its way any more. */
export async function show(page: Page, state: State): Promise<void> {
  await page.route('**/stage/*', (route) => {
    const path = FILES[new URL(route.request().url()).pathname.replace('/stage/', '')];
    return path ? route.fulfill({ path }) : route.abort();
  });
  await page.setViewportSize({ width: state.width, height: state.height ?? HEIGHT });
  await page.emulateMedia({ colorScheme: state.scheme ?? 'light', forcedColors: state.forcedColors ?? 'none' });
  await page.goto('/stage/stage.html');
  const { act, ...given } = state;
  await page.evaluate(mount, given);
  const element = page.locator(elementOf(state));
  await expect(element).toHaveCSS('display', /block|grid/);
  await settled(page, state);
  await act?.(element, page);
  await page.emulateMedia({ media: state.media ?? 'screen' });
  await settled(page, state);
}

export const elementOf = ({ element }: State) => element ?? 'payout-calculator';

async function settled(page: Page, state: State): Promise<void> {
  const element = page.locator(elementOf(state));
  for (const part of state.sees) await expect(element.locator(part).first()).toBeVisible({ timeout: 60_000 });
  await expect(element.locator('[data-awaited], progress, [part=likely]:empty')).toHaveCount(0, { timeout: 60_000 });
  await page.waitForLoadState('networkidle');
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

/** Runs in the page. */
function mount({ element, language = 'en', properties, attributes = {}, look = '', slots = {} }: State): void {
  document.documentElement.lang = language;
  document.documentElement.dir = language.startsWith('ar') ? 'rtl' : 'ltr';
  const made = document.createElement(element ?? 'payout-calculator');
  made.className = look;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  for (const [name, text] of Object.entries(slots)) {
    const words = document.createElement('p');
    words.slot = name === 'default' ? '' : name;
    words.textContent = text;
    made.append(words);
  }
  document.body.append(Object.assign(made, properties));
}

/**
 * The families of the system's fonts that letters of the page are set in.
 * None should be: such a picture would be another one on a machine with other fonts.
 */
export async function systemFonts(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { nodes } = await session.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
  const found = new Set<string>();
  const texts = nodes.filter(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue.trim() !== '');
  for (const nodeId of new Set(texts.flatMap(({ parentId }) => parentId ?? []))) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    for (const { isCustomFont, familyName } of fonts) if (!isCustomFont) found.add(familyName);
  }
  await session.detach();
  return [...found];
}
