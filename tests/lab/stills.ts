import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BodyStore } from './built-bodies.ts';
import { type Cast, cast } from './casting.ts';
import { chanceOf } from './chance.ts';
import type { Recipe } from './contract.ts';
import type { LabTools } from '../../tools/lab/lab-tools.mjs';
import { performCast } from './make-clip.ts';
import { type PlacedCamera, placeCamera } from './motion/camera.ts';
import type { PerformedFrame, Performance } from './motion/performance.ts';
import { recommendedPlace } from './motion/recommended-place.ts';
import { picturesOf } from './motion/truth-file.ts';
import { randomPoses } from './random-poses.ts';
import type { StageDirector } from './stage-director.ts';
import { type CameraSpread, drawCamera } from './variety.ts';
import { shakeAt } from './webcam-motion.ts';

/** Room, clothes and light are built once for so many stills; each has a camera place of its own. */
export const STILLS_A_PERSON = 8;

/** Wider than where people are told to put the laptop: a model must cope with those who do not. */
const ANYWHERE: CameraSpread = { azimuth: 22, height: 0.18, distance: 0.15 };
const QUALITY = 0.9;

export interface StillsWish {
  readonly count: number;
  readonly seed: number;
  readonly body: string | null;
  readonly folder: string;
}

const stillName = (index: number): string => `still-${String(index).padStart(6, '0')}.jpg`;

const tenths = (x: number) => Math.round(x * 10) / 10;
const hundredths = (x: number) => Math.round(x * 100) / 100;

/** Names of the stills that an earlier run has written whole; a line cut off in the middle does not count. */
export function finishedStills(lines: string): Set<string> {
  const names = lines.split('\n').flatMap((line) => {
    try {
      const { file } = JSON.parse(line) as { file?: unknown };
      return typeof file === 'string' ? [file] : [];
    } catch {
      return [];
    }
  });
  return new Set(names);
}

/** Who stands in for the stills of one person: another recipe, body and room with every number. */
export function castPerson(recipes: readonly Recipe[], person: number, wish: StillsWish): Cast {
  const chance = chanceOf(`stills/${wish.seed}/${person}`);
  const [first, ...others] = recipes;
  if (!first) throw new Error('there are no recipes to pose people by');
  const recipe = randomPoses(chance.pick([first, ...others]), STILLS_A_PERSON, chance);
  const seed = wish.seed * 1_000_003 + person;
  return cast({ ...recipe, camera: null, look: {} }, { seed, body: wish.body, preview: false });
}

/** One line of the list: what is true of a still. */
function lineOf(
  file: string,
  { recipe, scene, seed }: Cast,
  frame: PerformedFrame,
  camera: PlacedCamera,
  floor: number,
) {
  const [right, down] = shakeAt(scene.webcam, scene.seed, frame.time);
  const { hip, knee, pelvis, lumbar } = frame.truth;
  const angles = JSON.parse(JSON.stringify({ hip, knee, pelvis, lumbar }), (_, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1000) / 1000 : value,
  ) as unknown;
  return JSON.stringify({
    file,
    recipe: recipe.id,
    drill: recipe.drill,
    variant: recipe.variant,
    side: recipe.side,
    seed,
    body: scene.body,
    clothes: scene.outfit.word,
    room: scene.room,
    light: scene.light,
    company: scene.company,
    width: recipe.width,
    height: recipe.height,
    camera: {
      azimuthDegrees: tenths(camera.azimuth),
      heightMetres: hundredths(camera.view.eye[1]),
      distanceMetres: hundredths(camera.distance),
      pitchDegrees: tenths(camera.view.pitch),
      focalLengthPixels: tenths(camera.view.focalLength),
    },
    angles,
    landmarks: picturesOf(frame, camera.view, floor).map(([x, y]) => [tenths(x + right), tenths(y + down)]),
  });
}

function cameraFor(performance: Performance, { recipe, scene }: Cast, index: number): PlacedCamera {
  const [frame] = performance.frames.slice(index, index + 1);
  const around = recommendedPlace(recipe.drill, recipe.variant);
  const place = drawCamera(`${scene.seed}/still ${index}`, around, ANYWHERE);
  return placeCamera({ ...performance, frames: frame ? [frame] : [] }, place);
}

/**
 * Renders random poses of random people: JPEGs, and `stills.jsonl` with landmarks and angles. Those of an earlier run into
 * the same folder with the same seed stay.
 * @returns how many were painted now
 */
export async function makeStills(
  wish: StillsWish,
  recipes: readonly Recipe[],
  bodies: BodyStore,
  director: StageDirector,
  refuse: LabTools['refuse'],
  onStill: (painted: boolean) => void,
): Promise<number> {
  const list = join(wish.folder, 'stills.jsonl');
  const before = existsSync(list) ? readFileSync(list, 'utf8') : '';
  const finished = finishedStills(before);
  // A cut line must not run into the next one.
  if (before !== '' && !before.endsWith('\n')) appendFileSync(list, '\n');
  let painted = 0;
  for (let person = 0; person * STILLS_A_PERSON < wish.count; person++) {
    const first = person * STILLS_A_PERSON;
    const wanted = Array.from({ length: Math.min(STILLS_A_PERSON, wish.count - first) }, (_, i) => i);
    const missing = wanted.filter((i) => !finished.has(stillName(first + i)));
    for (const _ of wanted.slice(missing.length)) onStill(false);
    if (missing.length === 0) continue;
    const who = castPerson(recipes, person, wish);
    const performance = performCast(who, bodies, refuse);
    await director.set(performance, who.scene, cameraFor(performance, who, 0).view, QUALITY);
    for (const i of missing) {
      const frame = performance.frames[i];
      if (!frame) continue;
      const camera = cameraFor(performance, who, i);
      const jpeg = await director.paint(frame.time, frame.solved, camera.view);
      const file = stillName(first + i);
      writeFileSync(join(wish.folder, file), jpeg);
      appendFileSync(list, `${lineOf(file, who, frame, camera, performance.floorLift)}\n`);
      painted++;
      onStill(true);
    }
  }
  return painted;
}
