import type { Crop } from './crop-pixels.ts';

/** Square root of brightness, 0…1: lifts the weave of dark cloth above the noise. */
export const lifted = (crop: Crop): Float32Array => crop.map((v) => Math.sqrt(Math.max(0, Math.min(255, v)) / 255));

export function meanAndSd(values: Float32Array): readonly [mean: number, sd: number] {
  let sum = 0;
  for (const v of values) sum += v;
  const mean = sum / values.length;
  let squares = 0;
  for (const v of values) squares += (v - mean) ** 2;
  return [mean, Math.sqrt(squares / values.length)];
}

/** Keeps a crop without any contrast from being blown up. */
export const LEAST_CONTRAST = 0.03;
