import type { PelvisMeasurement } from './pelvis-observation.ts';
import { invertSymmetric, minimise, normalEquations, type Problem } from '../geometry/least-squares.ts';
import {
  add,
  apply,
  cross,
  length,
  multiply,
  pelvisRotation,
  type PelvisRotation,
  RAD,
  scale,
  subtract,
  transpose,
  type Vec3,
} from '../geometry/rotation.ts';
import {
  type Body,
  bodyOf,
  FITTED_LANDMARKS,
  FLEXION,
  INTERNAL_ROTATION,
  JOINT,
  JOINT_COUNT,
  KNEE,
  LEG_START,
  PELVIS,
  type Pose,
  POSE_SIZE,
  ROOT,
  SIDE_JOINTS,
  THORAX,
} from '../geometry/skeleton.ts';
import {
  type Degrees,
  leadingSide,
  otherSide,
  type Pixels,
  type Seconds,
  type Share,
  type Side,
  sidesOf,
} from '../geometry/units.ts';
import { type FrameLandmarks, swapLeftRight } from '../input/landmarks.ts';
import type { Contact, MeasurementPlan, MotionModel } from '../input/measurement-plan.ts';
import {
  type JointLimit,
  jointLimits,
  landmarkWeights,
  legJointIndex,
  legParameters,
  type ReferencePoseFit,
} from '../reference-pose/reference-pose-fit.ts';

/**
 * Systematic error of BlazePose's landmarks. In some movements a landmark runs ahead of its joint, or stays behind, by
 * about the same share in every person. The fit adds this bias to the place where it expects the landmark. Only a
 * change since the reference pose counts; the constant part of the error is in the offsets learnt there.
 *
 * A function of this type gives the bias of one joint's landmark, metres in the room; null: none.
 */
export type LandmarkBias = (joint: number, body: Body, pose: Pose) => Vec3 | null;

/** The biases that the drill's plan names. */
export function landmarkBias(motion: MotionModel, working: Side, referencePose: ReferencePoseFit): LandmarkBias {
  const { ankleLead: inwards = 0, ankleLagOutwards = 0, hipLag: hipShare = 0, kneeLag: kneeShare = 0 } = motion;
  const outwards = ankleLagOutwards === 0 ? inwards : -ankleLagOutwards;
  const turn = LEG_START[working] + INTERNAL_ROTATION;
  const { pose: start, body: rest } = referencePose;
  const ankle = legJointIndex('working ankle', working);
  const hip = legJointIndex('working hip', working);
  return (joint, body, pose) => {
    const ankleShare = (pose[turn] ?? 0) < (start[turn] ?? 0) ? outwards : inwards;
    if (joint === ankle && ankleShare !== 0) return ankleLead(body, working, ankleShare, pose, start);
    if (joint === hip && hipShare !== 0) return hipLag(body, rest, joint, hipShare);
    return kneeShare !== 0 && isKnee(joint) ? kneeLag(body, rest, joint, kneeShare) : null;
  };
}

const isKnee = (joint: number): boolean => joint === JOINT.leftKnee || joint === JOINT.rightKnee;

/**
 * Lead of the ankle's landmark while the shin swings about the thigh's axis, metres in the room. Seen from behind,
 * BlazePose puts the ankle between malleolus and heel. As the foot swings out and shows its inner side, that point
 * slides in the direction of the swing (11 % of the shin at 31°; 7–17 %, n = 9 rendered people).
 * @param share of the ankle's movement since the reference pose. It also absorbs hips and shoulders that BlazePose sees
 * too low.
 * @param pose, referencePose their difference in internal rotation gives the swing
 */
export function ankleLead(body: Body, side: Side, share: Share, pose: Pose, referencePose: Pose): Vec3 {
  const [hip, knee, ankle] = (['hip', 'knee', 'ankle'] as const).map(
    (part) => body.joints[SIDE_JOINTS[side][part]],
  ) as [Vec3, Vec3, Vec3];
  const thigh = subtract(knee, hip);
  const k = LEG_START[side] + INTERNAL_ROTATION;
  const rotated = ((pose[k] ?? 0) - (referencePose[k] ?? 0)) * RAD;
  // Internal rotation turns the left thigh one way about its axis, and the right thigh the other way.
  const sign = side === 'left' ? 1 : -1;
  return scale(cross(thigh, subtract(ankle, knee)), (sign * share * rotated) / length(thigh));
}

/**
 * Lag of the working hip's landmark, metres in the room; up and down only. When the pelvis rolls over a thigh that lies
 * on the floor, the hip joint rises inside the buttock. BlazePose's landmark follows about half of that rise
 * (0.37–0.65, n = 9 rendered people in the 90/90 seat). The sideways movement is too small to measure.
 * @param share of the hip's rise since the reference pose
 * @param rest the body in the reference pose
 */
export function hipLag(body: Body, rest: Body, joint: number, share: Share): Vec3 {
  const [, risen] = subtract(body.joints[joint] as Vec3, rest.joints[joint] as Vec3);
  return [0, -share * risen, 0];
}

/**
 * Lag of a knee's landmark, metres in the room. BlazePose locates a knee that points up better than one that has fallen
 * inwards: there its landmark stays behind and shows 0.92 ± 0.07 of the hip rotation with the feet on a wall (n = 9
 * rendered people) and 0.90 ± 0.10 with the feet on the floor (n = 5). Knees that fall outwards were not examined.
 * @param share of the knee's movement since the reference pose
 * @param rest the body in the reference pose
 */
export function kneeLag(body: Body, rest: Body, joint: number, share: Share): Vec3 {
  return scale(subtract(body.joints[joint] as Vec3, rest.joints[joint] as Vec3), -share);
}

/**
 * The fit of the skeleton to one frame: damped least squares over the 17 parameters of a pose (`POSE_SIZE`).
 *
 * Residuals, in order. Each is divided by its standard deviation (sd), so that all are without unit:
 * 1. picture, 8 joints × (x, y): projected joint minus landmark, in pixels; weighted by visibility, robust beyond 2 sd
 *    (Huber)
 * 2. prior, 17: parameter minus its value in the reference pose, in metres or degrees
 * 3. contacts, 3 for each joint that stays in place: its displacement since the reference pose, metres in x, y, z
 * 4. rotation floor, 1 for each working leg: degrees of internal rotation below the drill's lower limit, else 0
 * 5. joint limits, 1 for each limit and leg: degrees beyond the limit, else 0
 * 6. hanging shin, 0 or 1: change of knee flexion minus change of hip flexion, degrees
 * 7. pelvis, 3: fitted minus measured twist, obliquity, then tilt, degrees; 0 where nothing was measured
 * 8. random walk, 17: parameter minus its value in the last frame; left out when the standard deviations are computed
 */
export interface FrameFit {
  readonly pose: Pose;
  readonly body: Body;
  /** Standard deviation of each of the 17 parameters, widened by the residuals. */
  readonly sd: Float64Array;
  /** Pelvis against the reference pose. */
  readonly pelvis: PelvisRotation;
  /** Sum of the squared residuals. */
  readonly cost: number;
  /** Root mean square of the picture residuals, in standard deviations; about 1 when the model explains the picture. */
  readonly normalisedResidualRms: number;
  /** True: the pose model had swapped the legs, and the fit swapped them back. */
  readonly swapped: boolean;
}

/** Length of a picture residual from which it counts linearly, standard deviations. */
const HUBER = 2;
/** Standard deviation of an angle beyond a soft limit. */
const FLOOR_SD: Degrees = 4;
const ITERATIONS = 12;
/** A shorter time between two frames counts as this long, so that the random walk always leaves some freedom. */
const SHORTEST_STEP: Seconds = 1 / 60;
/** Cost that swapping the legs must save: the swap is rare, so it needs clear evidence. */
const SWAP_GAIN = 15;
/** Cost that another initial guess must save: equal solutions keep the one that continues the last frame. */
const GUESS_GAIN = 1;
/** Initial guesses whose hip flexion is farther from the best fit than this are skipped, which halves the time. */
const GUESS_REACH: Degrees = 45;

interface Measurements extends FrameLandmarks {
  readonly pelvis: PelvisMeasurement;
}

const UNMEASURED: PelvisMeasurement = { twist: null, obliquity: null };

type Fit = Omit<FrameFit, 'swapped'>;

/** The fit of the frames that follow a reference pose. What does not change from frame to frame is computed once. */
export class FrameFitter {
  readonly #referencePose: ReferencePoseFit;
  readonly #sides: readonly Side[];
  readonly #priorSd: Float64Array;
  /** The plan's contacts; `joint` is the index in `Body.joints`. */
  readonly #contacts: readonly (Omit<Contact, 'joint'> & { readonly joint: number })[];
  readonly #floor: number;
  /** Standard deviation of the working knee's flexion from that of a shin that hangs down; undefined: it does not hang. */
  readonly #hangSd: Degrees | undefined;
  readonly #limits: readonly JointLimit[];
  readonly #initialGuesses: readonly (readonly number[])[];
  readonly #working: Side;
  readonly #biasOf: LandmarkBias;
  /** Standard deviation of each joint's landmark, in the order of `Body.joints`. */
  readonly #pixelSd: readonly Pixels[];
  /** Number of residuals without the random walk. */
  readonly #count: number;

  /** @param pictureWidth scales the landmarks' standard deviations, which are given for a picture 1280 wide */
  constructor(plan: MeasurementPlan, referencePose: ReferencePoseFit, pictureWidth: Pixels) {
    const working = leadingSide(plan.side);
    this.#referencePose = referencePose;
    this.#sides = sidesOf(plan.side);
    this.#priorSd = priorDeviations(plan, working);
    this.#contacts = plan.motion.contacts.map((c) => ({ ...c, joint: legJointIndex(c.joint, working) }));
    this.#floor = plan.motion.internalRotationFloor;
    this.#hangSd = plan.motion.shinHangSd;
    this.#limits = jointLimits(plan.motion);
    this.#initialGuesses = (plan.motion.initialGuesses ?? []).map(legParameters);
    this.#working = working;
    this.#biasOf = landmarkBias(plan.motion, working, referencePose);
    const { landmarkSd, hipLandmarkSd = landmarkSd } = plan.motion;
    const landmarkSdScale = (j: number) => this.#contacts.find(({ joint }) => joint === j)?.landmarkSdScale ?? 1;
    this.#pixelSd = FITTED_LANDMARKS.map(
      (_, j) => ((isHip(j) ? hipLandmarkSd : landmarkSd) * landmarkSdScale(j) * pictureWidth) / 1280,
    );
    const floors = this.#sides.length + this.#limits.length;
    const known = this.#hangSd === undefined ? 0 : 1;
    this.#count = 2 * JOINT_COUNT + POSE_SIZE + 3 * this.#contacts.length + floors + known + 3;
  }

  /**
   * @param last pose of the last frame: start of the search and centre of the random walk
   * @param elapsed time since the last frame
   * @param pelvis its turn as measured in the picture or by a phone. BlazePose's landmarks do not show it.
   */
  fit(points: FrameLandmarks, last: Pose, elapsed: Seconds, pelvis: PelvisMeasurement = UNMEASURED): FrameFit {
    const frame = { ...points, pelvis };
    const straight = this.#bestGuess(frame, this.#solve(frame, last, elapsed), elapsed);
    if (straight.cost < 2 * SWAP_GAIN) return { ...straight, swapped: false };
    const crossed = this.#solve({ ...swapLeftRight(frame), pelvis }, last, elapsed);
    return crossed.cost < straight.cost - SWAP_GAIN ? { ...crossed, swapped: true } : { ...straight, swapped: false };
  }

  /** The best of the fits that start from the last pose and from the drill's initial guesses for the working leg. */
  #bestGuess(frame: Measurements, usual: Fit, elapsed: Seconds): Fit {
    const flexion = LEG_START[this.#working] + FLEXION;
    return this.#initialGuesses.reduce((best, leg) => {
      if (Math.abs((leg[FLEXION] ?? 0) - (best.pose[flexion] ?? 0)) > GUESS_REACH) return best;
      const from = usual.pose.slice();
      from.set(leg, LEG_START[this.#working]);
      const other = this.#solve(frame, from, elapsed);
      return other.cost < best.cost - GUESS_GAIN ? other : best;
    }, usual);
  }

  #solve(frame: Measurements, last: Pose, elapsed: Seconds): Fit {
    const { reference, bones } = this.#referencePose;
    const weights = landmarkWeights(frame.visibility);
    const walk = walkDeviations(Math.max(SHORTEST_STEP, elapsed));
    const moving = this.#problem(this.#count + POSE_SIZE, ITERATIONS, (q, out) => {
      let i = this.#write(frame, weights, q, out);
      for (let k = 0; k < POSE_SIZE; k++) out[i++] = ((q[k] ?? 0) - (last[k] ?? 0)) / (walk[k] ?? 1);
    });
    const best = minimise(moving, last);
    // The random walk is left out of the covariance: landmark errors repeat from frame to frame and do not average out.
    const standing = this.#problem(this.#count, 0, (q, out) => void this.#write(frame, weights, q, out));
    const normalisedResidualRms = pictureResidualRms(best.residuals);
    const body = bodyOf(best.parameters, reference, bones);
    return {
      pose: best.parameters,
      body,
      sd: deviations(standing, best.parameters, Math.max(1, normalisedResidualRms)),
      pelvis: pelvisRotation(multiply(transpose(reference.pelvis), body.pelvis)),
      cost: best.cost,
      normalisedResidualRms,
    };
  }

  #problem(count: number, iterations: number, residuals: Problem['residuals']): Problem {
    return { residuals, count, iterations, pairs: JOINT_COUNT, huber: HUBER, steps: STEPS, limits: LIMITS };
  }

  /**
   * Writes residual blocks 1 to 7 (see `FrameFit`).
   * @returns how many residuals were written
   */
  #write(frame: Measurements, weights: readonly number[], q: Float64Array, out: Float64Array): number {
    const { pose: mean, reference, bones, camera, offsets, body: rest } = this.#referencePose;
    const body = bodyOf(q, reference, bones);
    let i = 0;
    for (let j = 0; j < JOINT_COUNT; j++) {
      const place = landmarkPoint(body, offsets, j);
      const bias = this.#biasOf(j, body, q);
      const u = camera.project(bias ? add(place, bias) : place);
      const l = 2 * (FITTED_LANDMARKS[j] ?? 0);
      const w = (weights[j] ?? 0) / (this.#pixelSd[j] ?? 1);
      out[i++] = (u[0] - (frame.points[l] ?? 0)) * w;
      out[i++] = (u[1] - (frame.points[l + 1] ?? 0)) * w;
    }
    for (let k = 0; k < POSE_SIZE; k++) out[i++] = ((q[k] ?? 0) - (mean[k] ?? 0)) / (this.#priorSd[k] ?? 1);
    for (const { joint, sd } of this.#contacts) {
      const slid = subtract(body.joints[joint] as Vec3, rest.joints[joint] as Vec3);
      for (let k = 0; k < 3; k++) out[i++] = (slid[k] ?? 0) / sd;
    }
    for (const side of this.#sides) {
      const k = LEG_START[side] + INTERNAL_ROTATION;
      out[i++] = Math.min(0, (q[k] ?? 0) - (mean[k] ?? 0) - this.#floor) / FLOOR_SD;
    }
    for (const { k, sign, at } of this.#limits) out[i++] = Math.min(0, sign * ((q[k] ?? 0) - at)) / FLOOR_SD;
    if (this.#hangSd !== undefined) {
      const start = LEG_START[this.#working];
      const bent = (part: number): Degrees => (q[start + part] ?? 0) - (mean[start + part] ?? 0);
      const up = Math.min(1, Math.max(0, bent(FLEXION)) / THIGH_UP);
      out[i++] = (up * (bent(KNEE) - bent(FLEXION))) / this.#hangSd;
    }
    const { twist, obliquity, tilt } = frame.pelvis;
    const turned = pelvisRotation(multiply(transpose(reference.pelvis), body.pelvis));
    out[i++] = twist ? (turned.twist - twist.value) / twist.sd : 0;
    out[i++] = obliquity ? (turned.obliquity - obliquity.value) / obliquity.sd : 0;
    out[i++] = tilt ? (turned.tilt - tilt.value) / tilt.sd : 0;
    return i;
  }
}

const isHip = (joint: number): boolean => joint === JOINT.leftHip || joint === JOINT.rightHip;

/** Where a joint's landmark is expected in the room, metres: the joint plus the offset learnt in the reference pose. */
export function landmarkPoint(body: Body, offsets: readonly Vec3[], joint: number): Vec3 {
  const segment = body.segments[joint] ?? body.pelvis;
  return add(body.joints[joint] as Vec3, apply(segment, offsets[joint] as Vec3));
}

/** Per parameter: step of the numeric derivative, largest change in one iteration; degrees, mid-hip metres. */
const STEPS = new Float64Array(POSE_SIZE).fill(0.02).fill(1e-4, ROOT, ROOT + 3);
const LIMITS = new Float64Array(POSE_SIZE).fill(25).fill(0.2, ROOT, ROOT + 3);

/** Root mean square length of the picture residuals of a joint; each residual is capped at the robust limit. */
function pictureResidualRms(residuals: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < 2 * JOINT_COUNT; i++) sum += Math.min((residuals[i] ?? 0) ** 2, HUBER * HUBER);
  return Math.sqrt(sum / JOINT_COUNT);
}

/** Standard deviation of each parameter, from the inverse of the normal matrix. */
function deviations(problem: Problem, at: Float64Array, widening: number): Float64Array {
  const residuals = new Float64Array(problem.count);
  problem.residuals(at, residuals);
  const covariance = invertSymmetric(normalEquations(problem, at, residuals).matrix, at.length);
  return at.map((_, k) => widening * Math.sqrt(Math.max(0, covariance?.[k * at.length + k] ?? Infinity)));
}

/** Standard deviation of the random walk in one second: metres for the mid-hip (`root`), else degrees. */
const SPEED = { root: 0.2, pelvis: 40, leg: 90, rotation: 140, thorax: 40 } as const;

/** Standard deviation of each parameter about the reference pose, from the drill's plan. */
function priorDeviations(plan: MeasurementPlan, working: Side): Float64Array {
  const { motion } = plan;
  const sd = new Float64Array(POSE_SIZE).fill(motion.rootSd);
  sd.fill(motion.pelvisSd, PELVIS, PELVIS + 3);
  sd[PELVIS] = motion.pelvisTiltSd ?? motion.pelvisSd;
  sd.set(legParameters(motion.workingSd), LEG_START[working]);
  const other = plan.side === 'both' ? motion.workingSd : motion.otherSd;
  sd.set(legParameters(other), LEG_START[otherSide(working)]);
  sd.fill(motion.thoraxSd, THORAX, THORAX + 3);
  return sd;
}

/** Standard deviation of each parameter's change from one frame to the next. */
function walkDeviations(elapsed: Seconds): Float64Array {
  const walk = new Float64Array(POSE_SIZE).fill(SPEED.leg * elapsed);
  walk.fill(SPEED.root * elapsed, ROOT, ROOT + 3);
  walk.fill(SPEED.pelvis * elapsed, PELVIS, PELVIS + 3);
  walk.fill(SPEED.thorax * elapsed, THORAX, THORAX + 3);
  for (const k of [LEG_START.left, LEG_START.right]) walk[k + INTERNAL_ROTATION] = SPEED.rotation * elapsed;
  return walk;
}

/** Change of hip flexion at which the shin hangs in full. The residual grows evenly from 0° on. */
const THIGH_UP: Degrees = 40;
