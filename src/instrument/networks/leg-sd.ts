import type { BySide, Share, Side } from '../geometry/units.ts';
import { JOINT_LANDMARKS, type LegSd } from '../input/landmarks.ts';

/** Part of a leg. */
type LegPart = keyof LegSd;

/** Standard deviations of both legs' joints, while they are put together. */
export type LegSds = BySide<Record<LegPart, Share>>;

/**
 * Standard deviation of a coordinate of BlazePose's joints, share of the trunk. The 90 % band made of it holds 90 % of the
 * coordinates over all photographs of real people (n = 22 hips, 236 knees and 222 ankles that the markers saw,
 * `tests/real`), and 97 % in those that the app accepts as a start. The less BlazePose sees of an ankle, the larger its
 * error.
 */
const POSE_MODEL_SD = { hip: 0.065, knee: 0.105 } as const;
const ANKLE_SD = [
  { from: 0.95, sd: 0.08 },
  { from: 0.8, sd: 0.16 },
] as const;
const HIDDEN_ANKLE_SD: Share = 0.24;

/**
 * Factor on the spread over altered crops in a network's standard deviation: with it a 90 % band holds 92–97 % of the
 * coordinates of rendered people (without it 85–88 %; n = 2058 and 714 joints of two renderers).
 */
const CROP_SPREAD_SCALE = 3;

/** What BlazePose's joints are worth. @param visibility 33 × 0…1 */
export function poseModelLegSd(visibility: ArrayLike<number>): LegSds {
  const of = (side: Side): Record<LegPart, Share> => {
    const seen = visibility[JOINT_LANDMARKS[side].ankle] ?? 0;
    return { ...POSE_MODEL_SD, ankle: ANKLE_SD.find(({ from }) => seen >= from)?.sd ?? HIDDEN_ANKLE_SD };
  };
  return { left: of('left'), right: of('right') };
}

/** What a network's joint is worth. @param own stated by the network @param cropSpread see `PictureFamiliarity.spreads` */
export const networkLegSd = (own: Share, cropSpread: Share): Share => Math.hypot(own, CROP_SPREAD_SCALE * cropSpread);
