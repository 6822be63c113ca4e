import { type Region, regionAbout, toPicture } from './region.ts';

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
 * The region around the person with the highest score; null: nobody was detected. The rows of one person are averaged
 * by their scores, as in MediaPipe, because single rows jump from frame to frame.
 * @param rows output of the detector, 13 numbers per anchor
 * @param seen the part of the picture that the detector was shown
 */
export const detectedRegion = (rows: Float32Array, seen: Region): Region | null => regionsIn(rows, seen, 1)[0] ?? null;

/** The regions of all detected people, highest score first. */
export const detectedRegions = (rows: Float32Array, seen: Region): readonly Region[] =>
  regionsIn(rows, seen, Number.POSITIVE_INFINITY);

const regionsIn = (rows: Float32Array, seen: Region, most: number): readonly Region[] => {
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
