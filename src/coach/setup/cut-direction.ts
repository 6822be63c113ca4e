import type { Landmarks } from '../../instrument/input/landmarks.ts';
import { bodyBox } from '../../instrument/checks/body-box.ts';
import { PART_LANDMARKS } from '../../instrument/checks/person-check.ts';
import type { BodyPart } from '../../instrument/output/reason.ts';
import type { Share } from '../../instrument/geometry/units.ts';

/** How to bring a hidden part of the body into the picture. */
export type CutMove =
  /** There is room on the other side, so turning the laptop towards the part is enough. */
  | { readonly kind: 'turn'; readonly towards: BodyPart }
  /**
   * The part is above or below the picture with room on the other side: fold the screen forward (down) or back (up).
   */
  | { readonly kind: 'tilt'; readonly down: boolean }
  /** The picture is full: move the laptop back. */
  | { readonly kind: 'back' }
  /** The part is inside the picture, but covered. */
  | { readonly kind: 'clear' };

/** Free share of the picture on the opposite side that a turn needs, in addition to the part that sticks out. */
const ROOM: Share = 0.06;
/** A joint within this distance of an edge, or beyond it, is cut off. */
const EDGE: Share = 0.02;

/** The move that helps the first missing part. The model also guesses joints outside the picture: the side. */
export function cutMove(missing: readonly BodyPart[], landmarks: Landmarks, width: number, height: number): CutMove {
  const box = bodyBox(landmarks);
  const outside = missing
    .map((part) => ({ part, over: overhang(landmarks, part, width, height) }))
    .filter(({ over }) => over !== null);
  const [first] = outside;
  if (!first?.over) return { kind: 'clear' };
  const [left, right] = [box.left / width, box.right / width];
  const [top, bottom] = [box.top / height, box.bottom / height];
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

/** The side of the picture beyond which a part lies; null: it is inside. */
function overhang(
  { points }: Landmarks,
  part: BodyPart,
  width: number,
  height: number,
): 'left' | 'right' | 'above' | 'below' | null {
  const over = PART_LANDMARKS[part].map((l) => {
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
