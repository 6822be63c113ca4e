import { fileURLToPath } from 'node:url';
import { test } from '@playwright/test';
import { build, type InlineConfig, preview } from 'vite';
import config from '../../../vite.config.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface TestPages {
  urlOf(name: string): string;
  close(): Promise<void>;
}

/** Names of the pages that this process has built; several spec files use the same ones. */
const built = new Set<string>();

/**
 * Builds pages of `tests/browser/pages` with the app's build settings (minified, with the worker plugins) and serves
 * them. `isolated: false` leaves out every header, so the page has no SharedArrayBuffer.
 */
export const serveTestPages = async (
  names: readonly string[],
  { isolated = true }: { isolated?: boolean } = {},
): Promise<TestPages> => {
  const slot = process.env['TEST_PARALLEL_INDEX'] ?? '0';
  const page = (name: string) => fileURLToPath(new URL(`../pages/${name}.html`, import.meta.url));
  const settings: InlineConfig = {
    ...config,
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ...config.build,
      // A folder for each parallel worker of Playwright, because both may build the same page at once.
      outDir: fileURLToPath(new URL(`../../out/pages/${slot}/${names.join('+')}`, import.meta.url)),
      emptyOutDir: true,
      // Replaces the app's entries and its chunk groups.
      rollupOptions: { input: Object.fromEntries(names.map((name) => [name, page(name)])) },
    },
  };
  const key = names.join('+');
  if (!built.has(key)) await build(settings);
  built.add(key);
  const headers = isolated ? (config.preview?.headers ?? {}) : {};
  const server = await preview({ ...settings, preview: { port: 0, host: '127.0.0.1', headers } });
  const base = server.resolvedUrls?.local[0];
  if (!base) throw new Error('the test pages are not served');
  return {
    urlOf: (name) => new URL(`tests/browser/pages/${name}.html`, base).href,
    close: () => server.close(),
  };
};

/** Pages that are served while the tests of a file run. */
export function pagesOfTests(names: readonly string[]): Pick<TestPages, 'urlOf'> {
  let pages: TestPages;
  test.beforeAll(async () => {
    pages = await serveTestPages(names);
  });
  test.afterAll(() => pages.close());
  return { urlOf: (name) => pages.urlOf(name) };
}
