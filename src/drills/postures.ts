import type { LegPose, SegmentPose, StartPosture } from '../instrument/input/measurement-plan.ts';

// Start postures that several families share.

const ON_THE_BACK: SegmentPose = { yaw: 0, pitch: -90, roll: 0 };
const UPRIGHT: SegmentPose = { yaw: 0, pitch: 0, roll: 0 };

/** Lying on the back. Absent `other`: both legs are in the same pose. */
export const lying = (working: LegPose, other = working): StartPosture => ({
  pelvis: ON_THE_BACK,
  thorax: ON_THE_BACK,
  working,
  other,
  height: { of: 'mid-hip', metres: 0.1 },
});

export const standing = (working: LegPose, other: LegPose): StartPosture => ({
  pelvis: UPRIGHT,
  thorax: UPRIGHT,
  working,
  other,
  height: { of: 'lowest-joint', metres: 0.08 },
});

/** On a high seat, the feet off the floor. */
export const seated = (leg: LegPose): StartPosture => ({
  pelvis: UPRIGHT,
  thorax: UPRIGHT,
  working: leg,
  other: leg,
  height: { of: 'mid-hip', metres: 0.62 },
});
