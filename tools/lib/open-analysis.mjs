import { chromium } from 'playwright-core';
import { PAGE } from './bundle-placement.mjs';
import { EXIT, ExitError } from './exit-error.mjs';
import { chromiumArgs, ensureChromium } from './find-chromium.mjs';
import { serveDist } from './serve-dist.mjs';

/**
 * The placement study's page in a headless Chromium: the app's own pipeline; model and worker are kept from clip to clip.
 * @param {{ folder: string, say: (line: string) => void }} options
 * @returns {Promise<import('./lab-tools.mjs').OpenStage>}
 */
export async function openAnalysis({ folder, say }) {
  const executablePath = await ensureChromium({ say });
  const server = await serveDist({ folder });
  const browser = await chromium.launch({ executablePath, args: [...chromiumArgs] });
  const close = async () => {
    await browser.close();
    await server.close();
  };
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => say(`the study’s page says: ${error.message}`));
    await page.goto(`${server.url}/${PAGE}`);
    await page.waitForFunction(() => 'placementAnalyse' in window, undefined, { timeout: 30_000 });
    return { page, share: server.share, close };
  } catch (error) {
    await close();
    throw new ExitError(EXIT.noEngine, 'the study’s page did not open in the browser.', { cause: error });
  }
}
