import { defineConfig } from '@playwright/test';
import { browserPath, CHROMIUM_ARGS } from './tools/lib/browsers.mjs';

export default defineConfig({
  testDir: 'tests',
  testMatch: ['state/*.spec.ts', 'tools/*.spec.ts', 'csp/*.spec.ts', 'e2e/*.spec.ts'],
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
  reporter: [['list'], ['json', { outputFile: 'build/reports/playwright.json' }]],
  use: {
    baseURL: process.env['DEMO_URL'],
    launchOptions: { executablePath: browserPath('CHROME_PATH'), args: CHROMIUM_ARGS },
    locale: 'en-US',
    timezoneId: 'UTC',
    trace: 'retain-on-failure',
  },
  webServer: {
    command: 'node tools/start.mjs --still --port 5300',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
    timeout: 300_000,
    // The server may take the next free port, and says which one it took.
    wait: { stdout: /The demo is at (?<demo_url>\S+)\/ / },
  },
});
