import { describe, expect, it } from 'vitest';
import { decodeLandmarks, type LandmarkAnswer } from '../../../workers/blazepose/landmark-decoding.ts';
import type { Region } from '../../../workers/blazepose/detection.ts';

const UPRIGHT: Region = { x: 300, y: 200, size: 256, rotation: 0 };
/** The head points right. */
const LYING: Region = { ...UPRIGHT, rotation: Math.PI / 2 };

/** All points at one place of the model’s input, without heat maps. */
const answerAt = (x: number, y: number, change: Partial<LandmarkAnswer> = {}): LandmarkAnswer => ({
  points: Float32Array.from({ length: 39 * 5 }, (_, i) => [x, y, 0, 2, 3][i % 5] ?? 0),
  score: 0.9,
  world: Float32Array.from({ length: 39 * 3 }, (_, i) => [0.1, 0.2, 0.3][i % 3] ?? 0),
  heatmap: new Float32Array(64 * 64 * 39),
  ...change,
});

/** A heat map of point `map` with these confidences in some cells (column, row). */
const heatmapOf = (map: number, cells: readonly (readonly [number, number, number])[]) => {
  const heatmap = new Float32Array(64 * 64 * 39);
  for (const [column, row, confidence] of cells) heatmap[(row * 64 + column) * 39 + map] = confidence;
  return heatmap;
};

describe('the decoded landmarks', () => {
  it('lie at their places in the region', () => {
    const found = decodeLandmarks(answerAt(138, 118), UPRIGHT);
    expect(Array.from(found?.landmarks.points.slice(0, 2) ?? [])).toEqual([310, 190]);
    expect(found?.landmarks.visibility[0]).toBeCloseTo(1 / (1 + Math.exp(-2)), 6);
    expect(found?.landmarks.score).toBe(0.9);
  });

  it('rotate with the region, world coordinates too', () => {
    const found = decodeLandmarks(answerAt(138, 118), LYING);
    // 10 right and 10 up in the region is 10 down and 10 right in the picture.
    expect(found?.landmarks.points[0]).toBeCloseTo(310, 4);
    expect(found?.landmarks.points[1]).toBeCloseTo(210, 4);
    const [x, y, z] = found?.landmarks.world ?? [];
    expect(x).toBeCloseTo(-0.2, 6);
    expect(y).toBeCloseTo(0.1, 6);
    expect(z).toBeCloseTo(0.3, 6);
  });

  it('are null when the model’s score is low', () => {
    expect(decodeLandmarks(answerAt(128, 128, { score: 0.49 }), UPRIGHT)).toBeNull();
  });

  it('come with the next region, around the two auxiliary points', () => {
    const answer = answerAt(128, 128);
    answer.points.set([128, 148], 33 * 5);
    answer.points.set([128, 48], 34 * 5);
    expect(decodeLandmarks(answer, UPRIGHT)?.next).toEqual({ x: 300, y: 220, size: 250, rotation: 0 });
  });
});

describe('the heat maps', () => {
  const xOf = (answer: LandmarkAnswer) => decodeLandmarks(answer, UPRIGHT)?.landmarks.points[0];

  it('move a point to the centroid around it', () => {
    const heatmap = heatmapOf(0, [
      [33, 32, 0.6],
      [34, 32, 0.2],
    ]);
    // 33.25 cells of 4 pixels, in a region whose left edge lies at 172.
    expect(xOf(answerAt(128, 128, { heatmap }))).toBeCloseTo(172 + 133, 3);
  });

  it('leave a point unchanged where they are unsure, far away or of another point', () => {
    for (const heatmap of [
      heatmapOf(0, [[33, 32, 0.4]]),
      heatmapOf(0, [[37, 32, 0.9]]),
      heatmapOf(1, [[33, 32, 0.9]]),
    ]) {
      expect(xOf(answerAt(128, 128, { heatmap }))).toBe(300);
    }
  });

  it('have no effect on points outside the region', () => {
    expect(xOf(answerAt(-10, 128, { heatmap: heatmapOf(0, [[0, 32, 0.9]]) }))).toBe(162);
  });
});
