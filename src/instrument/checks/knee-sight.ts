import { JOINT_LANDMARKS, type KneeWitness, type Landmarks } from '../input/landmarks.ts';
import type { MeasurementPlan } from '../input/measurement-plan.ts';
import { distanceToLine, landmarkAt, pixelDistance } from '../geometry/picture-points.ts';
import { add, dot, length, type Vec3, scale, subtract } from '../geometry/rotation.ts';
import { type Body, JOINT } from '../geometry/skeleton.ts';
import {
  type BySide,
  type Metres,
  otherSide,
  type Pixels,
  type Seconds,
  type Share,
  type Side,
} from '../geometry/units.ts';
import type { KneeProblem } from '../output/reason.ts';

/** Time constant of the means over frames: the visibility of a knee that lies still wanders by 0.03. */
const MEAN_OVER: Seconds = 0.7;
/** A longer gap between frames counts as this long. */
const MAX_ELAPSED: Seconds = 0.2;
/**
 * Least distance between the line of sight to a knee and the axis of the near leg at which the leg cannot cover the
 * knee: the radius of a thigh near the knee, with the knee's own.
 */
const IN_THE_OPEN: Metres = 0.09;
/**
 * Below this distance the near leg covers the knee, and only a network that is sure of it is believed. There the
 * rotation was 14 to 20° off at a stated visibility of 0.85 to 0.87, and within 3° at 0.89 (one rendered man from 12
 * places). A real far knee in plain view just beside the near one had 0.037.
 */
const COVERED: Metres = 0.033;
/**
 * The same limit in a picture that is foreign to the leg network, for a knee that pose model and leg network find in the
 * same place: two independent networks agree. In photographs of real people such knees had distances from 0.023 m on and
 * lay within 0.09 of a trunk of their marks (n = 12). The one knee that was guessed lay 0.48 off, and there the two
 * networks were 0.62 apart.
 */
const COVERED_THOUGH_AGREED: Metres = 0.02;
const SURE: Share = 0.9;
/** Two networks that find a knee this near to each other (share of the trunk) see the same one. */
const SAME_KNEE: Share = 0.12;
/**
 * In a picture that is foreign to the leg network, the pose model may draw a far leg in plain view onto the near one. The
 * network's own joints decide then, by the rule that holds in familiar pictures: it is as sure of the knee, and the knee
 * lies clear of the near leg, by half the width of a knee (share of the trunk). In photographs of real people such knees
 * had 0.135 to 0.37, and covered ones 0.03 (n = 14). The pose model's knee may be a gross error away, no more.
 */
const BESIDE_THE_NEAR_LEG: Share = 0.1;
/**
 * The same for a knee that was seen in the frame before. With one limit for both, the number would come and go: a real far
 * knee that lay still wandered from 0.089 to 0.122 (n = 1). This lies midway between that and the covered one.
 */
const STILL_BESIDE: Share = 0.06;
const GROSS_ERROR: Share = 0.2;
/**
 * Least visibility that agreement can outweigh, as the leg network and as the pose model state it. From a low lens half
 * at the feet (300°, 0.5 m) both networks agreed on a wrong leg, and the rotation was up to 53° off: the leg network then
 * stated 0.54 to 0.68, and 0.74 to 0.80 on a real knee in plain view.
 */
const DOUBTED = { network: 0.7, poseModel: 0.6 } as const;

/** What the last frames show of one knee. */
interface Sight {
  readonly visibility: Share;
  /** Null: no second opinion. */
  readonly witness: KneeWitness | null;
  /** The leg network sees it beside the near leg. */
  readonly isBeside: boolean;
}

/** What the last frames show of both knees, and when; for the measurement that follows a hold. */
export interface KneeMemory {
  readonly sights: BySide<Sight>;
  readonly at: Seconds;
}

/**
 * Tells a knee that is seen from one that is guessed behind the near leg. The visibility that the networks state is too
 * low for many knees in plain view, so a knee of low visibility still counts as seen if three things agree: the fitted
 * body has it in the open, two networks find it in the same place, and this is so over some frames. A knee that the
 * near leg covers is guessed unless a network is very sure of it.
 */
export class KneeSight {
  readonly #least: Share;
  #sights: BySide<Sight> | null = null;
  #at: Seconds = 0;
  #isNetwork = false;

  /**
   * @param least visibility from which a knee is seen without further evidence. 0: every knee is
   * @param before what the hold showed; null: nothing is known yet
   */
  constructor(least: Share, before: KneeMemory | null = null) {
    this.#least = least;
    this.#sights = before?.sights ?? null;
    this.#at = before?.at ?? 0;
  }

  get memory(): KneeMemory | null {
    return this.#sights && { sights: this.#sights, at: this.#at };
  }

  /** Takes one frame. */
  step(landmarks: Pick<Landmarks, 'visibility' | 'kneeWitness' | 'legsFromNetwork'>, time: Seconds): void {
    const elapsed = Math.min(MAX_ELAPSED, Math.max(0, time - this.#at));
    const share = this.#sights === null ? 1 : 1 - Math.exp(-elapsed / MEAN_OVER);
    this.#at = time;
    this.#isNetwork = landmarks.legsFromNetwork ?? false;
    const last = this.#sights;
    const seen = (side: Side): Sight => {
      const before = last?.[side];
      const visibility = landmarks.visibility[JOINT_LANDMARKS[side].knee] ?? 1;
      const found = landmarks.kneeWitness?.[side] ?? null;
      const witness = found && blendWitness(before?.witness ?? found, found, share);
      return {
        visibility: blend(before?.visibility ?? visibility, visibility, share),
        witness,
        isBeside: witness !== null && this.#isSeenBy(witness, before?.isBeside ?? false),
      };
    };
    this.#sights = { left: seen('left'), right: seen('right') };
  }

  /**
   * Why the knee of this side cannot be read; null: it is seen.
   * @param body the fitted body
   * @param lens its place in the same axes, metres
   */
  problem(side: Side, body: Pick<Body, 'joints'>, lens: Vec3): KneeProblem | null {
    const sight = this.#sights?.[side];
    if (!sight || this.#least === 0 || sight.visibility >= SURE) return null;
    const clear = kneeClearance(side, body, lens);
    const apart = sight.witness?.apart ?? null;
    const agreed = !this.#isNetwork && apart !== null && apart <= SAME_KNEE;
    if (agreed && clear >= COVERED_THOUGH_AGREED) return null;
    if (!this.#isNetwork && sight.isBeside) return null;
    if (clear < COVERED) return 'knee-hidden';
    if (sight.visibility >= this.#least) return null;
    if (clear < IN_THE_OPEN) return 'knee-hidden';
    const doubted = sight.visibility < DOUBTED[this.#isNetwork ? 'network' : 'poseModel'];
    return doubted || (apart ?? 0) > SAME_KNEE ? 'joints-hidden' : null;
  }

  #isSeenBy({ apart, visibility, clear }: KneeWitness, wasSeen: boolean): boolean {
    const beside = clear >= (wasSeen ? STILL_BESIDE : BESIDE_THE_NEAR_LEG);
    return visibility >= this.#least && beside && apart <= GROSS_ERROR;
  }
}

/** Least visibility of a working knee in this plan; 0 in a plan that reads the trunk alone. */
export const leastKneeVisibility = ({ trunkOnly, motion }: Pick<MeasurementPlan, 'trunkOnly' | 'motion'>): Share =>
  trunkOnly ? 0 : (motion.minKneeVisibility ?? 0);

const blend = (before: number, now: number, share: Share): number => before + share * (now - before);

const blendWitness = (before: KneeWitness, now: KneeWitness, share: Share): KneeWitness => ({
  apart: blend(before.apart, now.apart, share),
  visibility: blend(before.visibility, now.visibility, share),
  clear: blend(before.clear, now.clear, share),
});

/**
 * What a leg network finds of both knees.
 * @param poseModel its landmarks of the same picture
 * @param trunk length in the same pixels
 */
export const kneesAsWitnessed = (
  network: Pick<Landmarks, 'points' | 'visibility'>,
  poseModel: Pick<Landmarks, 'points'>,
  trunk: Pixels,
): BySide<KneeWitness> => {
  const of = (side: Side): KneeWitness => {
    const { knee } = JOINT_LANDMARKS[side];
    const place = landmarkAt(network.points, knee);
    const other = JOINT_LANDMARKS[otherSide(side)];
    const otherKnee = landmarkAt(network.points, other.knee);
    const fromOther = (joint: number): Pixels => distanceToLine(place, landmarkAt(network.points, joint), otherKnee);
    return {
      apart: pixelDistance(place, landmarkAt(poseModel.points, knee)) / trunk,
      visibility: network.visibility[knee] ?? 0,
      clear: Math.min(fromOther(other.hip), fromOther(other.ankle)) / trunk,
    };
  };
  return { left: of('left'), right: of('right') };
};

/**
 * Least distance between the line of sight to a knee and the axis of the other leg, where that leg is nearer to the
 * lens. Infinity: nothing lies in front of the knee.
 */
export function kneeClearance(side: Side, { joints }: Pick<Body, 'joints'>, lens: Vec3): Metres {
  const of = (joint: number): Vec3 => joints[joint] ?? [0, 0, 0];
  const [hip, knee, ankle] =
    otherSide(side) === 'left'
      ? [of(JOINT.leftHip), of(JOINT.leftKnee), of(JOINT.leftAnkle)]
      : [of(JOINT.rightHip), of(JOINT.rightKnee), of(JOINT.rightAnkle)];
  const own = of(side === 'left' ? JOINT.leftKnee : JOINT.rightKnee);
  return Math.min(clearance(lens, own, hip, knee), clearance(lens, own, knee, ankle));
}

/** Pieces into which a bone is divided. */
const PIECES = 40;

/** Least distance of a bone from the line of sight, over those parts of it that are nearer to the lens than its end. */
function clearance(lens: Vec3, end: Vec3, from: Vec3, to: Vec3): Metres {
  const sight = subtract(end, lens);
  const far = length(sight);
  let least = Infinity;
  for (let k = 0; k <= PIECES; k++) {
    const place = subtract(add(from, scale(subtract(to, from), k / PIECES)), lens);
    const along = dot(place, sight) / far;
    if (along <= 0 || along >= far) continue;
    least = Math.min(least, length(subtract(place, scale(sight, along / far))));
  }
  return least;
}
