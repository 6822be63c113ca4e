import type { PictureBox } from '../../src/instrument/checks/body-box.ts';
import type { Pixels } from '../../src/instrument/geometry/units.ts';
import type { Size } from '../pictures/frame-pixels.ts';

/** A position in the picture: continuous, 0…width and 0…height, so the middle of the first pixel lies at 0.5. */
export interface PicturePoint {
  readonly x: Pixels;
  readonly y: Pixels;
}

/** A square of the picture that a network is shown. It may reach beyond the picture's edge. */
export interface Region {
  /** Middle. */
  readonly x: Pixels;
  readonly y: Pixels;
  /** Length of a side. */
  readonly size: Pixels;
  /** Radians, clockwise as seen in the picture; 0: the person's head is up. */
  readonly rotation: number;
}

/** Side of the square over the diameter of the circle around the person, as the landmark model was trained. */
const MARGIN = 1.25;
/** A person in a smaller square is too small to be measured. */
const SMALLEST: Pixels = 16;
/** A square larger than this many pictures means that tracking has failed. */
const LARGEST_PICTURES = 4;

/**
 * The region around a person.
 * @param centre the mid-hip
 * @param rim a point above the head on the circle around the whole body. The detector gives both points as key points,
 * the landmark model as points 33 and 34.
 */
export const regionAbout = (centre: PicturePoint, rim: PicturePoint): Region => {
  const right = rim.x - centre.x;
  const down = rim.y - centre.y;
  return { ...centre, size: 2 * MARGIN * Math.hypot(right, down), rotation: Math.atan2(right, -down) };
};

/** The smallest upright square around a box. */
export const squareAbout = ({ left, right, top, bottom }: PictureBox): Region => ({
  x: (left + right) / 2,
  y: (top + bottom) / 2,
  size: Math.max(right - left, bottom - top),
  rotation: 0,
});

/** The smallest upright square around the whole picture: what the detector is shown. */
export const wholePicture = ({ width, height }: Size): Region =>
  squareAbout({ left: 0, right: width, top: 0, bottom: height });

/** The picture position of a position inside a region, given as 0…1 along each axis from its top left corner. */
export const toPicture = (region: Region, across: number, along: number): PicturePoint => {
  const right = (across - 0.5) * region.size;
  const down = (along - 0.5) * region.size;
  const cos = Math.cos(region.rotation);
  const sin = Math.sin(region.rotation);
  return { x: region.x + cos * right - sin * down, y: region.y + sin * right + cos * down };
};

/** False: tracking has drifted out of the picture or collapsed, and must start again. */
export const worthLookingAt = ({ x, y, size }: Region, { width, height }: Size): boolean =>
  size >= SMALLEST &&
  size <= LARGEST_PICTURES * Math.max(width, height) &&
  x >= 0 &&
  y >= 0 &&
  x <= width &&
  y <= height;
