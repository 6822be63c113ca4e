import type { Crop } from '../pelvis-net/crop-pixels.ts';

const LARGEST = 4;
/** Keeps a crop without any contrast from being blown up. */
const LEAST_SD = 0.03;

/** A crop as the network was trained to see it: the square root of brightness lifts dark cloth, then mean 0 and spread 1. */
export function legInput(crop: Crop): Float32Array {
  const lifted = crop.map((v) => Math.sqrt(Math.max(0, Math.min(255, v)) / 255));
  let [sum, squares] = [0, 0];
  for (const v of lifted) sum += v;
  const mean = sum / lifted.length;
  for (const v of lifted) squares += (v - mean) ** 2;
  const scale = 1 / (Math.sqrt(squares / lifted.length) + LEAST_SD);
  return lifted.map((v) => Math.max(-LARGEST, Math.min(LARGEST, (v - mean) * scale)));
}
