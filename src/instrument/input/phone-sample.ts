import type { Seconds } from '../geometry/units.ts';

/** Orientation of a phone on the pelvis at one moment. */
export interface PhoneSample {
  /** Seconds on the clock of the set, as capture times of frames. */
  readonly time: Seconds;
  /** Unit quaternion w, x, y, z: turns the phone's axes (x right, y to its top edge, z out of the screen) into a room with z up. Its heading is arbitrary and drifts. */
  readonly orientation: readonly [number, number, number, number];
}

/** The same samples on a clock that is so much ahead. */
export const onClock = (samples: readonly PhoneSample[], ahead: Seconds): readonly PhoneSample[] =>
  samples.map(({ time, orientation }) => ({ time: time + ahead, orientation }));
