import { landmarkAt, midJoint, type PicturePoint, pixelDistance, rightToLeft } from '../geometry/picture-points.ts';
import { DEG } from '../geometry/rotation.ts';
import type { Degrees, Share } from '../geometry/units.ts';
import type { MeasurementPlan } from '../input/measurement-plan.ts';
import type { StillLandmarks } from './reference-pose-fit.ts';

/** A trunk that the drill starts with at this pitch or less lies on the back. */
const LYING: Degrees = -60;
const EARS = [7, 8] as const;
/**
 * Angle between the trunk and the line from shoulders to ears. In rendered starts up to 13° (n = 38), with a thick pillow
 * about 25°; a real man in the middle of a sit-up: 53°.
 */
const HEAD_RAISED: Degrees = 40;
/** Only a lens this near to the side shows how far the head is raised. */
const FROM_THE_SIDE: Degrees = 35;
/**
 * Distance of the feet over that of the knees, along the line of the knees. In rendered starts 0.82–1.5 (n = 38); a real
 * man with his soles together and his knees fallen out: 0.33.
 */
const FEET_TOGETHER: Share = 0.55;
/** Knees nearer than this share of the trunk's length are too near to compare. */
const KNEES_APART: Share = 0.5;

/**
 * True if a person whose start is to lie on the back has the upper body raised, or the soles of the feet together. The fit
 * explains both by errors of the landmarks: it has no head, and feet may stand anywhere.
 * @param azimuth of the lens, from the search
 */
export function contradictsLying(plan: MeasurementPlan, { points }: StillLandmarks, azimuth: Degrees): boolean {
  if (plan.posture.thorax.pitch > LYING) return false;
  return (isFromTheSide(azimuth) && isHeadRaised(points)) || areFeetTogether(points);
}

const isFromTheSide = (azimuth: Degrees): boolean =>
  Math.abs(Math.abs(((azimuth % 360) + 360) % 180) - 90) <= FROM_THE_SIDE;

function isHeadRaised(points: ArrayLike<number>): boolean {
  const shoulders = midJoint(points, 'shoulder');
  const trunk = minus(shoulders, midJoint(points, 'hip'));
  const neck = minus(middle(landmarkAt(points, EARS[0]), landmarkAt(points, EARS[1])), shoulders);
  const bend = DEG * Math.atan2(trunk[0] * neck[1] - trunk[1] * neck[0], trunk[0] * neck[0] + trunk[1] * neck[1]);
  // The picture's y points down, so up is against the clock for a head on the right.
  return -Math.sign(trunk[0]) * bend > HEAD_RAISED;
}

function areFeetTogether(points: ArrayLike<number>): boolean {
  const [x, y] = rightToLeft(points, 'knee');
  const [u, v] = rightToLeft(points, 'ankle');
  const apart = Math.hypot(x, y);
  const trunk = pixelDistance(midJoint(points, 'hip'), midJoint(points, 'shoulder'));
  return apart > KNEES_APART * trunk && x * u + y * v < FEET_TOGETHER * apart ** 2;
}

const minus = ([x, y]: PicturePoint, [u, v]: PicturePoint): PicturePoint => [x - u, y - v];
const middle = ([x, y]: PicturePoint, [u, v]: PicturePoint): PicturePoint => [(x + u) / 2, (y + v) / 2];
