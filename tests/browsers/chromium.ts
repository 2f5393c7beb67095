import { expect, type Page } from '@playwright/test';
import { givenFile, isDrawn, keepFiles, readTable, speak } from './in-page.js';
import { seen, type Visitor } from './visitor.js';

/** A visitor in the Chromium that Playwright drives. */
export function chromiumVisitor(page: Page): Visitor {
  const calculator = page.locator('payout-calculator');
  const headline = calculator.getByRole('heading', { name: /^You could earn/ });
  return {
    open: async (url) => {
      await page.goto(url);
      await headline.waitFor();
    },
    choose: (model) => calculator.getByRole('radio', { name: model }).check(),
    enter: async (label, text) => {
      const field = page.getByRole('textbox', { name: label });
      await field.fill(text);
      await field.press('Tab');
    },
    look: async () => {
      const rows = await calculator.getByRole('table', { name: 'Where it comes from' }).getByRole('row').all();
      const cells = rows.map((row) => row.getByRole('columnheader').or(row.getByRole('rowheader')).or(row.getByRole('cell')));
      return seen(await headline.innerText(), await Promise.all(cells.map((cell) => cell.allInnerTexts())));
    },
    openTable: async (url) => {
      await page.goto(url);
      await expect.poll(() => page.evaluate(isDrawn), { timeout: 20_000 }).toBe(true);
    },
    press: (button) => page.getByRole('button', { name: button, exact: true }).first().click(),
    lookAtTable: async () => {
      const table = await page.evaluate(readTable);
      if (!table) throw new Error('there is no comparison');
      return table;
    },
    run: (script, ...given) => page.evaluate(`(${script})(...${JSON.stringify(given)})`),
    speak: (locale) => page.evaluate(speak, locale),
    download: async (button) => {
      await page.evaluate(keepFiles);
      await page.getByRole('button', { name: button, exact: true }).click();
      await expect.poll(() => page.evaluate(givenFile)).not.toBeNull();
      return (await page.evaluate(givenFile)) ?? '';
    },
    close: () => page.close(),
  };
}
