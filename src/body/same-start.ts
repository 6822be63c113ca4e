import { JOINT_LANDMARKS } from './landmarks.ts';
import type { StillLandmarks } from './neutral-fit.ts';
import type { Share } from './units.ts';

type Point = readonly [number, number];

/**
 * How differently the two legs lie against each other in two still pictures of one person: the larger change of knee against
 * knee and of ankle against ankle, as a share of the trunk's length. The pictures are laid over each other by shoulders and
 * hips first, so that a laptop pushed or turned a little changes nothing, and what the lens' new place does to both legs alike
 * cancels. A leg that has fallen in by 20° scores .2 and more; the same posture taken again after a push below .1.
 */
export function legsMoved(then: StillLandmarks, now: StillLandmarks): Share {
  const turn = similarity(trunkOf(then), trunkOf(now));
  const length = Math.hypot(...lineOf(then));
  if (!turn || length === 0) return Infinity;
  return Math.max(
    ...(['knee', 'ankle'] as const).map((joint) => {
      const [x, y] = acrossOf(then, joint);
      const [u, v] = acrossOf(now, joint);
      const [a, b] = turn;
      // The earlier difference, turned and scaled into the later picture, against the later one.
      return Math.hypot(a * x - b * y - u, b * x + a * y - v) / (length * Math.hypot(a, b));
    }),
  );
}

const pointOf = ({ points }: StillLandmarks, l: number): Point => [
  points[2 * l] ?? 0,
  points[2 * l + 1] ?? 0,
];

const minus = (p: Point, q: Point): Point => [p[0] - q[0], p[1] - q[1]];

const trunkOf = (still: StillLandmarks): readonly Point[] =>
  (['left', 'right'] as const).flatMap((side) => [
    pointOf(still, JOINT_LANDMARKS[side].shoulder),
    pointOf(still, JOINT_LANDMARKS[side].hip),
  ]);

/** From the middle of the hips to that of the shoulders. */
function lineOf(still: StillLandmarks): Point {
  const [ls, lh, rs, rh] = trunkOf(still) as [Point, Point, Point, Point];
  return [(ls[0] + rs[0] - lh[0] - rh[0]) / 2, (ls[1] + rs[1] - lh[1] - rh[1]) / 2];
}

const acrossOf = (still: StillLandmarks, joint: 'knee' | 'ankle'): Point =>
  minus(pointOf(still, JOINT_LANDMARKS.left[joint]), pointOf(still, JOINT_LANDMARKS.right[joint]));

/** Least-squares turn and scale a + ib that carries one set of points onto another, about their middles; null for one place. */
function similarity(from: readonly Point[], to: readonly Point[]): Point | null {
  const [fm, tm] = [middleOf(from), middleOf(to)];
  let [a, b, size] = [0, 0, 0];
  from.forEach((p, i) => {
    const [x, y] = minus(p, fm);
    const [u, v] = minus(to[i] ?? tm, tm);
    a += x * u + y * v;
    b += x * v - y * u;
    size += x * x + y * y;
  });
  return size > 0 ? [a / size, b / size] : null;
}

const middleOf = (points: readonly Point[]): Point => [
  points.reduce((sum, [x]) => sum + x, 0) / points.length,
  points.reduce((sum, [, y]) => sum + y, 0) / points.length,
];
