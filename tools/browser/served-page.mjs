import { chromium } from 'playwright-core';
import { chromiumArgs } from './find-chromium.mjs';
import { serveDist } from './serve-dist.mjs';

/**
 * Opens a page in a headless Chromium, and a server for what it shows. If the setup fails, both are closed.
 * @template T
 * @param {object} options
 * @param {string} options.executablePath
 * @param {readonly string[]} [options.args] further flags of Chromium
 * @param {Parameters<typeof serveDist>[0]} options.serve
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
