import type { Landmarks } from './landmarks.ts';
import type { Picture } from './picture.ts';
import type { Reason } from './reason.ts';
import type { Degrees, Estimate, Metres, Seconds, Share } from './units.ts';

/** What an estimator of the pelvis says of one frame. A null channel is not known now, and `unseen` says why. */
export interface PelvisSighting {
  readonly twist: Estimate<Degrees> | null;
  readonly obliquity: Estimate<Degrees> | null;
  readonly lift: Estimate<Metres> | null;
  readonly unseen: { readonly twist?: Reason; readonly obliquity?: Reason; readonly lift?: Reason };
  /** Share of the followed spots that agree with the motion; for Diagnostics. */
  readonly support: Share;
}

/**
 * The pelvis' own eyes. BlazePose's hip points stay put when the pelvis twists under a planted leg, so the pelvis is measured
 * from the picture, against the neutral. One instance lives from one neutral to the next.
 */
export interface PelvisEstimator {
  step(picture: Picture, landmarks: Landmarks | null, time: Seconds): PelvisSighting;
}

export const BLIND = (reason: Reason): PelvisSighting => ({
  twist: null,
  obliquity: null,
  lift: null,
  unseen: { twist: reason, obliquity: reason, lift: reason },
  support: 0,
});
