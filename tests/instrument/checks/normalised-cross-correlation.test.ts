import { describe, expect, it } from 'vitest';
import { correlationAt } from '../../../src/instrument/checks/normalised-cross-correlation.ts';
import { seededNormal, texture } from '../support/noise.ts';
import { paintGrey } from '../support/paint.ts';

const SIZE = 40;
const cloth = (dx = 0, gain = 1, offset = 0) =>
  paintGrey(SIZE, SIZE, (x, y) => offset + gain * 200 * texture((x - dx) / 5 + 9, y / 5 + 9));
const here = cloth();

describe('the normalised cross-correlation of two windows', () => {
  it('is 1 for the same surface, also brighter or with less contrast', () => {
    expect(correlationAt(here, here, 20, 20)).toBeCloseTo(1, 5);
    expect(correlationAt(here, cloth(0, 0.5, 60), 20, 20)).toBeCloseTo(1, 5);
  });

  it('falls as the surface shifts, and is 0 for another surface and for the negative', () => {
    const at = (dx: number) => correlationAt(here, cloth(dx), 20, 20) ?? NaN;
    expect(at(1)).toBeLessThan(1);
    expect(at(3)).toBeLessThan(at(1));
    expect(correlationAt(here, cloth(0, -1, 255), 20, 20)).toBe(0);
    const other = paintGrey(SIZE, SIZE, (x, y) => 200 * texture(x / 5 + 300, y / 5 + 700));
    expect(correlationAt(here, other, 20, 20) ?? NaN).toBeLessThan(0.35);
  });

  it('is high despite sensor noise', () => {
    const normal = seededNormal(8);
    const noisy = { ...here, data: here.data.map((v) => v + 5 * normal()) };
    expect(correlationAt(here, noisy, 20, 20) ?? NaN).toBeGreaterThan(0.9);
  });

  it('is null for a flat window and for one that leaves the picture', () => {
    const flat = paintGrey(SIZE, SIZE, () => 120);
    expect(correlationAt(here, flat, 20, 20)).toBeNull();
    expect(correlationAt(flat, here, 20, 20)).toBeNull();
    for (const [x, y] of [
      [5, 20],
      [20, 5],
      [34, 20],
      [20, 34],
      [-50, 900],
    ] as const)
      expect(correlationAt(here, here, x, y)).toBeNull();
    expect(correlationAt(here, here, 6, 33)).not.toBeNull();
  });
});
