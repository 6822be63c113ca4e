import { chromium, type Page } from 'playwright-core';
import { chromiumArgs, ensureChromium, FUNCTION_NAMES } from './find-chromium.ts';
import { serveDist } from './serve-dist.ts';

/**
 * A headless Chromium with one page, in which functions of the tools can run.
 * @param options.args further flags
 * @param options.executablePath absent: the one that is found
 */
export async function openPage({
  args = [],
  executablePath,
}: {
  args?: readonly string[];
  executablePath?: string;
} = {}): Promise<{
  page: Page;
  close: () => Promise<void>;
}> {
  const path = executablePath ?? (await ensureChromium());
  const browser = await chromium.launch({ executablePath: path, args: [...chromiumArgs, ...args] });
  const page = await browser.newPage();
  await page.addInitScript(FUNCTION_NAMES);
  return { page, close: () => browser.close() };
}

export interface ServedPage {
  readonly page: Page;
  /** Serves one more file to the page; returns its address. */
  readonly share: (file: string) => string;
  readonly close: () => Promise<void>;
}

/**
 * Starts a server for the files of a page and opens the page in a headless Chromium. If `setUp` fails, both are closed.
 * @param options.folder what is served; absent: the built app
 * @param options.args further flags of Chromium
 * @param options.setUp opens the address and waits for it
 */
export async function openServedPage<T>({
  folder,
  setUp,
  ...browser
}: {
  folder?: string;
  args?: readonly string[];
  executablePath?: string;
  setUp: (page: Page, url: string) => Promise<T>;
}): Promise<ServedPage & { readonly ready: T }> {
  // The browser first: without one nothing is built, and no server is left open.
  const opened = await openPage(browser);
  let server: Awaited<ReturnType<typeof serveDist>> | null = null;
  const close = async () => {
    await opened.close();
    await server?.close();
  };
  try {
    server = await serveDist(folder === undefined ? {} : { folder });
    const ready = await setUp(opened.page, server.url);
    return { page: opened.page, share: server.share, close, ready };
  } catch (error) {
    await close();
    throw error;
  }
}
