import { LEAST_CONTRAST, lifted, meanAndSd } from './crop-brightness.ts';
import type { Crop } from './crop-pixels.ts';

const LARGEST = 4;

/** A crop as the network was trained to see it: free of exposure, mean 0 and spread 1. */
export function legInput(crop: Crop): Float32Array {
  const brightness = lifted(crop);
  const [mean, sd] = meanAndSd(brightness);
  const scale = 1 / (sd + LEAST_CONTRAST);
  return brightness.map((v) => Math.max(-LARGEST, Math.min(LARGEST, (v - mean) * scale)));
}
