import { describe, expect, it } from 'vitest';
import { oppositeSideLandmark } from '../../../src/instrument/input/landmarks.ts';
import type { LegModel } from '../../../src/instrument/networks/leg-model.ts';
import { locateLegs } from '../../../src/instrument/networks/leg-keypoints.ts';
import type { Picture } from '../../../src/instrument/input/picture.ts';
import { EITHER_LEG, landmarksOf } from '../support/truth-landmarks.ts';
import { answerAt, clip, cropOf, model, picture, placesIn } from './known-legs.ts';

const stripes: Picture = {
  ...picture,
  grey: picture.grey.map((_, i) => 128 + 100 * Math.sin(i / 960 / 9 + (i % 960) / 31)),
};

function correlation(a: Float32Array, b: Float32Array): number {
  const [p, q] = [a, b].map((v) => v.map((x) => x - v.reduce((sum, y) => sum + y, 0) / v.length));
  const dot = (x: Float32Array = a, y: Float32Array = b) => x.reduce((sum, v, i) => sum + v * (y[i] ?? NaN), 0);
  return dot(p, q) / Math.sqrt(dot(p, p) * dot(q, q));
}

describe('a crop that is wider than high', () => {
  const rows = 48;
  const wide: LegModel = { ...model, rows, window: { ...model.window, side: 2.4 } };

  it('is the middle part of the square crop', () => {
    const [all, middle] = [{ ...wide, rows: wide.size }, wide].map((of) =>
      cropOf(of, 'left', landmarksOf(clip, 0), stripes),
    );
    const above = ((wide.size - rows) / 2) * wide.size;
    expect(middle?.input).toHaveLength(rows * wide.size);
    const rest = all?.input.subarray(above, above + rows * wide.size) ?? new Float32Array();
    // Each crop is normalised by itself, so equal pixels differ by a linear map.
    expect(correlation(middle?.input ?? new Float32Array(), rest)).toBeGreaterThan(0.9999);
  });

  it.each(EITHER_LEG)('shows every joint at its place, the %s leg working', (side, seen) => {
    const landmarks = landmarksOf(clip, 0, seen);
    const crop = cropOf(wide, side, landmarks);
    const places = placesIn(crop, wide, side, landmarks);
    const put = locateLegs(wide, side, crop, answerAt(places, 0.5, 12), landmarks);
    expect(put?.distance).toBeLessThan(1e-3);
    for (let c = 46; c < 58; c++) expect(put?.landmarks.points[c]).toBeCloseTo(landmarks.points[c] ?? NaN, 1);
  });
});

describe('a crop with the floor below, seen from either side', () => {
  const alike: LegModel = { ...model, window: { ...model.window, alike: 'both-sides' } };
  const here = landmarksOf(clip, 0);
  /** From the other side the head lies on the right, and the farther leg is the other one. */
  const across = {
    ...here,
    points: here.points.map((_, k) => {
      const at = here.points[2 * oppositeSideLandmark(k >> 1) + (k % 2)] ?? 0;
      return k % 2 === 0 ? picture.width - at : at;
    }),
  };

  it('shows the leg farther from the lens as the working one', () => {
    const first = cropOf(alike, 'left', here);
    const places = placesIn(first, alike, 'left', here);
    for (const [landmarks, crop] of [
      [here, first],
      [across, cropOf(alike, 'left', across)],
    ] as const) {
      const seen = locateLegs(alike, 'left', crop, answerAt(places), landmarks);
      for (let c = 46; c < 58; c++) expect(seen?.landmarks.points[c]).toBeCloseTo(landmarks.points[c] ?? NaN, 1);
    }
  });
});

describe('the distance between network and pose model', () => {
  it('is in lengths of the trunk, even if the window is sized by the thighs', () => {
    const landmarks = landmarksOf(clip, 0);
    const thighs: LegModel = { ...model, window: { ...model.window, unit: 'thigh' } };
    const apartBy = (of: LegModel): number => {
      const crop = cropOf(of, 'left', landmarks);
      const places = placesIn(crop, of, 'left', landmarks).map(([u, v]) => [u + 0.1, v] as const);
      return locateLegs(of, 'left', crop, answerAt(places), landmarks)?.distance ?? NaN;
    };
    // A tenth of the window’s width, in the window’s unit, over a trunk of 1.35 units.
    expect(apartBy(thighs)).toBeCloseTo(0.1 * thighs.window.side, 3);
    expect(apartBy({ ...thighs, trunk: 1.35 })).toBeCloseTo((0.1 * thighs.window.side) / 1.35, 3);
  });
});
