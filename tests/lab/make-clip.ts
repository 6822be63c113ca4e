import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cast } from './casting.ts';
import { asFromWebcam, encode } from './encode.ts';
import { openFrameCache } from './frame-cache.ts';
import type { LabTools } from '../../tools/lab/lab-tools.mjs';
import { placeCamera } from './motion/camera.ts';
import { perform } from './motion/perform.ts';
import type { Performance } from './motion/performance.ts';
import { type TruthFile, truthOf, viewsOf } from './motion/truth-file.ts';
import type { BodyStore } from './built-bodies.ts';
import type { StageDirector } from './stage-director.ts';
import type { Scene } from './variety.ts';
import { shakeAt } from './webcam-motion.ts';

/** Largest difference between input angles and those recomputed, degrees; more means a pose that no body can take. */
const WORST_DIFFERENCE = 0.05;
/** Farthest that a foot, knee or hand may leave its place, metres: what soft tissue and mat give, and a little for other bodies. */
const MOST_SLIP = 0.05;
/** Of the cached frames: the video's own loss comes after it. */
export const FRAME_QUALITY = 0.94;
/** Of a clip in the repository, a second. */
const SMALL_KILOBITS = 210;

export interface ClipFiles {
  readonly video: string;
  readonly truth: string;
}

export const clipFiles = (folder: string, name: string): ClipFiles => ({
  video: join(folder, `${name}.webm`),
  truth: join(folder, `${name}.truth.json`),
});

/** Both files are written whole, the truth last. */
export const isFinished = ({ video, truth }: ClipFiles): boolean => existsSync(video) && existsSync(truth);

const sentenceOf = (error: unknown) => (error instanceof Error ? error.message.replace(/\.$/, '') : String(error));

/**
 * Performs a cast recipe and checks that a body can do it.
 * @throws what `refuse` makes
 */
export function performCast({ recipe, seed, scene }: Cast, bodies: BodyStore, refuse: LabTools['refuse']): Performance {
  let performance: Performance;
  try {
    performance = perform(recipe, bodies.get(scene.body).body, seed);
  } catch (error) {
    throw refuse('pose', `"${recipe.id}" cannot be performed by ${scene.body}: ${sentenceOf(error)}.`);
  }
  const whole = performance.frames.every(({ solved }) => solved.landmarks.flat().every(Number.isFinite));
  const possible = performance.worstDifference <= WORST_DIFFERENCE && performance.worstSlip <= MOST_SLIP;
  if (!whole || !possible) {
    throw refuse('pose', `"${recipe.id}" asks ${scene.body} for a pose that no body can take.`);
  }
  return performance;
}

/** Landmarks where the shaken picture shows them. */
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

/** Room, light and the like: what an accuracy figure may depend on. */
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
  /** Whether megabytes count: it goes into the repository. */
  readonly isSmall: boolean;
}

/**
 * Renders a clip and writes it with its truth; frames that an interrupted run has painted are used again.
 * @param onFrame after each frame, told whether it was painted now
 */
export async function makeClip(
  { cast, performance, folder, isSmall }: ClipJob,
  director: StageDirector,
  ffmpeg: string,
  tools: LabTools,
  onFrame: (painted: boolean) => void,
): Promise<ClipFiles> {
  const { recipe, scene, name, seed } = cast;
  const camera = placeCamera(performance, recipe.camera);
  const views = viewsOf(performance, camera);
  const frames = openFrameCache(join(tools.cache, 'frames'), name, [tools.code, recipe, scene, seed]);
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
  const rate = isSmall ? { fps, crf: scene.webcam.crf, kilobits: SMALL_KILOBITS } : asFromWebcam(fps);
  await encode(tools, ffmpeg, frames.pattern, files.video, rate);
  const words = { clothes: scene.outfit.word, placement: recipe.camera.placement };
  const truth = { ...shaken(truthOf(performance, camera, words), scene), look: lookOf(scene) };
  writeFileSync(`${files.truth}.part`, `${JSON.stringify(truth)}\n`);
  renameSync(`${files.truth}.part`, files.truth);
  frames.clear();
  return files;
}
