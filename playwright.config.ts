import { defineConfig } from '@playwright/test';
import { chromiumArgs } from './tools/browser/find-chromium.ts';
import { isShortRun, leftOut, NOT_SHORT } from './tools/checks/short-run.ts';

const executablePath = process.env['TRUEHIP_CHROMIUM'];
/** Draws a screen in half the time of a whole Chromium. */
const shell = process.env['TRUEHIP_HEADLESS_SHELL'] || executablePath;
/** Debian's Chromium draws by a GPU, which is imitated here: that takes an eighth longer. */
const args = [...chromiumArgs, '--disable-gpu-rasterization'];

const ignored = (part: 'ui' | 'model' | 'e2e'): string[] => [
  '**/out/**',
  ...leftOut(part).map((name) => `**/${name}.spec.ts`),
];

/**
 * Tests that need a browser (`*.spec.ts`). The global setup finds a Chromium, builds and serves the app, and leaves
 * both in the environment. Two tests of a screen run side by side, because they wait more than they draw; a set that measures
 * uses both cores and runs alone.
 */
export default defineConfig({
  testDir: 'tests',
  outputDir: 'tests/out/playwright',
  globalSetup: './tests/global-setup.ts',
  workers: 2,
  // A second try is listed by name at the end of the run, so that a race is seen without refusing a change.
  retries: 1,
  ...(isShortRun ? { grepInvert: new RegExp(NOT_SHORT) } : {}),
  forbidOnly: true,
  timeout: 120_000,
  // Long enough for a loaded machine.
  expect: { timeout: 15_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['TRUEHIP_PLAYWRIGHT_REPORT'] ?? 'tests/out/playwright.json' }],
  ],
  use: {
    ...(process.env['TRUEHIP_URL'] ? { baseURL: process.env['TRUEHIP_URL'] } : {}),
    launchOptions: { args, ...(executablePath ? { executablePath } : {}) },
    screenshot: 'only-on-failure',
    // Pages come from the server, not from a cache; only the tests of the service worker allow one.
    serviceWorkers: 'block',
  },
  projects: [
    {
      name: 'ui',
      testMatch: '**/browser/screens/**/*.spec.ts',
      testIgnore: ignored('ui'),
      workers: 2,
      use: { launchOptions: { args, ...(shell ? { executablePath: shell } : {}) } },
    },
    { name: 'model', testMatch: '**/browser/model/*.spec.ts', testIgnore: ignored('model'), workers: 1 },
    { name: 'e2e', testMatch: '**/e2e/**/*.spec.ts', testIgnore: ignored('e2e'), workers: 1 },
  ],
});
