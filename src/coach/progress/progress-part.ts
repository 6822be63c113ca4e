import type { Degrees, Estimate } from '../../instrument/geometry/units.ts';
import { type AngleDisplay, noAngle } from './angle-display.ts';
import { freshSequence, type SequenceWatch } from './movement-sequence.ts';
import { type Presence, present } from './presence.ts';
import { freshRangeSoFar, type RangeSoFar } from './range-state.ts';
import { freshCounter, type RepCounter } from './rep-counter.ts';
import { freshGainWatch, type GainWatch } from './suspect-gain.ts';

/** What the person achieves, and whether it can be seen. */
export interface ProgressPart {
  readonly angle: AngleDisplay;
  readonly presence: Presence;
  /** The person has been told that the set goes on without a number from here. */
  readonly toldWithoutNumber: boolean;
  readonly range: RangeSoFar;
  /** The best clean range of the round before, on the same side; null: there was none, or it is not known. */
  readonly earned: Estimate<Degrees> | null;
  /** Watches for gains that the hip may not have made itself. */
  readonly gain: GainWatch;
  readonly reps: RepCounter;
  /** Progress in a drill that consists of several directions. */
  readonly sequence: SequenceWatch;
}

export const freshProgress: ProgressPart = {
  angle: noAngle,
  presence: present,
  toldWithoutNumber: false,
  range: freshRangeSoFar,
  earned: null,
  gain: freshGainWatch,
  reps: freshCounter,
  sequence: freshSequence,
};
