import type { FrameFit } from './frame-fit.ts';
import { type PelvisMeasurement, type PelvisObservation, withPhonePelvis } from './pelvis-observation.ts';
import type { LensPlace } from '../geometry/pinhole-camera.ts';
import { angleBetween, apply, DEG, dot, length, subtract, unit, type Vec3 } from '../geometry/rotation.ts';
import {
  ABDUCTION,
  type Body,
  FLEXION,
  INTERNAL_ROTATION,
  KNEE,
  LEG_START,
  middleOf,
  ROOT,
  shinAngles,
  SIDE_JOINTS,
  THORAX,
} from '../geometry/skeleton.ts';
import { mean } from '../geometry/statistics.ts';
import {
  type BySide,
  type Degrees,
  type Estimate,
  leadingSide,
  type Metres,
  type Pixels,
  sdOfBound90,
  type Side,
  SIDES,
  sidesOf,
  withProportionalError,
} from '../geometry/units.ts';
import type { MeasurementPlan } from '../input/measurement-plan.ts';
import type { Channel, FittedBody, FormReading, LegAngles } from '../output/reading.ts';
import type { Reason } from '../output/reason.ts';
import type { ReferencePoseFit } from '../reference-pose/reference-pose-fit.ts';
import type { StillObservation } from '../still/still-watch.ts';

type Joints = Body['joints'];

/** Vector from hip to knee, metres, room axes. */
function thighLine({ joints }: Pick<Body, 'joints'>, side: Side): Vec3 {
  const { hip, knee } = SIDE_JOINTS[side];
  return subtract(joints[knee] as Vec3, joints[hip] as Vec3);
}

/** Vector from mid-hip to mid-shoulder, metres, room axes. */
const trunkLine = (joints: Joints): Vec3 => subtract(middleOf(joints, 'shoulder'), middleOf(joints, 'hip'));

/** Unit vector of the pelvis's long axis, towards the head, room axes. */
const longAxis = ({ pelvis }: Body): Vec3 => [pelvis[1], pelvis[4], pelvis[7]];

/** Unit vector of the pelvis's front axis, room axes. */
const frontAxis = ({ pelvis }: Body): Vec3 => [pelvis[2], pelvis[5], pelvis[8]];

/**
 * Degrees of apparent hip rotation for one degree of unseen pelvis twist, 0…1: the cosine between the pelvis's long
 * axis and the femur. A turn of the thigh in the room is the hip's rotation plus the part of the pelvis's rotation that
 * lies about the femur.
 */
export function twistIntoRotation(body: Body, side: Side): number {
  return Math.abs(dot(unit(thighLine(body, side)), longAxis(body)));
}

/**
 * Decrease of the angle between trunk and thigh since the reference pose: positive when the hip bends further. It
 * contains a pelvis that tips forward and a back that rounds; the landmarks cannot tell the two apart.
 */
export function trunkThighBend(now: Joints, start: Joints, side: Side): Degrees {
  const between = (joints: Joints): Degrees => angleBetween(trunkLine(joints), thighLine({ joints }, side));
  return between(start) - between(now);
}

/**
 * Standard deviation of `trunkThighBend` that a landmark error causes: two landmarks end the thigh, two pairs end the
 * trunk.
 * @param landmarkSd pixels in a picture 1280 wide
 */
export function trunkThighSd(
  { body, lens, distance }: { readonly body: Body; readonly lens: LensPlace; readonly distance: Metres },
  side: Side,
  landmarkSd: Pixels,
): Degrees {
  const metres = (landmarkSd / (1280 * lens.focal)) * distance;
  const thigh = (Math.SQRT2 * metres) / length(thighLine(body, side));
  const trunk = metres / length(trunkLine(body.joints));
  return Math.hypot(thigh, trunk) * DEG;
}

export interface FittedBodyInput {
  readonly plan: MeasurementPlan;
  readonly referencePose: ReferencePoseFit;
  readonly fit: FrameFit;
  readonly pelvis: PelvisObservation;
  /** Factor on every standard deviation; above 1 where the view is readable but not recommended. */
  readonly widening: number;
  /** Slide of the working foot; null: the drill does not plant it. */
  readonly footSlide: Estimate<Metres> | null;
  /** Slide of the planted foot nearer to the lens. Absent or null: none is planted. */
  readonly footShift?: Estimate<Metres> | null;
  /** Why a knee cannot be read (`KneeSight`). Absent: both can. */
  readonly kneeProblem?: BySide<Reason | null>;
  /** Known error of the working leg's rotation (`set-measurement.ts`), to be subtracted. Absent: 0. */
  readonly drift?: Degrees;
  readonly reasons: readonly Reason[];
  readonly valid: boolean;
  /** What the picture alone shows (`FittedBody.rough`). Absent: nothing. */
  readonly rough?: FittedBody['rough'];
  /** The parts that should stay. Absent: the drill declares none. */
  readonly still?: readonly StillObservation[] | undefined;
}

/** Below this knee flexion the shin hardly moves when the hip rotates, so no rotation is given. */
const STRAIGHT_KNEE: Degrees = 30;
/**
 * A thigh within this angle of the line of sight shows no direction: its projected length is below 0.35 of its length.
 */
const POINTING_AT_LENS: Degrees = 20;
/** Twist that a pelvis may have while it cannot be seen. */
const UNWATCHED_TWIST: Degrees = 6;
/** Turn about the vertical while the hips are lost. People who compensate turn by about 10°; used as a 90 % bound. */
const UNWATCHED_TURN: Degrees = 10;
/** Above this slide no pelvis lift is given: 6 cm add 3 cm to it. In true lifts feet stay within 3.3 cm. */
const FOOT_AWAY: Metres = 0.04;

/** Turns the fit of one frame and the measurement of the pelvis into the channels of a reading. */
export function fittedBody(input: FittedBodyInput): FittedBody {
  const { plan, pelvis, reasons, valid } = input;
  const phone = phoneOf(pelvis);
  const trunkLean = leanOf(input);
  const lift = plan.neverSeen.includes('pelvis-lift') ? null : pelvisLift(input);
  const leaning = plan.motion.leanLimit !== null && trunkLean !== null && trunkLean.value > plan.motion.leanLimit;
  const leg = (side: Side): LegAngles => legAngles(input, side, leaning);
  const form = formReading(input);
  return {
    valid,
    reasons: leaning && valid ? [...reasons, 'trunk-leans'] : reasons,
    leg: { left: leg('left'), right: leg('right') },
    shin: shinAngles(input.fit.body, input.referencePose.body),
    pelvis: {
      twist: phone?.twist ?? (pelvis.twist && widened(pelvis.twist, input.widening)),
      obliquity: phone?.obliquity ?? hipLineObliquity(input),
      tilt: phone?.tilt ?? null,
      lift,
    },
    trunkLean,
    lumbarExtension: pelvis.arch ? widened(pelvis.arch, input.widening) : null,
    footSlide: input.footSlide,
    ...(form ? { form } : {}),
    ...(input.rough ? { rough: input.rough } : {}),
    ...anchorsOf(input.still),
    unseen: unseenChannels(input, leaning, lift),
  };
}

/** Null: there is none, or it shows nothing now. */
const phoneOf = ({ phone }: PelvisObservation) => (typeof phone === 'object' ? phone : null);

const widened = ({ value, sd }: Estimate<number>, widening: number): Estimate<number> => ({
  value,
  sd: sd * widening,
});

function legAngles(input: FittedBodyInput, side: Side, leaning: boolean): LegAngles {
  const { plan, referencePose, fit, widening } = input;
  const k = LEG_START[side];
  const at = (part: number): Estimate<Degrees> => ({
    value: (fit.pose[k + part] ?? 0) - (referencePose.pose[k + part] ?? 0),
    sd: (fit.sd[k + part] ?? Infinity) * widening * plan.motion.hipSdScale,
  });
  const knee: Estimate<Degrees> = {
    value: fit.pose[k + KNEE] ?? 0,
    sd: (fit.sd[k + KNEE] ?? Infinity) * widening,
  };
  const rotation = at(INTERNAL_ROTATION);
  const drift = side === leadingSide(plan.side) ? (input.drift ?? 0) : 0;
  const pelvisSd = sdOfBound90(unseenTurn(input, side));
  return {
    internalRotation:
      rotationProblem(input, side, leaning) === null
        ? {
            value: rotation.value - drift,
            sd: Math.hypot(rotation.sd * (plan.motion.rotationSdScale ?? 1), pelvisSd, knownTurnSd(input, side)),
          }
        : null,
    pelvisContribution: contribution(input, side),
    flexion:
      plan.motion.flexionReference === 'trunk'
        ? trunkToThigh(input, side)
        : withProportionalError(at(FLEXION), plan.motion.flexionSdShare ?? 0),
    abduction: at(ABDUCTION),
    knee,
  };
}

function contribution({ fit, pelvis }: FittedBodyInput, side: Side): Degrees | null {
  const measured = withPhonePelvis(pelvis.fitted ?? null, phoneOf(pelvis) ?? undefined);
  return measured && pelvisContributionToRotation(fit, measured, side);
}

/** Hip flexion between trunk line and thigh, for views that do not show the pelvis's tilt. */
const trunkToThigh = ({ plan, referencePose, fit, widening }: FittedBodyInput, side: Side): Estimate<Degrees> => ({
  value: trunkThighBend(fit.body.joints, referencePose.body.joints, side),
  sd:
    trunkThighSd(referencePose, side, plan.motion.landmarkSd) *
    Math.max(1, fit.normalisedResidualRms) *
    widening *
    plan.motion.hipSdScale,
});

/**
 * Bound of the pelvic turn that the hip rotation may contain while nothing is known of the pelvis. On hands and knees a turn about the
 * vertical adds to the rotation degree for degree. What a known one adds: `knownTurnSd`.
 */
function unseenTurn({ plan, pelvis, fit }: FittedBodyInput, side: Side): Degrees {
  if (!plan.turnByShift || pelvis.held || pelvis.twist) return 0;
  const phone = phoneOf(pelvis);
  const turn = plan.turnByShift.obliquity === undefined || phone?.obliquity ? 0 : UNWATCHED_TURN;
  return Math.hypot(phone?.twist ? 0 : twistIntoRotation(fit.body, side) * UNWATCHED_TWIST, turn);
}

/**
 * What the uncertainty of a pelvis that is measured or held adds to that of the rotation. The fit counts less of it, because there
 * the hip landmarks seem to show the turn too, while in truth they follow the thigh.
 */
function knownTurnSd({ plan, fit, pelvis, widening }: FittedBodyInput, side: Side): Degrees {
  const phone = phoneOf(pelvis);
  const camera = pelvis.fitted ?? pelvis.held ?? null;
  // Where the band counts no pelvis without a phone, a measured one does not widen it.
  if (camera === null && !plan.turnByShift) return 0;
  const { twist = null, obliquity = null } = withPhonePelvis(camera, phone ?? undefined) ?? {};
  // What a phone shows does not depend on the view.
  const sdOf = (part: typeof twist, ofPhone: typeof twist): Degrees => (part?.sd ?? 0) * (ofPhone ? 1 : widening);
  const twistSd = twist ? twistIntoRotation(fit.body, side) * sdOf(twist, phone?.twist ?? null) : 0;
  return Math.hypot(twistSd, sdOf(obliquity, phone?.obliquity ?? null));
}

/**
 * Lean that a view from the front shows by mistake: a chest that turns by 20° over a still pelvis reads as up to 9°
 * towards the lens, a still trunk as up to 5° (n = 28 rendered sets in the 90/90 seat). Sideways the lean is within
 * 1.5° of the truth.
 */
const TOWARDS_THE_LENS: Degrees = 8;

function leanOf({ plan, referencePose, fit, widening }: FittedBodyInput): Estimate<Degrees> {
  const [now, start] = [trunkLine(fit.body.joints), trunkLine(referencePose.body.joints)];
  const left = apply(referencePose.body.thorax, [1, 0, 0]);
  const sideways = Math.abs(angleBetween(now, left) - angleBetween(start, left));
  const any = angleBetween(now, start);
  const values = { any, sideways, 'sideways-first': Math.max(sideways, any - TOWARDS_THE_LENS) };
  return {
    value: values[plan.motion.leanDirection ?? 'any'],
    sd: (fit.sd[THORAX + 2] ?? Infinity) * widening,
  };
}

/** The landmarks show a turn of the pelvis about the vertical on hands and knees (error 1–2°), and nowhere else. */
function hipLineObliquity(input: FittedBodyInput): Estimate<Degrees> | null {
  const { plan, fit, widening } = input;
  if (plan.neverSeen.includes('pelvis-obliquity')) return null;
  return { value: fit.pelvis.obliquity, sd: (fit.sd[5] ?? Infinity) * widening };
}

/** The estimator's lift, else the rise of the fitted mid-hip, which shows none in a seat. */
function pelvisLift(input: FittedBodyInput): Estimate<Metres> | null {
  const { pelvis, plan, widening } = input;
  if (pelvis.lift) return widened(pelvis.lift, widening);
  return plan.pelvisModel !== undefined || pelvis.lift === null || isFootAway(input) ? null : hipLift(input);
}

/** The fitted height of the mid-hip is only right while the planted feet stay in place. */
const isFootAway = ({ footShift }: FittedBodyInput): boolean => (footShift?.value ?? 0) > FOOT_AWAY;

/** Lift that cloth and a slope of the line of sight may hide from the patches of the pelvis. */
const UNSEEN_LIFT: Metres = 0.01;

/**
 * Rise of the fitted mid-hip. BlazePose's hip landmarks do not show a twist, but they follow a pelvis that leaves the
 * floor: within 0.5 cm on most rendered people, up to 2.7 cm too high on some whose knee falls in while the pelvis
 * stays down.
 */
function hipLift({ referencePose, fit, pelvis, widening }: FittedBodyInput): Estimate<Metres> {
  const risen = (fit.pose[ROOT + 1] ?? 0) - (referencePose.pose[ROOT + 1] ?? 0);
  return {
    value: Math.min(risen, (pelvis.mostLift ?? Infinity) + UNSEEN_LIFT),
    sd: (fit.sd[ROOT + 1] ?? Infinity) * widening,
  };
}

/** Why this leg gives no rotation now; null: it does. */
function rotationProblem(
  { plan, referencePose, fit, kneeProblem }: FittedBodyInput,
  side: Side,
  leaning: boolean,
): Reason | null {
  if (plan.neverSeen.includes('hip-internal-rotation')) return 'not-seen-from-here';
  if (leaning) return 'trunk-leans';
  if (kneeProblem?.[side]) return kneeProblem[side];
  if ((fit.pose[LEG_START[side] + KNEE] ?? 0) < STRAIGHT_KNEE) return 'knee-straight';
  if (plan.motion.thighMayPointAtLens) return null;
  const hip = fit.body.joints[SIDE_JOINTS[side].hip] as Vec3;
  const angle = angleBetween(thighLine(fit.body, side), subtract(hip, referencePose.camera.place));
  return Math.min(angle, 180 - angle) < POINTING_AT_LENS ? 'thigh-towards-lens' : null;
}

function unseenChannels(
  input: FittedBodyInput,
  leaning: boolean,
  lift: Estimate<Metres> | null,
): Partial<Record<Channel, Reason>> {
  const { plan, pelvis } = input;
  const unseen: Partial<Record<Channel, Reason>> = {};
  if (pelvis.unseen) unseen['pelvis-twist'] = pelvis.unseen;
  // With an outline, `withArch` gives the reason.
  if (!pelvis.arch && !plan.outline) unseen['back-arch'] = pelvis.archUnseen ?? 'not-seen-from-here';
  if (lift === null) unseen['pelvis-lift'] = isFootAway(input) ? 'foot-slid' : (pelvis.unseen ?? 'pelvis-lost');
  const problems = sidesOf(plan.side).map((side) => rotationProblem(input, side, leaning));
  const rotation = problems.find((problem) => problem !== null);
  if (rotation) unseen['hip-internal-rotation'] = rotation;
  for (const { channel, shift } of input.still ?? []) {
    if (!shift) unseen[channel] = channel === 'hips-shift' ? 'pelvis-lost' : 'knee-hidden';
  }
  for (const channel of plan.neverSeen) unseen[channel] = 'not-seen-from-here';
  if (pelvis.phone !== undefined) seeByPhone(unseen, pelvis.phone);
  return unseen;
}

const PHONE_CHANNELS = [
  ['twist', 'pelvis-twist'],
  ['obliquity', 'pelvis-obliquity'],
  ['tilt', 'pelvis-tilt'],
] as const;

/** What the phone shows is seen, wherever the camera stands. What neither shows now is missing for the phone's reason. */
function seeByPhone(unseen: Partial<Record<Channel, Reason>>, phone: NonNullable<PelvisObservation['phone']>): void {
  for (const [part, channel] of PHONE_CHANNELS) {
    if (typeof phone === 'object') {
      if (phone[part]) delete unseen[channel];
    } else if (unseen[channel] !== undefined || part === 'tilt') unseen[channel] = phone;
  }
}

/** Input to the channels that only some drills have. */
export interface FormInput extends Pick<FittedBodyInput, 'widening' | 'footShift' | 'still'> {
  readonly plan: Pick<MeasurementPlan, 'optionalChannels'>;
  readonly referencePose: Pick<ReferencePoseFit, 'body'>;
  readonly fit: Pick<FrameFit, 'body' | 'sd'>;
}

const STILL_FIELDS = { 'hips-shift': 'hipsShift', 'other-knee-shift': 'otherKneeShift' } as const;

function anchorsOf(still: readonly StillObservation[] | undefined): Pick<FittedBody, 'anchors'> {
  if (!still) return {};
  return { anchors: still.flatMap(({ channel, at }) => (at ? [{ channel, at }] : [])) };
}

/** The optional channels that the plan names; undefined: it names none. */
export function formReading(input: FormInput): FormReading | undefined {
  const channels = input.plan.optionalChannels ?? [];
  const still = input.still ?? [];
  if (channels.length === 0 && still.length === 0) return undefined;
  return {
    ...Object.fromEntries(still.map(({ channel, shift }) => [STILL_FIELDS[channel], shift])),
    ...(channels.includes('shin-drop') ? { shinDrop: shinDrop(input) } : {}),
    ...(channels.includes('foot-shift') ? { footShift: input.footShift ?? null } : {}),
  };
}

/** Angle of a shin below the horizontal; positive: the foot is lower than the knee. */
function slope({ joints }: Body, side: Side): Degrees {
  const { knee, ankle } = SIDE_JOINTS[side];
  const shin = unit(subtract(joints[ankle] as Vec3, joints[knee] as Vec3));
  return -Math.asin(Math.max(-1, Math.min(1, shin[1]))) * DEG;
}

function shinDrop({ referencePose, fit, widening }: FormInput): Estimate<Degrees> {
  const drops = SIDES.map((side) => slope(fit.body, side) - slope(referencePose.body, side));
  const sds = SIDES.map((side) => fit.sd[LEG_START[side] + KNEE] ?? Infinity);
  return { value: mean(drops), sd: mean(sds) * widening };
}

/**
 * The pelvic contribution: rotation of the thigh about its long axis that comes from the pelvis's turn since the
 * reference pose; positive inwards. The shin shows the sum of this and the hip's own rotation. Only measured turns
 * count, because the landmarks alone do not show the pelvis. Null: nothing was measured.
 */
export function pelvisContributionToRotation(fit: FrameFit, measured: PelvisMeasurement, side: Side): Degrees | null {
  if (!measured.twist && !measured.obliquity) return null;
  const { body, pelvis } = fit;
  const femur = unit(thighLine(body, side));
  const turned =
    (measured.twist ? pelvis.twist * dot(longAxis(body), femur) : 0) +
    (measured.obliquity ? pelvis.obliquity * dot(frontAxis(body), femur) : 0);
  return side === 'left' ? turned : -turned;
}
