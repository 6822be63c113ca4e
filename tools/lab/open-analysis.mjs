import { PAGE } from './bundle-placement.mjs';
import { EXIT, ExitError } from '../shared/exit-error.mjs';
import { ensureChromium } from '../browser/find-chromium.mjs';
import { openServedPage } from '../browser/served-page.mjs';

/**
 * Opens the page of the placement study in a headless Chromium. It runs the app's own pipeline and keeps model and
 * worker between clips.
 * @param {{ folder: string, say: (line: string) => void }} options
 * @returns {Promise<import('./lab-tools.mjs').OpenStage>}
 */
export async function openAnalysis({ folder, say }) {
  const executablePath = await ensureChromium({ say });
  return openServedPage({
    executablePath,
    serve: { folder },
    setUp: async (page, url) => {
      try {
        page.on('pageerror', (error) => say(`the study’s page says: ${error.message}`));
        await page.goto(`${url}/${PAGE}`);
        await page.waitForFunction(() => 'placementAnalyse' in window, undefined, { timeout: 30_000 });
      } catch (error) {
        throw new ExitError(EXIT.noEngine, 'the study’s page did not open in the browser.', { cause: error });
      }
    },
  });
}
