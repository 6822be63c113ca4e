import type { Share, Side } from '../geometry/units.ts';

/**
 * The 33 landmarks of BlazePose GHUM, in the model's order. "Left" is the person's own left.
 * Source: Bazarevsky et al. 2020, arXiv 2006.10204; order as in tfjs-models pose-detection.
 */
const LANDMARK_NAMES = [
  'nose',
  'left_eye_inner',
  'left_eye',
  'left_eye_outer',
  'right_eye_inner',
  'right_eye',
  'right_eye_outer',
  'left_ear',
  'right_ear',
  'mouth_left',
  'mouth_right',
  'left_shoulder',
  'right_shoulder',
  'left_elbow',
  'right_elbow',
  'left_wrist',
  'right_wrist',
  'left_pinky',
  'right_pinky',
  'left_index',
  'right_index',
  'left_thumb',
  'right_thumb',
  'left_hip',
  'right_hip',
  'left_knee',
  'right_knee',
  'left_ankle',
  'right_ankle',
  'left_heel',
  'right_heel',
  'left_foot_index',
  'right_foot_index',
] as const;

export const LANDMARK_COUNT = LANDMARK_NAMES.length;

/** Indices among the 33 landmarks of the fitted joints, and of feet and arms. */
export const JOINT_LANDMARKS = {
  left: { shoulder: 11, hip: 23, knee: 25, ankle: 27, heel: 29, toe: 31, elbow: 13, wrist: 15, index: 19 },
  right: { shoulder: 12, hip: 24, knee: 26, ankle: 28, heel: 30, toe: 32, elbow: 14, wrist: 16, index: 20 },
} as const satisfies Record<Side, Record<string, number>>;

/**
 * Index of the same landmark on the other side: eyes 1–3 and 4–6; from 7 on, odd is left and the next even is right;
 * the nose is its own.
 */
export const oppositeSideLandmark = (landmark: number): number => {
  if (landmark === 0) return 0;
  if (landmark <= 6) return landmark <= 3 ? landmark + 3 : landmark - 3;
  return landmark % 2 === 1 ? landmark + 1 : landmark - 1;
};

/** Pairs of landmarks that are joined by a line in the drawing until a skeleton is fitted. */
export const LANDMARK_BONES: readonly (readonly [number, number])[] = [
  [11, 12],
  [11, 13],
  [13, 15],
  [12, 14],
  [14, 16],
  [11, 23],
  [12, 24],
  [23, 24],
  [23, 25],
  [25, 27],
  [27, 31],
  [24, 26],
  [26, 28],
  [28, 32],
];

export interface Landmarks {
  /** 33 × (x, y), pixels of the frame, origin top left, y down. */
  readonly points: Float32Array;
  /** 33 × 0…1: how certain the pose model is that the landmark is visible. */
  readonly visibility: Float32Array;
  /**
   * 33 × (x, y, z), metres, origin mid-hip: x right in the picture, y down, z away from the lens. Only a hint: wrong by
   * 9–40 cm on floor postures, so no angle may be computed from it alone.
   */
  readonly world: Float32Array;
  /** The pose model's score that a person is there, 0…1. */
  readonly score: number;
  /**
   * How sharply shoulders, hips, knees and ankles are found: mean over these joints of the largest value of the joint's heat
   * map, 0…1. Absent: the model gives no heat maps.
   */
  readonly sharpness?: Share;
}

/** The part of the landmarks that the fit uses; shapes and units as in `Landmarks`. */
export interface FrameLandmarks {
  readonly points: ArrayLike<number>;
  readonly visibility: ArrayLike<number>;
}

/** The landmarks in a picture that is `scale` times as large. */
export const scaledLandmarks = (found: Landmarks, scale: number): Landmarks =>
  scale === 1 ? found : { ...found, points: found.points.map((position) => position * scale) };

/** Landmark numbers of the left knee, ankle, heel and toe. The right one's number is one higher. */
const LEFT_LEG_LANDMARKS = [25, 27, 29, 31] as const;

/**
 * The same frame with left and right leg exchanged: the fit tries this when the pose model may have mixed up the legs.
 */
export function swapLeftRight(frame: FrameLandmarks): FrameLandmarks {
  const points = Float64Array.from(frame.points);
  const visibility = Float64Array.from(frame.visibility);
  for (const l of LEFT_LEG_LANDMARKS) {
    const r = l + 1;
    visibility[l] = frame.visibility[r] ?? 0;
    visibility[r] = frame.visibility[l] ?? 0;
    for (const c of [0, 1]) {
      points[2 * l + c] = frame.points[2 * r + c] ?? 0;
      points[2 * r + c] = frame.points[2 * l + c] ?? 0;
    }
  }
  return { ...frame, points, visibility };
}
