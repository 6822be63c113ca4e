import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from '../browser/find-chromium.mjs';
import { serveDist } from '../browser/serve-dist.mjs';
import { stillCameraFile } from '../browser/still-camera.mjs';
import { root } from '../shared/paths.mjs';

/** What the camera shows: a set of 23 s at its own speed, again and again. So the person never lies still for long. */
const CLIP = join(root, 'tests', 'clips', 'supine-sleeper-clean-far.webm');

/**
 * The same person in the start position, still but for the breath: 15 breaths a minute that raise the trunk by 1 cm, and the noise
 * of a laptop's camera in a room.
 */
const STILL = {
  clip: CLIP,
  hold: 2.5,
  seconds: 12,
  breath: 4,
  rise: 3 / 540,
  trunk: /** @type {const} */ ([0.33, 0.53]),
  noise: 4,
};

/** The camera's file of the still person. @param {import('../browser/fake-camera.mjs').Size} size */
export const stillPerson = (size) => stillCameraFile({ ...STILL, size });

/** The drill of the sets that are measured: the one that the camera shows. */
export const DRILL = 'supine-sleeper';

/**
 * @typedef {typeof import('../soak/app-browser.mjs')} AppBrowser
 * @typedef {Awaited<ReturnType<AppBrowser['openBrowser']>>} OpenBrowser
 *
 * @typedef {object} AppVisit
 * @property {string} url of the served app
 * @property {AppBrowser} steps what a person does in it
 * @property {(camera?: Partial<Parameters<AppBrowser['openBrowser']>[0]>) => Promise<OpenBrowser>} open a browser, always with the same profile
 */

/**
 * Serves the built app for browsers with a profile of their own, and takes everything away again.
 * @template T
 * @param {(visit: AppVisit) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function visitApp(work) {
  // Imported late, because its package may have been missing until now.
  const steps = await import('../soak/app-browser.mjs');
  const executablePath = await ensureChromium();
  const profile = mkdtempSync(join(tmpdir(), 'truehip-bench-app-'));
  const server = await serveDist();
  /** @type {OpenBrowser[]} */
  const browsers = [];
  try {
    return await work({
      url: server.url,
      steps,
      open: async (camera = {}) => {
        const open = await steps.openBrowser({ executablePath, profile, clip: CLIP, ...camera });
        browsers.push(open);
        return open;
      },
    });
  } finally {
    for (const open of browsers) await open.kill();
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
