import { landmarkAt, midJoint, type PicturePoint, pixelDistance, rightToLeft } from '../geometry/picture-points.ts';
import type { Degrees, Share, Side } from '../geometry/units.ts';
import { JOINT_LANDMARKS } from '../input/landmarks.ts';
import type { MeasurementPlan } from '../input/measurement-plan.ts';
import type { StartDifference } from '../output/reading.ts';
import { otherSide } from '../geometry/units.ts';
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
 * Height of nose and ears above the shoulders, over the shoulders' width. Of people who sit upright, seen from in front: 0.59–0.75
 * (32 rendered), 0.48–0.67 (8 photographs), 0.40 with the hands behind the head. Of two men who bend over their thighs: 0.04, 0.18.
 */
const HEAD_LOW: Share = 0.28;
/** Shoulders to hips, over the shoulders' width: upright 1.18–1.86 (the same people), bent by 45° 0.84–1.04 (n = 5). */
const TRUNK_SHORT: Share = 1.05;

/**
 * True if the trunk bends forward, in a start that must be upright and is seen from in front: the head hangs between the
 * shoulders, or the trunk is too short for their width. The fit explains up to 45° by a nearer or shorter trunk. A lean of
 * less, with the head held up, is not told.
 */
function isBentForward(points: ArrayLike<number>): boolean {
  const shoulders = midJoint(points, 'shoulder');
  const across = Math.hypot(...rightToLeft(points, 'shoulder'));
  const [nose, leftEar, rightEar] = FACE.map((landmark) => landmarkAt(points, landmark)[1]);
  const head = ((nose ?? 0) + ((leftEar ?? 0) + (rightEar ?? 0)) / 2) / 2;
  const trunk = pixelDistance(midJoint(points, 'hip'), shoulders);
  return shoulders[1] - head < HEAD_LOW * across || trunk < TRUNK_SHORT * across;
}

/** A shin that hangs down by less than this share of the other one. At the start 0.92–1.08; of a man with a leg stretched out 0.21. */
const SHIN_HANGS: Share = 0.5;
/** The other one hangs by at least this share of the trunk's length, so the person sits on a seat and not on the floor. */
const OTHER_HANGS: Share = 0.6;

/** What is plainly different from a start on a seat, seen from in front; null: nothing is. */
export function seatDifference(points: ArrayLike<number>): StartDifference | null {
  if (isBentForward(points)) return { kind: 'bent-forward' };
  const hangs = (side: Side): number => {
    const { knee, ankle } = JOINT_LANDMARKS[side];
    return landmarkAt(points, ankle)[1] - landmarkAt(points, knee)[1];
  };
  const trunk = pixelDistance(midJoint(points, 'hip'), midJoint(points, 'shoulder'));
  const leg = (['left', 'right'] as const).find((side) => {
    const other = hangs(otherSide(side));
    return other > OTHER_HANGS * trunk && hangs(side) < SHIN_HANGS * other;
  });
  return leg ? { kind: 'leg-stretched', leg } : null;
}

/** Nose, left and right ear among the landmarks. */
const FACE = [0, 7, 8] as const;

/**
 * True if a person whose start is to sit upright bends forward, if one on the back has the soles of the feet together, or if one on
 * hands and knees, seen from the side, has a foot in the air. From behind a foot that is swung out looks the same, and the drill allows it after a while. The fit explains both by errors of the landmarks, because feet may be anywhere. A raised upper body is
 * not told: the ears of a real man who lies flat stood 47° up from his trunk, those of one in the middle of a sit-up 53°.
 */
export function contradictsStart(plan: MeasurementPlan, { points }: StillLandmarks): boolean {
  const { posture, trunkOnly, uprightStart } = plan;
  if (uprightStart) return isBentForward(points);
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
