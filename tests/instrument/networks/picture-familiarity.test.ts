import { describe, expect, it } from 'vitest';
import type { PicturePoint } from '../../../src/instrument/geometry/picture-points.ts';
import { poseModelLegSd } from '../../../src/instrument/networks/leg-sd.ts';
import { CROP_VARIANTS, PictureFamiliarity } from '../../../src/instrument/networks/picture-familiarity.ts';

const TRUNK = 200;
const JOINTS: readonly PicturePoint[] = [
  [100, 100],
  [300, 200],
];

/** A look at one variant whose joints lie this share of the trunk beside their places, to the right. */
const look = (familiarity: PictureFamiliarity, variant: number, off: number): void =>
  familiarity.add(
    variant,
    JOINTS,
    JOINTS.map(([x, y]) => [x + off * TRUNK, y] as const),
    TRUNK,
  );

const after = (off: number, familiarity = new PictureFamiliarity(), rounds = 1): PictureFamiliarity => {
  for (let round = 0; round < rounds; round++) CROP_VARIANTS.forEach((_, k) => look(familiarity, k, off));
  return familiarity;
};

describe('whether a picture is familiar to the leg network', () => {
  it('is not decided before the network has answered half of the altered crops', () => {
    const familiarity = new PictureFamiliarity();
    const [last = -1, ...others] = familiarity.wantedAt(0);
    for (const k of others) look(familiarity, k, 0);
    expect([familiarity.isFamiliar, familiarity.spreads]).toEqual([false, []]);
    look(familiarity, last, 0);
    expect(familiarity.isFamiliar).toBe(true);
  });

  it('is looked at in half of the altered crops in one frame, in the others in the next, and later in one every 0.15 s', () => {
    const familiarity = new PictureFamiliarity();
    const wanted = [0, 0.05, 0.1, 0.15, 0.21, 0.27, 0.37].map((time) => {
      const asked = familiarity.wantedAt(time);
      for (const k of asked) look(familiarity, k, 0);
      return asked;
    });
    expect(wanted).toEqual([[0, 1, 2, 3], [4, 5, 6, 7], [], [], [0], [], [1]]);
  });

  it('is judged by how far the joints scatter over the crops, as the standard deviation of a coordinate', () => {
    // A distance of 2 % of the trunk in one direction: √(0.02² / 2) for each coordinate.
    for (const spread of after(0.02).spreads) expect(spread).toBeCloseTo(0.02 / Math.SQRT2, 6);
  });

  it('is foreign from a scatter of 1.25 % of the trunk, and familiar again below 1.15 %', () => {
    const share = (sd: number) => sd * Math.SQRT2;
    const familiarity = after(share(0.0124));
    expect(familiarity.isFamiliar).toBe(true);
    expect(after(share(0.0126), familiarity, 2).isFamiliar).toBe(false);
    expect(after(share(0.0116), familiarity, 2).isFamiliar).toBe(false);
    expect(after(share(0.0114), familiarity, 2).isFamiliar).toBe(true);
  });

  it('is not foreign for a single joint that scatters, because one joint may be hidden', () => {
    const familiarity = new PictureFamiliarity();
    const still: readonly PicturePoint[] = Array.from({ length: 6 }, (_, j) => [50 * j, 100]);
    const withOne = (many: number): readonly PicturePoint[] =>
      still.map(([x, y], j) => [j < many ? x + 0.3 * TRUNK : x, y] as const);
    CROP_VARIANTS.forEach((_, k) => familiarity.add(k, still, withOne(1), TRUNK));
    expect(familiarity.isFamiliar).toBe(true);
    CROP_VARIANTS.forEach((_, k) => familiarity.add(k, still, withOne(2), TRUNK));
    expect(familiarity.isFamiliar).toBe(false);
  });

  it('is judged by the last two answers to each crop, which are asked about in turns', () => {
    const familiarity = after(0.1);
    for (let k = 0; k < 2 * CROP_VARIANTS.length; k++) {
      const [next = -1, ...more] = familiarity.wantedAt(k);
      expect([next, more]).toEqual([k % CROP_VARIANTS.length, []]);
      look(familiarity, next, 0);
    }
    expect(familiarity.spreads).toEqual([0, 0]);
    expect(familiarity.isFamiliar).toBe(true);
  });

  it('is decided anew when the posture has left the picture', () => {
    const familiarity = after(0.1);
    familiarity.clear();
    expect(familiarity.wantedAt(0)).toHaveLength(CROP_VARIANTS.length / 2);
    expect(after(0, familiarity).isFamiliar).toBe(true);
  });
});

describe('the standard deviation of an ankle of the pose model', () => {
  const ankleAt = (visibility: number): number => poseModelLegSd(new Float32Array(33).fill(visibility)).left.ankle;

  it('is larger where the ankle is hardly seen', () => {
    const [clear, hidden] = [ankleAt(0.96), ankleAt(0.5)];
    expect(clear).toBeLessThan(hidden);
    expect(ankleAt(0.81)).toBe(clear);
    expect(ankleAt(0.79)).toBe(hidden);
  });
});
