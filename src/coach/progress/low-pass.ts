import type { Seconds } from '../../instrument/geometry/units.ts';

/** A first-order low-pass between two samples: its output so far and when it was last fed. */
export interface LowPass {
  readonly value: number;
  readonly time: Seconds;
}

/**
 * Feeds one sample. Exact for any spacing of the samples (true timestamps, no frame rate); a sample that is not later than the
 * last one changes nothing. Lag 1 / (2π · cutoff): 0.16 s at 1 Hz.
 * @param previous null starts at the sample itself.
 * @param cutoff −3 dB frequency, Hz.
 */
export function lowPass(previous: LowPass | null, value: number, time: Seconds, cutoff: number): LowPass {
  if (previous === null) return { value, time };
  if (time <= previous.time) return previous;
  const share = 1 - Math.exp(-2 * Math.PI * cutoff * (time - previous.time));
  return { value: previous.value + share * (value - previous.value), time };
}
