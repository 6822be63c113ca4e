import { midJoint, type PicturePoint, pixelDistance } from '../geometry/picture-points.ts';
import type { Pixels, Side } from '../geometry/units.ts';
import type { Picture } from '../input/picture.ts';

/** Where a network's crop lies, relative to the landmarks. On the model card: training and app use the same. */
export interface WindowPlan {
  /** True: up in the crop is up in the picture. False: the crop lies along the trunk, head to the left. */
  readonly upright: boolean;
  /** Unit of length: mid-hip to mid-shoulder as seen in the picture. */
  readonly unit: 'trunk';
  /** Side of the square, in units. */
  readonly side: number;
  /** Distance of the square's middle from the mid-hip, towards the head or up, in units. */
  readonly above: number;
  /**
   * Absent: the crop is mirrored when the right side works, so that the network only learns the left. `both-sides`, for
   * crops along the trunk: the crop is mirrored when the head lies to the right, so that the floor is always below,
   * whichever leg works.
   */
  readonly alike?: 'both-sides';
}

/** Affine map from picture to crop: x' = a x + c y + e, y' = b x + d y + f; pixels from the top left corner. */
export interface CropWindow {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: Pixels;
  readonly f: Pixels;
}

/**
 * The crop window around the pelvis.
 * @param points 33 landmarks, x and y in pixels
 * @returns null: the landmarks lie on one point
 */
export function cropWindow(points: ArrayLike<number>, plan: WindowPlan, side: Side): CropWindow | null {
  const hip = midJoint(points, 'hip');
  const shoulder = midJoint(points, 'shoulder');
  const trunk = pixelDistance(shoulder, hip);
  if (!(trunk > 4)) return null;
  const head: PicturePoint = plan.upright ? [0, -1] : [(shoulder[0] - hip[0]) / trunk, (shoulder[1] - hip[1]) / trunk];
  const scale = CROP_SIZE / (plan.side * trunk);
  const mirrored = plan.alike === 'both-sides' ? head[0] > 0 : side === 'right';
  const mirror = mirrored ? -1 : 1;
  // Directions of the crop's axes in the picture: the head is on the left of a lying crop, on top of an upright one.
  const right: PicturePoint = plan.upright ? [mirror, 0] : [-head[0], -head[1]];
  const down: PicturePoint = plan.upright ? [0, 1] : [mirror * head[1], -mirror * head[0]];
  const centre: PicturePoint = [hip[0] + trunk * (plan.above * head[0]), hip[1] + trunk * (plan.above * head[1])];
  const along = (axis: PicturePoint): Pixels => CROP_SIZE / 2 - scale * (axis[0] * centre[0] + axis[1] * centre[1]);
  return {
    a: scale * right[0],
    b: scale * down[0],
    c: scale * right[1],
    d: scale * down[1],
    e: along(right),
    f: along(down),
  };
}

/** Whether the crop is a mirror image: then a turn to the left in the crop is one to the right. */
export const isCropMirrored = (window: CropWindow): boolean => determinant(window) < 0;

const determinant = ({ a, b, c, d }: CropWindow): number => a * d - b * c;

/** The inverse map, from crop to picture. */
function inverseOf(w: CropWindow): CropWindow {
  const det = determinant(w);
  const [a, b, c, d] = [w.d / det, -w.b / det, -w.c / det, w.a / det];
  return { a, b, c, d, e: -(a * w.e + c * w.f), f: -(b * w.e + d * w.f) };
}

/** A position of the picture in the crop, pixels; with an inverse map, a position of the crop in the picture. */
export const toCrop = (w: CropWindow, x: Pixels, y: Pixels): PicturePoint => [
  w.a * x + w.c * y + w.e,
  w.b * x + w.d * y + w.f,
];

/** A crop in grey, 0…255, row by row. */
export type Crop = Float32Array;

/** Side of a pelvis crop, pixels: the input size of the pelvis networks. */
export const CROP_SIZE = 96;
/** Samples per crop pixel each way. It spans about two picture pixels; with one, fine patterns flicker. */
const TAPS = 2;

/** Positions are whole numbers of 1/65536 pixel, and the weights of neighbours 1/256: whole numbers are faster. */
const PLACE_BITS = 16;
const WEIGHT_BITS = 8;
const PLACE = 2 ** PLACE_BITS;
const WEIGHTS = 2 ** WEIGHT_BITS - 1;

/**
 * Cuts the window out of a picture. Positions count from the picture's corner, so the middle of the first pixel lies at
 * 0.5. Grey between four pixels is interpolated; beyond the edge the nearest pixel counts. One loop without calls, because it
 * runs 65,000 times a frame.
 * @param size width of the crop, pixels
 * @param rows height of the crop, pixels
 */
export function cropPixels(picture: Picture, window: CropWindow, size: Pixels = CROP_SIZE, rows: Pixels = size): Crop {
  const { width, height, grey } = picture;
  const { a, b, c, d, e, f } = inverseOf(window);
  // The step from one sample to the next, across and down.
  const [a1, b1, c1, d1] = [a, b, c, d].map((v) => Math.round((v * PLACE) / TAPS)) as [number, number, number, number];
  const [right, bottom] = [Math.max(0, (width - 1) * PLACE - 1), Math.max(0, (height - 1) * PLACE - 1)];
  const [across, down] = [Math.min(1, width - 1), height > 1 ? width : 0];
  const crop = new Float32Array(size * rows);
  const inside = 0.5 / TAPS;
  for (let row = 0, k = 0; row < rows; row++) {
    let x = Math.round((a * inside + c * (row + inside) + e - 0.5) * PLACE);
    let y = Math.round((b * inside + d * (row + inside) + f - 0.5) * PLACE);
    for (let column = 0; column < size; column++, k++, x += TAPS * a1, y += TAPS * b1) {
      let sum = 0;
      for (let tap = 0; tap < TAPS * TAPS; tap++) {
        const tapX = x + (tap & 1 ? a1 : 0) + (tap & 2 ? c1 : 0);
        const tapY = y + (tap & 1 ? b1 : 0) + (tap & 2 ? d1 : 0);
        const cx = tapX < 0 ? 0 : tapX > right ? right : tapX;
        const cy = tapY < 0 ? 0 : tapY > bottom ? bottom : tapY;
        const i = (cy >> PLACE_BITS) * width + (cx >> PLACE_BITS);
        const fx = (cx >> (PLACE_BITS - WEIGHT_BITS)) & WEIGHTS;
        const fy = (cy >> (PLACE_BITS - WEIGHT_BITS)) & WEIGHTS;
        const above = grey[i] as number;
        const below = grey[i + down] as number;
        const top = (above << WEIGHT_BITS) + fx * ((grey[i + across] as number) - above);
        const low = (below << WEIGHT_BITS) + fx * ((grey[i + down + across] as number) - below);
        // A whole number below 2^26.
        sum = (sum + (top << WEIGHT_BITS) + Math.imul(fy, low - top)) | 0;
      }
      crop[k] = sum / (TAPS ** 2 * 2 ** (2 * WEIGHT_BITS));
    }
  }
  return crop;
}

/** Mean of several pelvis crops: less noise than a single one. */
export function meanCrop(crops: readonly Crop[]): Crop {
  const mean = new Float32Array(CROP_SIZE * CROP_SIZE);
  for (const crop of crops) for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] as number) + (crop[i] as number);
  return mean.map((sum) => sum / crops.length);
}

const HIGH_QUANTILE = 0.9;

/** Grey, 0…255, that a tenth of the crop exceeds. Low: all is dark. High: a pattern, skin or a mat show. */
export function cropHighGrey(crop: Crop): number {
  return [...crop].sort((a, b) => a - b)[Math.floor(HIGH_QUANTILE * crop.length)] ?? 0;
}

/** Square root of brightness, 0…1: raises the contrast of dark cloth above the noise. */
const sqrtBrightness = (crop: Crop): Float32Array => crop.map((v) => Math.sqrt(Math.max(0, Math.min(255, v)) / 255));

function meanAndSd(values: Float32Array): readonly [mean: number, sd: number] {
  let sum = 0;
  for (const v of values) sum += v;
  const mean = sum / values.length;
  let squares = 0;
  for (const v of values) squares += (v - mean) ** 2;
  return [mean, Math.sqrt(squares / values.length)];
}

/** Added to the brightness's standard deviation before dividing by it: noise without contrast stays small. */
const MIN_CONTRAST = 0.03;

/** Rows, columns, channels of the pelvis network: the reference crop, the current crop, and 3 × their difference. */
export type NetworkInput = Float32Array;

export const INPUT_CHANNELS = 3;
const DIFFERENCE_GAIN = 3;
/** Input values are clipped to ± this. */
const LARGEST = 6;
const MATCH_ROUNDS = 6;
/** Limits of the factor between the exposures of two frames. */
const GAIN = { least: 0.6, most: 1.7 } as const;

interface Line {
  readonly gain: number;
  readonly offset: number;
}

/** Weighted least-squares line from `from` to `to`. */
function lineThrough(from: Float32Array, to: Float32Array, weights: Float32Array): Line {
  let [sum, meanFrom, meanTo] = [0, 0, 0];
  for (let i = 0; i < from.length; i++) {
    const w = weights[i] as number;
    sum += w;
    meanFrom += w * (from[i] as number);
    meanTo += w * (to[i] as number);
  }
  meanFrom /= sum;
  meanTo /= sum;
  let [variance, covariance] = [0, 0];
  for (let i = 0; i < from.length; i++) {
    const off = (weights[i] as number) * ((from[i] as number) - meanFrom);
    variance += off * ((from[i] as number) - meanFrom);
    covariance += off * ((to[i] as number) - meanTo);
  }
  const gain = Math.max(GAIN.least, Math.min(GAIN.most, covariance / Math.max(variance, 1e-6)));
  return { gain, offset: meanTo - gain * meanFrom };
}

/**
 * Lowers the weight of pixels far from the line; the scale is the weighted mean distance. Loops without calls and powers, because
 * they run 92,000 times a frame.
 */
function reweigh(weights: Float32Array, { gain, offset }: Line, from: Float32Array, to: Float32Array): void {
  let [sum, size] = [0, 0];
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] as number;
    sum += weight;
    size += weight * Math.abs(gain * (from[i] as number) + offset - (to[i] as number));
  }
  const near = 1 / (size / sum + 0.004);
  for (let i = 0; i < weights.length; i++) {
    const off = (gain * (from[i] as number) + offset - (to[i] as number)) * near;
    const fall = 1 + off * off;
    weights[i] = 1 / (fall * fall);
  }
}

/** The current crop at the exposure of the reference crop. Pixels that have changed get little weight in the match. */
function matched(current: Float32Array, referencePose: Float32Array): Float32Array {
  const weights = new Float32Array(current.length).fill(1);
  let line: Line = { gain: 1, offset: 0 };
  for (let round = 0; round < MATCH_ROUNDS; round++) {
    if (round > 0) reweigh(weights, line, current, referencePose);
    line = lineThrough(current, referencePose, weights);
  }
  const { gain, offset } = line;
  return current.map((v) => gain * v + offset);
}

/** The pair of crops as in training, independent of exposure, gain and contrast. */
export function networkInput(referencePose: Crop, current: Crop): NetworkInput {
  const before = sqrtBrightness(referencePose);
  const now = matched(sqrtBrightness(current), before);
  const [mean, sd] = meanAndSd(before);
  const scale = 1 / (sd + MIN_CONTRAST);
  const clipped = (v: number): number => Math.max(-LARGEST, Math.min(LARGEST, v));
  const input = new Float32Array(CROP_SIZE * CROP_SIZE * INPUT_CHANNELS);
  for (let i = 0, k = 0; i < before.length; i++) {
    const a = ((before[i] as number) - mean) * scale;
    const b = ((now[i] as number) - mean) * scale;
    input[k++] = clipped(a);
    input[k++] = clipped(b);
    input[k++] = clipped(DIFFERENCE_GAIN * (b - a));
  }
  return input;
}
