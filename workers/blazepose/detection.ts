import type { PictureBox } from '../../src/instrument/checks/person-check.ts';
import type { Pixels } from '../../src/instrument/geometry/units.ts';
import type { PictureSize } from '../../src/instrument/input/picture.ts';

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
export const wholePicture = ({ width, height }: PictureSize): Region =>
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
export const worthLookingAt = ({ x, y, size }: Region, { width, height }: PictureSize): boolean =>
  size >= SMALLEST &&
  size <= LARGEST_PICTURES * Math.max(width, height) &&
  x >= 0 &&
  y >= 0 &&
  x <= width &&
  y <= height;

/** A picture as RGBA bytes, row by row from the top left. */
export interface CropSource extends PictureSize {
  readonly data: ArrayLike<number>;
}

/** Values of black and white in a network's input. */
export interface ValueRange {
  readonly black: number;
  readonly white: number;
}

/**
 * Cuts a region out of the picture as RGB floats, `side` × `side`: bilinear between the pixels' middles, black outside
 * the picture. Not done on a canvas, because every browser scales canvases in its own way. One loop without calls, because it
 * runs 65,000 times a frame.
 */
export const cropRegion = (
  { data, width, height }: CropSource,
  region: Region,
  side: number,
  range: ValueRange,
  out: Float32Array,
): void => {
  const { black } = range;
  const scale = (range.white - black) / 255;
  // The first output pixel's middle, in pixel indices: an index means the middle of a pixel, so it is the position
  // minus 0.5.
  const first = toPicture(region, 0.5 / side, 0.5 / side);
  const stepRight = (region.size / side) * Math.cos(region.rotation);
  const stepDown = (region.size / side) * Math.sin(region.rotation);
  for (let row = 0, at = 0; row < side; row++) {
    let x = first.x - 0.5 - row * stepDown;
    let y = first.y - 0.5 + row * stepRight;
    for (let column = 0; column < side; column++, at += 3, x += stepRight, y += stepDown) {
      const left = Math.floor(x);
      const top = Math.floor(y);
      if (left < -1 || top < -1 || left >= width || top >= height) {
        out[at] = black;
        out[at + 1] = black;
        out[at + 2] = black;
        continue;
      }
      const inLeft = left >= 0 ? 1 - (x - left) : 0;
      const inRight = left + 1 < width ? x - left : 0;
      const inTop = top >= 0 ? 1 - (y - top) : 0;
      const inBottom = top + 1 < height ? y - top : 0;
      const topLeft = inTop * inLeft;
      const topRight = inTop * inRight;
      const bottomLeft = inBottom * inLeft;
      const bottomRight = inBottom * inRight;
      // A neighbour outside the picture has weight 0, so any pixel may be read in its place.
      const here = 4 * (Math.max(0, top) * width + Math.max(0, left));
      const right = left >= 0 && left + 1 < width ? here + 4 : here;
      const down = top >= 0 && top + 1 < height ? 4 * width : 0;
      for (let channel = 0; channel < 3; channel++) {
        const mixed =
          topLeft * (data[here + channel] as number) +
          topRight * (data[right + channel] as number) +
          bottomLeft * (data[here + down + channel] as number) +
          bottomRight * (data[right + down + channel] as number);
        out[at + channel] = Math.fround(mixed) * scale + black;
      }
    }
  }
};

/** Side of the detector's input, pixels. */
export const DETECTOR_SIDE = 224;

/** The detector's grids: cells across, anchors a cell (strides of 8, 16, 32 pixels; the last counts thrice). */
const GRIDS: readonly (readonly [cells: number, anchorsPerCell: number])[] = [
  [DETECTOR_SIDE / 8, 2],
  [DETECTOR_SIDE / 16, 2],
  [DETECTOR_SIDE / 32, 6],
];

/** Middle (x, y) of every anchor, share of the detector's input, in the order of the output rows. */
export const detectorAnchors = (): Float32Array => {
  const middles: number[] = [];
  for (const [cells, anchorsPerCell] of GRIDS) {
    for (let row = 0; row < cells; row++) {
      for (let column = 0; column < cells; column++) {
        for (let i = 0; i < anchorsPerCell; i++) middles.push((column + 0.5) / cells, (row + 0.5) / cells);
      }
    }
  }
  return Float32Array.from(middles);
};

/**
 * Numbers in a row of the detector: score (logit), middle and size of the face's box, four key points; x and y each.
 */
const ROW = 13;
const BOX = 1;
const HIPS = 5;
const RIM = 7;
/** Rows with a lower score are ignored. */
const LEAST_SCORE = 0.5;
/** Boxes with a larger intersection over union belong to the same person. */
const SAME_PERSON = 0.3;

const anchors = detectorAnchors();

interface Box {
  readonly row: number;
  readonly score: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * The regions of the detected people, highest score first. The rows of one person are averaged by their scores, as in
 * MediaPipe, because single rows jump from frame to frame.
 * @param rows output of the detector, 13 numbers per anchor
 * @param seen the part of the picture that the detector was shown
 * @param most how many are wanted
 */
export const detectedRegions = (rows: Float32Array, seen: Region, most = Infinity): readonly Region[] => {
  const regions: Region[] = [];
  let boxes = boxesOf(rows);
  while (regions.length < most) {
    const best = boxes.reduce<Box | null>((a, b) => (a && a.score >= b.score ? a : b), null);
    if (!best) break;
    const same = boxes.filter((box) => overlap(box, best) > SAME_PERSON);
    boxes = boxes.filter((box) => !same.includes(box));
    const pointAt = (offset: number) =>
      toPicture(seen, averaged(rows, same, offset, 0), averaged(rows, same, offset, 1));
    regions.push(regionAbout(pointAt(HIPS), pointAt(RIM)));
  }
  return regions;
};

const boxesOf = (rows: Float32Array): readonly Box[] => {
  const boxes: Box[] = [];
  for (let row = 0; row < anchors.length / 2; row++) {
    const score = 1 / (1 + Math.exp(-(rows[row * ROW] ?? Number.NaN)));
    if (!(score >= LEAST_SCORE)) continue;
    const x = placeIn(rows, row, BOX, 0);
    const y = placeIn(rows, row, BOX, 1);
    const halfWidth = (rows[row * ROW + BOX + 2] ?? 0) / DETECTOR_SIDE / 2;
    const halfHeight = (rows[row * ROW + BOX + 3] ?? 0) / DETECTOR_SIDE / 2;
    // The network sometimes gives boxes of negative size.
    if (halfWidth < 0 || halfHeight < 0) continue;
    boxes.push({
      row,
      score,
      left: x - halfWidth,
      top: y - halfHeight,
      right: x + halfWidth,
      bottom: y + halfHeight,
    });
  }
  return boxes;
};

/** A coordinate of a row as a share of the detector's input. The network gives it in pixels from the anchor. */
const placeIn = (rows: Float32Array, row: number, offset: number, axis: 0 | 1): number =>
  (rows[row * ROW + offset + axis] ?? 0) / DETECTOR_SIDE + (anchors[2 * row + axis] ?? 0);

const averaged = (rows: Float32Array, boxes: readonly Box[], offset: number, axis: 0 | 1): number => {
  let sum = 0;
  let weights = 0;
  for (const { row, score } of boxes) {
    sum += score * placeIn(rows, row, offset, axis);
    weights += score;
  }
  return sum / weights;
};

/** Intersection over union. 1 for a box and itself, even without area. */
const overlap = (a: Box, b: Box): number => {
  if (a === b) return 1;
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (areaOf(a) + areaOf(b) - shared);
};

const areaOf = ({ left, top, right, bottom }: Box): number => (right - left) * (bottom - top);
