import { defineConfig } from '@playwright/test';
import { chromiumArgs } from './tools/browser/find-chromium.mjs';

const executablePath = process.env['TRUEHIP_CHROMIUM'];
/** Spec files that the short run leaves out (`NOT_IN_SHORT_RUN` in tools/checks/run-tests.mjs). */
const leftOut = (process.env['TRUEHIP_LEFT_OUT'] ?? '').split(' ').filter((name) => name !== '');
const ignored = ['**/out/**', ...leftOut.map((name) => `**/${name}.spec.ts`)];

/**
 * Tests that need a browser (`*.spec.ts`): `e2e` drives the built app, `browser` the parts. The global setup finds a
 * Chromium, builds and serves the app, and leaves both in the environment.
 */
export default defineConfig({
  testDir: 'tests',
  outputDir: 'tests/out/playwright',
  globalSetup: './tests/global-setup.ts',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  // A loaded machine may be slow to show what it will show.
  expect: { timeout: 15_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['TRUEHIP_PLAYWRIGHT_REPORT'] ?? 'tests/out/playwright.json' }],
  ],
  use: {
    ...(process.env['TRUEHIP_URL'] ? { baseURL: process.env['TRUEHIP_URL'] } : {}),
    launchOptions: { args: [...chromiumArgs], ...(executablePath ? { executablePath } : {}) },
    screenshot: 'only-on-failure',
    // What is tested is the build that is served; only the tests of the service worker let one in.
    serviceWorkers: 'block',
  },
  projects: [
    { name: 'browser', testMatch: '**/*.spec.ts', testIgnore: ['**/e2e/**', ...ignored] },
    { name: 'e2e', testMatch: '**/e2e/**/*.spec.ts', testIgnore: ignored },
  ],
});
