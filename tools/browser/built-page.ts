import { join } from 'node:path';
import { build, loadConfigFromFile } from 'vite';
import { EXIT, ExitError } from '../shared/exit-error.ts';
import { openServedPage, type ServedPage } from './open-page.ts';
import { root } from '../shared/paths.mjs';
import { say } from '../shared/progress.ts';
import { withScratch } from '../shared/written-files.ts';

/**
 * Builds one page with the app's settings, without the app's own pages.
 * @param page from the project's root
 */
export async function buildPage(page: string, outDir: string) {
  const found = await loadConfigFromFile({ command: 'build', mode: 'production' }, join(root, 'vite.config.ts'));
  const config = found?.config ?? {};
  await build({
    ...config,
    configFile: false,
    logLevel: 'error',
    root,
    build: { ...config.build, outDir, emptyOutDir: true, rollupOptions: { input: join(root, page) } },
  });
}

/**
 * Opens a built page of the lab in a headless Chromium.
 * @param wish.folder what `buildPage` made
 * @param wish.page from the top of what is served
 * @param wish.ready name that the page gives to `window` when it is ready
 * @param wish.called the page in a sentence, as in "the bench’s page"
 * @param wish.status exit status when it does not open
 * @param wish.args further flags of Chromium
 */
export const openLabPage = ({
  folder,
  page: path,
  ready,
  called,
  status = EXIT.noEngine,
  ...browser
}: {
  folder: string;
  page: string;
  ready: string;
  called: string;
  status?: number;
  args?: readonly string[];
  executablePath?: string;
}): Promise<ServedPage> =>
  openServedPage({
    ...browser,
    folder,
    setUp: async (page, url) => {
      try {
        page.on('pageerror', (error) => say(`${called} says: ${error.message}`));
        await page.goto(`${url}/${path}`);
        await page.waitForFunction((name) => name in window, ready, { timeout: 30_000 });
      } catch (error) {
        throw new ExitError(status, `${called} did not open in the browser.`, { cause: error });
      }
    },
  });

/** Builds a page, and opens it as long as it is used. */
export const withBuiltPage = <T>(
  page: string,
  wish: { readonly ready: string; readonly called: string },
  use: (opened: ServedPage) => Promise<T>,
): Promise<T> =>
  withScratch(async (folder) => {
    say('building the page');
    await buildPage(page, folder);
    const opened = await openLabPage({ ...wish, folder, page });
    try {
      return await use(opened);
    } finally {
      await opened.close();
    }
  });
