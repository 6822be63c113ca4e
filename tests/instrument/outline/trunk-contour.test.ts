import { describe, expect, it } from 'vitest';
import {
  CONTOUR_STATIONS,
  contourArc,
  maskAt,
  scaledMask,
  trunkContour,
} from '../../../src/instrument/outline/trunk-contour.ts';
import { drawnMask, trunkPoints } from './drawn-mask.ts';

/**
 * A trunk from the shoulders (380, 270) to the hips (580, 270), 50 pixels to each side; the upper edge is hollowed by
 * an arc.
 */
const LENGTH = 200;
const points = trunkPoints([380, 270], [580, 270]);

/** Height of the upper edge: an arc through the chord’s ends with this sagitta in the middle (positive: hollow). */
const trunkWith = (sagitta: number) =>
  drawnMask((x, y) => {
    const along = (x - 380) / LENGTH;
    const mid = (along - 0.65) / 0.3;
    const top = 220 + sagitta * (1 - mid * mid);
    return Math.min(y - top, 320 - y);
  });

describe('the edge of the trunk', () => {
  it('is found on both sides of the trunk line, to a tenth of a pixel', () => {
    const { right, left, length } = trunkContour(trunkWith(0), points);
    expect(length).toBe(LENGTH);
    // Walking from shoulders to hips, to the right in the picture, the lower edge is on the right-hand side.
    for (const height of right) expect((height ?? 0) * LENGTH).toBeCloseTo(50, 0);
    for (const height of left) expect((height ?? 0) * LENGTH).toBeCloseTo(50, 0);
  });

  it('is found in a rotated mask and for a person lying in another direction', () => {
    const turned = drawnMask((_x, y) => 50 - Math.abs(y - 270), {
      x: 470,
      y: 280,
      size: 640,
      rotation: 0.7,
    });
    for (const height of trunkContour(turned, points).left) expect((height ?? 0) * LENGTH).toBeCloseTo(50, 0);
    const upright = drawnMask((x) => Math.min(x - 430, 520 - x));
    const { right, left } = trunkContour(upright, trunkPoints([480, 150], [480, 350]));
    expect((right[12] ?? 0) * LENGTH).toBeCloseTo(50, 0);
    expect((left[12] ?? 0) * LENGTH).toBeCloseTo(40, 0);
  });

  it('is not a thin gap in the mask, which a pattern of the clothes may open', () => {
    const striped = drawnMask((_x, y) => (Math.abs(y - 250) < 1.2 ? -2 : Math.min(y - 220, 320 - y)));
    for (const height of trunkContour(striped, points).left) expect((height ?? 0) * LENGTH).toBeCloseTo(50, 0);
  });

  it('is null where nobody is', () => {
    const nobody = drawnMask(() => -50);
    expect(contourArc(trunkContour(nobody, points).left)).toBeNull();
  });
});

describe('the arc of a contour', () => {
  const arcOf = (sagitta: number) => contourArc(trunkContour(trunkWith(sagitta), points).left);
  /** A chord of 25 cm with a sagitta of 1 cm is 18°. */
  const expected = (sagitta: number) => (4 * Math.atan((2 * sagitta) / (0.6 * LENGTH)) * 180) / Math.PI;

  it.each([8, 4, 0, -6])('with a sagitta of %d pixels turns through 4 · atan(2s / c)', (sagitta) => {
    const arc = arcOf(sagitta);
    expect(Math.abs((arc?.angle ?? Number.NaN) - expected(sagitta))).toBeLessThan(1);
    expect(arc?.misfit).toBeLessThan(0.005);
  });

  it('hardly changes with a strand of hair over one end or with the edge of a shirt', () => {
    const clean = Array.from(CONTOUR_STATIONS, () => 0.25);
    const hair = clean.map((height, i) => (i < 2 ? height + 0.03 : height));
    expect(Math.abs(contourArc(hair)?.angle ?? Number.NaN)).toBeLessThan(10);
    const shirt = clean.map((height, i) => (i === 14 || i === 15 ? height + 0.05 : height));
    expect(Math.abs(contourArc(shirt)?.angle ?? Number.NaN)).toBeLessThan(4);
  });

  it('fits badly to a contour that is not a back', () => {
    const arm = Array.from(CONTOUR_STATIONS, (_, i) => (i % 8 < 4 ? 0.2 : 0.5));
    expect(contourArc(arm)?.misfit).toBeGreaterThan(0.1);
  });

  it('is null if a quarter of the contour is missing', () => {
    const broken = Array.from(CONTOUR_STATIONS, (_, i) => (i < 7 ? null : 0.25));
    expect(contourArc(broken)).toBeNull();
  });

  it('is null with two stations, through which any arc passes', () => {
    const flat = Array.from(CONTOUR_STATIONS, () => 0.25);
    expect(contourArc(flat, CONTOUR_STATIONS[1])).toBeNull();
    expect(contourArc(flat, CONTOUR_STATIONS[2])?.angle).toBeCloseTo(0);
  });
});

describe('a mask', () => {
  it('covers the same part of a picture of another size', () => {
    const mask = trunkWith(0);
    const half = scaledMask(mask, 0.5);
    expect(maskAt(half, 240, 135)).toBeCloseTo(maskAt(mask, 480, 270), 5);
    expect(maskAt(half, 240, 100)).toBeCloseTo(maskAt(mask, 480, 200), 5);
    expect(maskAt(mask, -1e4, 0)).toBe(0);
  });
});
