import { describe, expect, it } from 'vitest';
import { type BenchFrame, frameFigures, frameTables } from '../../../tools/bench/bench-report.ts';

const frame = (bare: number, total: number): BenchFrame => ({
  bare,
  whole: { pixels: 1, model: bare, pelvis: 2, aside: bare / 10, fit: 0.5, total, measuring: true },
  poseDetection: 2 * bare,
  poseDetectionBitmap: null,
});

describe('the figures of frames', () => {
  it('takes each ratio within one frame, so that a busy moment affects both times', () => {
    const { ratios } = frameFigures([frame(10, 11), frame(100, 110), frame(20, 30)]);
    expect(ratios['critical']).toMatchObject({ median: 1.1, n: 3 });
  });

  it('counts the work beside the critical path to the whole', () => {
    const { ratios } = frameFigures([frame(10, 11)]);
    expect(ratios['whole']?.median).toBeCloseTo(1.2, 12);
    expect(ratios['poseDetection']?.median).toBeCloseTo(0.6, 12);
  });

  it('leaves out the frames in which a package found nobody', () => {
    const { ratios } = frameFigures([frame(10, 11), { ...frame(10, 11), poseDetectionBitmap: 20 }]);
    expect(ratios['poseDetectionBitmap']).toMatchObject({ n: 1 });
    expect(ratios['poseDetectionBitmap']?.median).toBeCloseTo(0.6, 12);
  });

  it('shows every stage beside the bare model', () => {
    const lines = frameTables([frame(10, 14)], 'full on wasm');
    expect(lines[0]).toContain('full on wasm, 1 frames');
    expect(lines.find((line) => line.startsWith('| pixels'))).toBe('| pixels | 1.0 [1.0–1.0] | 0.10 [0.10–0.10] |');
  });
});
