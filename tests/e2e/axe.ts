import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** What axe finds wrong with a page, for WCAG 2.2 AA and beyond. */
export async function violations(page: Page): Promise<string[]> {
  // At the page's end, where what sticks to the window's edge covers nothing.
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`));
}
