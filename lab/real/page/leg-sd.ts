import type { BySide, Share, Side } from '../../../src/instrument/geometry/units.ts';
import { JOINT_LANDMARKS } from '../../../src/instrument/input/landmarks.ts';

/** Standard deviation of each coordinate of a leg's joints, as a share of the trunk's length in the picture. */
export type LegSd = Readonly<Record<'hip' | 'knee' | 'ankle', Share>>;

/**
 * Standard deviation of one coordinate of a BlazePose joint, share of the trunk. Its 90 % band holds 90 % of the errors in
 * photographs of real people that the app accepts as a start, and is a tenth wider for people who are not among them (22
 * hips, 64 knees and 61 ankles that the markers saw in 36 starts, `lab/real`). Set again without one series of photographs
 * each, the band holds 91 % of the series left out: hips 93, knees 91, ankles 89 %.
 */
const POSE_MODEL_SD = { hip: 0.065, knee: 0.055 } as const;
/** Ankles that BlazePose sees at least as well as `ANKLE_SEEN`, and others (6 of the 61). */
const ANKLE_SD = { seen: 0.05, hidden: 0.07 } as const;
const ANKLE_SEEN = 0.8;

/** What BlazePose's joints are worth. @param visibility 33 × 0…1 */
export function poseModelLegSd(visibility: ArrayLike<number>): BySide<LegSd> {
  const of = (side: Side): LegSd => {
    const isSeen = (visibility[JOINT_LANDMARKS[side].ankle] ?? 0) >= ANKLE_SEEN;
    return { ...POSE_MODEL_SD, ankle: isSeen ? ANKLE_SD.seen : ANKLE_SD.hidden };
  };
  return { left: of('left'), right: of('right') };
}
