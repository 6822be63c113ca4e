import {
  add,
  angleBetween,
  apply,
  DEG,
  fromRotationVector,
  type Mat3,
  midpoint,
  multiply,
  rotationX,
  rotationY,
  rotationZ,
  transpose,
  type Vec3,
} from './rotation.ts';
import type { BySide, Degrees, Metres, Share, Side } from './units.ts';

/**
 * The pose vector of the fitted body: pelvis, thorax, two thighs, two shanks; 17 parameters.
 * - 0–2: mid-hip in the room, metres, room axes (`LensPlace`)
 * - 3–5: pelvis rotation vector, degrees, about the pelvis's own axes (`Mat3`), counted from `ReferenceOrientations`
 * - 6–9: left hip flexion, abduction, internal rotation, and left knee flexion, degrees
 * - 10–13: the same on the right
 * - 14–16: thorax rotation vector, as for the pelvis
 *
 * Signs: flexion lifts the thigh to the front, abduction moves it away from the mid-line, internal rotation turns its
 * front to the mid-line; each is positive on both sides. Knee flexion is 0 for a straight knee and positive when bent.
 */
export const POSE_SIZE = 17;
export type Pose = Float64Array;

/** Where each group of parameters begins. */
export const ROOT = 0;
export const PELVIS = 3;
export const LEG_START: Readonly<Record<Side, number>> = { left: 6, right: 10 };
export const THORAX = 14;
/** Offsets within a leg's four parameters. */
export const FLEXION = 0;
export const ABDUCTION = 1;
export const INTERNAL_ROTATION = 2;
export const KNEE = 3;

/** Indices among the 33 landmarks of the eight fitted joints, in the order of `Body.joints` and `FITTED_JOINTS`. */
export const FITTED_LANDMARKS: readonly number[] = [11, 12, 23, 24, 25, 26, 27, 28];
export const JOINT_COUNT = FITTED_LANDMARKS.length;
/** Indices in `Body.joints`. */
export const JOINT = {
  leftShoulder: 0,
  rightShoulder: 1,
  leftHip: 2,
  rightHip: 3,
  leftKnee: 4,
  rightKnee: 5,
  leftAnkle: 6,
  rightAnkle: 7,
} as const;
/** The same by side. */
export const SIDE_JOINTS = {
  left: { shoulder: 0, hip: 2, knee: 4, ankle: 6 },
  right: { shoulder: 1, hip: 3, knee: 5, ankle: 7 },
} as const satisfies Record<Side, Record<string, number>>;

export interface BoneLengths {
  readonly hipWidth: Metres;
  readonly thigh: Metres;
  readonly shank: Metres;
  /** From mid-hip to the joint between pelvis and thorax, pelvis axes. */
  readonly waist: Vec3;
  /** From that joint to the left shoulder, thorax axes. */
  readonly shoulder: Vec3;
}

/** Factors on the lengths of hip width, thigh, shank and trunk; 1 is the average body of that height. */
export type BoneScales = readonly [number, number, number, number];

/**
 * Segment lengths from standing height. Thigh and shank are close to Drillis & Contini 1966 (0.245 and 0.246 of the
 * height). The hip width is that of BlazePose's hip points, not of the joint centres. Fits scale these lengths by less
 * than 5 %.
 */
export function boneLengths(height: Metres, scales: BoneScales = [1, 1, 1, 1]): BoneLengths {
  return {
    hipWidth: 0.122 * height * scales[0],
    thigh: 0.24 * height * scales[1],
    shank: 0.245 * height * scales[2],
    waist: [0, 0.1 * height * scales[3], -0.01 * height],
    shoulder: [0.103 * height, 0.175 * height * scales[3], 0],
  };
}

/** Orientations in the room from which the pose's rotation vectors are counted. */
export interface ReferenceOrientations {
  readonly pelvis: Mat3;
  readonly thorax: Mat3;
}

export interface Body {
  /** The eight joints in the room, metres, in the order of `JOINT`. */
  readonly joints: readonly Vec3[];
  /** For each joint, the orientation of the segment that its landmark is fixed to. */
  readonly segments: readonly Mat3[];
  readonly pelvis: Mat3;
  readonly thorax: Mat3;
}

/** The place between both shoulders, or both hips. */
export const middleOf = (joints: Body['joints'], part: 'shoulder' | 'hip'): Vec3 =>
  midpoint(joints[SIDE_JOINTS.left[part]] as Vec3, joints[SIDE_JOINTS.right[part]] as Vec3);

/** Orientation of the thigh, degrees: joint coordinates of Grood & Suntay, as the ISB recommends (Wu 2002). */
function thighRotation(pelvis: Mat3, side: Side, flexion: number, abduction: number, rotation: number): Mat3 {
  const g = side === 'left' ? 1 : -1;
  return multiply(pelvis, multiply(multiply(rotationX(-flexion), rotationZ(g * abduction)), rotationY(-g * rotation)));
}

/** Forward kinematics: joints and orientations of a pose. */
export function bodyOf(pose: Pose, reference: ReferenceOrientations, bones: BoneLengths): Body {
  const at = (i: number): number => pose[i] ?? 0;
  const pelvis = multiply(reference.pelvis, fromRotationVector(at(3), at(4), at(5)));
  const thorax = multiply(reference.thorax, fromRotationVector(at(14), at(15), at(16)));
  const root: Vec3 = [at(0), at(1), at(2)];
  const waist = add(root, apply(pelvis, bones.waist));
  const [sx, sy, sz] = bones.shoulder;
  const left = legOf('left', at, root, pelvis, bones);
  const right = legOf('right', at, root, pelvis, bones);
  return {
    joints: [
      add(waist, apply(thorax, bones.shoulder)),
      add(waist, apply(thorax, [-sx, sy, sz])),
      left.hip,
      right.hip,
      left.knee,
      right.knee,
      left.ankle,
      right.ankle,
    ],
    segments: [thorax, thorax, pelvis, pelvis, left.thigh, right.thigh, left.shank, right.shank],
    pelvis,
    thorax,
  };
}

function legOf(side: Side, at: (i: number) => number, root: Vec3, pelvis: Mat3, bones: BoneLengths) {
  const k = LEG_START[side];
  const g = side === 'left' ? 1 : -1;
  const thigh = thighRotation(pelvis, side, at(k), at(k + 1), at(k + 2));
  const shank = multiply(thigh, rotationX(at(k + 3)));
  const hip = add(root, apply(pelvis, [(g * bones.hipWidth) / 2, 0, 0]));
  const knee = add(hip, apply(thigh, [0, -bones.thigh, 0]));
  const ankle = add(knee, apply(shank, [0, -bones.shank, 0]));
  return { hip, knee, ankle, thigh, shank };
}

/**
 * How far a shin has turned in the room since the reference pose, as an instrument on it shows. Positive where the hip
 * turns inwards, on both sides. Null: the instrument cannot show it in this position.
 */
export interface ShinAngles {
  /**
   * What a phone's inclinometer shows that lies flat on the front of the shin with its long edge along it: the angle
   * between that edge and the vertical, within the plane of the screen.
   */
  readonly slope: Degrees | null;
  /** What a phone shows that lies anywhere on the shin: how far gravity's direction has turned in its axes. */
  readonly tip: Degrees | null;
}

type Segments = Pick<Body, 'segments'>;

/**
 * Least share of gravity within the plane of the screen. Below 0.5, which is within 30° of lying flat, the angle jumps with small
 * movements, and phones show another one.
 */
const LEAST_SHARE: Share = 0.5;

/** An axis of a segment in the room. */
const axisOf = ({ segments }: Segments, segment: number, own: Vec3): Vec3 => apply(segments[segment] as Mat3, own);

/** From the ankle to the knee. */
const along = (body: Segments, side: Side): Vec3 => axisOf(body, SIDE_JOINTS[side].ankle, [0, 1, 0]);

function slopeOf(body: Segments, side: Side): Degrees | null {
  const [up, across] = [along(body, side), axisOf(body, SIDE_JOINTS[side].ankle, [1, 0, 0])];
  if (Math.hypot(across[1], up[1]) < LEAST_SHARE) return null;
  return Math.atan2(across[1], up[1]) * DEG;
}

/** "Up" in the axes of the shank. */
const upOf = ({ segments }: Segments, side: Side): Vec3 =>
  apply(transpose(segments[SIDE_JOINTS[side].ankle] as Mat3), [0, 1, 0]);

/** @param slope for the sign, which gravity's turn alone does not have */
function tipOf(now: Vec3, start: Vec3, slope: Degrees | null): Degrees | null {
  if (slope === null) return null;
  const angle = angleBetween(now, start);
  return Number.isFinite(angle) ? (slope < 0 ? -angle : angle) : null;
}

/** The change between two directions, −180…180. */
function change(now: Degrees | null, start: Degrees | null, sign: number): Degrees | null {
  if (now === null || start === null) return null;
  const turned = now - start;
  // Adding 0 turns −0, which JSON does not have, into 0.
  const angle = sign * (turned - 360 * Math.round(turned / 360)) + 0;
  return Number.isFinite(angle) ? angle : null;
}

/**
 * Both shins of a fitted body against its reference pose.
 * @param now the body in this frame
 * @param start the body in the reference pose
 */
export function shinAngles(now: Segments, start: Segments): BySide<ShinAngles> {
  const of = (side: Side): ShinAngles => {
    const sign = side === 'left' ? 1 : -1;
    const slope = change(slopeOf(now, side), slopeOf(start, side), sign);
    return { slope, tip: tipOf(upOf(now, side), upOf(start, side), slope) };
  };
  return { left: of('left'), right: of('right') };
}

/** Whether an inclinometer on this shin shows an angle in this position of the body. */
export const showsSlope = (body: Segments, side: Side): boolean => slopeOf(body, side) !== null;
