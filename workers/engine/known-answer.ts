import type { Landmarks } from '../../src/instrument/input/landmarks.ts';
import type { Pixels } from '../../src/instrument/geometry/units.ts';
import type { ModelSize } from '../pose.api.ts';

/**
 * Landmarks of each model in the built-in picture; written by `tests/browser/model/known-answer.spec.ts` on WASM.
 */
export interface KnownAnswer {
  readonly width: Pixels;
  readonly height: Pixels;
  /** 33 × (x, y) in pixels of the picture. */
  readonly points: Readonly<Record<ModelSize, readonly number[]>>;
}

/**
 * Largest deviation from the known answer, in pixels of the built-in picture (the person is 310 px tall). In single
 * precision WASM, WebGL and WebGPU agree to 0.001 px; half floats may move single points by a few pixels; a wrong
 * kernel is off by tens of pixels.
 */
export const MEAN_TOLERANCE: Pixels = 2;
export const LARGEST_TOLERANCE: Pixels = 8;

/** What is wrong with an answer, in words for the Diagnostics page; null: it is right. */
export const disagreement = (found: Landmarks | null, expected: readonly number[]): string | null => {
  if (!found) return 'did not find the person in the known picture';
  let sum = 0;
  let largest = 0;
  for (let i = 0; i < found.visibility.length; i++) {
    const distance = Math.hypot(
      (found.points[2 * i] ?? Number.NaN) - (expected[2 * i] ?? Number.NaN),
      (found.points[2 * i + 1] ?? Number.NaN) - (expected[2 * i + 1] ?? Number.NaN),
    );
    sum += distance;
    if (!(distance <= largest)) largest = distance;
  }
  const mean = sum / found.visibility.length;
  if (mean <= MEAN_TOLERANCE && largest <= LARGEST_TOLERANCE) return null;
  return Number.isFinite(mean)
    ? `is off the known answer by ${mean.toFixed(1)} px on average, ${largest.toFixed(1)} px at most`
    : 'gave numbers that are not finite';
};
