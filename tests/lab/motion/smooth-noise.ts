import { randomFrom } from '../vectors.ts';

const SINES = 6;

/**
 * Noise of unit standard deviation whose amplitude falls with frequency: six sines spread from `low` to `high` hertz.
 * The same seed gives the same noise.
 */
export function smoothNoise(seed: number, low: number, high: number): (time: number) => number {
  const random = randomFrom(seed);
  const sines = Array.from({ length: SINES }, (_, index) => ({
    frequency: low + (high - low) * ((index + random()) / SINES) ** 1.4,
    phase: random() * 2 * Math.PI,
    amplitude: 1 / (1 + 0.35 * index),
  }));
  const sd = Math.sqrt(sines.reduce((sum, { amplitude }) => sum + amplitude ** 2 / 2, 0));
  return (time) =>
    sines.reduce(
      (sum, { frequency, phase, amplitude }) => sum + amplitude * Math.sin(2 * Math.PI * frequency * time + phase),
      0,
    ) / sd;
}
