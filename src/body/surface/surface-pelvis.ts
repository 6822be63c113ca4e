import { JOINT_LANDMARKS } from '../landmarks.ts';
import type { MeasurementPlan } from '../measurement-plan.ts';
import type { NeutralFit, StillLandmarks } from '../neutral-fit.ts';
import { BLIND, type PelvisEstimator, type PelvisSighting } from '../pelvis-estimator.ts';
import type { Picture } from '../picture.ts';
import { median } from '../median.ts';
import type { Degrees, Metres } from '../units.ts';
import { type GreyPicture, greyCrop } from './grey-picture.ts';
import type { Limb } from './surface-points.ts';
import type { LeadingMotion, SurfaceMotion, SurfaceTracker } from './surface-follower.ts';
import { armReach, surfaceTracker, trunkBox } from './surface-tracker.ts';

/** The median of so many frames: a wrong turn of the tracker for one or two frames raises nothing. */
const MEDIAN_OF = 5;
/** Abstain below these (lab: inliers ≥ 30 % of ≥ 30 spots, sd < 3°). Lift is steadier and keeps its gate looser. */
const FEWEST_SEEN = 20;
const LEAST_AGREEMENT = 0.3;
const MOST_TWIST_SD: Degrees = 3;
const FEWEST_FOR_LIFT = 10;
const MOST_LIFT_SD: Metres = 0.02;
/**
 * Sizes at which each channel matters. A lift spills into the twist and a twist into the lift, so the one that is clear first
 * keeps the stage until both are small again, and the other is not judged meanwhile.
 */
const TWIST_UNIT: Degrees = 6;
const LIFT_UNIT: Metres = 0.02;
const BOTH_SMALL = 0.67;
const ARM_VISIBILITY = 0.5;
const DEG = 180 / Math.PI;

interface Channels {
  readonly twist: number;
  readonly obliquity: number;
  readonly lift: number;
}

/** Follows the surface of the lower trunk from the neutral picture. Null when there is nothing to hold on to. */
export function surfacePelvis(
  plan: MeasurementPlan,
  neutral: NeutralFit,
  still: StillLandmarks,
  pictures: readonly Picture[],
): PelvisEstimator | null {
  const first = pictures[0];
  if (!plan.surface || !first) return null;
  const box = trunkBox(neutral, first.width, first.height);
  const template = meanCrop(pictures, box);
  const arms = forearms(still, armReach(neutral.camera.focalPixels, neutral.distance));
  const tracker = surfaceTracker(neutral, plan, template, arms, first);
  if (!tracker) return null;
  return estimator(plan, neutral, tracker, pictures);
}

function estimator(
  plan: MeasurementPlan,
  neutral: NeutralFit,
  tracker: SurfaceTracker,
  pictures: readonly Picture[],
): PelvisEstimator {
  const reach = armReach(neutral.camera.focalPixels, neutral.distance);
  const lifted = liftOf(neutral);
  const lifts = plan.surface?.shouldersOnFloor === true;
  const read = (m: SurfaceMotion): Channels => ({
    twist: m.vector[1] * DEG,
    obliquity: m.vector[2] * DEG,
    lift: lifted(m),
  });
  const rest = pictures.flatMap((p) => {
    const motion = tracker.step(greyCrop(p, tracker.box), [], 'none');
    return motion ? [read(motion)] : [];
  });
  const zero: Channels = {
    twist: median(rest.map((r) => r.twist)) ?? 0,
    obliquity: median(rest.map((r) => r.obliquity)) ?? 0,
    lift: median(rest.map((r) => r.lift)) ?? 0,
  };
  const recent: Channels[] = [];
  let leading: LeadingMotion = 'none';
  return {
    step(picture, landmarks) {
      const motion = tracker.step(
        greyCrop(picture, tracker.box),
        landmarks ? forearms(landmarks, reach) : [],
        leading,
      );
      if (!motion || motion.seen < FEWEST_FOR_LIFT) return BLIND('pelvis-lost');
      recent.push(read(motion));
      if (recent.length > MEDIAN_OF) recent.shift();
      const now: Channels = {
        twist: (median(recent.map((r) => r.twist)) ?? 0) - zero.twist,
        obliquity: (median(recent.map((r) => r.obliquity)) ?? 0) - zero.obliquity,
        lift: (median(recent.map((r) => r.lift)) ?? 0) - zero.lift,
      };
      leading = leadingMotion(leading, Math.abs(now.twist) / TWIST_UNIT, lifts ? now.lift / LIFT_UNIT : 0);
      return sightingOf(lifts, now, leading, motion, tracker.spots);
    },
  };
}

function leadingMotion(before: LeadingMotion, twist: number, lift: number): LeadingMotion {
  if (twist < BOTH_SMALL && lift < BOTH_SMALL) return 'none';
  if (before !== 'none' || Math.max(twist, lift) < 1) return before;
  return lift > twist ? 'lift' : 'twist';
}

function sightingOf(
  lifts: boolean,
  now: Channels,
  leading: LeadingMotion,
  motion: SurfaceMotion,
  spots: number,
): PelvisSighting {
  const twistSd = motion.sd[1] * DEG;
  const liftSd = Math.hypot(motion.sd[5], motion.sd[3]);
  const agreement = motion.agreeing / Math.max(1, motion.seen);
  const twistKnown = motion.seen >= FEWEST_SEEN && agreement >= LEAST_AGREEMENT && twistSd < MOST_TWIST_SD;
  const liftKnown = lifts && liftSd < MOST_LIFT_SD;
  const twist = twistKnown ? (leading === 'lift' ? 'other-pelvis-motion' : null) : 'pelvis-lost';
  const lift = liftKnown
    ? leading === 'twist'
      ? 'other-pelvis-motion'
      : null
    : lifts
      ? 'pelvis-lost'
      : 'not-seen-from-here';
  return {
    twist: twistKnown ? { value: now.twist, sd: twistSd } : null,
    obliquity: null,
    lift: liftKnown ? { value: now.lift, sd: liftSd } : null,
    unseen: { ...(twist && { twist }), ...(lift && { lift }), obliquity: 'not-seen-from-here' },
    support: motion.agreeing / Math.max(1, spots),
  };
}

/** Height gained by the mid-hip, metres: the shift turned into the room. The body axes stand as in the neutral picture. */
function liftOf(neutral: NeutralFit): (motion: SurfaceMotion) => Metres {
  const { pelvis } = neutral.reference;
  return ({ vector }) => pelvis[3] * vector[3] + pelvis[4] * vector[4] + pelvis[5] * vector[5];
}

/** Forearms and hands that may cover the trunk; one that the model only guesses behind the body covers nothing. */
function forearms(landmarks: Pick<StillLandmarks, 'points' | 'visibility'>, reach: number): Limb[] {
  const at = (l: number): readonly [number, number] => [
    landmarks.points[2 * l] ?? 0,
    landmarks.points[2 * l + 1] ?? 0,
  ];
  return (['left', 'right'] as const).flatMap((side) => {
    const { elbow, wrist, index } = JOINT_LANDMARKS[side];
    if ((landmarks.visibility[wrist] ?? 0) < ARM_VISIBILITY) return [];
    return [
      { from: at(elbow), to: at(wrist), reach, start: -1 },
      { from: at(wrist), to: at(index), reach, start: -1 },
    ];
  });
}

/** Mean of the neutral pictures: the template carries no single frame's noise. */
function meanCrop(pictures: readonly Picture[], box: Parameters<typeof greyCrop>[1]): GreyPicture {
  const crops = pictures.map((p) => greyCrop(p, box));
  const first = crops[0] as GreyPicture;
  const data = new Float32Array(first.data.length);
  for (const crop of crops)
    for (let i = 0; i < data.length; i++) data[i] = (data[i] as number) + (crop.data[i] as number);
  for (let i = 0; i < data.length; i++) data[i] = (data[i] as number) / crops.length;
  return { ...first, data };
}
