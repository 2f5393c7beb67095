import { defineConfig } from '@playwright/test';
import { browserPath, CHROMIUM_ARGS } from './tools/lib/browsers.mjs';
import { at } from './tools/lib/paths.mjs';

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
  // A picture that is missing is a failure; npm run baselines takes it.
  updateSnapshots: 'none',
  snapshotPathTemplate: '{testDir}/{testFileDir}/pictures/{arg}{ext}',
  reporter: [['list'], ['json', { outputFile: 'build/reports/playwright.json' }]],
  use: {
    baseURL: process.env['DEMO_URL'],
    launchOptions: { executablePath: browserPath('CHROME_PATH'), args: CHROMIUM_ARGS },
    locale: 'en-US',
    timezoneId: 'UTC',
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'pages', testMatch: ['state/*.spec.ts', 'tools/*.spec.ts', 'csp/*.spec.ts', 'e2e/*.spec.ts'] },
    {
      name: 'visual',
      testMatch: 'visual/*.spec.ts',
      timeout: 120_000,
      use: {
        deviceScaleFactor: 1,
        contextOptions: { reducedMotion: 'reduce' },
        launchOptions: {
          executablePath: browserPath('CHROME_PATH'),
          args: [...CHROMIUM_ARGS, '--force-device-scale-factor=1', '--force-color-profile=srgb', '--disable-lcd-text'],
          env: { ...process.env, FONTCONFIG_FILE: at('tests/visual/fonts.conf') },
        },
      },
      // What a palette does to rare colours is allowed for, and what another processor rounds otherwise; pixels that smooth an edge don't count.
      expect: {
        timeout: 15_000,
        toHaveScreenshot: { threshold: 0.02, maxDiffPixels: 80, animations: 'disabled', caret: 'hide', scale: 'css' },
      },
    },
  ],
  webServer: {
    command: 'node tools/start.mjs --still --port 5300',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
    timeout: 300_000,
    // The server may take the next free port, and says which one it took.
    wait: { stdout: /The demo is at (?<demo_url>\S+)\/ / },
  },
});
