import { JOINT_LANDMARKS, type Landmarks } from '../input/landmarks.ts';
import type { MeasurementPlan } from '../input/measurement-plan.ts';
import { add, dot, length, scale, subtract, type Vec3 } from '../geometry/rotation.ts';
import { type Body, SIDE_JOINTS } from '../geometry/skeleton.ts';
import { type BySide, type Metres, otherSide, type Seconds, type Share, type Side } from '../geometry/units.ts';
import type { KneeProblem } from '../output/reason.ts';

/** Time constant of the means over frames: the visibility of a knee that lies still wanders by 0.03. */
const MEAN_OVER: Seconds = 0.7;
/** A longer gap between frames counts as this long. */
const MAX_ELAPSED: Seconds = 0.2;
/**
 * Least distance between the line of sight to a knee and the axis of the near leg at which the leg cannot cover the whole
 * knee: half the width of a knee. In photographs of real people the markers saw the far knee at 0.056–0.105 m, and BlazePose
 * was at most 0.09 of a trunk off (6 pictures); knees that they had to guess lay at up to 0.05 (6).
 */
const IN_THE_OPEN: Metres = 0.055;
/**
 * Below this distance the near leg covers the knee. There the rotation was 14 to 20° off at a stated visibility of 0.85 to
 * 0.87, and within 3° at 0.89 (one rendered man from 12 places). A real far knee in plain view just beside the near one had
 * 0.037.
 */
const COVERED: Metres = 0.033;
const SURE: Share = 0.9;
/** Below this visibility a knee is guessed even where nothing covers it: the pose model says that it is rather hidden. */
const DOUBTED: Share = 0.5;

/** What the last frames show of both knees, and when; for the measurement that follows a hold. */
export interface KneeMemory {
  readonly visibility: BySide<Share>;
  readonly at: Seconds;
}

/**
 * Tells a knee that is seen from one that is guessed behind the near leg. The visibility that the pose model states is too
 * low for many knees in plain view, so a knee of low visibility still counts as seen if the fitted body has it in the open
 * over some frames. A knee that the near leg covers is guessed unless the pose model is very sure of it.
 */
export class KneeSight {
  readonly #least: Share;
  #visibility: BySide<Share> | null = null;
  #at: Seconds = 0;

  /**
   * @param least visibility from which a knee is seen without further evidence. 0: every knee is
   * @param before what the hold showed; null: nothing is known yet
   */
  constructor(least: Share, before: KneeMemory | null = null) {
    this.#least = least;
    this.#visibility = before?.visibility ?? null;
    this.#at = before?.at ?? 0;
  }

  get memory(): KneeMemory | null {
    return this.#visibility && { visibility: this.#visibility, at: this.#at };
  }

  step({ visibility }: Pick<Landmarks, 'visibility'>, time: Seconds): void {
    const elapsed = Math.min(MAX_ELAPSED, Math.max(0, time - this.#at));
    const share = 1 - Math.exp(-elapsed / MEAN_OVER);
    this.#at = time;
    const last = this.#visibility;
    const mean = (side: Side): Share => {
      const now = visibility[JOINT_LANDMARKS[side].knee] ?? 1;
      const before = last?.[side] ?? now;
      return before + share * (now - before);
    };
    this.#visibility = { left: mean('left'), right: mean('right') };
  }

  /**
   * Why the knee of this side cannot be read; null: it is seen.
   * @param body the fitted body
   * @param lens its place in the same axes, metres
   */
  problem(side: Side, body: Pick<Body, 'joints'>, lens: Vec3): KneeProblem | null {
    const visibility = this.#visibility?.[side];
    if (visibility === undefined || this.#least === 0 || visibility >= SURE) return null;
    const clear = kneeClearance(side, body, lens);
    if (clear < COVERED) return 'knee-hidden';
    if (visibility >= this.#least) return null;
    if (clear < IN_THE_OPEN) return 'knee-hidden';
    return visibility < DOUBTED ? 'joints-hidden' : null;
  }
}

/** Least visibility of a working knee in this plan; 0 in a plan that reads the trunk alone. */
export const leastKneeVisibility = ({ trunkOnly, motion }: Pick<MeasurementPlan, 'trunkOnly' | 'motion'>): Share =>
  trunkOnly ? 0 : (motion.minKneeVisibility ?? 0);

/**
 * Least distance between the line of sight to a knee and the axis of the other leg, where that leg is nearer to the
 * lens. Infinity: nothing lies in front of the knee.
 */
export function kneeClearance(side: Side, { joints }: Pick<Body, 'joints'>, lens: Vec3): Metres {
  const of = (joint: number): Vec3 => joints[joint] ?? [0, 0, 0];
  const { hip, knee, ankle } = SIDE_JOINTS[otherSide(side)];
  const own = of(SIDE_JOINTS[side].knee);
  return Math.min(clearance(lens, own, of(hip), of(knee)), clearance(lens, own, of(knee), of(ankle)));
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
