import { mean } from '../geometry/mean.ts';
import { JumpGate, type JumpLimits } from '../checks/jump-gate.ts';
import type { Landmarks } from '../input/landmarks.ts';
import type { OutlinePlan } from '../input/measurement-plan.ts';
import { median } from '../geometry/median.ts';
import type { ReferencePoseFit } from '../reference-pose/reference-pose-fit.ts';
import type { FittedBody, LegAngles } from '../output/reading.ts';
import type { Reason } from '../output/reason.ts';
import { add, apply, midpoint, subtract, type Vec3 } from '../geometry/rotation.ts';
import { scatterOf } from '../geometry/scatter.ts';
import { JOINT } from '../geometry/skeleton.ts';
import { HOLD } from '../reference-pose/stillness.ts';
import {
  type Degrees,
  type Estimate,
  isWithin,
  type Pixels,
  type Seconds,
  type Share,
  turnBetween,
} from '../geometry/units.ts';
import { contourArc } from './arc-angle.ts';
import type { PersonMask } from './person-mask.ts';
import { trunkContour } from './trunk-contour.ts';

/** The lumbar extension of a moment, or why it is not known. */
export interface ArchSighting {
  readonly extension: Estimate<Degrees> | null;
  readonly unseen: Reason | null;
  /** How hollow the back has been over the last seconds that it was seen, as far as a bend may count on it. */
  readonly hollow: Degrees;
}

/** One mask, read as it came: which side is the back is known only once the neutral is. */
interface Observation {
  readonly time: Seconds;
  /** Length of the trunk's line. */
  readonly length: Pixels;
  /** The arc on either side of it; null where that edge is no back. */
  readonly right: Degrees | null;
  readonly left: Degrees | null;
}

/** What all that follows counts from. */
interface Zero {
  readonly side: 'right' | 'left';
  readonly angle: Degrees;
  /** Has seen the zero, and every edge since. */
  readonly jumps: JumpGate;
}

/** A person is looked at this often: a mask costs a quarter of the pose model's time, and a back moves slowly. */
const EVERY: Seconds = 0.25;
/** What was seen holds for so long. */
const HOLDS_FOR: Seconds = 0.8;
/** So many masks of the hold at least make a zero. */
const LEAST_HELD = 3;
/** How far the lens may stand from square to the side: farther round, the edge is that of the near or the far flank. */
const OFF_THE_SIDE: Degrees = 30;
/** A trunk shorter than this in a picture 960 wide shows an arch as less than a pixel for every few degrees. */
const SHORTEST_TRUNK: Pixels = 60;
/**
 * A back that gives way takes a second (18° in 1.6 s in the lab's clips); an outline that takes in a fold, a hair or the mat jumps
 * between two masks: once to 40° for half a second.
 */
const NO_BACK: JumpLimits = { fastest: 55, least: 12 };
/** Distance of the contour from every arc, as a share of the trunk, at which it is no back: an arm, a chair, a coat. */
const WORST_MISFIT = 0.035;

/**
 * Watches the arch of the lower back by the person's outline: the bend of the contour between ribs and sacrum against that of
 * the neutral. One instance for a whole measurement; pure, the masks come from outside.
 */
export class ArchWatch {
  readonly #plan: OutlinePlan;
  #recent: readonly Observation[] = [];
  #lookedAt: Seconds = -Infinity;
  #zero: Zero | Reason = 'no-neutral';
  #hollow: Degrees = 0;

  constructor(plan: OutlinePlan) {
    this.#plan = plan;
  }

  /** Whether the next frame should bring a mask. */
  wants(time: Seconds): boolean {
    return !isWithin(time - this.#lookedAt, EVERY - 0.01);
  }

  /** What a mask that was asked for brought; nobody found, or none made, is an answer too. */
  look(mask: PersonMask | null, landmarks: Landmarks | null, time: Seconds): void {
    this.#lookedAt = time;
    const kept = Math.max(HOLD, this.#plan.averagedOver);
    this.#recent = this.#recent.filter((one) => isWithin(time - one.time, kept));
    if (!mask || !landmarks) return;
    const { length, right, left } = trunkContour(mask, landmarks.points);
    const observation = { time, length, right: this.#angleOf(right), left: this.#angleOf(left) };
    this.#recent = [...this.#recent, this.#believed(observation)];
    this.#hollow = this.#hollowNow();
  }

  /** By the mean of what is kept: one mask that takes in a fold of the shirt hollows no back, and the bend is not to jump with it. */
  #hollowNow(): Degrees {
    const zero = this.#zero;
    if (typeof zero === 'string') return 0;
    const arches = this.#recent.flatMap((one) => one[zero.side] ?? []);
    const hollows = arches.map((angle) => Math.min(DEEPEST, Math.max(0, this.#extension(angle - zero.angle).value)));
    // A back that is not seen just now is as hollow as it was.
    return hollows.length < LEAST_HELD ? this.#hollow : mean(hollows);
  }

  /** An edge that has just jumped away is no back's, until it stays there. */
  #believed(observation: Observation): Observation {
    const zero = this.#zero;
    if (typeof zero === 'string' || !zero.jumps.isJump(observation[zero.side], observation.time)) return observation;
    return { ...observation, [zero.side]: null };
  }

  /**
   * Takes the hold that has just ended for the zero.
   * @returns the scatter of what is read of a still back, degrees; null: it cannot be watched from here
   */
  settle(referencePose: ReferencePoseFit, width: Pixels): Degrees | null {
    this.#zero = 'not-seen-from-here';
    this.#hollow = 0;
    if (Math.min(turnBetween(referencePose.azimuth, 90), turnBetween(referencePose.azimuth, 270)) > OFF_THE_SIDE)
      return null;
    this.#zero = 'back-hidden';
    const side = this.#sideOf(referencePose);
    const lengths = this.#recent.map(({ length }) => length);
    if ((median(lengths) ?? Infinity) < (SHORTEST_TRUNK * width) / 960) {
      this.#zero = 'person-too-small';
      return null;
    }
    const angles = this.#recent.flatMap((one) => one[side] ?? []);
    const angle = median(angles);
    if (angle === null || angles.length < LEAST_HELD) return null;
    const jumps = new JumpGate(NO_BACK);
    jumps.isJump(angle, this.#lookedAt);
    this.#zero = { side, angle, jumps };
    // By the median: the first masks of a track are cut from a rougher square.
    const scatter = NORMAL_OVER_MEDIAN * scatterOf(angles);
    // What is given is the mean of so many.
    const averaged = Math.max(1, this.#plan.averagedOver / EVERY);
    return scatter / this.#plan.response / Math.sqrt(averaged);
  }

  /** What the outline says now. */
  observation(time: Seconds): ArchSighting {
    const zero = this.#zero;
    const hollow = this.#hollow;
    if (typeof zero === 'string') return { extension: null, unseen: zero, hollow };
    const angles = this.#recent
      .filter((one) => isWithin(time - one.time, Math.max(HOLDS_FOR, this.#plan.averagedOver)))
      .flatMap((one) => {
        const angle = one[zero.side];
        return angle === null ? [] : [{ time: one.time, angle }];
      });
    const last = angles.at(-1);
    if (!last || !isWithin(time - last.time, HOLDS_FOR)) return { extension: null, unseen: 'back-hidden', hollow };
    const averaged = angles.filter((one) => isWithin(last.time - one.time, this.#plan.averagedOver));
    const now = mean(averaged.map(({ angle }) => angle));
    return { extension: this.#extension(now - zero.angle), unseen: null, hollow };
  }

  #extension(change: Degrees): Estimate<Degrees> {
    const { response, sd } = this.#plan;
    const value = change / response;
    return { value, sd: Math.hypot(sd, SPREAD_OF_RESPONSE * value) };
  }

  #angleOf(heights: readonly (Share | null)[]): Degrees | null {
    const arc = contourArc(heights, this.#plan.until);
    return arc && arc.misfit <= WORST_MISFIT ? arc.angle : null;
  }

  /** On which side of the trunk's line the back lies in the picture. */
  #sideOf({ body, camera }: ReferencePoseFit): 'right' | 'left' {
    const shoulder = midpoint(body.joints[JOINT.leftShoulder] as Vec3, body.joints[JOINT.rightShoulder] as Vec3);
    const hip = midpoint(body.joints[JOINT.leftHip] as Vec3, body.joints[JOINT.rightHip] as Vec3);
    const towards = apply(body.thorax, [0, 0, -OUT]);
    const middle = midpoint(shoulder, hip);
    const [fromX, fromY] = camera.project(middle);
    const [toX, toY] = camera.project(add(middle, towards));
    const along = subtract(camera.project(hip), camera.project(shoulder));
    return along[0] * (toY - fromY) - along[1] * (toX - fromX) > 0 ? 'right' : 'left';
  }
}

/** Standard deviation of a normal scatter over its median distance from the middle. */
const NORMAL_OVER_MEDIAN = 1.483;
/** Metres out of the trunk's middle: any length that shows a direction. */
const OUT = 0.2;
/** The contour follows one body's and one shirt's back more closely than another's. */
const SPREAD_OF_RESPONSE = 0.25;

/**
 * A back that rounds stands nearly whole in a bend that is read between trunk and thigh: 10–13° of 14 in five rendered sets. The
 * outline reads those 14 since the start as 9 to 22, too unevenly to take them off (what it reads since the pull began is: the coach's
 * `rounded-back.ts`): half of what it reads is one standard deviation of the bend. Eight
 * sets then hold 93 % of the truth, with a band of ±7° in the mean; one as wide whatever the back does would have to be ±11°.
 */
export const ROUNDING_UNKNOWN: Share = 0.5;
/** Rounding that may hide in a back nobody sees just now. */
const UNWATCHED_ROUNDING: Degrees = 10;

/**
 * A back that hollows while the pelvis tips, as the hamstring's stretch asks, keeps the trunk up: the hips bend by its arch more than
 * trunk and thigh show. The outline reads 6–9° of it as 3 to 10, now and then as 20 where a window's frame behind a shirt is taken
 * for it; so half of it counts, of 8° at most, and half of it is one standard deviation. Eight rendered sets, two of them with a back
 * 9° hollow: 2.5 → 2.1° wrong, none worse; truth in their bands .85 → .94.
 */
const HOLLOW_COUNTS: Share = 0.5;
const HOLLOW_UNKNOWN: Share = 0.5;
const DEEPEST: Degrees = 8;

/** A body with the arch that the outline shows, and with what that says, and leaves unknown, of the hips' bend. */
export function withArch(body: FittedBody, { extension, unseen, hollow }: ArchSighting): FittedBody {
  const rounded = extension === null ? UNWATCHED_ROUNDING : Math.max(0, -extension.value);
  const widened = (leg: LegAngles): LegAngles => ({
    ...leg,
    flexion: leg.flexion && {
      value: leg.flexion.value + HOLLOW_COUNTS * hollow,
      sd: Math.hypot(leg.flexion.sd, ROUNDING_UNKNOWN * rounded, HOLLOW_UNKNOWN * hollow),
    },
  });
  return {
    ...body,
    leg: { left: widened(body.leg.left), right: widened(body.leg.right) },
    lumbarExtension: extension,
    unseen: unseen === null ? body.unseen : { ...body.unseen, 'back-arch': unseen },
  };
}
