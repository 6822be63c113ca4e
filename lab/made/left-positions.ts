import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { measurementPlanFor } from '../../src/app/session/set-plans.ts';
import { findDrill } from '../../src/drills/index.ts';
import { landmarkPoint } from '../../src/instrument/fit/frame-fit.ts';
import { add, cross, length, scale, subtract, unit, type Vec3 } from '../../src/instrument/geometry/rotation.ts';
import { type Body, FITTED_LANDMARKS, JOINT } from '../../src/instrument/geometry/skeleton.ts';
import type { Metres, Side } from '../../src/instrument/geometry/units.ts';
import type { MeasurementPlan } from '../../src/instrument/input/measurement-plan.ts';
import type { ReferencePoseFit, StillLandmarks } from '../../src/instrument/reference-pose/reference-pose-fit.ts';
import { findReferencePose, type PostureFinding } from '../../src/instrument/reference-pose/reference-pose-search.ts';

/** A rendered person in the start position, with true landmarks. The fit of it is the body that these tests move. */
export interface StartedPerson {
  readonly name: string;
  readonly drill: string;
  readonly plan: MeasurementPlan;
  readonly finding: PostureFinding;
  readonly fit: ReferencePoseFit;
  readonly still: StillLandmarks;
  /** True landmarks of every frame, 33 × (x, y). */
  readonly frames: readonly Float32Array[];
  readonly fps: number;
}

const folder = fileURLToPath(new URL('../../tests/clips/', import.meta.url));

/** All shipped clips. */
export const ALL_CLIPS: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.truth.json'))
  .map((name) => name.replace('.truth.json', ''));

interface Truth {
  readonly drill: string;
  readonly variant?: string | null;
  readonly side?: Side;
  readonly fps: number;
  readonly width: number;
  readonly height: number;
  readonly subject: { readonly heightMetres: number };
  readonly frames: readonly { readonly landmarks: readonly (readonly [number, number])[] }[];
}

export function startedPerson(name: string): StartedPerson {
  const clip = JSON.parse(readFileSync(`${folder}${name}.truth.json`, 'utf8')) as Truth;
  const drill = findDrill(clip.drill, clip.variant ?? null);
  if (drill === null) throw new Error(`${name} is of no known drill`);
  const plan = measurementPlanFor(
    drill,
    'bilateral' in drill ? 'both' : (clip.side ?? 'left'),
    clip.subject.heightMetres,
  );
  const frames = clip.frames.map(({ landmarks }) => Float32Array.from(landmarks.flat()));
  const held = frames.slice(0, Math.round(2.6 * clip.fps));
  const points = Float64Array.from(
    { length: 66 },
    (_, k) => held.reduce((sum, one) => sum + (one[k] ?? 0), 0) / held.length,
  );
  const still = { points, visibility: new Float32Array(33).fill(0.95), width: clip.width, height: clip.height };
  const finding = findReferencePose(plan, still);
  return { name, drill: drill.id, plan, finding, fit: finding.fit, still, frames, fps: clip.fps };
}

type Joints = Vec3[];
/** Moves the eight joints of a person in the start position. */
export type Leaving = (joints: Joints) => void;

const at = (joints: Joints, joint: number): Vec3 => joints[joint] ?? [0, 0, 0];
const middle = (a: Vec3, b: Vec3): Vec3 => scale(add(a, b), 0.5);
const hipsOf = (joints: Joints): Vec3 => middle(at(joints, JOINT.leftHip), at(joints, JOINT.rightHip));
const chestOf = (joints: Joints): Vec3 => middle(at(joints, JOINT.leftShoulder), at(joints, JOINT.rightShoulder));
const move = (joints: Joints, which: readonly number[], by: Vec3): void => {
  for (const joint of which) joints[joint] = add(at(joints, joint), by);
};
const turn = (joints: Joints, which: readonly number[], about: Vec3, axis: Vec3, degrees: number): void => {
  for (const joint of which) joints[joint] = add(about, turned(subtract(at(joints, joint), about), axis, degrees));
};

/** Rodrigues' rotation. */
function turned(v: Vec3, axis: Vec3, degrees: number): Vec3 {
  const k = unit(axis);
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const along = k[0] * v[0] + k[1] * v[1] + k[2] * v[2];
  return add(add(scale(v, c), scale(cross(k, v), s)), scale(k, along * (1 - c)));
}

const { leftShoulder, rightShoulder, leftHip, rightHip, leftKnee, rightKnee, leftAnkle, rightAnkle } = JOINT;
const SHOULDERS = [leftShoulder, rightShoulder];
const HIPS = [leftHip, rightHip];
const KNEES = [leftKnee, rightKnee];
const ALL = [leftShoulder, rightShoulder, leftHip, rightHip, leftKnee, rightKnee, leftAnkle, rightAnkle];
const UP: Vec3 = [0, 1, 0];

/** A bridge: the shoulders and feet stay, the knees follow a little. */
export const hipsUp =
  (by: Metres): Leaving =>
  (joints) => {
    move(joints, HIPS, [0, by, 0]);
    move(joints, KNEES, [0, 0.2 * by, 0]);
  };

/** The trunk comes up about the hips, as in sitting up or kneeling up. */
export const trunkUp =
  (degrees: number): Leaving =>
  (joints) => {
    const trunk = subtract(chestOf(joints), hipsOf(joints));
    turn(joints, SHOULDERS, hipsOf(joints), cross(trunk, UP), degrees);
  };

/** The trunk bends down, forwards of an upright body. */
export const bendDown =
  (degrees: number): Leaving =>
  (joints) => {
    const left = subtract(at(joints, leftShoulder), at(joints, rightShoulder));
    turn(joints, SHOULDERS, hipsOf(joints), left, degrees);
  };

/** Onto the side, about the long axis of the trunk, near the floor. */
export const rolled: Leaving = (joints) =>
  turn(joints, ALL, hipsOf(joints), subtract(chestOf(joints), hipsOf(joints)), 90);

/** The knee stretched, the leg laid along the floor away from the head. */
export const legStraight =
  (side: Side): Leaving =>
  (joints) => {
    const [hip, knee, ankle] = side === 'left' ? [leftHip, leftKnee, leftAnkle] : [rightHip, rightKnee, rightAnkle];
    const thigh = length(subtract(at(joints, knee), at(joints, hip)));
    const shank = length(subtract(at(joints, ankle), at(joints, knee)));
    const down = subtract(hipsOf(joints), chestOf(joints));
    const along = unit([down[0], 0, down[2]]);
    joints[knee] = add(at(joints, hip), scale(along, thigh));
    joints[ankle] = add(at(joints, knee), scale(along, shank));
  };

/** The whole body elsewhere, to the right in the picture. */
export const movedAway =
  (by: Metres): Leaving =>
  (joints) =>
    move(joints, ALL, [by, 0, 0]);

/** Standing up from the floor: hips and chest far above their places. */
export const stoodUp: Leaving = (joints) => {
  move(joints, [...SHOULDERS, ...HIPS], [0, 0.5, 0]);
  move(joints, KNEES, [0, 0.2, 0]);
};

/** The 33 landmarks of the person after leaving; a share of the way where it is less than 1. */
export function landmarksAfter(
  { fit, still }: Pick<StartedPerson, 'fit' | 'still'>,
  leaving: Leaving,
  share = 1,
): Float32Array {
  const joints = fit.body.joints.map((joint): Vec3 => [...joint]);
  leaving(joints);
  const between = joints.map((joint, j): Vec3 => {
    const start = fit.body.joints[j] ?? joint;
    return add(start, scale(subtract(joint, start), share));
  });
  const body: Body = { ...fit.body, joints: between };
  const points = Float32Array.from(still.points);
  const shifts = FITTED_LANDMARKS.map((landmark, j) => {
    const [x, y] = fit.camera.project(landmarkPoint(body, fit.offsets, j));
    const by = [x - (points[2 * landmark] ?? 0), y - (points[2 * landmark + 1] ?? 0)] as const;
    points.set([x, y], 2 * landmark);
    return by;
  });
  // Head and arms go with the shoulders, feet with the ankles.
  const follow = (landmarks: readonly number[], which: readonly number[]): void => {
    const mean = (axis: 0 | 1): number => which.reduce((sum, j) => sum + (shifts[j]?.[axis] ?? 0), 0) / which.length;
    for (const l of landmarks) points.set([(points[2 * l] ?? 0) + mean(0), (points[2 * l + 1] ?? 0) + mean(1)], 2 * l);
  };
  follow([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], SHOULDERS);
  follow([13, 15, 17, 19, 21], [leftShoulder]);
  follow([14, 16, 18, 20, 22], [rightShoulder]);
  follow([29, 31], [leftAnkle]);
  follow([30, 32], [rightAnkle]);
  return points;
}
