import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { Builder, Capabilities, Key, type WebDriver, type WebElement } from 'selenium-webdriver';
import { findButton, findByLabel, givenFile, isDrawn, keepFiles, readResult, readTable, speak } from './in-page.js';
import { miniBrowserPath, webKitDriverPath, xvfbRunPath } from './paths.js';
import { seen, type Visitor } from './visitor.js';

/** A visitor in WebKitGTK, which needs a display: a virtual one. */
export async function webKitVisitor(): Promise<Visitor> {
  const port = await freePort();
  const service = spawn(xvfbRunPath(), ['-a', webKitDriverPath(), `--port=${port}`], {
    // WebKit's sandbox refuses to start as root, which is what containers run as.
    env: { ...process.env, ...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }) },
    stdio: 'ignore',
    // A process group of its own, so that the display server ends with it.
    detached: true,
  });
  try {
    const driver = await connect(port);
    return visitor(driver, service);
  } catch (error) {
    end(service);
    throw error;
  }
}

function visitor(driver: WebDriver, service: ChildProcess): Visitor {
  const find = async (type: 'text' | 'radio', label: string) => {
    const input = await driver.executeScript<WebElement | null>(`return (${findByLabel})(...arguments)`, type, label);
    if (!input) throw new Error(`there is no ${type} input labelled “${label}”`);
    return input;
  };
  const read = () => driver.executeScript<ReturnType<typeof readResult>>(`return (${readResult})()`);
  const press = async (button: string) => {
    const found = await driver.executeScript<WebElement | null>(`return (${findButton})(...arguments)`, button);
    if (!found) throw new Error(`there is no button “${button}”`);
    await driver.executeScript('arguments[0].click()', found);
  };
  return {
    open: async (url) => {
      await driver.get(url);
      await driver.wait(read, 20_000, 'no result appeared');
    },
    choose: async (model) => {
      await driver.executeScript('arguments[0].click(); return true', await find('radio', model));
    },
    enter: async (label, text) => {
      const field = await find('text', label);
      // WebKitGTK's driver never lets go of the Control key of a chord.
      await driver.executeScript('arguments[0].select()', field);
      await field.sendKeys(text, Key.TAB);
    },
    look: async () => {
      const result = await read();
      if (!result) throw new Error('there is no result');
      return seen(result.headline, result.rows);
    },
    openTable: async (url) => {
      await driver.get(url);
      await driver.wait(() => driver.executeScript(`return (${isDrawn})()`), 30_000, 'no comparison appeared');
    },
    press,
    speak: (locale) => driver.executeScript(`(${speak})(...arguments)`, locale),
    download: async (button) => {
      await driver.executeScript(`(${keepFiles})()`);
      await press(button);
      return driver.wait(() => driver.executeScript<string>(`return (${givenFile})()`), 10_000, 'no file was given');
    },
    lookAtTable: async () => {
      const table = await driver.executeScript<ReturnType<typeof readTable>>(`return (${readTable})()`);
      if (!table) throw new Error('there is no comparison');
      return table;
    },
    run: (script, ...given) => driver.executeScript(`return (${script})(...arguments)`, ...given),
    close: async () => {
      await driver.quit();
      end(service);
    },
  };
}

async function connect(port: number): Promise<WebDriver> {
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: miniBrowserPath(), args: ['--automation'] },
  });
  const tries = 40;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build();
    } catch (error) {
      if (attempt === tries) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

function end({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid);
  } catch {
    // It has ended already.
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('no free port');
  return address.port;
}
