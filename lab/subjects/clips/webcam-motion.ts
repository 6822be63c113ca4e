import type { Pixels, Seconds } from '../../../src/instrument/geometry/units.ts';
import { chanceOf } from '../chance.ts';
import type { WebcamFlaws } from '../contract.ts';

/** A sum of sine waves without a visible period; about −1…1. @param rates hertz */
function wave(seed: string, time: Seconds, rates: readonly number[]): number {
  const chance = chanceOf(seed);
  const sum = rates.reduce((total, rate) => {
    const turn = chance.share();
    return total + Math.sin(2 * Math.PI * (rate * time + turn));
  }, 0);
  return sum / Math.sqrt(rates.length);
}

/** Hertz. A table that someone leans on sways about once per second; typing shakes it faster. */
const SWAY = [0.31, 0.73, 1.9, 3.7];
/** Hertz. Automatic exposure drifts over several seconds. */
const HUNTING = [0.11, 0.19, 0.43];

/**
 * Shift of the whole picture by a shaking laptop, right and down. The factor √2 turns the sd into the amplitude of a
 * sine wave.
 */
export function shakeAt(webcam: WebcamFlaws, seed: string, time: Seconds): readonly [Pixels, Pixels] {
  const size = webcam.shake * Math.SQRT2;
  return [size * wave(`${seed}/shake x`, time, SWAY), size * wave(`${seed}/shake y`, time, SWAY)];
}

/** Factor on the brightness of the picture. */
export const exposureAt = (webcam: WebcamFlaws, seed: string, time: Seconds): number =>
  1 + webcam.drift * wave(`${seed}/exposure`, time, HUNTING);
