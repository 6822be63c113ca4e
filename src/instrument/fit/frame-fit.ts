import { invertSymmetric, minimise, normalEquations, type Problem } from '../geometry/least-squares.ts';
import { type JointLimit, jointLimits } from '../geometry/joint-limits.ts';
import type { FrameLandmarks } from '../input/landmarks.ts';
import { type LandmarkStrays, landmarkStrays } from './landmark-bias.ts';
import type { Contact, MeasurementPlan } from '../input/measurement-plan.ts';
import { withLegsExchanged } from './swap-left-right.ts';
import { priorDeviations, walkDeviations } from './pose-priors.ts';
import type { PelvisMeasurement } from './pelvis-estimator.ts';
import type { ReferencePoseFit } from '../reference-pose/reference-pose-fit.ts';
import { landmarkWeights } from '../reference-pose/reference-pose-fit.ts';
import {
  add,
  apply,
  multiply,
  type PelvisRotation,
  pelvisRotation,
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
  LEG_START,
  POSE_SIZE,
  type Pose,
  ROOT,
} from '../geometry/skeleton.ts';
import {
  OUT_OF_PLANE_SEGMENTS,
  type OutOfPlaneResiduals,
  outOfPlaneResiduals,
} from '../geometry/out-of-plane-angles.ts';
import { type ShinHang, shinHang } from './shin-hang.ts';
import { legJointIndex, legParameters } from '../reference-pose/start-pose.ts';
import { type Degrees, leadingSide, type Pixels, type Seconds, type Side, sidesOf } from '../geometry/units.ts';

export interface FrameFit {
  readonly pose: Pose;
  readonly body: Body;
  /** Standard deviation of each of the 17 parameters, widened by the residuals. */
  readonly sd: Float64Array;
  /** Pelvis against its neutral. */
  readonly pelvis: PelvisRotation;
  readonly cost: number;
  /** Root mean square picture residual over the stated pixel sd; about 1 when the model explains the picture. */
  readonly normalisedResidualRms: number;
  /** True when the model had mixed up left and right legs and they were put back. */
  readonly swapped: boolean;
}

const HUBER = 2;
const FLOOR_SD = 4;
const ITERATIONS = 12;
const SHORTEST_STEP: Seconds = 1 / 60;
/** Cost that exchanging the legs must save before it is believed. */
const SWAP_GAIN = 15;
/** Cost that another seed must save before it is believed. */
const SEED_GAIN = 1;
/** From what is believed so far a thigh may have gone so far: seeds beyond that are not looked from, which halves the time. */
const SEED_REACH: Degrees = 45;

interface Measurements extends FrameLandmarks {
  readonly pelvis: PelvisMeasurement;
}

const UNMEASURED: PelvisMeasurement = { twist: null, obliquity: null };

type Fit = Omit<FrameFit, 'swapped'>;

export interface FrameFitter {
  /** `pelvis`: measured in the picture; the landmarks alone are blind to it. */
  fit(frame: FrameLandmarks, last: Pose, elapsed: Seconds, pelvis?: PelvisMeasurement): FrameFit;
}

/** Prepares the fit of single frames after a neutral: everything that does not change from frame to frame is worked out here. */
export const frameFitter = (
  plan: MeasurementPlan,
  referencePose: ReferencePoseFit,
  pictureWidth: Pixels,
): FrameFitter => new SequentialFitter(plan, referencePose, pictureWidth);

class SequentialFitter implements FrameFitter {
  readonly #referencePose: ReferencePoseFit;
  readonly #sides: readonly Side[];
  readonly #priorSd: Float64Array;
  /** The plan's, by the joint's number. */
  readonly #contacts: readonly (Omit<Contact, 'joint'> & { readonly joint: number })[];
  readonly #floor: number;
  readonly #hang: ShinHang | null;
  readonly #outOfPlaneResiduals: OutOfPlaneResiduals | null;
  readonly #limits: readonly JointLimit[];
  readonly #seeds: readonly (readonly number[])[];
  readonly #working: Side;
  readonly #strayOf: LandmarkStrays;
  /** By joint. */
  readonly #pixelSd: readonly Pixels[];
  /** Residuals without the random walk. */
  readonly #count: number;

  constructor(plan: MeasurementPlan, referencePose: ReferencePoseFit, pictureWidth: Pixels) {
    const working = leadingSide(plan.side);
    this.#referencePose = referencePose;
    this.#sides = sidesOf(plan.side);
    this.#priorSd = priorDeviations(plan, working);
    this.#contacts = plan.motion.contacts.map((c) => ({ ...c, joint: legJointIndex(c.joint, working) }));
    this.#floor = plan.motion.internalRotationFloor;
    this.#hang = shinHang(plan.motion, working);
    this.#outOfPlaneResiduals = plan.motion.meanOutOfPlaneAngles
      ? outOfPlaneResiduals(working, referencePose.camera)
      : null;
    this.#limits = jointLimits(plan.motion);
    this.#seeds = (plan.motion.seeds ?? []).map(legParameters);
    this.#working = working;
    this.#strayOf = landmarkStrays(plan.motion, working, referencePose);
    const { landmarkSd, hipLandmarkSd = landmarkSd } = plan.motion;
    const landmarkSdScale = (j: number) => this.#contacts.find(({ joint }) => joint === j)?.landmarkSdScale ?? 1;
    this.#pixelSd = FITTED_LANDMARKS.map(
      (_, j) => ((isHip(j) ? hipLandmarkSd : landmarkSd) * landmarkSdScale(j) * pictureWidth) / 1280,
    );
    const floors = this.#sides.length + this.#limits.length;
    const known = (this.#hang ? 1 : 0) + (this.#outOfPlaneResiduals ? OUT_OF_PLANE_SEGMENTS.length : 0);
    this.#count = 2 * JOINT_COUNT + POSE_SIZE + 3 * this.#contacts.length + floors + known + 2;
  }

  fit(points: FrameLandmarks, last: Pose, elapsed: Seconds, pelvis: PelvisMeasurement = UNMEASURED): FrameFit {
    const frame = { ...points, pelvis };
    const straight = this.#fromSeeds(frame, this.#solve(frame, last, elapsed), elapsed);
    if (straight.cost < 2 * SWAP_GAIN) return { ...straight, swapped: false };
    const crossed = this.#solve({ ...withLegsExchanged(frame), pelvis }, last, elapsed);
    return crossed.cost < straight.cost - SWAP_GAIN ? { ...crossed, swapped: true } : { ...straight, swapped: false };
  }

  /** The best of the fits from the last pose and from the drill's seeds; ties go to the last pose. */
  #fromSeeds(frame: Measurements, usual: Fit, elapsed: Seconds): Fit {
    const flexion = LEG_START[this.#working] + FLEXION;
    return this.#seeds.reduce((best, leg) => {
      if (Math.abs((leg[FLEXION] ?? 0) - (best.pose[flexion] ?? 0)) > SEED_REACH) return best;
      const from = usual.pose.slice();
      from.set(leg, LEG_START[this.#working]);
      const other = this.#solve(frame, from, elapsed);
      return other.cost < best.cost - SEED_GAIN ? other : best;
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
    // The covariance leaves the random walk out: the landmarks' errors repeat from frame to frame and do not average away.
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

  /** Picture, priors, contacts, floor of the rotation, a shin that hangs, slants and pelvis where they were measured; returns how many residuals that were. */
  #write(frame: Measurements, weights: readonly number[], q: Float64Array, out: Float64Array): number {
    const { pose: mean, reference, bones, camera, offsets, body: rest } = this.#referencePose;
    const body = bodyOf(q, reference, bones);
    let i = 0;
    for (let j = 0; j < JOINT_COUNT; j++) {
      const spot = landmarkPoint(body, offsets, j);
      const away = this.#strayOf(j, body, q);
      const u = camera.project(away ? add(spot, away) : spot);
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
    if (this.#hang) out[i++] = this.#hang(q, mean);
    if (this.#outOfPlaneResiduals) {
      this.#outOfPlaneResiduals(body, frame.outOfPlaneAngles, out, i);
      i += OUT_OF_PLANE_SEGMENTS.length;
    }
    const { twist, obliquity } = frame.pelvis;
    const turned = pelvisRotation(multiply(transpose(reference.pelvis), body.pelvis));
    out[i++] = twist ? (turned.twist - twist.value) / twist.sd : 0;
    out[i++] = obliquity ? (turned.obliquity - obliquity.value) / obliquity.sd : 0;
    return i;
  }
}

const isHip = (joint: number): boolean => joint === JOINT.leftHip || joint === JOINT.rightHip;

/** Where a joint's landmark is expected in the room. */
export function landmarkPoint(body: Body, offsets: readonly Vec3[], joint: number): Vec3 {
  const segment = body.segments[joint] ?? body.pelvis;
  return add(body.joints[joint] as Vec3, apply(segment, offsets[joint] as Vec3));
}

const STEPS = new Float64Array(POSE_SIZE).fill(0.02).fill(1e-4, ROOT, ROOT + 3);
const LIMITS = new Float64Array(POSE_SIZE).fill(25).fill(0.2, ROOT, ROOT + 3);

/** Root mean square of the picture residuals, each capped at the robust limit, per degree of freedom left by the legs. */
function pictureResidualRms(residuals: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < 2 * JOINT_COUNT; i++) sum += Math.min((residuals[i] ?? 0) ** 2, HUBER * HUBER);
  return Math.sqrt(sum / JOINT_COUNT);
}

function deviations(problem: Problem, at: Float64Array, widening: number): Float64Array {
  const residuals = new Float64Array(problem.count);
  problem.residuals(at, residuals);
  const covariance = invertSymmetric(normalEquations(problem, at, residuals).matrix, at.length);
  return at.map((_, k) => widening * Math.sqrt(Math.max(0, covariance?.[k * at.length + k] ?? Infinity)));
}
