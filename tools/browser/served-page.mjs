import { chromium } from 'playwright-core';
import { chromiumArgs } from './find-chromium.mjs';
import { serveDist } from './serve-dist.mjs';

/**
 * Starts a server for the files of a page and opens the page in a headless Chromium. If `setUp` fails, both are closed.
 * @template T what `setUp` gives
 * @param {object} options
 * @param {string} options.executablePath of Chromium
 * @param {readonly string[]} [options.args] further flags of Chromium
 * @param {Parameters<typeof serveDist>[0]} options.serve options of the server
 * @param {(page: import('playwright-core').Page, url: string) => Promise<T>} options.setUp opens the address and waits for it
 * @returns {Promise<{ page: import('playwright-core').Page, share: (file: string) => string, close: () => Promise<void>, ready: T }>}
 */
export async function openServedPage({ executablePath, args = [], serve, setUp }) {
  const server = await serveDist(serve);
  const browser = await chromium.launch({ executablePath, args: [...chromiumArgs, ...args] });
  const close = async () => {
    await browser.close();
    await server.close();
  };
  try {
    const page = await browser.newPage();
    const ready = await setUp(page, server.url);
    return { page, share: server.share, close, ready };
  } catch (error) {
    await close();
    throw error;
  }
}
