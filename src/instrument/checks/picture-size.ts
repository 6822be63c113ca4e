import type { Pixels, Share } from '../geometry/units.ts';
import type { CameraChange } from '../output/reading.ts';

export interface PictureSize {
  readonly width: Pixels;
  readonly height: Pixels;
}

/** Aspect ratios that differ by less than this are the same; sizes are whole pixels, and cameras round them. */
const SAME_ASPECT: Share = 0.01;

export const isSameAspect = (a: PictureSize, b: PictureSize): boolean =>
  Math.abs((a.width * b.height) / (a.height * b.width) - 1) < SAME_ASPECT;

/** How the picture's size has changed since the first picture, from which everything is counted. Null: not at all. */
export function sizeChange(first: PictureSize, now: PictureSize): CameraChange | null {
  if (first.width === now.width && first.height === now.height) return null;
  return isSameAspect(first, { width: now.height, height: now.width }) && !isSameAspect(first, now)
    ? 'turned'
    : 'resized';
}
