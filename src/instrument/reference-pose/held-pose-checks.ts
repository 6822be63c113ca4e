import { similarity } from '../geometry/least-squares.ts';
import { landmarkAt, midJoint, type PicturePoint, pixelDistance, rightToLeft } from '../geometry/picture-points.ts';
import { DEG } from '../geometry/rotation.ts';
import { type Degrees, isWithin, leadingSide, otherSide, type Seconds, type Share } from '../geometry/units.ts';
import { JOINT_LANDMARKS, swapLeftRight } from '../input/landmarks.ts';
import type { LegPose, MeasurementPlan, SegmentPose, StartPosture } from '../input/measurement-plan.ts';
import type { StartDifference } from '../output/reading.ts';
import { fitReferencePoseFrom, type StillLandmarks } from './reference-pose-fit.ts';
import { pixelSdIn } from './reference-pose-search.ts';

const ITERATIONS = 40;
/**
 * Prior of leg rotation while start and stretch are compared: both postures may turn a little, and the nearer one wins.
 */
const ROTATION_SD: Degrees = 6;
/** Thorax fold over pelvis fold: a chest folds further forward than the pelvis under it. */
const CHEST_FOLD_RATIO = 1.7;
/**
 * A stretch whose fit costs more than this explains the picture badly, so the excess is added to the margin by which it
 * must beat the start. Example: a true start in black cloth cost 18 as start and 14 as stretch.
 */
const GOOD_STRETCH_COST = 10;

/** Whether the line mid-hip to mid-shoulder leans from the vertical in the picture, in a drill that starts upright. */
export function isTrunkTipped({ maxStartLean = Infinity }: MeasurementPlan, { points }: StillLandmarks): boolean {
  const [hip, shoulder] = [midJoint(points, 'hip'), midJoint(points, 'shoulder')];
  return Math.abs(DEG * Math.atan2(shoulder[0] - hip[0], hip[1] - shoulder[1])) > maxStartLean;
}

/**
 * True when the working leg in its stretched position explains a still picture clearly better than the drill's start
 * does. The fit of the start alone cannot tell: it explains a sleeper's fallen knee by a narrower stance, a turned
 * pelvis and displaced landmarks. On rendered sleepers this found a third of the holds taken at 20° and two thirds of
 * those at 30°. What it misses is found later by `ReferencePoseValidator`, when the leg comes back to the real start.
 * @param azimuth of the lens, from the search
 */
export function looksStretched(plan: MeasurementPlan, still: StillLandmarks, azimuth: Degrees): boolean {
  const check = plan.startCheck;
  if (!check) return false;
  const stretched = { ...plan.posture, working: check.stretched };
  const options = {
    pixelSd: pixelSdIn(still),
    iterations: ITERATIONS,
    rotationSd: ROTATION_SD,
    ankleHeight: check.ankleHeight,
  };
  const costOf = (posture: StartPosture): number =>
    fitReferencePoseFrom({ ...plan, posture }, still, azimuth, options).cost;
  const asStart = costOf(plan.posture);
  const { folded } = check;
  if (folded) {
    const asFolded = costOf(foldedBy(folded.by, plan.posture));
    // A folded trunk explains a lifted leg away in the upright postures, so both are compared folded. With the leg down
    // it is no stretch.
    if (asFolded < asStart + check.costMargin)
      return asFolded - costOf(foldedBy(folded.by, stretched)) > folded.costMargin;
  }
  const asStretched = costOf(stretched);
  const margin = check.costMargin + Math.max(0, asStretched - GOOD_STRETCH_COST);
  return asStart - asStretched > margin;
}

/** The trunk folded forward over legs that stay: the pelvis by so many degrees, the chest further. */
function foldedBy(degrees: Degrees, posture: StartPosture): StartPosture {
  const { pelvis, thorax, working, other } = posture;
  return {
    ...posture,
    pelvis: { ...pelvis, pitch: pelvis.pitch + degrees },
    thorax: { ...thorax, pitch: thorax.pitch + CHEST_FOLD_RATIO * degrees },
    working: { ...working, flexion: working.flexion + degrees },
    other: { ...other, flexion: other.flexion + degrees },
  };
}

/** `legDisplacement` up to which the legs are in the same position: a leg that has fallen in by 15° gives 0.15. */
export const SAME_LEG_POSITION: Share = 0.15;

/**
 * How far the legs have moved against each other between two still pictures of one person, as a share of the trunk's
 * length: the larger change of two vectors, right to left knee and right to left ankle. The pictures are first aligned
 * at shoulders and hips, so that a small push of the laptop changes little. A leg that has fallen in by 20° gives 0.2
 * or more. The same posture after a push of the laptop gives less than 0.1. Infinity if the trunk has no length.
 */
export function legDisplacement(then: StillLandmarks, now: StillLandmarks): Share {
  const alignment = similarity(trunkOf(then), trunkOf(now));
  const length = pixelDistance(midJoint(then.points, 'hip'), midJoint(then.points, 'shoulder'));
  if (!alignment || length === 0) return Infinity;
  return Math.max(
    ...(['knee', 'ankle'] as const).map((joint) => {
      const [x, y] = rightToLeft(then.points, joint);
      const [u, v] = rightToLeft(now.points, joint);
      const { a, b } = alignment;
      // The earlier vector, rotated and scaled into the later picture, minus the later vector.
      return Math.hypot(a * x - b * y - u, b * x + a * y - v) / (length * Math.hypot(a, b));
    }),
  );
}

/** Share of the trunk's length by which shoulders or hips of a person who stays are off in one picture at most. */
const TRUNK_STAYS: Share = 0.15;
/** `legDisplacement` above which legs have moved, in one picture: a hidden knee is off by half of that. */
const LEGS_MOVED = 2 * SAME_LEG_POSITION;

/** Whether a single picture shows the person elsewhere, or in another position. The pose model may have mixed up the legs. */
export function hasLeft(then: StillLandmarks, now: StillLandmarks): boolean {
  const length = pixelDistance(midJoint(then.points, 'hip'), midJoint(then.points, 'shoulder'));
  const shift = (part: 'hip' | 'shoulder') => pixelDistance(midJoint(then.points, part), midJoint(now.points, part));
  if (Math.max(shift('hip'), shift('shoulder')) > TRUNK_STAYS * length) return true;
  return [now, { ...now, ...swapLeftRight(now) }].every((seen) => legDisplacement(then, seen) > LEGS_MOVED);
}

const trunkOf = ({ points }: StillLandmarks): readonly PicturePoint[] =>
  (['left', 'right'] as const).flatMap((side) => [
    landmarkAt(points, JOINT_LANDMARKS[side].shoulder),
    landmarkAt(points, JOINT_LANDMARKS[side].hip),
  ]);

/** A pose rejected as a stretch, or as different from the first hold, is accepted after this time. Other rejections stay. */
const REJECTED_POSE_TIMEOUT: Seconds = 15;
/**
 * After this time away from the rejected position the person has left it. A repetition on hands and knees keeps the
 * foot away for 2.3 s and more; the pose model takes a fold of cloth for the knee for less.
 */
const AWAY_FOR: Seconds = 2;

interface RejectedPose {
  readonly still: StillLandmarks;
  readonly since: Seconds;
  /** When the legs were last seen in that position. */
  readonly lastSeen: Seconds;
}

/**
 * Accepts a rejected pose that is kept for 15 s. The rejection may be wrong, and nobody should wait for ever. Only time
 * in the rejected position counts: a person who repeats the movement comes back to the same stretch each time, and that
 * is not accepted.
 */
export class RejectedPoseTimeout {
  #rejected: RejectedPose | null = null;

  clear(): void {
    this.#rejected = null;
  }

  /**
   * Shows the present position, so that leaving the rejected one is noticed.
   * @param now present landmarks, whether the person is still or not
   * @returns true if the legs are in the rejected position
   */
  observe(now: StillLandmarks, time: Seconds): boolean {
    const rejected = this.#rejected;
    if (!rejected) return false;
    if (!isWithin(time - rejected.lastSeen, AWAY_FOR)) {
      this.#rejected = null;
      return false;
    }
    if (!isSamePosition(rejected.still, now)) return false;
    this.#rejected = { ...rejected, lastSeen: time };
    return true;
  }

  /** Records that this pose was rejected. @returns true if it has been kept for so long that it is to be accepted */
  reject(still: StillLandmarks, time: Seconds): boolean {
    if (!this.observe(still, time)) this.#rejected = { still, since: time, lastSeen: time };
    return this.#rejected !== null && !isWithin(time - this.#rejected.since, REJECTED_POSE_TIMEOUT);
  }
}

/** Also true if the legs match after swapping left and right: the pose model swaps them now and then. */
const isSamePosition = (then: StillLandmarks, now: StillLandmarks): boolean =>
  [now, { ...now, ...swapLeftRight(now) }].some((seen) => legDisplacement(then, seen) <= SAME_LEG_POSITION);

export type CostOf = (posture: StartPosture, still: StillLandmarks) => number;

interface Variant {
  readonly difference: StartDifference;
  readonly posture: StartPosture;
}

/**
 * A difference is plain if its posture costs at most `PLAIN_COST`, and every posture of another kind, the start included, costs at
 * least `PLAIN_TIMES` as much and `PLAIN_MARGIN` more. In 20 photographs of real people who were not in the start on the back,
 * the right posture cost 24 to 52 in the nine that were told, and the next kind 1.4 to 4.6 times as much.
 */
const PLAIN_COST = 55;
const PLAIN_TIMES = 1.4;
const PLAIN_MARGIN = 15;

const ON_BACK = segment(-90);
/** Shoulders on the floor, hips high or half high. */
const [HIGH, HALF_HIGH] = [segment(-120), segment(-110)];

const PLANTED = leg(45, 100);
const LEGS: Readonly<Record<'planted' | 'flat' | 'raised', LegPose>> = {
  planted: PLANTED,
  flat: leg(0, 5),
  raised: leg(90, 45),
};

function segment(pitch: Degrees): SegmentPose {
  return { yaw: 0, pitch, roll: 0 };
}

function leg(flexion: Degrees, knee: Degrees): LegPose {
  return { flexion, abduction: 10, internalRotation: 0, knee };
}

const lyingWith = (working: LegPose, other: LegPose): StartPosture => ({
  pelvis: ON_BACK,
  thorax: ON_BACK,
  working,
  other,
  height: { of: 'mid-hip', metres: 0.1 },
});

const both = (pelvis: SegmentPose, legs: LegPose, height: StartPosture['height']): StartPosture => ({
  pelvis,
  thorax: pelvis,
  working: legs,
  other: legs,
  height,
});

/** The start on the back, both feet on the floor. */
const isPlanted = ({ pelvis, working, other }: StartPosture): boolean =>
  pelvis.pitch <= -60 && Math.max(working.flexion, other.flexion) < 70;

function variantsOf({ posture, side }: MeasurementPlan): readonly Variant[] {
  if (!isPlanted(posture)) return [];
  const working = leadingSide(side);
  const [upright, floor] = [segment(0), { of: 'mid-hip', metres: 0.1 } as const];
  const bodies: readonly Variant[] = [
    { difference: { kind: 'hips-up' }, posture: both(HIGH, leg(5, 90), { of: 'mid-hip', metres: 0.35 }) },
    { difference: { kind: 'hips-up' }, posture: both(HALF_HIGH, leg(20, 95), { of: 'mid-hip', metres: 0.22 }) },
    { difference: { kind: 'not-lying' }, posture: both(upright, leg(0, 3), { of: 'lowest-joint', metres: 0.08 }) },
    { difference: { kind: 'not-lying' }, posture: both(upright, leg(100, 100), floor) },
    { difference: { kind: 'not-lying' }, posture: both(upright, leg(85, 10), floor) },
  ];
  const legs = Object.entries(LEGS).flatMap(([one, ofWorking]) =>
    Object.entries(LEGS).flatMap(([two, ofOther]): readonly Variant[] => {
      if (one === two && one === 'planted') return [];
      const single = two === 'planted' ? working : one === 'planted' ? otherSide(working) : null;
      const difference = { kind: 'legs-not-planted', ...(single && { leg: single }) } as const;
      return [{ difference, posture: lyingWith(ofWorking, ofOther) }];
    }),
  );
  return [...bodies, ...legs];
}

/** Postures that are fitted in one frame: each takes some milliseconds. */
const A_FRAME = 2;

/** Looks for the one thing that is plainly different from the drill's start, by fitting postures that have it. */
export class StartDifferenceSearch {
  readonly #variants: readonly Variant[];
  readonly #costOf: CostOf;
  #still: StillLandmarks | null = null;
  #startCost = 0;
  #costs: number[] = [];
  #found: StartDifference | null = null;

  constructor(plan: MeasurementPlan, costOf: CostOf) {
    this.#variants = variantsOf(plan);
    this.#costOf = costOf;
  }

  /** What the last finished search found; null: nothing plain. */
  get found(): StartDifference | null {
    return this.#found;
  }

  /** Shows a posture that is not the start, and how well the start fits it. A search that runs is finished first. */
  look(still: StillLandmarks, startCost: number): void {
    if (this.#still !== null || this.#variants.length === 0) return;
    this.#still = still;
    this.#startCost = startCost;
    this.#costs = [];
  }

  /** Does the work of one frame. */
  step(): void {
    const still = this.#still;
    if (still === null) return;
    const done = this.#costs.length;
    for (const { posture } of this.#variants.slice(done, done + A_FRAME))
      this.#costs.push(this.#costOf(posture, still));
    if (this.#costs.length < this.#variants.length) return;
    this.#found = plainOne(this.#variants, this.#costs, this.#startCost);
    this.#still = null;
  }

  clear(): void {
    this.#still = null;
    this.#found = null;
  }
}

function plainOne(variants: readonly Variant[], costs: readonly number[], startCost: number): StartDifference | null {
  const tried = variants.map(({ difference }, i) => ({ difference, cost: costs[i] ?? Infinity }));
  const [best] = tried.toSorted((a, b) => a.cost - b.cost);
  if (best === undefined || best.cost > PLAIN_COST) return null;
  const { kind, leg: side } = best.difference;
  const others = tried.filter(({ difference }) => difference.kind !== kind).map(({ cost }) => cost);
  if (!isBehind(Math.min(startCost, ...others), best.cost)) return null;
  const otherLegs = tried.filter(({ difference }) => difference.kind === kind && difference.leg !== side);
  const isOneLeg = side !== undefined && otherLegs.every(({ cost }) => isBehind(cost, best.cost));
  return isOneLeg ? best.difference : { kind };
}

const isBehind = (rival: number, least: number): boolean =>
  rival >= PLAIN_TIMES * least && rival - least >= PLAIN_MARGIN;
