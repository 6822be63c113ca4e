import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cast } from '../people/casting.ts';
import { webcamRate, encode } from './encode.ts';
import { openFrameCache } from './frame-cache.ts';
import { LAB_CACHE, labCode } from '../command/lab-tools.ts';
import { EXIT, ExitError } from '../../../tools/shared/exit-error.ts';
import { placeCamera } from '../motion/camera.ts';
import { perform } from '../motion/perform.ts';
import type { Performance } from '../motion/performance.ts';
import { type TruthFile, truthOf, viewsOf } from '../motion/truth-file.ts';
import type { BodyStore } from '../body/built-bodies.ts';
import type { StageDirector } from './stage-director.ts';
import type { Scene } from '../people/variety.ts';
import { shakeAt } from './webcam-motion.ts';

/** Degrees. A larger difference between input and recomputed angles means a pose that no body can take. */
const WORST_DIFFERENCE = 0.05;
/**
 * Metres that a planted foot, knee or hand may move: compression of soft tissue and mat, and a margin for other bodies.
 */
const MOST_SLIP = 0.05;
/** JPEG quality (0…1) of cached frames; high, because video encoding adds its own loss. */
export const FRAME_QUALITY = 0.94;
/** Bit rate of clips in the repository, kbit/s. */
const SMALL_KILOBITS = 210;

export interface ClipFiles {
  readonly video: string;
  readonly truth: string;
}

export const clipFiles = (folder: string, name: string): ClipFiles => ({
  video: join(folder, `${name}.webm`),
  truth: join(folder, `${name}.truth.json`),
});

/** True when both files exist; each is written completely. */
export const isFinished = ({ video, truth }: ClipFiles): boolean => existsSync(video) && existsSync(truth);

const sentenceOf = (error: unknown) => (error instanceof Error ? error.message.replace(/\.$/, '') : String(error));

/**
 * Performs a cast recipe and checks that the body can take the poses.
 * @throws {ExitError}
 */
export function performCast({ recipe, seed, scene }: Cast, bodies: BodyStore): Performance {
  let performance: Performance;
  try {
    performance = perform(recipe, bodies.get(scene.body).body, seed);
  } catch (error) {
    throw new ExitError(EXIT.noPose, `"${recipe.id}" cannot be performed by ${scene.body}: ${sentenceOf(error)}.`);
  }
  const whole = performance.frames.every(({ solved }) => solved.landmarks.flat().every(Number.isFinite));
  const possible = performance.worstDifference <= WORST_DIFFERENCE && performance.worstSlip <= MOST_SLIP;
  if (!whole || !possible) {
    throw new ExitError(EXIT.noPose, `"${recipe.id}" asks ${scene.body} for a pose that no body can take.`);
  }
  return performance;
}

/** The truth with picture landmarks moved by the shake of the laptop. */
export function shaken(truth: TruthFile, { webcam, seed }: Scene): TruthFile {
  const frames = truth.frames.map((frame, index) => {
    const [right, down] = shakeAt(webcam, seed, index / truth.fps);
    const moved = frame.landmarks.map(
      ([x, y]) => [Math.round((x + right) * 10) / 10, Math.round((y + down) * 10) / 10] as const,
    );
    return { ...frame, landmarks: moved };
  });
  return { ...truth, frames };
}

/** Properties of the scene that may influence accuracy. */
const lookOf = ({ room, light, mat, clutter, company, webcam, outfit }: Scene) => ({
  room,
  light,
  mat: mat !== null,
  clutter,
  company,
  slip: outfit.slip,
  webcam,
});

export interface ClipJob {
  readonly cast: Cast;
  readonly performance: Performance;
  readonly folder: string;
  /** True: the bit rate is limited, for clips in the repository. */
  readonly isSmall: boolean;
}

/**
 * Renders a clip and writes it with its truth. Frames of an interrupted run are used again.
 * @param onFrame called after each frame; says whether it was rendered now
 */
export async function makeClip(
  { cast, performance, folder, isSmall }: ClipJob,
  director: StageDirector,
  ffmpeg: string,
  onFrame: (painted: boolean) => void,
): Promise<ClipFiles> {
  const { recipe, scene, name, seed } = cast;
  const camera = placeCamera(performance, recipe.camera);
  const views = viewsOf(performance, camera);
  const frames = openFrameCache(join(LAB_CACHE, 'frames'), name, [labCode(), recipe, scene, seed]);
  let isSet = false;
  for (const [index, frame] of performance.frames.entries()) {
    const missing = !frames.has(index);
    if (missing) {
      if (!isSet) await director.set(performance, scene, camera.view, FRAME_QUALITY);
      isSet = true;
      frames.put(index, await director.paint(frame.time, frame.solved, views[index] ?? camera.view));
    }
    onFrame(missing);
  }
  const files = clipFiles(folder, name);
  const { fps } = recipe;
  const rate = isSmall ? { fps, crf: scene.webcam.crf, kilobits: SMALL_KILOBITS } : webcamRate(fps);
  await encode(ffmpeg, frames.pattern, files.video, rate);
  const words = { clothes: scene.outfit.word, placement: recipe.camera.placement };
  const truth = { ...shaken(truthOf(performance, camera, words), scene), look: lookOf(scene) };
  writeFileSync(`${files.truth}.part`, `${JSON.stringify(truth)}\n`);
  renameSync(`${files.truth}.part`, files.truth);
  frames.clear();
  return files;
}
