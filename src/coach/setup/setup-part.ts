import type { Seconds } from '../../instrument/geometry/units.ts';
import type { SetPlan } from '../coach-contract.ts';
import type { PictureRate } from './picture-rate.ts';
import { askReferencePose, noReferencePose, type ReferencePoseWatch } from './reference-pose-watch.ts';

/** What has to be right before angles count. */
export interface SetupPart {
  /** Time of the last reading; the start or the last resume of the set if that is later. */
  readonly readAt: Seconds;
  readonly pictureRate: PictureRate;
  readonly referencePose: ReferencePoseWatch;
  /** Time of the last reading in which the camera certainly stood where the reference pose was taken; null: none yet. */
  readonly cameraSureAt: Seconds | null;
  /** When the person was last told what prevents the reference pose, or the change of sides. */
  readonly problemSaidAt: Seconds | null;
  /** In a change of sides: since when the framing check has passed. */
  readonly framedSince: Seconds | null;
}

/** A reference pose that was held before the set may be older than the set by this much. */
const HELD_BEFORE_START: Seconds = 5;

export const openSetup = ({ referenceHeld }: SetPlan, time: Seconds): SetupPart => ({
  readAt: time,
  pictureRate: [],
  referencePose: referenceHeld ? askReferencePose(noReferencePose, time - HELD_BEFORE_START) : noReferencePose,
  cameraSureAt: null,
  problemSaidAt: null,
  framedSince: null,
});
