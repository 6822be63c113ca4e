import { JumpGate, type JumpLimits } from '../checks/jump-gate.ts';
import { landmarkAt, midJoint } from '../geometry/picture-points.ts';
import { add, apply, midpoint, subtract } from '../geometry/rotation.ts';
import { middleOf } from '../geometry/skeleton.ts';
import { mean, median, medianDeviation } from '../geometry/statistics.ts';
import {
  angleDifference,
  type Degrees,
  type Estimate,
  isWithin,
  type Pixels,
  type Seconds,
  type Share,
} from '../geometry/units.ts';
import { JOINT_LANDMARKS, type Landmarks } from '../input/landmarks.ts';
import type { OutlinePlan } from '../input/measurement-plan.ts';
import { contourArc, type PersonMask, trunkContour } from './trunk-contour.ts';
import type { FittedBody, LegAngles } from '../output/reading.ts';
import type { Reason } from '../output/reason.ts';
import type { ReferencePoseFit } from '../reference-pose/reference-pose-fit.ts';
import { HOLD_TIME } from '../reference-pose/stillness.ts';

/** Time between two masks: a mask adds a quarter to the pose model's time. */
const START_MASK_INTERVAL: Seconds = 0.4;
/** The bend is the median of the masks of this time, and of at least so many. */
const KEPT: Seconds = 2;
const FEWEST = 3;
/**
 * Outward bend of the edge of the back from which it is rounded, in degrees of arc. Two real men with flat backs have 3 to 19,
 * one of them rounded 35 to 48 (two sizes of the model); two rendered people −36 to −52.
 */
const ROUNDED: Degrees = 27;
/** Largest `ContourArc.misfit` of a back; those five have 0.003 to 0.010. A worse fit means an arm, a chair or a coat. */
const MAX_MISFIT: Share = 0.035;

/**
 * Tells a rounded back in the start of a drill on hands and knees, seen from the side. Its rules count how the back changes, so
 * they would take a rounded start for flat and a back that comes out of it for a sagging one.
 */
export class StartBack {
  #angles: readonly { readonly time: Seconds; readonly angle: Degrees }[] = [];
  #askedAt: Seconds = -Infinity;

  /** Whether a mask of the frame of this time is wanted. */
  wants(time: Seconds): boolean {
    return !isWithin(time - this.#askedAt, START_MASK_INTERVAL - 0.01);
  }

  /** Takes the mask of a frame; null: nobody was found, or there is no mask. */
  addMask(mask: PersonMask | null, landmarks: Landmarks | null, time: Seconds): void {
    this.#askedAt = time;
    this.#angles = this.#angles.filter((one) => isWithin(time - one.time, KEPT));
    const angle = mask && landmarks && backAngle(mask, landmarks.points);
    if (angle !== null) this.#angles = [...this.#angles, { time, angle }];
  }

  get isRounded(): boolean {
    const angle = median(this.#angles.map((one) => one.angle));
    return angle !== null && this.#angles.length >= FEWEST && angle < -ROUNDED;
  }
}

/** Bend of the edge of the back between ribs and sacrum; null: it is not seen. */
function backAngle(mask: PersonMask, points: ArrayLike<number>): Degrees | null {
  const { left, right } = trunkContour(mask, points);
  const arc = contourArc(isBellyRight(points) ? left : right);
  return arc && arc.misfit <= MAX_MISFIT ? arc.angle : null;
}

/** The belly is where the knees are. Right is meant as in `TrunkContour`. */
function isBellyRight(points: ArrayLike<number>): boolean {
  const [shoulder, hip] = [midJoint(points, 'shoulder'), midJoint(points, 'hip')];
  const knee = landmarkAt(points, JOINT_LANDMARKS.left.knee).map(
    (v, k) => (v + (landmarkAt(points, JOINT_LANDMARKS.right.knee)[k] ?? v)) / 2,
  );
  const [alongX, alongY] = [hip[0] - shoulder[0], hip[1] - shoulder[1]];
  return ((knee[0] ?? 0) - hip[0]) * -alongY + ((knee[1] ?? 0) - hip[1]) * alongX > 0;
}

/**
 * Standard deviation of hip flexion, as a share of the rounding of the back that the outline shows. A rounded back adds to hip
 * flexion where that is read between trunk and thigh: 10–13° of 14° (n = 5 rendered sets). The outline shows the 14° as 9–22°,
 * too unevenly to subtract it. With this value 93 % of the truth lies in the 90 % band (n = 8 rendered sets).
 */
export const ROUNDING_SD_SHARE: Share = 0.5;

/** The lumbar extension in one frame, or why it is unknown. */
export interface ArchObservation {
  readonly extension: Estimate<Degrees> | null;
  readonly unseen: Reason | null;
  /** Mean hollowing over the last seconds in which the back was seen, 0 to `MAX_HOLLOW`; corrects hip flexion. */
  readonly hollow: Degrees;
}

/**
 * The contour of one mask, on both sides of the trunk: which side is the back is only known with the reference pose.
 */
interface Observation {
  readonly time: Seconds;
  readonly length: Pixels;
  /** Angle of the arc on each side; null: that edge does not look like a back. */
  readonly right: Degrees | null;
  readonly left: Degrees | null;
}

/** The back in the reference pose; later angles count from it. */
interface ReferenceArc {
  readonly side: 'right' | 'left';
  readonly angle: Degrees;
  /** Has received the reference angle and every angle since. */
  readonly jumps: JumpGate;
}

/** Time between two masks: a mask adds a quarter to the pose model's time, and a back moves slowly. */
const MASK_INTERVAL: Seconds = 0.25;
/** A measured angle stays valid this long. */
const VALID_FOR: Seconds = 0.8;
/** Masks with a visible back that a mean, or the angle of the reference pose, needs. */
const MIN_MASKS = 3;
/** Largest angle between the lens and a pure side view. Beyond it the edge is that of a flank, not of the back. */
const MAX_OFF_SIDE: Degrees = 30;
/** Shortest trunk in a picture 960 wide: with a shorter one, several degrees of arch are less than a pixel. */
const MIN_TRUNK: Pixels = 60;
/**
 * A back moves slower than this (18° in 1.6 s in rendered clips). An outline that takes in a fold, hair or the mat
 * jumps between two masks.
 */
const BACK_SPEED_LIMITS: JumpLimits = { maxSpeed: 55, minJump: 12 };

/**
 * Measures the arch of the lower back from the person's outline: the bend of the contour between ribs and sacrum,
 * against the reference pose. One instance serves a whole set.
 */
export class ArchWatch {
  readonly #plan: OutlinePlan;
  #recent: readonly Observation[] = [];
  #maskAt: Seconds = -Infinity;
  #reference: ReferenceArc | Reason = 'no-neutral';
  #hollow: Degrees = 0;

  constructor(plan: OutlinePlan) {
    this.#plan = plan;
  }

  /** Whether a mask of the frame of this time is wanted. */
  wants(time: Seconds): boolean {
    return !isWithin(time - this.#maskAt, MASK_INTERVAL - 0.01);
  }

  /** Takes the mask of a frame for which one was wanted; null: nobody was found, or there is no mask. */
  addMask(mask: PersonMask | null, landmarks: Landmarks | null, time: Seconds): void {
    this.#maskAt = time;
    const kept = Math.max(HOLD_TIME, this.#plan.averagingTime);
    this.#recent = this.#recent.filter((one) => isWithin(time - one.time, kept));
    if (!mask || !landmarks) return;
    const { length, right, left } = trunkContour(mask, landmarks.points);
    const observation = { time, length, right: this.#angleOf(right), left: this.#angleOf(left) };
    this.#recent = [...this.#recent, this.#withoutJump(observation)];
    this.#hollow = this.#hollowNow();
  }

  /** A mean, so that one mask with a fold of the shirt does not make the corrected hip flexion jump. */
  #hollowNow(): Degrees {
    const reference = this.#reference;
    if (typeof reference === 'string') return 0;
    const arches = this.#recent.flatMap((one) => one[reference.side] ?? []);
    const hollows = arches.map((angle) =>
      Math.min(MAX_HOLLOW, Math.max(0, this.#extension(angle - reference.angle).value)),
    );
    // While the back is not seen, the last value stays.
    return hollows.length < MIN_MASKS ? this.#hollow : mean(hollows);
  }

  /** Drops an angle that has just jumped. It is accepted once it has stayed at its new value. */
  #withoutJump(observation: Observation): Observation {
    const reference = this.#reference;
    if (typeof reference === 'string' || !reference.jumps.isJump(observation[reference.side], observation.time))
      return observation;
    return { ...observation, [reference.side]: null };
  }

  /**
   * Takes the masks of the hold that has just ended as the reference pose.
   * @param width of the picture
   * @returns standard deviation of the extension while the person is still; null: the back cannot be measured from here
   */
  settle(referencePose: ReferencePoseFit, width: Pixels): Degrees | null {
    this.#reference = 'not-seen-from-here';
    this.#hollow = 0;
    if (
      Math.min(angleDifference(referencePose.azimuth, 90), angleDifference(referencePose.azimuth, 270)) > MAX_OFF_SIDE
    )
      return null;
    this.#reference = 'back-hidden';
    const side = this.#sideOf(referencePose);
    const lengths = this.#recent.map(({ length }) => length);
    if ((median(lengths) ?? Infinity) < (MIN_TRUNK * width) / 960) {
      this.#reference = 'person-too-small';
      return null;
    }
    const angles = this.#recent.flatMap((one) => one[side] ?? []);
    const angle = median(angles);
    if (angle === null || angles.length < MIN_MASKS) return null;
    const jumps = new JumpGate(BACK_SPEED_LIMITS);
    jumps.isJump(angle, this.#maskAt);
    this.#reference = { side, angle, jumps };
    // From the median: the first masks of a person are less exact.
    const scatter = NORMAL_OVER_MEDIAN * medianDeviation(angles);
    // The reading is a mean of this many masks.
    const averaged = Math.max(1, this.#plan.averagingTime / MASK_INTERVAL);
    return scatter / this.#plan.contourPerExtension / Math.sqrt(averaged);
  }

  observation(time: Seconds): ArchObservation {
    const reference = this.#reference;
    const hollow = this.#hollow;
    if (typeof reference === 'string') return { extension: null, unseen: reference, hollow };
    const angles = this.#recent
      .filter((one) => isWithin(time - one.time, Math.max(VALID_FOR, this.#plan.averagingTime)))
      .flatMap((one) => {
        const angle = one[reference.side];
        return angle === null ? [] : [{ time: one.time, angle }];
      });
    const last = angles.at(-1);
    if (!last || !isWithin(time - last.time, VALID_FOR)) return { extension: null, unseen: 'back-hidden', hollow };
    const averaged = angles.filter((one) => isWithin(last.time - one.time, this.#plan.averagingTime));
    const now = mean(averaged.map(({ angle }) => angle));
    return { extension: this.#extension(now - reference.angle), unseen: null, hollow };
  }

  #extension(change: Degrees): Estimate<Degrees> {
    const { contourPerExtension: response, sd } = this.#plan;
    const value = change / response;
    return { value, sd: Math.hypot(sd, RESPONSE_SD_SHARE * value) };
  }

  #angleOf(heights: readonly (Share | null)[]): Degrees | null {
    const arc = contourArc(heights, this.#plan.lowerEnd);
    return arc && arc.misfit <= MAX_MISFIT ? arc.angle : null;
  }

  /** The side of the trunk line on which the back lies in the picture; see `TrunkContour`. */
  #sideOf({ body, camera }: ReferencePoseFit): 'right' | 'left' {
    const [shoulder, hip] = [middleOf(body.joints, 'shoulder'), middleOf(body.joints, 'hip')];
    const towards = apply(body.thorax, [0, 0, -DIRECTION_LENGTH]);
    const middle = midpoint(shoulder, hip);
    const [fromX, fromY] = camera.project(middle);
    const [toX, toY] = camera.project(add(middle, towards));
    const along = subtract(camera.project(hip), camera.project(shoulder));
    return along[0] * (toY - fromY) - along[1] * (toX - fromX) > 0 ? 'right' : 'left';
  }
}

/** Standard deviation of a normal distribution over its median absolute deviation. */
const NORMAL_OVER_MEDIAN = 1.483;
/** Metres from the trunk's middle to a point behind it. Any length serves, because only the direction counts. */
const DIRECTION_LENGTH = 0.2;
/** Relative standard deviation of the contour's response, which differs with people and shirts. */
const RESPONSE_SD_SHARE = 0.25;

/** Rounding that a back may have while it is not seen. */
const UNWATCHED_ROUNDING: Degrees = 10;

/**
 * A back that hollows keeps the trunk up while the pelvis tips (hamstring stretch), so the hips bend more than trunk
 * and thigh show. This share of the hollow is added to hip flexion, and the share below is one standard deviation. The
 * outline reads 6–9° as 3–10°, sometimes as 20° when it takes in the background, hence `MAX_HOLLOW`. The mean error
 * falls from 2.5 to 2.1° (n = 8 rendered sets).
 */
const HOLLOW_SHARE: Share = 0.5;
const HOLLOW_UNKNOWN: Share = 0.5;
const MAX_HOLLOW: Degrees = 8;

/** Adds the arch to a body, and corrects and widens hip flexion by what the back contributes to it. */
export function withArch(body: FittedBody, { extension, unseen, hollow }: ArchObservation): FittedBody {
  const rounded = extension === null ? UNWATCHED_ROUNDING : Math.max(0, -extension.value);
  const widened = (leg: LegAngles): LegAngles => ({
    ...leg,
    flexion: leg.flexion && {
      value: leg.flexion.value + HOLLOW_SHARE * hollow,
      sd: Math.hypot(leg.flexion.sd, ROUNDING_SD_SHARE * rounded, HOLLOW_UNKNOWN * hollow),
    },
  });
  return {
    ...body,
    leg: { left: widened(body.leg.left), right: widened(body.leg.right) },
    lumbarExtension: extension,
    unseen: unseen === null ? body.unseen : { ...body.unseen, 'back-arch': unseen },
  };
}
