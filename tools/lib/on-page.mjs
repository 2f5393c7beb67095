import { createServer } from 'node:http';
import { chromium } from '@playwright/test';
import sirv from 'sirv';
import { browserPath, CHROMIUM_ARGS } from './browsers.mjs';
import { Failure } from './failure.mjs';

/**
 * Opens a folder's page in a browser, and fails if it broke.
 *
 * @param {string} folder
 * @param {Record<string, string>} headers what its host sends with each file
 * @param {(page: import('@playwright/test').Page, faults: readonly string[]) => Promise<void>} look
 */
export async function onPage(folder, headers, look) {
  const files = sirv(folder, { dev: true });
  const server = createServer((request, response) => {
    response.setHeaders(new Map(Object.entries(headers)));
    files(request, response, () => void response.writeHead(404).end());
  });
  await new Promise((listening) => server.listen(0, 'localhost', () => listening(undefined)));
  const address = server.address();
  const browser = await chromium.launch({ executablePath: browserPath('CHROME_PATH'), args: CHROMIUM_ARGS });
  try {
    const page = await browser.newPage({ locale: 'en-US' });
    const faults = /** @type {string[]} */ ([]);
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('dialog', (dialog) => {
      faults.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(`http://localhost:${typeof address === 'object' ? address?.port : ''}/`);
    await look(page, faults);
    if (faults.length > 0) throw new Failure(`The page broke: ${faults.join('; ')}`);
  } finally {
    await browser.close();
    server.close();
  }
}
