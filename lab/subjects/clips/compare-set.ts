import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LAB_CACHE } from '../command/lab-tools.ts';
import { EXIT, ExitError } from '../../../tools/shared/exit-error.ts';
import { runCommand } from '../../../tools/shared/run-command.mjs';
import type { BodyStore } from '../body/built-bodies.ts';
import type { Cast } from '../people/casting.ts';
import { COLOURS } from './encode.ts';
import { clipFiles, FRAME_QUALITY, performCast } from './make-clip.ts';
import { placeCamera } from '../motion/camera.ts';
import { viewsOf } from '../motion/truth-file.ts';
import type { StageDirector } from './stage-director.ts';

/** Moments of a clip that are rendered again, as shares of its length. */
const MOMENTS = [0.04, 0.35, 0.65, 0.96] as const;

/**
 * Smallest accepted peak signal-to-noise ratio between a video frame and the same moment rendered again, decibels.
 * Compression and webcam noise leave 30 to 40; a person displaced by 10 pixels gives about 25.
 */
export const MIN_PSNR = 28;

/** Mean peak signal-to-noise ratio in the output of ffmpeg's psnr filter, decibels; null when it is missing. */
export function psnrIn(output: string): number | null {
  const [, text] = /average:(inf|[\d.]+)/.exec(output) ?? [];
  if (text === undefined) return null;
  return text === 'inf' ? Infinity : Number(text);
}

interface Painter {
  readonly director: StageDirector;
  readonly bodies: BodyStore;
  readonly ffmpeg: string;
}

/**
 * Renders some moments of a finished clip again and compares them with the video.
 * @returns the smallest PSNR of these moments, decibels
 * @throws {ExitError}
 */
export async function compareClip(one: Cast, folder: string, painter: Painter): Promise<number> {
  const { director, bodies, ffmpeg } = painter;
  const performed = performCast(one, bodies);
  const camera = placeCamera(performed, one.recipe.camera);
  const views = viewsOf(performed, camera);
  const { video } = clipFiles(folder, one.name);
  const still = join(LAB_CACHE, `compare-${process.pid}.jpg`);
  let least = Infinity;
  await director.set(performed, one.scene, camera.view, FRAME_QUALITY);
  try {
    for (const share of MOMENTS) {
      const index = Math.round(share * (performed.frames.length - 1));
      const frame = performed.frames[index];
      if (!frame) continue;
      writeFileSync(still, await director.paint(frame.time, frame.solved, views[index] ?? camera.view));
      const graph =
        `[0:v]scale=${COLOURS},format=yuv420p[painted];` +
        `[1:v]select=eq(n\\,${index}),format=yuv420p[filmed];[painted][filmed]psnr`;
      const asked = ['-nostdin', '-i', still, '-i', video, '-lavfi', graph, '-frames:v', '1', '-f', 'null', '-'];
      const { output } = await runCommand(ffmpeg, asked);
      const psnr = psnrIn(output);
      if (psnr === null) {
        throw new ExitError(EXIT.unforeseen, `frame ${index} of ${video} could not be compared.`);
      }
      least = Math.min(least, psnr);
    }
  } finally {
    rmSync(still, { force: true });
  }
  return least;
}
