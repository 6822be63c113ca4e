import type { Seconds } from '../../instrument/geometry/units.ts';
import { type Away, fitHolds, type FitLost } from './away.ts';
import { NEUTRAL_SPINE, type RoundedBack } from './rounded-back.ts';
import { noStretch, type StretchWatch } from './stretch-watch.ts';

export interface PosturePart {
  /** The person has left the position or the stretch; null: they have not. */
  readonly away: Away | null;
  readonly stretch: StretchWatch;
  /** The side and round to which `stretch` belongs. */
  readonly stretchPlace: string | null;
  readonly fitLost: FitLost;
  /** When the person was last told that the picture does not fit. */
  readonly unclearSaidAt: Seconds | null;
  /** How much of a hip flexion is the rounding of the back. */
  readonly back: RoundedBack;
}

export const freshPosture: PosturePart = {
  away: null,
  stretch: noStretch,
  stretchPlace: null,
  fitLost: fitHolds,
  unclearSaidAt: null,
  back: NEUTRAL_SPINE,
};
