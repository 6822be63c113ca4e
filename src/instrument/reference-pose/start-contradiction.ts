import { landmarkAt, midJoint, type PicturePoint, pixelDistance, rightToLeft } from '../geometry/picture-points.ts';
import type { Degrees, Share, Side } from '../geometry/units.ts';
import { JOINT_LANDMARKS } from '../input/landmarks.ts';
import type { MeasurementPlan } from '../input/measurement-plan.ts';
import type { StillLandmarks } from './reference-pose-fit.ts';

/** A trunk that the drill starts with at this pitch or less lies on the back. */
const LYING: Degrees = -60;
/** A trunk that the drill starts with at this pitch or more is carried by hands and knees. */
const ON_HANDS: Degrees = 60;
/** Shanks shorter than this share of the upright thighs point towards the lens, where their lines say nothing about height. */
const SHANK_SEEN: Share = 0.6;
/**
 * Distance of the feet over that of the knees, along the line of the knees. In rendered starts 0.82–1.5 (n = 38); a real
 * man with his soles together and his knees fallen out: 0.33.
 */
const FEET_TOGETHER: Share = 0.55;
/** Knees nearer than this share of the trunk's length are too near to compare. */
const KNEES_APART: Share = 0.5;
/**
 * Difference of the two lines from knee to ankle over their mean length. On hands and knees both shins lie on the floor: in
 * rendered starts up to 0.13 (n = 13), in real ones 0.14 (n = 4); with one foot raised 0.47. A shin held 15° out gives 0.26.
 */
const SHANKS_APART: Share = 0.35;

/**
 * True if a person whose start is to lie on the back has the soles of the feet together, or if one on hands and knees, seen
 * from the side, has a foot in the air. From behind a foot that is swung out looks the same, and the drill allows it after a while. The fit explains both by errors of the landmarks, because feet may be anywhere. A raised upper body is
 * not told: the ears of a real man who lies flat stood 47° up from his trunk, those of one in the middle of a sit-up 53°.
 */
export function contradictsStart({ posture, trunkOnly }: MeasurementPlan, { points }: StillLandmarks): boolean {
  const { pitch } = posture.thorax;
  if (pitch >= ON_HANDS) return trunkOnly === true && areShanksApart(points);
  return pitch <= LYING && areFeetTogether(points);
}

function areFeetTogether(points: ArrayLike<number>): boolean {
  const [x, y] = rightToLeft(points, 'knee');
  const [u, v] = rightToLeft(points, 'ankle');
  const apart = Math.hypot(x, y);
  const trunk = pixelDistance(midJoint(points, 'hip'), midJoint(points, 'shoulder'));
  return apart > KNEES_APART * trunk && x * u + y * v < FEET_TOGETHER * apart ** 2;
}

function areShanksApart(points: ArrayLike<number>): boolean {
  const shank = (side: Side): PicturePoint =>
    minus(landmarkAt(points, JOINT_LANDMARKS[side].ankle), landmarkAt(points, JOINT_LANDMARKS[side].knee));
  const [left, right] = [shank('left'), shank('right')];
  const length = (Math.hypot(...left) + Math.hypot(...right)) / 2;
  const thigh = pixelDistance(midJoint(points, 'hip'), midJoint(points, 'knee'));
  return length > SHANK_SEEN * thigh && Math.hypot(...minus(left, right)) > SHANKS_APART * length;
}

const minus = ([x, y]: PicturePoint, [u, v]: PicturePoint): PicturePoint => [x - u, y - v];
