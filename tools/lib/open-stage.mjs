import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { EXIT, ExitError } from './exit-error.mjs';
import { chromiumArgs, ensureChromium } from './find-chromium.mjs';
import { serveDist } from './serve-dist.mjs';

const SETPRIV = '/usr/bin/setpriv';

/**
 * Started by root, Chromium's GPU process raises its own priority and starves everything else of a small machine; without the
 * right to, it cannot.
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
 * The built page of the stage in a headless Chromium that renders on the processor: the same picture on every machine.
 * @param {{ folder: string, cache: string, say: (line: string) => void }} options
 * @returns {Promise<import('./lab-tools.mjs').OpenStage>}
 */
export async function openStage({ folder, cache, say }) {
  const executablePath = withoutPriority(await ensureChromium({ say }), cache);
  const server = await serveDist({ folder });
  const browser = await chromium.launch({
    executablePath,
    args: [...chromiumArgs, '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  });
  const close = async () => {
    await browser.close();
    await server.close();
  };
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => say(`the stage says: ${error.message}`));
    await page.goto(`${server.url}/index.html`);
    await page.waitForFunction(() => 'subjectStage' in window, undefined, { timeout: 30_000 });
    return { page, share: server.share, close };
  } catch (error) {
    await close();
    throw new ExitError(EXIT.unforeseen, 'the stage did not open in the browser.', { cause: error });
  }
}
