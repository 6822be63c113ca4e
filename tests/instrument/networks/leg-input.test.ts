import { describe, expect, it } from 'vitest';
import { legInput } from '../../../src/instrument/networks/leg-input.ts';

const crop = Float32Array.from({ length: 64 }, (_, i) => 40 + ((i * 37) % 64));

describe('what the legs’ network is shown', () => {
  it('has mean 0 and hardly less spread than 1', () => {
    const input = legInput(crop);
    const mean = input.reduce((sum, v) => sum + v, 0) / input.length;
    const sd = Math.sqrt(input.reduce((sum, v) => sum + (v - mean) ** 2, 0) / input.length);
    expect(mean).toBeCloseTo(0, 5);
    expect(sd).toBeGreaterThan(0.6);
    expect(sd).toBeLessThan(1);
  });

  it('hardly changes with the exposure, and stays finite in the dark', () => {
    const dim = legInput(crop.map((v) => 0.7 * v));
    for (const [i, v] of legInput(crop).entries()) expect(Math.abs((dim[i] ?? NaN) - v)).toBeLessThan(0.2);
    expect(legInput(new Float32Array(64)).every((v) => v === 0)).toBe(true);
  });

  it('cuts off what shines', () => {
    const shining = Float32Array.from({ length: 400 }, (_, i) => (i === 7 ? 255 : 20 + (i % 3)));
    expect(Math.max(...legInput(shining))).toBe(4);
  });
});
