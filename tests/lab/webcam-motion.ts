import type { Pixels, Seconds } from '../../src/instrument/geometry/units.ts';
import { chanceOf } from './chance.ts';
import type { WebcamFlaws } from './contract.ts';

/** A slow wave with no period that anybody would notice; about −1…1, standard deviation near 0.6. */
function wave(seed: string, time: Seconds, rates: readonly number[]): number {
  const chance = chanceOf(seed);
  const sum = rates.reduce((total, rate) => {
    const turn = chance.share();
    return total + Math.sin(2 * Math.PI * (rate * time + turn));
  }, 0);
  return sum / Math.sqrt(rates.length);
}

/** A table that somebody leans on sways about once a second; typing trembles faster. */
const SWAY = [0.31, 0.73, 1.9, 3.7];
/** Automatic exposure hunts over several seconds. */
const HUNTING = [0.11, 0.19, 0.43];

/** Where the whole picture is shifted at a time: what a shaking laptop does. Sine waves have an sd of 1/√2. */
export function shakeAt(webcam: WebcamFlaws, seed: string, time: Seconds): readonly [Pixels, Pixels] {
  const size = webcam.shake * Math.SQRT2;
  return [size * wave(`${seed}/shake x`, time, SWAY), size * wave(`${seed}/shake y`, time, SWAY)];
}

/** Factor on the picture's brightness at a time. */
export const exposureAt = (webcam: WebcamFlaws, seed: string, time: Seconds): number =>
  1 + webcam.drift * wave(`${seed}/exposure`, time, HUNTING);
