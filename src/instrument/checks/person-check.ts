import { JOINT_LANDMARKS, type Landmarks } from '../input/landmarks.ts';
import { landmarkAt, pixelsApart } from '../geometry/picture-points.ts';
import type { FramingCheck } from '../output/reading.ts';
import type { BodyPart, Reason } from '../output/reason.ts';
import { FITTED_LANDMARKS } from '../geometry/skeleton.ts';
import type { Pixels, Share, Side } from '../geometry/units.ts';

/** What can be said of the landmarks before any posture is assumed. */
export interface PersonCheck {
  readonly missing: readonly BodyPart[];
  readonly size: FramingCheck['size'];
  readonly extent: Share;
  /** Why this is not a person to be measured, or null. */
  readonly problem: Reason | null;
}

/**
 * Visibility alone is no evidence: BlazePose reports .9 for shins outside the picture and for the foot of a table. So a person
 * must also have a size, joints inside the picture, limbs in proportion to each other and to the head.
 */
const LEAST_SCORE = 0.5;
/** A joint counts as seen above this; far legs of a lying person come with .3–.7. */
const LEAST_VISIBILITY = 0.2;
const LEAST_HIP_VISIBILITY = 0.3;
/** Longest side of the box of shoulders, hips, knees and ankles over the picture's width. Far walkers: .16; usable: .23 on. */
const SMALLEST: Share = 0.17;
const LARGEST: Share = 0.95;
/** Share of the picture's size by which a joint may stand outside before it counts as outside. */
const EDGE = 0.005;
/** Trunk and legs together over the spread of the face: a skeleton collapsed onto a head has about 2. */
const LEAST_BODY_PER_HEAD = 3;
/** Ratio of the same bone on both sides in the model's own 3-D, beyond which it has drawn no body. */
const MOST_ASYMMETRY = 2.2;

export function checkPerson(landmarks: Landmarks | null, width: number, height: number): PersonCheck {
  if (!landmarks || !(landmarks.score >= LEAST_SCORE) || !allFinite(landmarks)) {
    return { missing: [], size: 'ok', extent: 0, problem: 'no-person' };
  }
  const missing = missingParts(landmarks, width, height);
  const extent = extentOf(landmarks) / width;
  const size = extent < SMALLEST ? 'too-far' : extent > LARGEST ? 'too-close' : 'ok';
  return { missing, size, extent, problem: problemOf(landmarks, missing, size) };
}

function problemOf(landmarks: Landmarks, missing: readonly BodyPart[], size: FramingCheck['size']): Reason | null {
  if (size === 'too-far') return 'person-too-small';
  if (size === 'too-close') return 'person-too-large';
  if (!isProportionate(landmarks)) return 'implausible-body';
  return missing.some((part) => part !== 'head') ? 'out-of-frame' : null;
}

const allFinite = ({ points, visibility }: Landmarks): boolean =>
  points.every(Number.isFinite) && visibility.every(Number.isFinite);

/** Whether a joint is believed to be there, and inside the picture. */
export function isLandmarkSeen(
  { points, visibility }: Landmarks,
  landmark: number,
  { width, height }: { readonly width: Pixels; readonly height: Pixels },
  least = LEAST_VISIBILITY,
): boolean {
  const [x, y] = landmarkAt(points, landmark);
  const within = (at: Pixels, size: Pixels): boolean => at >= -EDGE * size && at <= size * (1 + EDGE);
  return within(x, width) && within(y, height) && (visibility[landmark] ?? 0) >= least;
}

function missingParts(landmarks: Landmarks, width: number, height: number): BodyPart[] {
  const seen = (l: number, least?: number): boolean => isLandmarkSeen(landmarks, l, { width, height }, least);
  const both = (name: 'shoulder' | 'hip', least?: number): boolean =>
    seen(JOINT_LANDMARKS.left[name], least) && seen(JOINT_LANDMARKS.right[name], least);
  const parts: [BodyPart, boolean][] = [
    ['head', seen(0)],
    ['shoulders', both('shoulder')],
    ['hips', both('hip', LEAST_HIP_VISIBILITY)],
    ['left knee', seen(JOINT_LANDMARKS.left.knee)],
    ['right knee', seen(JOINT_LANDMARKS.right.knee)],
    ['left foot', seen(JOINT_LANDMARKS.left.ankle)],
    ['right foot', seen(JOINT_LANDMARKS.right.ankle)],
  ];
  return parts.filter(([, there]) => !there).map(([part]) => part);
}

/** Longest side of the box around the eight joints that carry the fit, pixels. */
function extentOf({ points }: Landmarks): number {
  const xs = FITTED_LANDMARKS.map((l) => points[2 * l] ?? 0);
  const ys = FITTED_LANDMARKS.map((l) => points[2 * l + 1] ?? 0);
  return Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
}

/** Limbs in proportion to each other and to the head, as a person has them. */
export function isProportionate({ points, world }: Landmarks): boolean {
  const flat = (a: number, b: number): Pixels => pixelsApart(landmarkAt(points, a), landmarkAt(points, b));
  const solid = (a: number, b: number): number =>
    Math.hypot(...[0, 1, 2].map((k) => (world[3 * a + k] ?? 0) - (world[3 * b + k] ?? 0)));
  const leg = (side: Side): number => {
    const { hip, knee, ankle, shoulder } = JOINT_LANDMARKS[side];
    return flat(shoulder, hip) + flat(hip, knee) + flat(knee, ankle);
  };
  let head = 0;
  for (let a = 0; a < 11; a++) for (let b = 0; b < a; b++) head = Math.max(head, flat(a, b));
  if ((leg('left') + leg('right')) / 2 < LEAST_BODY_PER_HEAD * head) return false;
  const { left, right } = JOINT_LANDMARKS;
  const bones = [
    [solid(left.hip, left.knee), solid(right.hip, right.knee)],
    [solid(left.knee, left.ankle), solid(right.knee, right.ankle)],
  ] as const;
  return bones.every(([l, r]) => Math.max(l, r) < MOST_ASYMMETRY * Math.max(0.02, Math.min(l, r)));
}
