import { expect } from '@playwright/test';
import { launch } from 'puppeteer-core';
import { findButton, findByLabel, givenFile, isDrawn, keepFiles, readResult, readTable, speak } from './in-page.js';
import { firefoxPath } from './paths.js';
import { seen, type Visitor } from './visitor.js';

/** A visitor in Firefox, driven over WebDriver BiDi. */
export async function firefoxVisitor(): Promise<Visitor> {
  const browser = await launch({ browser: 'firefox', executablePath: firefoxPath(), headless: true, defaultViewport: null });
  const page = await browser.newPage();
  const find = async (type: 'text' | 'radio', label: string) => {
    const input = (await page.evaluateHandle(findByLabel, type, label)).asElement();
    if (!input) throw new Error(`there is no ${type} input labelled “${label}”`);
    return input;
  };
  const press = async (button: string) => {
    const found = (await page.evaluateHandle(findButton, button)).asElement();
    if (!found) throw new Error(`there is no button “${button}”`);
    await found.evaluate((element) => (element as HTMLButtonElement).click());
  };
  return {
    open: async (url) => {
      await page.goto(url);
      // Not waitForFunction, which evaluates text inside the page: a strict policy forbids that.
      await expect.poll(() => page.evaluate(readResult), { timeout: 20_000 }).not.toBeNull();
    },
    choose: async (model) => (await find('radio', model)).evaluate((radio) => (radio as HTMLInputElement).click()),
    enter: async (label, text) => {
      const field = await find('text', label);
      await field.focus();
      await field.evaluate((input) => (input as HTMLInputElement).select());
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    },
    look: async () => {
      const result = await page.evaluate(readResult);
      if (!result) throw new Error('there is no result');
      return seen(result.headline, result.rows);
    },
    openTable: async (url) => {
      await page.goto(url);
      await expect.poll(() => page.evaluate(isDrawn), { timeout: 20_000 }).toBe(true);
    },
    press,
    speak: (locale) => page.evaluate(speak, locale),
    download: async (button) => {
      await page.evaluate(keepFiles);
      await press(button);
      await expect.poll(() => page.evaluate(givenFile)).not.toBeNull();
      return (await page.evaluate(givenFile)) ?? '';
    },
    lookAtTable: async () => {
      const table = await page.evaluate(readTable);
      if (!table) throw new Error('there is no comparison');
      return table;
    },
    run: async (script, ...given) => page.evaluate(script as never, ...(given as readonly unknown[] as never[])),
    close: () => browser.close(),
  };
}
