import { LEAST_CONTRAST, lifted, meanAndSd } from './crop-brightness.ts';
import { type Crop, CROP_SIZE } from './crop-pixels.ts';

/** What goes into the network: per pixel the neutral, the current crop and three times their difference. */
export type NetworkInput = Float32Array;

export const INPUT_CHANNELS = 3;
const DIFFERENCE_GAIN = 3;
const LARGEST = 6;
const MATCH_TIMES = 6;
/** Exposure may change by this factor and no more. */
const GAIN = { least: 0.6, most: 1.7 } as const;

interface Line {
  readonly gain: number;
  readonly offset: number;
}

/** The weighted line that takes `from` to `to`. */
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

/** Pixels far off the line lose their say; how far is far shrinks with those that have one. */
function reweigh(weights: Float32Array, off: (i: number) => number): void {
  let [sum, size] = [0, 0];
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i] as number;
    size += (weights[i] as number) * Math.abs(off(i));
  }
  const far = size / sum + 0.004;
  for (let i = 0; i < weights.length; i++) weights[i] = (1 + (off(i) / far) ** 2) ** -2;
}

/** Exposure of the current crop brought to the neutral's, by the pixels that have not changed. */
function matched(current: Float32Array, referencePose: Float32Array): Float32Array {
  const weights = new Float32Array(current.length).fill(1);
  let line: Line = { gain: 1, offset: 0 };
  for (let time = 0; time < MATCH_TIMES; time++) {
    line = lineThrough(current, referencePose, weights);
    reweigh(weights, (i) => line.gain * (current[i] as number) + line.offset - (referencePose[i] as number));
  }
  return current.map((v) => line.gain * v + line.offset);
}

/**
 * The pair as the network was trained to see it: free of exposure, gain and contrast.
 * @returns rows, columns, channels
 */
export function networkInput(referencePose: Crop, current: Crop): NetworkInput {
  const before = lifted(referencePose);
  const now = matched(lifted(current), before);
  const [mean, sd] = meanAndSd(before);
  const scale = 1 / (sd + LEAST_CONTRAST);
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
