import type { Seconds } from '../../instrument/geometry/units.ts';
import { type LowPass, lowPass } from './low-pass.ts';

/**
 * The 1€ filter (Casiez, Roussel and Vogel, CHI 2012), original form with the speed from the raw samples: steady while the
 * value rests, quick while it moves.
 */
export interface OneEuro {
  readonly output: LowPass;
  readonly speed: LowPass;
  readonly raw: number;
}

export interface OneEuroSettings {
  /** Cutoff at rest, Hz. */
  readonly minimumCutoff: number;
  /** Hz of cutoff won by each unit per second of speed. */
  readonly beta: number;
  /** Cutoff of the speed itself, Hz. */
  readonly speedCutoff: number;
}

/** Feeds one sample; one that is not later than the last changes nothing. */
export function oneEuro(previous: OneEuro | null, value: number, time: Seconds, settings: OneEuroSettings): OneEuro {
  if (previous === null) return { output: { value, time }, speed: { value: 0, time }, raw: value };
  const step = time - previous.output.time;
  if (step <= 0) return previous;
  const speed = lowPass(previous.speed, (value - previous.raw) / step, time, settings.speedCutoff);
  const cutoff = settings.minimumCutoff + settings.beta * Math.abs(speed.value);
  return { output: lowPass(previous.output, value, time, cutoff), speed, raw: value };
}
