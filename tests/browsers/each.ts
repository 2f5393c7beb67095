import { test } from '@playwright/test';
import { chromiumVisitor } from './chromium.js';
import { firefoxVisitor } from './firefox.js';
import type { Visitor } from './visitor.js';
import { webKitVisitor } from './webkit.js';

const OTHERS = [
  { name: 'Firefox', start: firefoxVisitor },
  { name: 'WebKit', start: webKitVisitor },
];

/** A test for each browser: in Chromium on the first page, which has strict ones of its own in tests/csp, and in the others on all. */
export function inEachBrowser(
  promise: string,
  paths: readonly [string, ...string[]],
  journey: (visitor: Visitor, url: string) => Promise<void>,
) {
  test(`${promise}, in Chromium`, async ({ page, baseURL }) => {
    await journey(chromiumVisitor(page), new URL(paths[0], baseURL).href);
  });
  for (const { name, start } of OTHERS) {
    for (const path of paths) {
      test(`${promise}, in ${name}, on ${path}`, async ({ baseURL }) => {
        test.setTimeout(120_000);
        const visitor = await start();
        try {
          await journey(visitor, new URL(path, baseURL).href);
        } finally {
          await visitor.close();
        }
      });
    }
  }
}
