import { describe, expect, it } from 'vitest';
import {
  type Crop,
  CROP_SIZE,
  cropPixels,
  meanCrop,
  networkInput,
} from '../../../src/instrument/networks/network-input.ts';

/** A texture of several wavelengths, so that exposures can be matched. */
const pattern = (x: number, y: number): number =>
  120 + 50 * Math.sin(x / 7 + y / 11) + 25 * Math.sin(x / 3 - y / 5) + 15 * Math.sin(y / 2);

const crop = (paint: (x: number, y: number) => number): Crop =>
  Float32Array.from({ length: CROP_SIZE ** 2 }, (_, i) => paint(i % CROP_SIZE, Math.floor(i / CROP_SIZE)));

const differences = (input: Float32Array): number[] => Array.from(input.filter((_, i) => i % 3 === 2));

const meanSize = (values: readonly number[]): number => values.reduce((sum, v) => sum + Math.abs(v), 0) / values.length;

const before = crop(pattern);

describe('the input of the pelvis network', () => {
  it('has no difference when nothing has changed', () => {
    expect(meanSize(differences(networkInput(before, before)))).toBeLessThan(1e-4);
  });

  it.each([0.8, 1.2])('hardly differs when only the exposure changes by %d', (gain) => {
    const brighter = crop((x, y) => gain * pattern(x, y));
    // Three times a hundredth of the contrast: the square root is not quite linear where it is clipped.
    expect(meanSize(differences(networkInput(before, brighter)))).toBeLessThan(0.03);
  });

  it('still matches the exposure when a quarter of the crop has changed', () => {
    const changed = crop((x, y) => (x > 72 ? 40 : 1.15 * pattern(x, y)));
    const input = networkInput(before, changed);
    const kept = differences(input).filter((_, i) => i % CROP_SIZE < 70);
    expect(meanSize(kept)).toBeLessThan(0.1);
  });

  it('shows a shift of one pixel as a difference', () => {
    const shifted = crop((x, y) => pattern(x - 1, y));
    expect(meanSize(differences(networkInput(before, shifted)))).toBeGreaterThan(0.3);
  });

  it('is finite for a black crop', () => {
    const black = crop(() => 0);
    expect(networkInput(black, black).every(Number.isFinite)).toBe(true);
  });
});

describe('a crop', () => {
  const width = 200;
  const grey = new Uint8ClampedArray(width * width).map((_, i) => i % width);
  const picture = { width, height: width, grey };

  it('reads the brightness at the window’s place, within a tenth of a step', () => {
    const window = { a: 0.5, b: 0, c: 0, d: 0.5, e: -10, f: -10 };
    const cut = cropPixels(picture, window);
    // Middle of crop pixel 30 is 30.5; in the picture 81, where the pixel’s own middle is at 80.5.
    expect(cut[20 * CROP_SIZE + 30]).toBeCloseTo(80.5, 1);
  });

  it('continues with the nearest pixel beyond the edge of the picture', () => {
    const cut = cropPixels(picture, { a: 1, b: 0, c: 0, d: 1, e: 300, f: 300 });
    expect(cut[0]).toBeCloseTo(0, 6);
  });

  it('of several pictures is their mean', () => {
    const mean = meanCrop([crop(() => 10), crop(() => 30)]);
    expect(mean[100]).toBe(20);
  });
});
