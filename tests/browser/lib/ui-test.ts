import { test as base } from '@playwright/test';
import { serveTestPages } from './test-pages.ts';
import { UiPage } from './ui-page.ts';

/** Tests with `ui`: the harness page, built with the app's settings. */
export const test = base.extend<{ ui: UiPage }, { harnessUrl: string }>({
  harnessUrl: [
    async ({ playwright: _playwright }, use) => {
      const pages = await serveTestPages(['ui-harness']);
      await use(pages.urlOf('ui-harness'));
      await pages.close();
    },
    { scope: 'worker' },
  ],
  ui: async ({ page, harnessUrl }, use) => {
    await use(new UiPage(page, harnessUrl));
  },
});
