import { band90, type Degrees, type Estimate } from '../../instrument/geometry/units.ts';
import type { EndReason, RecordSource } from '../record/set-record.ts';

/**
 * How much of the angle is shown while the set runs. Somebody who always sees a number learns to follow the number; with
 * practice it is shown coarser, then only afterwards, so that the hip is felt. Cues are never faded.
 */
export type Feedback = 'number' | 'band' | 'afterwards';

/** What is needed of a past set. */
export interface PractisedSet {
  readonly drill: string;
  readonly ended: EndReason;
  readonly source?: RecordSource['kind'];
}

/** Whole sets of the drill after which the number gives way to a band, and the band to nothing. */
const BAND_FROM = 3;
const AFTERWARDS_FROM = 6;

/** By how often the drill was done to its end before a camera. */
export function feedbackFor(drill: string, past: readonly PractisedSet[]): Feedback {
  const done = past.filter((set) => set.drill === drill && set.ended === 'finished' && set.source === 'camera').length;
  if (done >= AFTERWARDS_FROM) return 'afterwards';
  return done >= BAND_FROM ? 'band' : 'number';
}

/** Where the hip is against the best of this round: told apart only beyond the error of the moment. */
export type BandPlace = 'no-best' | 'short' | 'at-best' | 'beyond';

export function bandPlace(angle: Estimate<Degrees>, best: Degrees | null): BandPlace {
  if (best === null) return 'no-best';
  const away = angle.value - best;
  if (Math.abs(away) <= band90(angle.sd)) return 'at-best';
  return away > 0 ? 'beyond' : 'short';
}
