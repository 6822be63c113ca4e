import { describe, expect, it } from 'vitest';
import { partnerOf } from '../../../src/instrument/input/landmarks.ts';
import type { LegModel } from '../../../src/instrument/networks/leg-model.ts';
import { sightOf } from '../../../src/instrument/networks/leg-keypoints.ts';
import type { Picture } from '../../../src/instrument/input/picture.ts';
import { EITHER_LEG, landmarksOf } from '../truth-landmarks.ts';
import { answerAt, clip, lookAt, model, picture, placesIn } from './known-legs.ts';

const stripes: Picture = {
  ...picture,
  rgba: picture.rgba.map((_, i) => 128 + 100 * Math.sin(i / 4 / 960 / 9 + ((i / 4) % 960) / 31)),
};

function correlation(a: Float32Array, b: Float32Array): number {
  const [p, q] = [a, b].map((v) => v.map((x) => x - v.reduce((sum, y) => sum + y, 0) / v.length));
  const dot = (x: Float32Array = a, y: Float32Array = b) => x.reduce((sum, v, i) => sum + v * (y[i] ?? NaN), 0);
  return dot(p, q) / Math.sqrt(dot(p, p) * dot(q, q));
}

describe('a crop that is wider than high', () => {
  const rows = 48;
  const wide: LegModel = { ...model, rows, window: { ...model.window, side: 2.4 } };

  it('is the middle of the square one', () => {
    const [all, middle] = [{ ...wide, rows: wide.size }, wide].map((of) =>
      lookAt(of, 'left', landmarksOf(clip, 0), stripes),
    );
    const above = ((wide.size - rows) / 2) * wide.size;
    expect(middle?.input).toHaveLength(rows * wide.size);
    const rest = all?.input.subarray(above, above + rows * wide.size) ?? new Float32Array();
    // Each is brought to mean 0 and spread 1 by itself: what is the same picture is a line of the other.
    expect(correlation(middle?.input ?? new Float32Array(), rest)).toBeGreaterThan(0.9999);
  });

  it.each(EITHER_LEG)('shows every joint where it lies, the %s leg working', (side, seen) => {
    const landmarks = landmarksOf(clip, 0, seen);
    const look = lookAt(wide, side, landmarks);
    const places = placesIn(look, wide, side, landmarks);
    const put = sightOf(wide, side, look, answerAt(places, 0.5, 12), landmarks);
    expect(put?.apart).toBeLessThan(1e-3);
    for (let c = 46; c < 58; c++) expect(put?.landmarks.points[c]).toBeCloseTo(landmarks.points[c] ?? NaN, 1);
  });
});

describe('a crop that shows the floor below, from whichever side', () => {
  const alike: LegModel = { ...model, window: { ...model.window, alike: 'both-sides' } };
  const here = landmarksOf(clip, 0);
  /** From across the mat the head lies on the right, and what was the farther leg's place is the other leg's. */
  const across = {
    ...here,
    points: here.points.map((_, k) => {
      const at = here.points[2 * partnerOf(k >> 1) + (k % 2)] ?? 0;
      return k % 2 === 0 ? picture.width - at : at;
    }),
  };

  it('has the leg farther from the lens as the working one', () => {
    const first = lookAt(alike, 'left', here);
    const places = placesIn(first, alike, 'left', here);
    for (const [landmarks, look] of [
      [here, first],
      [across, lookAt(alike, 'left', across)],
    ] as const) {
      const seen = sightOf(alike, 'left', look, answerAt(places), landmarks);
      for (let c = 46; c < 58; c++) expect(seen?.landmarks.points[c]).toBeCloseTo(landmarks.points[c] ?? NaN, 1);
    }
  });
});

describe('how far network and pose model are apart', () => {
  it('is told in trunks, also where the window is laid by thighs', () => {
    const landmarks = landmarksOf(clip, 0);
    const thighs: LegModel = { ...model, window: { ...model.window, unit: 'thigh' } };
    const apartBy = (of: LegModel): number => {
      const look = lookAt(of, 'left', landmarks);
      const places = placesIn(look, of, 'left', landmarks).map(([u, v]) => [u + 0.1, v] as const);
      return sightOf(of, 'left', look, answerAt(places), landmarks)?.apart ?? NaN;
    };
    // A tenth of the window's width, in its unit, and in a trunk of 1.35 units.
    expect(apartBy(thighs)).toBeCloseTo(0.1 * thighs.window.side, 3);
    expect(apartBy({ ...thighs, trunk: 1.35 })).toBeCloseTo((0.1 * thighs.window.side) / 1.35, 3);
  });
});
