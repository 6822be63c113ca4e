import type { Seconds } from '../../instrument/geometry/units.ts';

/** State of a first-order low-pass: its output and the time of its last sample. */
export interface LowPass {
  readonly value: number;
  readonly time: Seconds;
}

/**
 * Feeds one sample. Exact for irregular sampling. A sample that is not later than the last one changes nothing. The lag
 * is 1 / (2π · cutoff): 0.16 s at 1 Hz.
 * @param previous null: starts at the sample itself
 * @param cutoff −3 dB frequency, Hz
 */
export function lowPass(previous: LowPass | null, value: number, time: Seconds, cutoff: number): LowPass {
  if (previous === null) return { value, time };
  if (time <= previous.time) return previous;
  const share = 1 - Math.exp(-2 * Math.PI * cutoff * (time - previous.time));
  return { value: previous.value + share * (value - previous.value), time };
}

/**
 * State of a 1€ filter (Casiez, Roussel and Vogel, CHI 2012), which is steady at rest and quick in motion. The speed
 * comes from the raw samples, as in the original.
 */
export interface OneEuro {
  readonly output: LowPass;
  readonly speed: LowPass;
  readonly raw: number;
}

export interface OneEuroSettings {
  /** Cutoff at rest, Hz. */
  readonly minimumCutoff: number;
  /** Increase of the cutoff in Hz per unit of speed (units a second). */
  readonly beta: number;
  /** Cutoff of the low-pass on the speed, Hz. */
  readonly speedCutoff: number;
}

/** Feeds one sample. A sample that is not later than the last one changes nothing. */
export function oneEuro(previous: OneEuro | null, value: number, time: Seconds, settings: OneEuroSettings): OneEuro {
  if (previous === null) return { output: { value, time }, speed: { value: 0, time }, raw: value };
  const step = time - previous.output.time;
  if (step <= 0) return previous;
  const speed = lowPass(previous.speed, (value - previous.raw) / step, time, settings.speedCutoff);
  const cutoff = settings.minimumCutoff + settings.beta * Math.abs(speed.value);
  return { output: lowPass(previous.output, value, time, cutoff), speed, raw: value };
}
