import { describe, expect, it } from 'vitest';
import { shaken } from './make-clip.ts';
import type { TruthFile } from '../motion/truth-file.ts';
import { drawScene } from '../people/variety.ts';
import { exposureAt, shakeAt } from './webcam-motion.ts';

const still = { blur: 0, noise: 0, drift: 0, shake: 0, crf: 30 };
const times = Array.from({ length: 3000 }, (_, i) => i / 15);

describe('a shaking laptop', () => {
  it('moves the picture with the given standard deviation, the same way in every run', () => {
    const webcam = { ...still, shake: 1.5 };
    const moves = times.map((time) => shakeAt(webcam, 'seed', time)[0]);
    const sd = Math.sqrt(moves.reduce((sum, x) => sum + x * x, 0) / moves.length);
    // Pixels; the sine waves are sampled for 200 s.
    expect(Math.abs(sd - 1.5)).toBeLessThan(0.05);
    expect(shakeAt(webcam, 'seed', 3)).toEqual(shakeAt(webcam, 'seed', 3));
  });

  it('moves the true landmarks with the picture', () => {
    const scene = drawScene('x', { webcam: { ...still, shake: 3 } });
    const truth = { fps: 15, frames: [{ landmarks: [[100, 200]] }] } as unknown as TruthFile;
    const [right, down] = shakeAt(scene.webcam, scene.seed, 0);
    const [x = 0, y = 0] = shaken(truth, scene).frames[0]?.landmarks[0] ?? [];
    // Pixels; the file has one decimal.
    expect(Math.abs(x - 100 - right)).toBeLessThanOrEqual(0.05 + 1e-9);
    expect(Math.abs(y - 200 - down)).toBeLessThanOrEqual(0.05 + 1e-9);
  });
});

describe('an exposure that drifts', () => {
  it('changes the brightness slowly and by no more than twice its size', () => {
    const webcam = { ...still, drift: 0.1 };
    const factors = times.map((time) => exposureAt(webcam, 'seed', time));
    for (const [i, factor] of factors.entries()) {
      expect(Math.abs(factor - 1)).toBeLessThanOrEqual(0.2);
      // Largest change in 1/15 s, with all three waves at their steepest: 0.1 · 2π (0.11 + 0.19 + 0.43) / √3 per
      // second.
      expect(Math.abs(factor - (factors[i - 1] ?? factor))).toBeLessThan(0.018);
    }
  });

  it('is constant if the webcam has no drift', () => {
    expect(exposureAt(still, 'seed', 2)).toBe(1);
  });
});
