import { openFramePage } from './frame-page.mjs';

/**
 * @typedef {import('./bench-report.mjs').BenchFrame} BenchFrame
 * @typedef {import('./bench-report.mjs').MemoryMark} MemoryMark
 * @typedef {'wasm' | 'webgl' | 'webgpu'} Backend
 * @typedef {'lite' | 'full' | 'heavy'} Size
 *
 * What the page has as `window.frameBench`.
 * @typedef {object} FrameBench
 * @property {readonly string[]} clips
 * @property {(backend: string, size: string) => Promise<void>} start
 * @property {(name: string, base: string, size: string) => Promise<void>} startPeer
 * @property {(clip: string, step: number, count: number) => Promise<readonly BenchFrame[]>} run
 * @property {(clip: string, frames: number, every: number) => Promise<readonly MemoryMark[]>} remember
 * @typedef {typeof window & { frameBench: FrameBench }} BenchWindow
 */

/** Every fifth frame is measured, so that the person moves between two frames. */
const STEP = 5;
/** The first measured frames warm the caches. */
const WARM_UP = 3;

/**
 * Every frame by everybody, in turns.
 * @param {object} options
 * @param {Size} options.size
 * @param {Backend} options.backend
 * @param {number} options.frames of each clip
 * @param {readonly string[]} options.peers names of fetched packages
 * @param {(line: string) => void} options.say
 * @returns {Promise<Record<string, readonly BenchFrame[]>>} by clip
 */
export async function measureFrames({ size, backend, frames, peers, say }) {
  const gl = peers.some((name) => name.startsWith('tasks'));
  const { page, close } = await openFramePage({ size, peers: peers.length > 0, gl, say });
  try {
    const clips = await page.evaluate(
      async ([name, model, others]) => {
        const { frameBench } = /** @type {BenchWindow} */ (window);
        await frameBench.start(name, model);
        for (const peer of others) await frameBench.startPeer(peer, `${location.origin}/peers`, model);
        return [...frameBench.clips];
      },
      /** @type {const} */ ([backend, size, peers]),
    );
    /** @type {Record<string, readonly BenchFrame[]>} */
    const measured = {};
    for (const clip of clips) {
      say(`frames of ${clip}, ${size}`);
      const all = await page.evaluate(
        ([name, step, count]) => /** @type {BenchWindow} */ (window).frameBench.run(name, step, count),
        /** @type {const} */ ([clip, STEP, frames + WARM_UP]),
      );
      measured[clip] = all.slice(WARM_UP);
    }
    return measured;
  } finally {
    await close();
  }
}

/**
 * One clip again and again, with the memory every so often.
 * @param {{ size: Size, backend: Backend, frames: number, say: (line: string) => void }} options
 * @returns {Promise<readonly MemoryMark[]>}
 */
export async function measureMemory({ size, backend, frames, say }) {
  const { page, close } = await openFramePage({ size, peers: false, gl: false, say });
  page.setDefaultTimeout(0);
  try {
    say(`memory over ${frames} frames`);
    return await page.evaluate(
      async ([name, model, count]) => {
        const { frameBench } = /** @type {BenchWindow} */ (window);
        await frameBench.start(name, model);
        return frameBench.remember(frameBench.clips[0] ?? '', count, Math.max(1, Math.floor(count / 20)));
      },
      /** @type {const} */ ([backend, size, frames]),
    );
  } finally {
    await close();
  }
}
