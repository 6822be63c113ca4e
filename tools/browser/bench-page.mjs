import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './find-chromium.mjs';
import { buildPage } from '../lab/lab-builds.mjs';
import { openServedPage } from './served-page.mjs';

const PAGE = 'tests/browser/pages/engine-bench.html';

/**
 * Times of one frame in the page `engine-bench`, in milliseconds.
 * @typedef {object} BenchFrame
 * @property {number} bare one run of the landmark model, with its output read back
 * @property {number} own
 * @property {number} reference
 * @property {number} surface
 * @property {number} fit
 *
 * @typedef {object} BenchWindow
 * @property {{
 *   clips: readonly string[],
 *   start: (backend: string, size: string) => Promise<void>,
 *   run: (clip: string, step: number, count: number) => Promise<readonly BenchFrame[]>,
 * }} engineBench
 */

/**
 * Opens the bench's page in a headless Chromium, built with the app's settings.
 * @param {{ say: (line: string) => void }} options
 */
export async function openBench({ say }) {
  const executablePath = await ensureChromium({ say });
  const folder = await mkdtemp(join(tmpdir(), 'truehip-bench-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await buildPage(PAGE, folder);
    const served = await openServedPage({
      executablePath,
      serve: { folder },
      setUp: async (page, url) => {
        await page.goto(`${url}/${PAGE}`);
        await page.waitForFunction(() => 'engineBench' in window, undefined, { timeout: 30_000 });
      },
    });
    return {
      page: served.page,
      close: async () => {
        await served.close();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
