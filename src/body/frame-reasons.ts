import { JOINT_LANDMARKS, type Landmarks } from './landmarks.ts';
import type { StillLandmarks } from './neutral-fit.ts';
import type { PersonCheck } from './person-check.ts';
import type { Reason } from './reason.ts';
import type { Pixels, Share } from './units.ts';

/** Hips or shoulders this far off their place, a share of the trunk's length, are in another posture: an arching back moves them by a tenth. */
const MOST_GONE: Share = 0.35;

type Offset = readonly [Pixels, Pixels];

/** Why the numbers of a frame may not be used, by what was seen before any fit. */
export function againstPerson({ problem }: PersonCheck): Reason[] {
  if (!problem) return [];
  return [problem === 'out-of-frame' ? 'joints-hidden' : problem];
}

/** A leg is out of sight, and nothing but that stands in the way: the fit cannot tell whether it is still the same posture. */
export const isLegHidden = ({ problem }: PersonCheck): boolean => problem === 'out-of-frame';

/** The same as `againstPerson` for a frame with a hidden leg, where the trunk alone is read. */
export function againstTrunk(
  { missing }: PersonCheck,
  { points }: Landmarks,
  neutral: StillLandmarks,
): Reason[] {
  if (missing.includes('hips') || missing.includes('shoulders')) return ['back-hidden'];
  return hasGone(points, neutral.points) ? ['wrong-posture'] : [];
}

/** By the middles of hips and shoulders, and by how both lie to each other, which shows a body that rolls about its own axis. */
function hasGone(now: ArrayLike<Pixels>, start: ArrayLike<Pixels>): boolean {
  const most = MOST_GONE * apart(middleOf(start, 'shoulder'), middleOf(start, 'hip'));
  return (['shoulder', 'hip'] as const).some((part) => {
    if (apart(middleOf(now, part), middleOf(start, part)) > most) return true;
    const [[x, y], before] = [lineOf(now, part), lineOf(start, part)];
    // A model that takes left for right turns the line round and leaves it where it is.
    return Math.min(apart([x, y], before), apart([-x, -y], before)) > most;
  });
}

const apart = (a: Offset, b: Offset): Pixels => Math.hypot(a[0] - b[0], a[1] - b[1]);

const at = (points: ArrayLike<Pixels>, l: number): Offset => [points[2 * l] ?? 0, points[2 * l + 1] ?? 0];

type Part = 'shoulder' | 'hip';

function middleOf(points: ArrayLike<Pixels>, part: Part): Offset {
  const [left, right] = [at(points, JOINT_LANDMARKS.left[part]), at(points, JOINT_LANDMARKS.right[part])];
  return [(left[0] + right[0]) / 2, (left[1] + right[1]) / 2];
}

function lineOf(points: ArrayLike<Pixels>, part: Part): Offset {
  const [left, right] = [at(points, JOINT_LANDMARKS.left[part]), at(points, JOINT_LANDMARKS.right[part])];
  return [left[0] - right[0], left[1] - right[1]];
}
