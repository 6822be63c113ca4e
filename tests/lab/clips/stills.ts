import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BodyStore } from '../body/built-bodies.ts';
import { type Cast, cast } from '../people/casting.ts';
import { chanceOf, type Chance } from '../chance.ts';
import type { Recipe, Keys } from '../contract.ts';
import type { LabTools } from '../../../tools/lab/lab-tools.mjs';
import { performCast } from './make-clip.ts';
import { type PlacedCamera, placeCamera } from '../motion/camera.ts';
import type { PerformedFrame, Performance } from '../motion/performance.ts';
import { recommendedPlace } from '../motion/recommended-place.ts';
import { picturesOf } from '../motion/truth-file.ts';
import type { StageDirector } from './stage-director.ts';
import { type CameraPlaceSd, drawCamera } from '../people/variety.ts';
import { shakeAt } from './webcam-motion.ts';
import { valueAt } from '../motion/minimum-jerk.ts';

/** Channels that move the person or the laptop away. Stills leave them out, so that the person is in the drill. */
const LEAVING = /^(walk|gone|heading|camera)/;
/** Range of the random factor on each channel. */
const STRENGTH = { least: 0.3, most: 1.25 } as const;

const lastSecond = (recipe: Recipe) => Math.max(...recipe.phases.map(({ end }) => end));

/**
 * A recipe whose frames are random moments of another recipe, one per second, with a random factor on each channel.
 */
function randomPoses(recipe: Recipe, count: number, chance: Chance): Recipe {
  const seconds = lastSecond(recipe);
  const times = Array.from({ length: count }, () => chance.between(0, seconds));
  const scattered = Object.entries(recipe.keys)
    .filter(([channel]) => !LEAVING.test(channel))
    .map(([channel, keys]): [string, Keys] => [
      channel,
      times.map((time, i) => [i, valueAt(keys, time) * chance.between(STRENGTH.least, STRENGTH.most)]),
    ]);
  const side = chance.pick(['left', 'right'] as const);
  return {
    ...recipe,
    side: recipe.side === 'both' ? 'both' : side,
    fps: 1,
    phases: [{ kind: 'hold', start: 0, end: count }],
    keys: Object.fromEntries(scattered),
    reps: [],
  };
}

/** Number of stills that share person, room, clothes and light; each has its own camera place. */
export const STILLS_A_PERSON = 8;

/** Standard deviation of the camera place; larger than in use, so that a model learns unusual places too. */
const ANYWHERE: CameraPlaceSd = { azimuth: 22, height: 0.18, distance: 0.15 };
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

/** Names of the stills of an earlier run. A truncated line does not count. */
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

/** Recipe, body and room for the stills of one person; they follow from the person's number. */
export function castPerson(recipes: readonly Recipe[], person: number, wish: StillsWish): Cast {
  const chance = chanceOf(`stills/${wish.seed}/${person}`);
  const [first, ...others] = recipes;
  if (!first) throw new Error('there are no recipes to pose people by');
  const recipe = randomPoses(chance.pick([first, ...others]), STILLS_A_PERSON, chance);
  const seed = wish.seed * 1_000_003 + person;
  return cast({ ...recipe, camera: null, look: {} }, { seed, body: wish.body, preview: false });
}

/** One line of `stills.jsonl`: the true values of a still. */
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
 * Renders random poses of random people: JPEGs, and `stills.jsonl` with landmarks and angles. Stills of an earlier run
 * with the same folder and seed are kept.
 * @returns number of stills rendered now
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
  // Ends a truncated line, so that the next one starts on its own line.
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
