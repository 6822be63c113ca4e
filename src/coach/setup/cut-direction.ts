import { JOINT_LANDMARKS, type Landmarks } from '../../instrument/input/landmarks.ts';
import type { BodyPart } from '../../instrument/output/reason.ts';
import { FITTED_LANDMARKS } from '../../instrument/geometry/skeleton.ts';
import type { Share } from '../../instrument/geometry/units.ts';

/** What brings a part that is not seen into the picture. */
export type CutMove =
  /** There is room on the other side: the laptop only has to turn towards the part. */
  | { readonly kind: 'turn'; readonly towards: BodyPart }
  /** Above or below the picture, with room on the other side: the screen is folded forward (down) or back (up). */
  | { readonly kind: 'tilt'; readonly down: boolean }
  /** The picture is full: further away. */
  | { readonly kind: 'back' }
  /** It is inside the picture, but something is in front of it. */
  | { readonly kind: 'clear' };

const LANDMARKS: Readonly<Record<BodyPart, readonly number[]>> = {
  head: [0],
  shoulders: [JOINT_LANDMARKS.left.shoulder, JOINT_LANDMARKS.right.shoulder],
  hips: [JOINT_LANDMARKS.left.hip, JOINT_LANDMARKS.right.hip],
  'left knee': [JOINT_LANDMARKS.left.knee],
  'right knee': [JOINT_LANDMARKS.right.knee],
  'left foot': [JOINT_LANDMARKS.left.ankle],
  'right foot': [JOINT_LANDMARKS.right.ankle],
};
/** Between the body and the opposite edge this much of the picture must be free for a turn to help, beyond what sticks out. */
const ROOM: Share = 0.06;
/** A joint so near the edge or over it counts as cut off by it. */
const EDGE: Share = 0.02;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What helps the first of the missing parts most; the model guesses joints outside the picture, so the sides can be told. */
export function cutMove(missing: readonly BodyPart[], landmarks: Landmarks, width: number, height: number): CutMove {
  const box = boxOf(landmarks, width, height);
  const outside = missing
    .map((part) => ({ part, over: overhang(landmarks, part, width, height) }))
    .filter(({ over }) => over !== null);
  const [first] = outside;
  if (!first?.over) return { kind: 'clear' };
  const { left, right, top, bottom } = box;
  const across = right - left > 1 - ROOM || (left < EDGE && right > 1 - EDGE);
  const upright = bottom - top > 1 - ROOM || (top < EDGE && bottom > 1 - EDGE);
  if (across || upright) return { kind: 'back' };
  if (first.over === 'left' || first.over === 'right') {
    const stretch = first.over === 'left' ? -left : right - 1;
    const free = first.over === 'left' ? 1 - right : left;
    return free > stretch + ROOM ? { kind: 'turn', towards: first.part } : { kind: 'back' };
  }
  const stretch = first.over === 'above' ? -top : bottom - 1;
  const free = first.over === 'above' ? 1 - bottom : top;
  return free > stretch + ROOM ? { kind: 'tilt', down: first.over === 'below' } : { kind: 'back' };
}

/** The side of the picture over which a part sticks out; null when it lies inside. */
function overhang(
  { points }: Landmarks,
  part: BodyPart,
  width: number,
  height: number,
): 'left' | 'right' | 'above' | 'below' | null {
  const over = LANDMARKS[part].map((l) => {
    const x = (points[2 * l] ?? 0) / width;
    const y = (points[2 * l + 1] ?? 0) / height;
    return { left: EDGE - x, right: x - 1 + EDGE, above: EDGE - y, below: y - 1 + EDGE };
  });
  const sides = (['left', 'right', 'above', 'below'] as const).map((side) => ({
    side,
    by: Math.max(...over.map((joint) => joint[side])),
  }));
  const worst = sides.reduce((a, b) => (b.by > a.by ? b : a));
  return worst.by > 0 ? worst.side : null;
}

/** Box of nose and the joints of trunk and legs, as shares of the picture. */
function boxOf({ points }: Landmarks, width: number, height: number): Box {
  const all = [0, ...FITTED_LANDMARKS];
  const xs = all.map((l) => (points[2 * l] ?? 0) / width);
  const ys = all.map((l) => (points[2 * l + 1] ?? 0) / height);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
