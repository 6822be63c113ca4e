import {
  add,
  apply,
  fromRotationVector,
  type Mat3,
  multiply,
  rotationX,
  rotationY,
  rotationZ,
  type Vec3,
} from './rotation.ts';
import type { Metres, Side } from './units.ts';

/**
 * The body that is fitted: pelvis, thorax, two thighs, two shins. 17 parameters:
 * 0–2 mid-hip in the room (metres, y up) · 3–5 pelvis rotation vector against the reference (degrees) · 6–9 left hip flexion,
 * abduction, internal rotation, knee flexion (degrees) · 10–13 the same on the right · 14–16 thorax rotation vector.
 */
export const POSE_SIZE = 17;
export type Pose = Float64Array;

export const ROOT = 0;
export const PELVIS = 3;
export const LEG_START: Readonly<Record<Side, number>> = { left: 6, right: 10 };
export const THORAX = 14;
export const FLEXION = 0;
export const ABDUCTION = 1;
export const INTERNAL_ROTATION = 2;
export const KNEE = 3;

/** Landmark numbers of the eight joints, in the order of `Body.joints` (and of `FITTED_JOINTS`). */
export const FITTED_LANDMARKS: readonly number[] = [11, 12, 23, 24, 25, 26, 27, 28];
export const JOINT_COUNT = FITTED_LANDMARKS.length;
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

export interface BoneLengths {
  readonly hipWidth: Metres;
  readonly thigh: Metres;
  readonly shank: Metres;
  /** Pelvis frame: mid-hip to the joint of pelvis and thorax. */
  readonly waist: Vec3;
  /** Thorax frame: that joint to the left shoulder. */
  readonly shoulder: Vec3;
}

/** Scales of hip width, thigh, shank, trunk about the proportions below. */
export type BoneScales = readonly [number, number, number, number];

/**
 * Segment lengths from standing height. Thigh and shank after Drillis & Contini (1966: .245 H, .246 H to the joint centres);
 * hip width is that of BlazePose's hip points rather than of the joint centres; `lab/fit` found these to need < 5 % of scaling.
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

/** Orientations that the pose's rotation vectors are counted from. */
export interface Reference {
  readonly pelvis: Mat3;
  readonly thorax: Mat3;
}

export interface Body {
  /** Eight joints in the room, metres. */
  readonly joints: readonly Vec3[];
  /** Orientation of the segment that each joint's landmark is fixed to. */
  readonly segments: readonly Mat3[];
  readonly pelvis: Mat3;
  readonly thorax: Mat3;
}

/** Thigh orientation from the pelvis by flexion, abduction, internal rotation: the hip JCS of Grood & Suntay (ISB, Wu 2002). */
function thighRotation(pelvis: Mat3, side: Side, flexion: number, abduction: number, rotation: number): Mat3 {
  const g = side === 'left' ? 1 : -1;
  return multiply(pelvis, multiply(multiply(rotationX(-flexion), rotationZ(g * abduction)), rotationY(-g * rotation)));
}

/** Forward kinematics of a pose. */
export function bodyOf(pose: Pose, reference: Reference, bones: BoneLengths): Body {
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
