import type { Landmarks } from '../input/landmarks.ts';
import type { StillLandmarks } from '../reference-pose/reference-pose-fit.ts';
import type { PersonCheck } from '../checks/person-check.ts';
import { acrossJoint, midJoint, pixelsApart } from '../geometry/picture-points.ts';
import type { Reason } from './reason.ts';
import type { Pixels, Share } from '../geometry/units.ts';

/** Hips or shoulders this far off their place, a share of the trunk's length, are in another posture: an arching back moves them by a tenth. */
const MOST_GONE: Share = 0.35;

/** Why the numbers of a frame may not be used, by what was seen before any fit. */
export function againstPerson({ problem }: PersonCheck): Reason[] {
  if (!problem) return [];
  return [problem === 'out-of-frame' ? 'joints-hidden' : problem];
}

/** The same where the trunk alone is read, for a frame with something out of sight: whether a leg lies as it did, nobody can tell. */
export function againstTrunk({ missing }: PersonCheck, { points }: Landmarks, referencePose: StillLandmarks): Reason[] {
  if (missing.includes('hips') || missing.includes('shoulders')) return ['back-hidden'];
  return hasGone(points, referencePose.points) ? ['wrong-posture'] : [];
}

/** By the middles of hips and shoulders, and by how both lie to each other, which shows a body that rolls about its own axis. */
function hasGone(now: ArrayLike<Pixels>, start: ArrayLike<Pixels>): boolean {
  const most = MOST_GONE * pixelsApart(midJoint(start, 'shoulder'), midJoint(start, 'hip'));
  return (['shoulder', 'hip'] as const).some((part) => {
    if (pixelsApart(midJoint(now, part), midJoint(start, part)) > most) return true;
    const [[x, y], before] = [acrossJoint(now, part), acrossJoint(start, part)];
    // A model that takes left for right turns the line round and leaves it where it is.
    return Math.min(pixelsApart([x, y], before), pixelsApart([-x, -y], before)) > most;
  });
}
