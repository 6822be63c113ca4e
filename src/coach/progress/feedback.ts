import { band90, type Degrees, type Estimate } from '../../instrument/geometry/units.ts';
import type { EndReason, RecordSource } from '../record/set-record.ts';

/**
 * How much of the angle is shown during the set. A constant number makes people steer by the number, so with practice
 * it is replaced by a band and then shown only afterwards. Cues always remain.
 */
export type Feedback = 'number' | 'band' | 'afterwards';

export interface PractisedSet {
  readonly drill: string;
  readonly ended: EndReason;
  readonly source?: RecordSource['kind'];
}

/** Number of complete sets of the drill from which a band replaces the number, and from which nothing is shown. */
const BAND_FROM = 3;
const AFTERWARDS_FROM = 6;

/** Depends on how many sets of the drill were completed in front of a camera. */
export function feedbackFor(drill: string, past: readonly PractisedSet[]): Feedback {
  const done = past.filter((set) => set.drill === drill && set.ended === 'finished' && set.source === 'camera').length;
  if (done >= AFTERWARDS_FROM) return 'afterwards';
  return done >= BAND_FROM ? 'band' : 'number';
}

/** The position of the hip relative to the best of this round, as far as the measurement error allows to tell. */
export type BandPlace = 'no-best' | 'short' | 'at-best' | 'beyond';

export function bandPlace(angle: Estimate<Degrees>, best: Degrees | null): BandPlace {
  if (best === null) return 'no-best';
  const away = angle.value - best;
  if (Math.abs(away) <= band90(angle.sd)) return 'at-best';
  return away > 0 ? 'beyond' : 'short';
}
