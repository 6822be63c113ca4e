import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../shared/paths.mjs';
import { ensureFfmpeg } from './find-ffmpeg.mjs';
import { buildForNode } from './lab-builds.mjs';

/**
 * The pelvis networks alone before clips with truth.
 *
 * @typedef {import('../scoring/clip-truth.mjs').Truth} Truth
 * @typedef {Omit<Truth, 'frames'> & { variant?: string | null, width: number, height: number,
 *   frames: readonly (Truth['frames'][number] & { landmarks: readonly (readonly number[])[] })[] }} ClipTruth
 *   with the fields of a truth file that only the laboratory needs; `landmarks`: true joints in pixels
 * @typedef {import('../../src/coach/record/set-record.ts').FrameRecord} FrameRecord
 * @typedef {import('../../src/instrument/input/picture.ts').Picture} Picture
 */

/** Width at which the app shows pictures to its networks, pixels. */
const WIDTH = 960;

/**
 * The pictures of a video in order.
 * @param {string} ffmpeg
 * @param {string} video
 * @param {number} height
 * @returns {AsyncGenerator<Picture>}
 */
async function* picturesOf(ffmpeg, video, height) {
  const scaled = ['-vf', `scale=${WIDTH}:${height}`, '-f', 'rawvideo', '-pix_fmt', 'gray', '-'];
  const decoder = spawn(ffmpeg, ['-v', 'error', '-i', video, ...scaled], { stdio: ['ignore', 'pipe', 'inherit'] });
  const size = WIDTH * height;
  let grey = new Uint8ClampedArray(size);
  let filled = 0;
  for await (const chunk of decoder.stdout) {
    for (let from = 0; from < chunk.length; ) {
      const part = chunk.subarray(from, from + size - filled);
      grey.set(part, filled);
      from += part.length;
      filled += part.length;
      if (filled < size) continue;
      yield { width: WIDTH, height, grey };
      grey = new Uint8ClampedArray(size);
      filled = 0;
    }
  }
}

/**
 * What the drill's pelvis network says of each frame of a clip. Null: the drill has no pelvis network.
 * @returns {Promise<(video: string, truth: ClipTruth) => Promise<FrameRecord[] | null>>}
 */
export async function networkAsker() {
  const out = join(root, '.cache/tools/ask-network');
  await buildForNode('tests/lab/pelvis-net/ask-network.ts', out);
  const { askNetwork, networkOf } = await import(pathToFileURL(join(out, 'main.mjs')).href);
  const ffmpeg = await ensureFfmpeg();
  return async (video, truth) => {
    const name = networkOf(truth);
    if (name === null) return null;
    const model = JSON.parse(readFileSync(join(root, 'models', `pelvis-${name}.json`), 'utf8'));
    const weights = readFileSync(join(root, 'models', model.weights.file));
    const bytes = weights.buffer.slice(weights.byteOffset, weights.byteOffset + weights.byteLength);
    const height = Math.round((WIDTH * truth.height) / truth.width);
    return askNetwork(model, bytes, truth, picturesOf(ffmpeg, video, height));
  };
}
