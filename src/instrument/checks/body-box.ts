import type { Landmarks } from '../input/landmarks.ts';
import { FITTED_LANDMARKS } from '../geometry/skeleton.ts';
import type { Pixels, Share } from '../geometry/units.ts';

/** A box in the picture; origin top left, y down. */
export interface PictureBox {
  readonly left: Pixels;
  readonly right: Pixels;
  readonly top: Pixels;
  readonly bottom: Pixels;
}

export function boxAround(points: ArrayLike<Pixels>, landmarks: readonly number[]): PictureBox {
  const xs = landmarks.map((l) => points[2 * l] ?? 0);
  const ys = landmarks.map((l) => points[2 * l + 1] ?? 0);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

const NOSE = 0;

/** The box around head, trunk and legs. */
export const bodyBox = ({ points }: Landmarks): PictureBox => boxAround(points, [NOSE, ...FITTED_LANDMARKS]);

export const longestSide = ({ left, right, top, bottom }: PictureBox): Pixels => Math.max(right - left, bottom - top);

/** Share of the smaller box that the other box covers. */
export function coveredShare(a: PictureBox, b: PictureBox): Share {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  if (width <= 0 || height <= 0) return 0;
  const area = (box: PictureBox): number => (box.right - box.left) * (box.bottom - box.top);
  return (width * height) / Math.min(area(a), area(b));
}

/** The box, widened on every side by this share of its own size. */
export const widened = ({ left, right, top, bottom }: PictureBox, by: Share): PictureBox => ({
  left: left - by * (right - left),
  right: right + by * (right - left),
  top: top - by * (bottom - top),
  bottom: bottom + by * (bottom - top),
});

export const isInBox = ({ left, right, top, bottom }: PictureBox, x: Pixels, y: Pixels): boolean =>
  x >= left && x <= right && y >= top && y <= bottom;
