import { JOINT_LANDMARKS, type Landmarks } from './landmarks.ts';
import type { StillLandmarks } from './neutral-fit.ts';
import type { PersonCheck } from './person-check.ts';
import type { Reason } from './reason.ts';
import type { Pixels, Share } from './units.ts';

/** A trunk this far off its place, a share of its own length, is in another posture: a back that arches moves it by a tenth. */
const MOST_GONE: Share = 0.35;

type Point = readonly [Pixels, Pixels];

/** Why the numbers of a frame may not be used, by what was seen before any fit. */
export function againstPerson({ problem }: PersonCheck): Reason[] {
  if (!problem) return [];
  return [problem === 'out-of-frame' ? 'joints-hidden' : problem];
}

/** The same where the trunk alone is read: no leg that is hidden or mixed up spoils it. */
export function againstTrunk(check: PersonCheck, landmarks: Landmarks, neutral: StillLandmarks): Reason[] {
  const { problem, missing } = check;
  const isSeen = problem === 'out-of-frame' && !missing.includes('hips') && !missing.includes('shoulders');
  if (problem && !isSeen) return againstPerson(check);
  return hasGone(landmarks.points, neutral.points) ? ['poor-fit'] : [];
}

function hasGone(now: ArrayLike<Pixels>, start: ArrayLike<Pixels>): boolean {
  const [shoulders, hips] = [middleOf(start, 'shoulder'), middleOf(start, 'hip')];
  const most = MOST_GONE * between(shoulders, hips);
  return between(middleOf(now, 'shoulder'), shoulders) > most || between(middleOf(now, 'hip'), hips) > most;
}

const between = (a: Point, b: Point): Pixels => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Between left and right, which a model that takes one for the other leaves where it is. */
function middleOf(points: ArrayLike<Pixels>, part: 'shoulder' | 'hip'): Point {
  const [l, r] = [2 * JOINT_LANDMARKS.left[part], 2 * JOINT_LANDMARKS.right[part]];
  const mean = (k: 0 | 1): Pixels => ((points[l + k] ?? 0) + (points[r + k] ?? 0)) / 2;
  return [mean(0), mean(1)];
}
