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
import type { Degrees, Metres, Side } from './units.ts';

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

/** Matrix of a rotation vector counted from an orientation; kept until the vector changes. */
function turnsFrom(orientation: Mat3): (x: Degrees, y: Degrees, z: Degrees) => Mat3 {
  let last: Vec3 = [Number.NaN, 0, 0];
  let matrix = orientation;
  return (x, y, z) => {
    if (x === last[0] && y === last[1] && z === last[2]) return matrix;
    last = [x, y, z];
    matrix = multiply(orientation, fromRotationVector(x, y, z));
    return matrix;
  };
}

/** Orientations of a thigh and its shank; kept until the pelvis or an angle of theirs changes. */
interface LegTurns {
  readonly thighOf: (pelvis: Mat3, flexion: Degrees, abduction: Degrees, rotation: Degrees) => Mat3;
  readonly shankOf: (thigh: Mat3, knee: Degrees) => Mat3;
}

/**
 * The thigh turns in the hip joint coordinate system of Grood & Suntay, as the ISB recommends (Wu 2002).
 */
function legTurns(side: Side): LegTurns {
  const g = side === 'left' ? 1 : -1;
  let from: Mat3 | null = null;
  let [flexion, abduction, rotation] = [Number.NaN, 0, 0];
  let thigh: Mat3 | null = null;
  let bentFrom: Mat3 | null = null;
  let bend = Number.NaN;
  let shank: Mat3 | null = null;
  return {
    thighOf: (pelvis, f, a, r) => {
      if (thigh && pelvis === from && f === flexion && a === abduction && r === rotation) return thigh;
      [from, flexion, abduction, rotation] = [pelvis, f, a, r];
      thigh = multiply(pelvis, multiply(multiply(rotationX(-f), rotationZ(g * a)), rotationY(-g * r)));
      return thigh;
    },
    shankOf: (above, knee) => {
      if (shank && above === bentFrom && knee === bend) return shank;
      [bentFrom, bend] = [above, knee];
      shank = multiply(above, rotationX(knee));
      return shank;
    },
  };
}

/** Forward kinematics: joints and orientations of a pose. */
export const bodyOf = (pose: Pose, reference: ReferenceOrientations, bones: BoneLengths): Body =>
  bodiesFrom(reference)(pose, bones);

/**
 * The same for many poses. Orientations whose angles are those of the pose before are kept: a numeric derivative changes one
 * parameter at a time.
 */
export function bodiesFrom(reference: ReferenceOrientations): (pose: Pose, bones: BoneLengths) => Body {
  const pelvisOf = turnsFrom(reference.pelvis);
  const thoraxOf = turnsFrom(reference.thorax);
  const turns = { left: legTurns('left'), right: legTurns('right') };
  return (pose, bones) => {
    const at = (i: number): number => pose[i] ?? 0;
    const pelvis = pelvisOf(at(3), at(4), at(5));
    const thorax = thoraxOf(at(14), at(15), at(16));
    const root: Vec3 = [at(0), at(1), at(2)];
    const waist = add(root, apply(pelvis, bones.waist));
    const [sx, sy, sz] = bones.shoulder;
    const left = legOf('left', at, root, pelvis, bones, turns.left);
    const right = legOf('right', at, root, pelvis, bones, turns.right);
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
  };
}

function legOf(
  side: Side,
  at: (i: number) => number,
  root: Vec3,
  pelvis: Mat3,
  bones: BoneLengths,
  { thighOf, shankOf }: LegTurns,
) {
  const k = LEG_START[side];
  const g = side === 'left' ? 1 : -1;
  const thigh = thighOf(pelvis, at(k), at(k + 1), at(k + 2));
  const shank = shankOf(thigh, at(k + 3));
  const hip = add(root, apply(pelvis, [(g * bones.hipWidth) / 2, 0, 0]));
  const knee = add(hip, apply(thigh, [0, -bones.thigh, 0]));
  const ankle = add(knee, apply(shank, [0, -bones.shank, 0]));
  return { hip, knee, ankle, thigh, shank };
}
