import type { LegPose, MeasurementPlan, SegmentPose, StartPosture } from '../input/measurement-plan.ts';
import { type Degrees, leadingSide, otherSide } from '../geometry/units.ts';
import type { StartDifference } from '../output/reading.ts';
import type { StillLandmarks } from './reference-pose-fit.ts';

/** Cost of the fit of a posture to a still picture. */
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
    this.#still = {
      ...still,
      points: Float64Array.from(still.points),
      visibility: Float64Array.from(still.visibility),
    };
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
