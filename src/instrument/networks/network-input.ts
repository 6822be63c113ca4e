import { MIN_CONTRAST, sqrtBrightness, meanAndSd, type Crop, CROP_SIZE } from './crop-pixels.ts';

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
