import { describe, expect, it } from 'vitest';
import {
  CROP_SIZE,
  cropWindow,
  type CropWindow,
  toCrop,
  type WindowPlan,
} from '../../../src/instrument/networks/network-input.ts';

const LYING: WindowPlan = { upright: false, unit: 'trunk', side: 1.2, above: 0.1 };
const UPRIGHT: WindowPlan = { upright: true, unit: 'trunk', side: 1.4, above: 0.2 };
const WIDTH = 960;

/** Landmarks of a lying person with the head on the left of the picture. */
function lying(tilt = 0): Float32Array {
  const points = new Float32Array(66);
  const put = (l: number, x: number, y: number): void => {
    points.set([x, y + tilt * (x - 400)], 2 * l);
  };
  put(11, 300, 280);
  put(12, 300, 300);
  put(23, 440, 285);
  put(24, 440, 305);
  put(25, 530, 200);
  put(26, 540, 220);
  return points;
}

/** The same landmarks in the mirrored picture; left and right are swapped. */
function mirrored(points: Float32Array): Float32Array {
  const out = new Float32Array(66);
  for (const l of [11, 23, 25]) {
    out.set([WIDTH - (points[2 * l + 2] ?? 0), points[2 * l + 3] ?? 0], 2 * l);
    out.set([WIDTH - (points[2 * l] ?? 0), points[2 * l + 1] ?? 0], 2 * l + 2);
  }
  return out;
}

const windowOf = (points: Float32Array, plan: WindowPlan, side: 'left' | 'right'): CropWindow => {
  const window = cropWindow(points, plan, side);
  if (!window) throw new Error('no window');
  return window;
};

describe('the crop window of the pelvis', () => {
  it('lies a little towards the head from the mid-hip and is sized by the trunk', () => {
    const window = windowOf(lying(), LYING, 'left');
    const trunk = Math.hypot(140, 5);
    const [x, y] = toCrop(window, 440 - 0.1 * 140, 295 - 0.1 * 5);
    expect(x).toBeCloseTo(CROP_SIZE / 2, 4);
    expect(y).toBeCloseTo(CROP_SIZE / 2, 4);
    expect(1 / Math.hypot(window.a, window.b)).toBeCloseTo((1.2 * trunk) / CROP_SIZE, 4);
  });

  it('shows a lying person level, head on the left', () => {
    const points = lying(0.2);
    const window = windowOf(points, LYING, 'left');
    const mid = (l: number): readonly [number, number] =>
      toCrop(
        window,
        ((points[2 * l] ?? 0) + (points[2 * l + 2] ?? 0)) / 2,
        ((points[2 * l + 1] ?? 0) + (points[2 * l + 3] ?? 0)) / 2,
      );
    const [shoulder, hip] = [mid(11), mid(23)];
    expect(shoulder[0]).toBeLessThan(hip[0]);
    expect(shoulder[1]).toBeCloseTo(hip[1], 4);
  });

  it.each([LYING, UPRIGHT])('shows right-side work as the mirror image of left-side work', (plan) => {
    const points = lying(0.1);
    const left = windowOf(points, plan, 'left');
    const right = windowOf(mirrored(points), plan, 'right');
    for (const [x, y] of [
      [440, 300],
      [380, 250],
      [500, 330],
    ] as const) {
      const [here, there] = [toCrop(left, x, y), toCrop(right, WIDTH - x, y)];
      // Half a hundredth of a crop pixel: landmarks are single floats.
      expect(there[0]).toBeCloseTo(here[0], 2);
      expect(there[1]).toBeCloseTo(here[1], 2);
    }
  });

  it('looks the same from both sides where the card says so, whichever leg works', () => {
    const alike: WindowPlan = { ...LYING, alike: 'both-sides' };
    const points = lying(0.1);
    const first = windowOf(points, alike, 'left');
    for (const side of ['left', 'right'] as const) {
      const same = windowOf(points, alike, side);
      const across = windowOf(mirrored(points), alike, side);
      for (const [x, y] of [
        [440, 300],
        [500, 330],
      ] as const) {
        const place = toCrop(first, x, y);
        // Half a hundredth of a crop pixel: landmarks are single floats.
        expect(toCrop(same, x, y)[0]).toBeCloseTo(place[0], 2);
        expect(toCrop(across, WIDTH - x, y)[0]).toBeCloseTo(place[0], 2);
        expect(toCrop(across, WIDTH - x, y)[1]).toBeCloseTo(place[1], 2);
      }
      // The floor stays below.
      expect(toCrop(across, 500, 400)[1]).toBeGreaterThan(toCrop(across, 500, 300)[1]);
    }
  });

  it('stays upright for people who sit or kneel', () => {
    const window = windowOf(lying(0.3), UPRIGHT, 'left');
    expect(window.b).toBe(0);
    expect(window.a).toBeGreaterThan(0);
    expect(window.d).toBeGreaterThan(0);
  });

  it('is null when all landmarks lie on one point', () => {
    expect(cropWindow(new Float32Array(66).fill(200), LYING, 'left')).toBeNull();
  });
});
