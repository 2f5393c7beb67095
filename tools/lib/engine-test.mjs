import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserPath, CHROMIUM_ARGS } from './browsers.mjs';
import { TARGET, wasmTool } from './engine.mjs';
import { BUILD, ROOT } from './paths.mjs';
import { exitCodeOf } from './run.mjs';
import { wasmToolchain } from './toolchain.mjs';

const SETTINGS = join(BUILD, 'webdriver.json');

/**
 * Runs the engine's tests for WebAssembly, tests/wasm, in headless Chromium.
 *
 * @param {(text: string) => void} onText
 * @returns {Promise<number>} the exit code
 */
export async function testEngineInBrowser(onText) {
  const toolchain = await wasmToolchain();
  const runner = await wasmTool('test-runner');
  mkdirSync(BUILD, { recursive: true });
  writeFileSync(
    SETTINGS,
    JSON.stringify({ 'goog:chromeOptions': { binary: browserPath('CHROME_PATH'), args: ['--headless', ...CHROMIUM_ARGS] } }),
  );
  return exitCodeOf(toolchain.cargo, ['test', '--locked', '--test', 'wasm', '--target', TARGET, ...toolchain.testArgs], {
    cwd: ROOT,
    env: {
      ...toolchain.env,
      CARGO_TARGET_DIR: toolchain.targetDir,
      CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: runner,
      CHROMEDRIVER: browserPath('CHROMEDRIVER'),
      WASM_BINDGEN_TEST_WEBDRIVER_JSON: SETTINGS,
      // Seconds; a busy machine needs more than the default of 20 to start a browser.
      WASM_BINDGEN_TEST_TIMEOUT: '60',
    },
    onText,
  });
}
