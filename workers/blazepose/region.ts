import type { PictureBox } from '../../src/instrument/checks/body-box.ts';
import type { Pixels } from '../../src/instrument/geometry/units.ts';
import type { Size } from '../pictures/frame-pixels.ts';

/** A point of the picture: positions are continuous, 0…width and 0…height, so a pixel's middle lies at a half. */
export interface PicturePoint {
  readonly x: Pixels;
  readonly y: Pixels;
}

/** A square of the picture that a network looks at. It may reach over the edge. */
export interface Region {
  /** Its middle. */
  readonly x: Pixels;
  readonly y: Pixels;
  /** Length of a side. */
  readonly size: Pixels;
  /** Radians, clockwise as seen in the picture; 0: the person's head is up. */
  readonly rotation: number;
}

/** How much wider than the person's circle the square is: the margin that the landmark model was trained with. */
const MARGIN = 1.25;
/** A square smaller than this holds nobody who could be measured. */
const SMALLEST: Pixels = 16;
/** A square larger than so many pictures is a track that has run away. */
const LARGEST_PICTURES = 4;

/**
 * The region about a person: `centre` is the middle of the hips, `rim` a point straight above the head on the circle about
 * the whole body. The detector gives the two as key points, the landmark model as its points 33 and 34.
 */
export const regionAbout = (centre: PicturePoint, rim: PicturePoint): Region => {
  const right = rim.x - centre.x;
  const down = rim.y - centre.y;
  return { ...centre, size: 2 * MARGIN * Math.hypot(right, down), rotation: Math.atan2(right, -down) };
};

/** A part of the picture in the middle of a square, upright. */
export const squareAbout = ({ left, right, top, bottom }: PictureBox): Region => ({
  x: (left + right) / 2,
  y: (top + bottom) / 2,
  size: Math.max(right - left, bottom - top),
  rotation: 0,
});

/** The whole picture in the middle of a square, upright: what the detector looks at. */
export const wholePicture = ({ width, height }: Size): Region =>
  squareAbout({ left: 0, right: width, top: 0, bottom: height });

/** Where a position inside a region (0…1 each way, from its own top left) lies in the picture. */
export const toPicture = (region: Region, across: number, along: number): PicturePoint => {
  const right = (across - 0.5) * region.size;
  const down = (along - 0.5) * region.size;
  const cos = Math.cos(region.rotation);
  const sin = Math.sin(region.rotation);
  return { x: region.x + cos * right - sin * down, y: region.y + sin * right + cos * down };
};

/** Whether a region can still hold the person: a track that drifts out of the picture or collapses must be dropped. */
export const worthLookingAt = ({ x, y, size }: Region, { width, height }: Size): boolean =>
  size >= SMALLEST &&
  size <= LARGEST_PICTURES * Math.max(width, height) &&
  x >= 0 &&
  y >= 0 &&
  x <= width &&
  y <= height;
