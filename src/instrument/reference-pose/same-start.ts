import { JOINT_LANDMARKS } from '../input/landmarks.ts';
import type { StillLandmarks } from './reference-pose-fit.ts';
import {
  acrossJoint,
  landmarkAt,
  midJoint,
  type PicturePoint,
  pixelsApart,
  wayBetween,
} from '../geometry/picture-points.ts';
import type { Share } from '../geometry/units.ts';

/** Legs that have moved by less lie as they did: one that has fallen in by 15° scores .15. */
export const SAME_PLACE: Share = 0.15;

/**
 * How differently the two legs lie against each other in two still pictures of one person: the larger change of knee against
 * knee and of ankle against ankle, as a share of the trunk's length. The pictures are laid over each other by shoulders and
 * hips first, so that a laptop pushed or turned a little changes nothing, and what the lens' new place does to both legs alike
 * cancels. A leg that has fallen in by 20° scores .2 and more; the same posture taken again after a push below .1.
 */
export function legsMoved(then: StillLandmarks, now: StillLandmarks): Share {
  const turn = similarity(trunkOf(then), trunkOf(now));
  const length = pixelsApart(midJoint(then.points, 'hip'), midJoint(then.points, 'shoulder'));
  if (!turn || length === 0) return Infinity;
  return Math.max(
    ...(['knee', 'ankle'] as const).map((joint) => {
      const [x, y] = acrossJoint(then.points, joint);
      const [u, v] = acrossJoint(now.points, joint);
      const [a, b] = turn;
      // The earlier difference, turned and scaled into the later picture, against the later one.
      return Math.hypot(a * x - b * y - u, b * x + a * y - v) / (length * Math.hypot(a, b));
    }),
  );
}

const trunkOf = ({ points }: StillLandmarks): readonly PicturePoint[] =>
  (['left', 'right'] as const).flatMap((side) => [
    landmarkAt(points, JOINT_LANDMARKS[side].shoulder),
    landmarkAt(points, JOINT_LANDMARKS[side].hip),
  ]);

/** Least-squares turn and scale a + ib that carries one set of points onto another, about their middles; null for one place. */
function similarity(from: readonly PicturePoint[], to: readonly PicturePoint[]): PicturePoint | null {
  const [fm, tm] = [middleOf(from), middleOf(to)];
  let [a, b, size] = [0, 0, 0];
  from.forEach((p, i) => {
    const [x, y] = wayBetween(fm, p);
    const [u, v] = wayBetween(tm, to[i] ?? tm);
    a += x * u + y * v;
    b += x * v - y * u;
    size += x * x + y * y;
  });
  return size > 0 ? [a / size, b / size] : null;
}

const middleOf = (points: readonly PicturePoint[]): PicturePoint => [
  points.reduce((sum, [x]) => sum + x, 0) / points.length,
  points.reduce((sum, [, y]) => sum + y, 0) / points.length,
];
