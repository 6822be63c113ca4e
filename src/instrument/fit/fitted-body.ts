import { formReading } from './form-reading.ts';
import type { FrameFit } from './frame-fit.ts';
import { JOINT_LANDMARKS } from '../input/landmarks.ts';
import { pelvisContributionToRotation } from './pelvis-contribution.ts';
import { kneeRoll, thighLine, twistIntoRoll, twistIntoRotation } from '../geometry/leg-plane.ts';
import type { MeasurementPlan } from '../input/measurement-plan.ts';
import type { ReferencePoseFit } from '../reference-pose/reference-pose-fit.ts';
import type { PelvisObservation } from './pelvis-estimator.ts';
import type { Channel, FittedBody, LegAngles } from '../output/reading.ts';
import type { Reason } from '../output/reason.ts';
import { angleBetween, apply, subtract, type Vec3 } from '../geometry/rotation.ts';
import { ABDUCTION, FLEXION, INTERNAL_ROTATION, JOINT, KNEE, LEG_START, ROOT, THORAX } from '../geometry/skeleton.ts';
import { trunkLine, trunkThighBend, trunkThighSd } from '../geometry/trunk-line.ts';
import {
  type Degrees,
  type Estimate,
  leadingSide,
  lessSure,
  type Metres,
  type Share,
  type Side,
  sidesOf,
} from '../geometry/units.ts';

export interface FittedBodyInput {
  readonly plan: MeasurementPlan;
  readonly referencePose: ReferencePoseFit;
  readonly fit: FrameFit;
  readonly pelvis: PelvisObservation;
  /** Widening of every band where the view is readable but not the recommended one. */
  readonly widening: number;
  /** The same of what the pelvis' own eyes say. Absent: as wide. */
  readonly pelvisWidening?: number;
  readonly footSlide: Estimate<Metres> | null;
  /** Of the planted foot nearer to the lens; absent or null: none is planted. */
  readonly footShift?: Estimate<Metres> | null;
  /** Of the 33 landmarks. Absent: all are seen. */
  readonly visibility?: ArrayLike<Share>;
  /** What of the working leg's rotation is known not to be the hip's (`floor-rest.ts`). Absent: nothing. */
  readonly drift?: Degrees;
  readonly reasons: readonly Reason[];
  readonly valid: boolean;
}

/** A knee this straight gives its shin no lever: no rotation (accuracy.md 2.3). */
const STRAIGHT_KNEE: Degrees = 30;
/** A thigh within this angle of the line of sight shows no direction (projected length below .35; accuracy.md 2.3). */
const POINTING_AT_LENS: Degrees = 20;
/** Twist that may hide in a pelvis nobody can watch just now. */
const UNWATCHED_TWIST: Degrees = 6;
/** Turn about the vertical that may hide under cloth too dark to show it: people who cheat turn by about ten degrees. */
const UNWATCHED_TURN: Degrees = 10;
/** What a pelvis lends is bounded rather than spread: it is taken for the 90 % bound of a normal error. */
const BOUND_OVER_SD = 1.645;
/** While a planted foot was 6 cm off its place a pelvis that lay read 3 cm too high; in true lifts feet stay within 3.3 cm. */
const FOOT_AWAY: Metres = 0.04;
/** A knee that has hardly moved chases nothing. */
const LEAST_DROP: Degrees = 5;

/** Turns one frame's fit and the pelvis' own measurement into the channels of a reading. */
export function fittedBody(input: FittedBodyInput): FittedBody {
  const { plan, pelvis, reasons, valid } = input;
  const working = leadingSide(plan.side);
  const trunkLean = leanOf(input);
  const lift = plan.neverSeen.includes('pelvis-lift') ? null : pelvisLift(input);
  const leaning = plan.motion.leanLimit !== null && trunkLean !== null && trunkLean.value > plan.motion.leanLimit;
  const leg = (side: Side): LegAngles => legAngles(input, side, leaning);
  const eyes = input.pelvisWidening ?? input.widening;
  const form = formReading({ ...input, footShift: input.footShift ?? null });
  return {
    valid,
    reasons: leaning && valid ? [...reasons, 'trunk-leans'] : reasons,
    leg: { left: leg('left'), right: leg('right') },
    pelvis: {
      twist: pelvis.twist && widened(pelvis.twist, eyes),
      obliquity: hipLineObliquity(input),
      tilt: null,
      lift,
    },
    trunkLean,
    kneeChase: kneeChase(input, working),
    lumbarExtension: pelvis.arch ? widened(pelvis.arch, eyes) : null,
    footSlide: input.footSlide,
    ...(form ? { form } : {}),
    unseen: unseenChannels(input, leaning, lift),
  };
}

const widened = ({ value, sd }: Estimate<number>, widening: number): Estimate<number> => ({
  value,
  sd: sd * widening,
});

function legAngles(input: FittedBodyInput, side: Side, leaning: boolean): LegAngles {
  const { plan, referencePose: neutral, fit, pelvis, widening } = input;
  const k = LEG_START[side];
  const at = (part: number): Estimate<Degrees> => ({
    value: (fit.pose[k + part] ?? 0) - (neutral.pose[k + part] ?? 0),
    sd: (fit.sd[k + part] ?? Infinity) * widening * plan.motion.spread,
  });
  const knee: Estimate<Degrees> = {
    value: fit.pose[k + KNEE] ?? 0,
    sd: (fit.sd[k + KNEE] ?? Infinity) * widening,
  };
  const rotation = at(INTERNAL_ROTATION);
  const drift = side === leadingSide(plan.side) ? (input.drift ?? 0) : 0;
  const twist = twistIntoRotation(fit.body, side) * unseenTwist(plan, pelvis);
  // On hands and knees a turn about the vertical adds to the swing degree for degree.
  const stolen = Math.hypot(twist, pelvis.obliquityUnseen ? UNWATCHED_TURN : 0) / BOUND_OVER_SD;
  return {
    internalRotation:
      rotationProblem(input, side, leaning) === null
        ? {
            value: rotation.value - drift,
            sd: Math.hypot(rotation.sd * (plan.motion.rotationSpread ?? 1), stolen),
          }
        : null,
    pelvisContribution: pelvis.fitted ? pelvisContributionToRotation(fit, pelvis.fitted, side) : null,
    flexion:
      plan.motion.flexionFrom === 'trunk' ? trunkToThigh(input, side) : lessSure(at(FLEXION), plan.motion.bendSd ?? 0),
    abduction: at(ABDUCTION),
    knee,
  };
}

/** Hip flexion as the trunk's line shows it, where the view says nothing of the pelvis' pitch. */
const trunkToThigh = (
  { plan, referencePose: neutral, fit, widening }: FittedBodyInput,
  side: Side,
): Estimate<Degrees> => ({
  value: trunkThighBend(fit.body.joints, neutral.body.joints, side),
  sd:
    trunkThighSd(neutral, side, plan.motion.landmarkSd) *
    Math.max(1, fit.normalisedResidualRms) *
    widening *
    plan.motion.spread,
});

/** Size of the twist that stands in the rotation: a known one counts whole, since its response is too uneven to subtract it. */
function unseenTwist(plan: MeasurementPlan, pelvis: PelvisObservation): Degrees {
  // What the fit was told is in the rotation already, with its spread.
  if (!plan.surface || pelvis.fitted?.twist) return 0;
  if (pelvis.twist) return Math.abs(pelvis.twist.value) > UNWATCHED_TWIST / 2 ? Math.abs(pelvis.twist.value) : 0;
  return UNWATCHED_TWIST;
}

/**
 * From the front a chest that turns by 20° over a still pelvis was read as up to 9° of lean towards the lens, and a still trunk as
 * up to 5° (28 rendered sets in the 90/90 seat); sideways the same sets are within 1.5° of the truth.
 */
const TOWARDS_THE_LENS: Degrees = 8;

function leanOf({ plan, referencePose: neutral, fit, widening }: FittedBodyInput): Estimate<Degrees> {
  const [now, start] = [trunkLine(fit.body.joints), trunkLine(neutral.body.joints)];
  const left = apply(neutral.body.thorax, [1, 0, 0]);
  const sideways = Math.abs(angleBetween(now, left) - angleBetween(start, left));
  const any = angleBetween(now, start);
  const values = { any, sideways, 'sideways-first': Math.max(sideways, any - TOWARDS_THE_LENS) };
  return {
    value: values[plan.motion.leanCounts ?? 'any'],
    sd: (fit.sd[THORAX + 2] ?? Infinity) * widening,
  };
}

/** On hands and knees the landmarks do show the pelvis turning about the vertical (error 1–2°); elsewhere they do not. */
function hipLineObliquity(input: FittedBodyInput): Estimate<Degrees> | null {
  const { plan, fit, pelvis, widening, pelvisWidening = widening } = input;
  if (plan.neverSeen.includes('pelvis-obliquity')) return null;
  // Where the pelvis' own eyes told the fit, it is theirs.
  const wider = pelvis.fitted?.obliquity ? pelvisWidening : widening;
  return { value: fit.pelvis.obliquity, sd: (fit.sd[5] ?? Infinity) * wider };
}

/** What the pelvis' own eyes say where they look at it, else the mid-hip's, which a seated person's landmarks do not show. */
function pelvisLift(input: FittedBodyInput): Estimate<Metres> | null {
  const { pelvis, plan, widening, pelvisWidening = widening } = input;
  if (pelvis.lift) return widened(pelvis.lift, pelvisWidening);
  const needsModel = plan.pelvisModel !== undefined && plan.surface === null;
  return needsModel || pelvis.lift === null || isFootAway(input) ? null : hipLift(input);
}

/** The mid-hip's height hangs on feet that stand where they stood. */
const isFootAway = ({ footShift }: FittedBodyInput): boolean => (footShift?.value ?? 0) > FOOT_AWAY;

/**
 * How far the mid-hip has risen. Blind to twist, BlazePose's hip points do follow a pelvis that leaves the floor: within 0.5 cm
 * on most rendered people, on some 2.7 cm too high while only the knee falls in.
 */
function hipLift({ referencePose: neutral, fit, widening }: FittedBodyInput): Estimate<Metres> {
  return {
    value: (fit.pose[ROOT + 1] ?? 0) - (neutral.pose[ROOT + 1] ?? 0),
    sd: (fit.sd[ROOT + 1] ?? Infinity) * widening,
  };
}

/** Drop of the knee that the pelvis lent: the part of a twist towards the dropping side that rolls the leg's plane. */
function kneeChase(
  { plan, referencePose: neutral, fit, pelvis }: FittedBodyInput,
  side: Side,
): Estimate<Degrees> | null {
  if (!pelvis.twist || plan.neverSeen.includes('knee-chase')) return null;
  const share = twistIntoRoll(fit.body, side);
  const towards = (side === 'left' ? -1 : 1) * pelvis.twist.value * share;
  const dropped = kneeRoll(fit.body, side) - kneeRoll(neutral.body, side);
  return { value: dropped < LEAST_DROP ? 0 : Math.max(0, towards), sd: pelvis.twist.sd * share };
}

/** Why this leg gives no rotation now, or null. */
function rotationProblem(
  { plan, referencePose: neutral, fit, visibility }: FittedBodyInput,
  side: Side,
  leaning: boolean,
): Reason | null {
  if (plan.neverSeen.includes('hip-internal-rotation')) return 'not-seen-from-here';
  if (leaning) return 'trunk-leans';
  if ((visibility?.[JOINT_LANDMARKS[side].knee] ?? 1) < (plan.motion.minKneeVisibility ?? 0)) return 'joints-hidden';
  if ((fit.pose[LEG_START[side] + KNEE] ?? 0) < STRAIGHT_KNEE) return 'knee-straight';
  const hip = fit.body.joints[side === 'left' ? JOINT.leftHip : JOINT.rightHip] as Vec3;
  const angle = angleBetween(thighLine(fit.body, side), subtract(hip, neutral.camera.place));
  return Math.min(angle, 180 - angle) < POINTING_AT_LENS ? 'thigh-towards-lens' : null;
}

function unseenChannels(
  input: FittedBodyInput,
  leaning: boolean,
  lift: Estimate<Metres> | null,
): Partial<Record<Channel, Reason>> {
  const { plan, pelvis } = input;
  const unseen: Partial<Record<Channel, Reason>> = {};
  if (pelvis.unseen) {
    unseen['pelvis-twist'] = pelvis.unseen;
    unseen['knee-chase'] = pelvis.unseen;
  }
  if (pelvis.obliquityUnseen) {
    unseen['pelvis-obliquity'] = pelvis.obliquityUnseen;
    unseen['pelvis-yaw'] = pelvis.obliquityUnseen;
  }
  // Where there is an outline, it says so itself.
  if (!pelvis.arch && !plan.outline) unseen['back-arch'] = pelvis.archUnseen ?? 'not-seen-from-here';
  if (lift === null) unseen['pelvis-lift'] = isFootAway(input) ? 'foot-slid' : (pelvis.unseen ?? 'pelvis-lost');
  const problems = sidesOf(plan.side).map((side) => rotationProblem(input, side, leaning));
  const rotation = problems.find((problem) => problem !== null);
  if (rotation) unseen['hip-internal-rotation'] = rotation;
  for (const channel of plan.neverSeen) unseen[channel] = 'not-seen-from-here';
  return unseen;
}
