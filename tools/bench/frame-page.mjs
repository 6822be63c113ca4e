import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPage } from '../lab/lab-builds.mjs';
import { openLabPage } from '../lab/open-lab-page.mjs';
import { layOutPeers } from './fetch-peers.mjs';

const PAGE = 'tests/browser/pages/frame-bench.html';

/**
 * The page reads pictures on the processor. tasks-vision reads them through WebGL, so a run with it has a software one, which
 * makes everything else that draws slower.
 */
const SOFTWARE_GL = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

/**
 * Opens the page `frame-bench` in a headless Chromium, built with the app's settings.
 * @param {object} options
 * @param {string} options.size of the model
 * @param {boolean} options.peers lays the fetched packages beside it
 * @param {boolean} options.gl with a software WebGL
 * @param {(line: string) => void} options.say
 */
export async function openFramePage({ size, peers, gl, say }) {
  const folder = await mkdtemp(join(tmpdir(), 'truehip-bench-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await buildPage(PAGE, folder);
    if (peers) await layOutPeers(folder, size);
    const served = await openLabPage({
      folder,
      page: PAGE,
      ready: 'frameBench',
      called: 'the bench’s page',
      args: gl ? SOFTWARE_GL : [],
      say,
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
