import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { measurementPlanFor } from '../../src/app/session/set-plans.ts';
import { type Landmarks, oppositeSideLandmark } from '../../src/instrument/input/landmarks.ts';
import type { MeasurementPlan } from '../../src/instrument/input/measurement-plan.ts';
import type { StillLandmarks } from '../../src/instrument/reference-pose/reference-pose-fit.ts';
import type { Side } from '../../src/instrument/geometry/units.ts';
import { drillById } from '../../src/drills/index.ts';

/** The parts of a clip's truth file that these tests need (`tests/clips/README.md`). */
export interface Clip {
  readonly name: string;
  readonly drill: string;
  readonly fps: number;
  readonly width: number;
  readonly height: number;
  readonly camera: {
    readonly azimuthDegrees: number;
    readonly heightMetres: number;
    readonly distanceMetres: number;
  };
  readonly subject: { readonly heightMetres: number };
  readonly frames: readonly {
    readonly hip: { readonly left: { readonly flexion: number; readonly internalRotation: number } };
    readonly pelvis: { readonly twist: number; readonly tilt: number; readonly lift: number };
    readonly landmarks: readonly (readonly [number, number])[];
  }[];
}

export const CLIP_NAMES = [
  'supine-sleeper-clean-far',
  'supine-sleeper-twist-chase-far',
  'supine-sleeper-lift-far',
  'quadruped-band-ir-clean-high',
  'quadruped-band-ir-list-high',
  'ninety-ninety-pails-rails-lean-front',
  'supine-sleeper-clean',
] as const;
/** Clips of people who lift the trail leg in the 90/90 seat. */
export const LIFT_NAMES = [
  'ninety-ninety-lift-off-clean-36',
  'ninety-ninety-lift-off-lean-10',
  'ninety-ninety-lift-off-hinge-clean-31',
  'ninety-ninety-lift-off-hinge-round-17',
] as const;
/** Clip of a person whose knees fall together, the feet on a wall. */
export const KNEES_NAME = 'knee-to-knee-wall-clean-32';
/** Clips of standing people. */
export const STANDING_NAMES = ['hip-movement-sequence-clean-25', 'standing-hamstring-clean-28'] as const;
export type ClipName = (typeof CLIP_NAMES)[number];
export type AnyClipName = ClipName | (typeof LIFT_NAMES)[number] | (typeof STANDING_NAMES)[number] | typeof KNEES_NAME;

/** Clip filmed from the foot end, which the app must refuse. */
export const FOOT_END: ClipName = 'supine-sleeper-clean';

const loaded = new Map<AnyClipName, Clip>();

export function clipOf(name: AnyClipName): Clip {
  const known = loaded.get(name);
  if (known) return known;
  const path = fileURLToPath(new URL(`../../tests/clips/${name}.truth.json`, import.meta.url));
  const clip = { ...(JSON.parse(readFileSync(path, 'utf8')) as Omit<Clip, 'name'>), name };
  loaded.set(name, clip);
  return clip;
}

/** All clips show left-side work; seen in a mirror it is right-side work. */
export type Seen = 'as filmed' | 'in a mirror';
/** Each side with the way in which a clip shows it. */
export const EITHER_LEG: readonly (readonly [side: Side, seen: Seen])[] = [
  ['left', 'as filmed'],
  ['right', 'in a mirror'],
];

export function planOf(clip: Clip, seen: Seen = 'as filmed', heightFactor = 1): MeasurementPlan {
  return planFor(clip.drill, clip.subject.heightMetres * heightFactor, seen);
}

export function planFor(drillId: string, height = 1.72, seen: Seen = 'as filmed'): MeasurementPlan {
  const drill = drillById(drillId);
  if (!drill) throw new Error(`No such drill: ${drillId}`);
  const plan = measurementPlanFor(drill, seen === 'as filmed' ? 'left' : 'right', height);
  // True landmarks have none of the pose model's biases.
  return { ...plan, motion: { ...plan.motion, ankleLead: 0, ankleLagOutwards: 0, hipLag: 0, kneeLag: 0 } };
}

/** 33 × (x, y) pixels of one frame. */
export function pointsOf(clip: Clip, frame: number, seen: Seen = 'as filmed'): Float32Array {
  const source = clip.frames[frame]?.landmarks;
  if (!source) throw new Error(`${clip.name} has no frame ${frame}`);
  const flat = new Float32Array(66);
  for (let l = 0; l < 33; l++) {
    const [x, y] = source[seen === 'as filmed' ? l : oppositeSideLandmark(l)] ?? [0, 0];
    flat.set([seen === 'as filmed' ? x : clip.width - x, y], 2 * l);
  }
  return flat;
}

/** Mean landmarks of the time in the reference pose, all with high visibility. */
export function stillOf(clip: Clip, seen: Seen = 'as filmed'): StillLandmarks {
  const frames = Math.round(2.6 * clip.fps);
  const points = new Float64Array(66);
  for (let i = 0; i < frames; i++)
    pointsOf(clip, i, seen).forEach((v, k) => {
      points[k] = (points[k] ?? 0) + v / frames;
    });
  return { points, visibility: new Float32Array(33).fill(0.95), width: clip.width, height: clip.height };
}

/** Change of the working hip's internal rotation since the reference pose, degrees. */
export function trueRotation(clip: Clip, frame: number): number {
  const at = (i: number) => clip.frames[i]?.hip.left.internalRotation ?? 0;
  const frames = Math.round(2.6 * clip.fps);
  let zero = 0;
  for (let i = 0; i < frames; i++) zero += at(i) / frames;
  return at(frame) - zero;
}

/** World landmarks of a body with equal bones on both sides, metres. Only this symmetry is ever used. */
function evenWorld(): Float32Array {
  const world = new Float32Array(99);
  const heights: Readonly<Record<number, number>> = {
    11: -0.5,
    23: 0,
    25: 0.42,
    27: 0.84,
    29: 0.88,
    31: 0.9,
  };
  for (const [left, y] of Object.entries(heights)) {
    world.set([0.1, y, 0], 3 * Number(left));
    world.set([-0.1, y, 0], 3 * (Number(left) + 1));
  }
  return world;
}

/** The pose model's output for these positions, all with the same visibility. */
export const seenAt = (points: ArrayLike<number>, visibility = 0.95): Landmarks => ({
  points: Float32Array.from(points),
  visibility: new Float32Array(33).fill(visibility),
  world: evenWorld(),
  score: 0.98,
});

export const landmarksOf = (clip: Clip, frame: number, seen: Seen = 'as filmed'): Landmarks =>
  seenAt(pointsOf(clip, frame, seen));

/** The same landmarks, some of them moved by `dx` and `dy` pixels. */
export function moved(landmarks: Landmarks, which: readonly number[], dx: number, dy: number): Landmarks {
  const points = landmarks.points.slice();
  for (const l of which) points.set([(points[2 * l] ?? 0) + dx, (points[2 * l + 1] ?? 0) + dy], 2 * l);
  return { ...landmarks, points };
}

export const ALL_LANDMARKS: readonly number[] = Array.from({ length: 33 }, (_, l) => l);

/** The plan of a drill whose view shows the twist of the pelvis. */
export const seeingTwist = (plan: MeasurementPlan): MeasurementPlan => ({
  ...plan,
  neverSeen: plan.neverSeen.filter((channel) => channel !== 'pelvis-twist'),
});
