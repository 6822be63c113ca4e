import { landmarkAt, midJoint, type PicturePoint, pixelDistance, vectorBetween } from '../geometry/picture-points.ts';
import type { PinholeCamera } from '../geometry/pinhole-camera.ts';
import { type Body, SIDE_JOINTS } from '../geometry/skeleton.ts';
import { type Metres, type Share, type Side, SIDES } from '../geometry/units.ts';
import { JOINT_LANDMARKS, type Landmarks } from '../input/landmarks.ts';
import type { ArmsOut } from '../output/reading.ts';

/**
 * Shoulder to wrist: 0.332 of a height of 1.7 m (Drillis and Contini 1966). The limits below allow for other heights.
 */
const ARM: Metres = 0.564;
/** A joint of the arm with less visibility is a guess of the pose model. */
const MIN_VISIBILITY: Share = 0.5;
/** Limits of wrist and elbow along the projected upright arm and beside it, shares of its length. */
const WRIST = { from: 0.68, to: 1.4, beside: 0.42 } as const;
const ELBOW = { from: 0.28, to: 0.9, beside: 0.32 } as const;
/**
 * Least projected length of an upright arm, share of the picture's width. A shorter one points at the lens and looks
 * like a folded arm.
 */
const MIN_LENGTH: Share = 0.06;

type Reach = Readonly<Record<'from' | 'to' | 'beside', number>>;

/**
 * How many arms point straight up in the room, 0 to 2, whether the person lies, sits or stands. The seen arm is compared
 * with the projection of an upright arm from the same shoulder, so posture and place of the lens do not matter.
 * @param body fitted to this frame: gives the depth of the shoulders
 * @param width of the picture, pixels
 */
export function raisedArms(
  landmarks: Landmarks,
  camera: PinholeCamera,
  { joints }: Pick<Body, 'joints'>,
  width: number,
): number {
  return SIDES.filter((side) => {
    const shoulder = joints[SIDE_JOINTS[side].shoulder];
    return shoulder !== undefined && pointsUp(landmarks, camera, side, camera.project(shoulder)[2], width);
  }).length;
}

function pointsUp(
  { points, visibility }: Landmarks,
  camera: PinholeCamera,
  side: Side,
  depth: Metres,
  width: number,
): boolean {
  const { shoulder, elbow, wrist } = JOINT_LANDMARKS[side];
  const seen = [shoulder, elbow, wrist].every((l) => (visibility[l] ?? 0) >= MIN_VISIBILITY);
  if (!seen) return false;
  const from = landmarkAt(points, shoulder);
  const [rx, ry, rz] = camera.ray(...from);
  const [px, py, pz] = camera.place;
  const [tx, ty] = camera.project([px + rx * depth, py + ry * depth + ARM, pz + rz * depth]);
  const arm = vectorBetween(from, [tx, ty]);
  if (Math.hypot(...arm) < MIN_LENGTH * width) return false;
  const at = (l: number): PicturePoint => vectorBetween(from, landmarkAt(points, l));
  return reaches(at(wrist), arm, WRIST) && reaches(at(elbow), arm, ELBOW);
}

function reaches([x, y]: PicturePoint, [ax, ay]: PicturePoint, reach: Reach): boolean {
  const square = ax * ax + ay * ay;
  const along = (x * ax + y * ay) / square;
  const beside = Math.abs(x * ay - y * ax) / square;
  return along >= reach.from && along <= reach.to && beside <= reach.beside;
}

/** Least rise of the shoulders over the hips, share of the trunk in the picture. On hands and knees it is 0.5 at most. */
const UPRIGHT: Share = 0.85;
/** Steepest slope of a level arm in the picture, 40°. Seen from above, the nearer one sinks by up to 17° (n = 12 rendered people). */
const LEVEL = 0.84;
/** Least length from shoulder to wrist, shares of the trunk: of an arm that is seen, and of one that is guessed. */
const LENGTH: Share = 0.5;
const GUESSED_LENGTH: Share = 0.2;
/** Where the elbow of a straight arm lies along it, and how far beside it, shares of its length. */
const STRAIGHT_ELBOW = { from: 0.3, to: 0.75, beside: 0.2 } as const;

interface Arm {
  readonly isSeen: boolean;
  readonly isStraight: boolean;
  readonly isLevel: boolean;
  /** Shoulder to wrist in the picture, share of the trunk. */
  readonly length: Share;
  /** Its direction across the picture: below 0 to the left. */
  readonly across: number;
  readonly isOutwards: boolean;
  readonly visibility: Share;
}

/**
 * Whether the arms of an upright person are stretched out level, told by the picture alone, so that it works after the position of
 * the drill was left too. `wide`: to both sides. `ahead`: to one side of the picture, one arm or both. Null: neither.
 */
export function armsOut({ points, visibility }: Landmarks): ArmsOut | null {
  const [shoulders, hips] = [midJoint(points, 'shoulder'), midJoint(points, 'hip')];
  const trunk = pixelDistance(shoulders, hips);
  if (!(hips[1] - shoulders[1] >= UPRIGHT * trunk)) return null;
  const arms = SIDES.map((side) => armOf(points, visibility, side, trunk));
  const [clear, other] = arms.toSorted((a, b) => b.visibility - a.visibility);
  if (clear === undefined || other === undefined || !isStretched(clear) || clear.length < LENGTH) return null;
  if (other.isSeen && !isStretched(other)) return null;
  const isWide =
    clear.across * other.across < 0 &&
    clear.isOutwards &&
    other.isOutwards &&
    other.isLevel &&
    other.length >= GUESSED_LENGTH;
  return isWide ? 'wide' : 'ahead';
}

const isStretched = ({ isSeen, isStraight, isLevel }: Arm): boolean => isSeen && isStraight && isLevel;

function armOf(points: Float32Array, visibility: Float32Array, side: Side, trunk: number): Arm {
  const { shoulder, elbow, wrist } = JOINT_LANDMARKS[side];
  const from = landmarkAt(points, shoulder);
  const [arm, upper] = [vectorBetween(from, landmarkAt(points, wrist)), vectorBetween(from, landmarkAt(points, elbow))];
  const otherShoulder = landmarkAt(points, JOINT_LANDMARKS[side === 'left' ? 'right' : 'left'].shoulder);
  const least = Math.min(...[shoulder, elbow, wrist].map((joint) => visibility[joint] ?? 0));
  return {
    isSeen: least >= MIN_VISIBILITY,
    isStraight: reaches(upper, arm, STRAIGHT_ELBOW),
    isLevel: Math.abs(arm[1]) <= LEVEL * Math.abs(arm[0]),
    length: Math.sqrt(dot(arm, arm)) / trunk,
    across: arm[0],
    isOutwards: dot(arm, vectorBetween(otherShoulder, from)) > 0,
    visibility: least,
  };
}

const dot = ([a, b]: PicturePoint, [c, d]: PicturePoint): number => a * c + b * d;
