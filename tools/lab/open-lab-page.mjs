import { EXIT, ExitError } from '../shared/exit-error.mjs';
import { ensureChromium } from '../browser/find-chromium.mjs';
import { openServedPage } from '../browser/served-page.mjs';

/**
 * Opens a built page of the lab in a headless Chromium. It runs the app's own pipeline, and keeps model and worker from
 * request to request.
 * @param {object} wish
 * @param {string} wish.folder what `buildPage` made
 * @param {string} wish.page from the top of what is served
 * @param {string} wish.ready name that the page gives to `window` when it is ready
 * @param {string} wish.called the page in a sentence, as in "the study’s page"
 * @param {readonly string[]} [wish.args] further flags of Chromium
 * @param {(line: string) => void} wish.say
 * @returns {Promise<import('./lab-tools.mjs').OpenStage>}
 */
export async function openLabPage({ folder, page: path, ready, called, args = [], say }) {
  const executablePath = await ensureChromium({ say });
  return openServedPage({
    executablePath,
    args,
    serve: { folder },
    setUp: async (page, url) => {
      try {
        page.on('pageerror', (error) => say(`${called} says: ${error.message}`));
        await page.goto(`${url}/${path}`);
        await page.waitForFunction((name) => name in window, ready, { timeout: 30_000 });
      } catch (error) {
        throw new ExitError(EXIT.noEngine, `${called} did not open in the browser.`, { cause: error });
      }
    },
  });
}
