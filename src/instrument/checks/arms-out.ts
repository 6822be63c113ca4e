import { landmarkAt, midJoint, pixelDistance, type PicturePoint, vectorBetween } from '../geometry/picture-points.ts';
import { type Share, type Side, SIDES } from '../geometry/units.ts';
import { JOINT_LANDMARKS, type Landmarks } from '../input/landmarks.ts';
import type { ArmsOut } from '../output/reading.ts';

/** An arm whose joints have less visibility is a guess of the pose model, as for the far arm of a person seen from the side. */
const MIN_VISIBILITY: Share = 0.5;
/** Least rise of the shoulders over the hips, share of the trunk in the picture. On hands and knees it is 0.5 at most. */
const UPRIGHT: Share = 0.85;
/** Steepest slope of a level arm in the picture, 40°. Seen from above, the nearer one sinks by up to 17° (n = 12 rendered people). */
const LEVEL = 0.84;
/** Least length from shoulder to wrist, shares of the trunk: of an arm that is seen, and of one that is guessed. */
const LENGTH: Share = 0.5;
const GUESSED_LENGTH: Share = 0.2;
/** Where the elbow of a straight arm lies along it, and how far beside it, shares of its length. */
const ELBOW = { from: 0.3, to: 0.75, beside: 0.2 } as const;

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
  const square = dot(arm, arm);
  const along = dot(upper, arm) / square;
  const beside = Math.abs(upper[0] * arm[1] - upper[1] * arm[0]) / square;
  const least = Math.min(...[shoulder, elbow, wrist].map((joint) => visibility[joint] ?? 0));
  return {
    isSeen: least >= MIN_VISIBILITY,
    isStraight: along >= ELBOW.from && along <= ELBOW.to && beside <= ELBOW.beside,
    isLevel: Math.abs(arm[1]) <= LEVEL * Math.abs(arm[0]),
    length: Math.sqrt(square) / trunk,
    across: arm[0],
    isOutwards: dot(arm, vectorBetween(otherShoulder, from)) > 0,
    visibility: least,
  };
}

const dot = ([a, b]: PicturePoint, [c, d]: PicturePoint): number => a * c + b * d;
