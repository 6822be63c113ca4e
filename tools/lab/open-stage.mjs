import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, ExitError } from '../shared/exit-error.mjs';
import { ensureChromium } from '../browser/find-chromium.mjs';
import { openServedPage } from '../browser/served-page.mjs';

const SETPRIV = '/usr/bin/setpriv';

/**
 * A Chromium that cannot raise its priority. When root starts Chromium, its GPU process raises its own priority and
 * blocks everything else on a small machine.
 * @param {string} chromiumPath
 * @param {string} cache where the starter is written
 */
function withoutPriority(chromiumPath, cache) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync(SETPRIV)) return chromiumPath;
  const starter = join(cache, 'chromium.sh');
  const quoted = `'${chromiumPath.replaceAll("'", "'\\''")}'`;
  writeFileSync(starter, `#!/bin/sh\nexec ${SETPRIV} --bounding-set=-sys_nice ${quoted} "$@"\n`);
  chmodSync(starter, 0o755);
  return starter;
}

/**
 * Opens the page of the stage in a headless Chromium. It renders on the processor, so every machine gives the same
 * picture.
 * @param {{ folder: string, cache: string, say: (line: string) => void }} options
 * @returns {Promise<import('./lab-tools.mjs').OpenStage>}
 */
export async function openStage({ folder, cache, say }) {
  return openServedPage({
    executablePath: withoutPriority(await ensureChromium({ say }), cache),
    args: ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
    serve: { folder },
    setUp: async (page, url) => {
      try {
        page.on('pageerror', (error) => say(`the stage says: ${error.message}`));
        await page.goto(`${url}/index.html`);
        await page.waitForFunction(() => 'subjectStage' in window, undefined, { timeout: 30_000 });
      } catch (error) {
        throw new ExitError(EXIT.unforeseen, 'the stage did not open in the browser.', { cause: error });
      }
    },
  });
}
