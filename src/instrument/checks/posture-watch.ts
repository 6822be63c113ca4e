import {
  landmarkAt,
  midJoint,
  type PicturePoint,
  pixelDistance,
  rightToLeft,
  turnOfLine,
  vectorBetween,
} from '../geometry/picture-points.ts';
import { add, DEG } from '../geometry/rotation.ts';
import { middleOf } from '../geometry/skeleton.ts';
import {
  type BySide,
  type Degrees,
  leadingSide,
  type Metres,
  type Pixels,
  type Seconds,
  type Share,
  type Side,
} from '../geometry/units.ts';
import { JOINT_LANDMARKS, type Landmarks } from '../input/landmarks.ts';
import type { MeasurementPlan } from '../input/measurement-plan.ts';
import type { Channel, PostureChange, PostureLeft } from '../output/reading.ts';
import type { ReferencePoseFit, StillLandmarks } from '../reference-pose/reference-pose-fit.ts';

/**
 * How far the body has moved in the picture since the reference pose, in metres at the depth that the joints had there.
 * A movement towards the lens or away from it is not seen, or read as a rise.
 */
export interface PostureShift {
  /** Of the mid-hip and of the mid-point of the shoulders, along the room's vertical; negative: sunk. */
  readonly hipsRisen: Metres;
  readonly chestRisen: Metres;
  /** Their displacement in any direction of the picture. */
  readonly hipsMoved: Metres;
  readonly chestMoved: Metres;
  /** Change of direction of the line from the mid-hip to the shoulders; null: it pointed at the lens. */
  readonly trunkTurned: Degrees | null;
  /** Change of the line across the shoulders and across the hips; mixed-up left and right is no change. */
  readonly shouldersTurned: Metres;
  readonly hipsTurned: Metres;
  /**
   * Both lines point the other way, and the one across the shoulders has become longer. If the pose model had only
   * mixed up left and right, it would have kept its length.
   */
  readonly isReversed: boolean;
  /** How far the mid-point of the knees has sunk, along the vertical at the hips. */
  readonly kneesSunk: Metres;
  readonly knees: BySide<KneeShift>;
  /**
   * Distance in the picture from the shoulders to the feet over that in the reference pose. It stays when only the hips
   * rise, and grows when the camera zooms.
   */
  readonly shouldersToFeet: Share;
}

/** The bend of a knee in the picture; 0: hip, knee and ankle lie on one line. */
export interface KneeShift {
  readonly bend: Degrees;
  readonly bendBefore: Degrees;
  /** Distance from hip to ankle over that in the reference pose. */
  readonly reach: Share;
}

/** A trunk shorter than this in the reference picture points at the lens. */
const SHORTEST_TRUNK: Metres = 0.25;

/** Prepares the comparison with a reference pose. */
function postureShift(referencePose: ReferencePoseFit, still: Pick<StillLandmarks, 'points'>) {
  const start = still.points;
  const scales = { hip: scaleAt(referencePose, 'hip'), shoulder: scaleAt(referencePose, 'shoulder') };
  const trunkBefore = trunkOf(start);
  const isTrunkSeen = Math.hypot(...trunkBefore) / scales.hip.metre >= SHORTEST_TRUNK;
  const risen = (points: ArrayLike<number>, part: 'hip' | 'shoulder' | 'knee'): Metres => {
    const [x, y] = vectorBetween(midJoint(start, part), midJoint(points, part));
    const [ux, uy] = scales[part === 'shoulder' ? 'shoulder' : 'hip'].up;
    return (x * ux + y * uy) / (ux * ux + uy * uy);
  };
  const moved = (points: ArrayLike<number>, part: 'hip' | 'shoulder'): Metres =>
    pixelDistance(midJoint(points, part), midJoint(start, part)) / scales[part].metre;
  return ({ points }: Pick<Landmarks, 'points'>): PostureShift => {
    const trunk = trunkOf(points);
    return {
      hipsRisen: risen(points, 'hip'),
      hipsMoved: moved(points, 'hip'),
      chestRisen: risen(points, 'shoulder'),
      chestMoved: moved(points, 'shoulder'),
      trunkTurned: isTrunkSeen ? angle(trunk, trunkBefore) : null,
      shouldersTurned: turnOfLine(points, start, 'shoulder') / scales.shoulder.metre,
      hipsTurned: turnOfLine(points, start, 'hip') / scales.hip.metre,
      isReversed: hasReversed(points, start),
      kneesSunk: -risen(points, 'knee'),
      knees: { left: kneeShift(points, start, 'left'), right: kneeShift(points, start, 'right') },
      shouldersToFeet: spanOf(points) / Math.max(1, spanOf(start)),
    };
  };
}

/** Step of the numeric derivative of the projection. */
const STEP: Metres = 0.05;

/** Pixels of a metre across the line of sight, and of a metre upwards, at the middle of two joints. */
function scaleAt({ camera, body }: ReferencePoseFit, part: 'hip' | 'shoulder') {
  const place = middleOf(body.joints, part);
  const [x, y, depth] = camera.project(place);
  const [ux, uy] = camera.project(add(place, [0, STEP, 0]));
  const up: PicturePoint = [(ux - x) / STEP, (uy - y) / STEP];
  return { metre: camera.focalPixels / depth, up };
}

/** Least growth of the line across the shoulders when a body that is filmed from the side rolls onto its side. */
const LONGER: Share = 1.15;

function hasReversed(points: ArrayLike<Pixels>, start: ArrayLike<Pixels>): boolean {
  const isOpposite = (part: 'hip' | 'shoulder'): boolean => {
    const [[x, y], [bx, by]] = [rightToLeft(points, part), rightToLeft(start, part)];
    return x * bx + y * by < 0;
  };
  const across = (of: ArrayLike<Pixels>): Pixels => Math.hypot(...rightToLeft(of, 'shoulder'));
  return isOpposite('shoulder') && isOpposite('hip') && across(points) >= LONGER * across(start);
}

const kneeShift = (points: ArrayLike<Pixels>, start: ArrayLike<Pixels>, side: Side): KneeShift => ({
  bend: bendOf(points, side),
  bendBefore: bendOf(start, side),
  reach: reachOf(points, side) / Math.max(1, reachOf(start, side)),
});

const spanOf = (points: ArrayLike<Pixels>): Pixels =>
  pixelDistance(midJoint(points, 'shoulder'), midJoint(points, 'ankle'));

const trunkOf = (points: ArrayLike<Pixels>): PicturePoint =>
  vectorBetween(midJoint(points, 'hip'), midJoint(points, 'shoulder'));

/** Angle between two vectors of the picture, 0 to 180. */
function angle([ax, ay]: PicturePoint, [bx, by]: PicturePoint): Degrees {
  return Math.abs(Math.atan2(ax * by - ay * bx, ax * bx + ay * by)) * DEG;
}

function bendOf(points: ArrayLike<Pixels>, side: Side): Degrees {
  const { hip, knee, ankle } = JOINT_LANDMARKS[side];
  const [h, k, a] = [landmarkAt(points, hip), landmarkAt(points, knee), landmarkAt(points, ankle)];
  return angle(vectorBetween(h, k), vectorBetween(k, a));
}

function reachOf(points: ArrayLike<Pixels>, side: Side): Pixels {
  const { hip, ankle } = JOINT_LANDMARKS[side];
  return pixelDistance(landmarkAt(points, hip), landmarkAt(points, ankle));
}

// Limits of the drill's own movement. In the truth of the shipped clips the mid-hip moves by at most 6 cm (a lifted
// pelvis), a lying or kneeling chest by 4 cm, and a trunk that the drill does not fold turns by at most 18°
// (n = 59 rendered sets).

/** Rise of a pelvis that lies: up to here it is a compensation, beyond it the person has left the position. */
const LYING_HIPS: Metres = 0.08;
/** The same for a sitting or kneeling person, whose hip landmarks wander more. */
const OTHER_HIPS: Metres = 0.15;
/** Rise of the shoulders when lying, sitting, or on hands and knees. */
const CHEST: Metres = 0.16;
/** Turn of the trunk in the picture: of one that stays still, and of one that may lean. */
const STILL_TRUNK: Degrees = 28;
const FREE_TRUNK: Degrees = 40;
/** Displacement of hips or chest in the picture that means moved away: half the length of a trunk. */
const AWAY: Metres = 0.26;
/** A rolled body: change of the line across the shoulders, and across the hips, whose landmarks follow less. */
const SHOULDERS_ROLLED: Metres = 0.15;
const HIPS_ROLLED: Metres = 0.06;
/**
 * A smaller change across the shoulders is enough where upright knees have sunk with the body. In the drills knees sink
 * by up to 0.08 m.
 */
const SHOULDERS_TIPPED: Metres = 0.06;
const KNEES_SUNK: Metres = 0.22;
/** A knee that the drill bends by at least this much at its start stays bent. */
const BENT: Degrees = 70;
/** A stretched knee: its bend in the picture, and the growth from hip to ankle (1.41 from 90° to straight). */
const STRETCHED: Degrees = 40;
const LENGTHENED: Share = 1.25;
/**
 * In a side check the leg is stretched from this share of both on: a leg that is stretched back hollows the back, and
 * that is no fault of the drill. The drill's own movement reaches 0.18, a leg stretched half way 0.6 (4 rendered sets).
 */
const STRETCHED_IN_SIDE_CHECK: Share = 0.5;
/** A person who has left the position is back once every value is below this share of its limit. */
const BACK_SHARE: Share = 0.7;

/** For this long most frames must show that the position is left, or that the person is back. */
const LEFT_AFTER: Seconds = 0.5;
const BACK_AFTER: Seconds = 0.7;
/** Fewest frames that decide, even where they take longer than that. */
const FEWEST_FRAMES = 3;
/** What counts as most frames: single ones decide nothing. */
const MOST: Share = 0.7;

/** What may not change in a drill. */
interface Envelope {
  readonly hips: Metres;
  /** Null: the drill folds the trunk, so it may come up and down. */
  readonly chest: Metres | null;
  readonly trunk: Degrees | null;
  /** The drill keeps the trunk still, lying or level, so it must not roll or move. */
  readonly isStill: boolean;
  readonly knees: readonly Side[];
  /** The share of a stretched leg from which such a knee counts as one. */
  readonly stretched: Share;
}

export interface PostureSight {
  /** How this frame alone has left the position; null: it has not. */
  readonly now: PostureChange | null;
  /** The position that was left, once most recent frames agree. Null: it is not left. */
  readonly left: PostureLeft | null;
  /**
   * Channels as the picture shows them without a fit, in their own units. Too rough to state a size, but good enough to
   * flag a fault far above its limit.
   */
  readonly rough: Partial<Record<Channel, number>>;
}

/** Watches whether the body is still in the position of the reference pose, whether or not the fit explains the picture. */
export class PostureWatch {
  readonly #shiftOf: ReturnType<typeof postureShift>;
  readonly #envelope: Envelope;
  readonly #working: Side;
  #recent: readonly { readonly time: Seconds; readonly now: PostureChange | null }[] = [];
  #left: PostureLeft | null = null;

  constructor(plan: MeasurementPlan, referencePose: ReferencePoseFit, still: StillLandmarks) {
    this.#shiftOf = postureShift(referencePose, still);
    this.#envelope = envelopeOf(plan);
    this.#working = leadingSide(plan.side);
  }

  step(landmarks: Pick<Landmarks, 'points'>, time: Seconds): PostureSight {
    const shift = this.#shiftOf(landmarks);
    const now = changeOf(shift, this.#envelope, this.#left === null ? 1 : BACK_SHARE);
    // Old frames are dropped, so that those from before a gap do not decide.
    const longest = Math.max(LEFT_AFTER, BACK_AFTER) * 2;
    this.#recent = [...this.#recent.filter((one) => time > one.time && time - one.time <= longest), { time, now }];
    this.#left = this.#decide(time);
    return { now, left: this.#left, rough: roughValues(shift, this.#working) };
  }

  #decide(time: Seconds): PostureLeft | null {
    const back = this.#left !== null;
    const window = lastFrames(this.#recent, time, back ? BACK_AFTER : LEFT_AFTER);
    if (window === null) return this.#left;
    const out = window.filter((one) => one.now !== null);
    if (this.#left !== null) {
      if (window.length - out.length >= MOST * window.length) return null;
      return this.#left;
    }
    const kind = commonest(out.map((one) => one.now));
    if (kind === null || out.length < MOST * window.length) return null;
    return { kind, since: out[0]?.time ?? time };
  }
}

/** The frames of the last `span`, or at least `FEWEST_FRAMES`; null: not enough of them yet. */
function lastFrames<T extends { readonly time: Seconds }>(
  frames: readonly T[],
  time: Seconds,
  span: Seconds,
): readonly T[] | null {
  const within = frames.findLastIndex((one) => time - one.time >= span - TINY);
  const from = Math.min(within, frames.length - FEWEST_FRAMES);
  return from < 0 ? null : frames.slice(from);
}

/** Guards against rounding in sums of seconds. */
const TINY: Seconds = 1e-9;

/** The change that most frames show; of equally common ones the newest. */
function commonest(kinds: readonly (PostureChange | null)[]): PostureChange | null {
  let best: PostureChange | null = null;
  const count = (kind: PostureChange | null): number => kinds.filter((other) => other === kind).length;
  for (const kind of kinds) if (kind !== null && (best === null || count(kind) >= count(best))) best = kind;
  return best;
}

/** Steepest pitch of an upright trunk, and least pitch of one that lies or kneels over the hands. */
const UPRIGHT: Degrees = 45;
/** Largest prior sd of a thorax that the drill keeps still. */
const STILL_THORAX: Degrees = 5;

function envelopeOf({ posture, motion, side, trunkOnly }: MeasurementPlan): Envelope {
  const { pitch } = posture.pelvis;
  const isUpright = Math.abs(pitch) < UPRIGHT;
  const isLying = pitch <= -UPRIGHT;
  const isStill = motion.thoraxSd <= STILL_THORAX;
  const isStanding = isUpright && posture.height.of === 'lowest-joint';
  const working = leadingSide(side);
  const isBent = (one: Side): boolean => (one === working ? posture.working : posture.other).knee >= BENT;
  const folds = motion.flexionReference === 'trunk';
  return {
    hips: isLying ? LYING_HIPS : OTHER_HIPS,
    chest: isStanding ? null : CHEST,
    trunk: folds ? null : isStill ? STILL_TRUNK : FREE_TRUNK,
    isStill,
    knees: (['left', 'right'] as const).filter(isBent),
    stretched: trunkOnly === true ? STRETCHED_IN_SIDE_CHECK : 1,
  };
}

/** @param share of each limit from which a value counts as a change */
function changeOf(shift: PostureShift, envelope: Envelope, share: Share): PostureChange | null {
  const { hips, chest, trunk, isStill, knees, stretched } = envelope;
  const isOver: IsOver = (value, limit) => value >= share * limit;
  const isGone = isOver(shift.hipsMoved, AWAY) && isOver(shift.chestMoved, AWAY);
  const isChestUp = chest !== null && isOver(shift.chestRisen, chest);
  const isTrunkTurned = trunk !== null && shift.trunkTurned !== null && isOver(shift.trunkTurned, trunk);
  if (isChestUp && shift.chestRisen >= shift.hipsRisen) return 'trunk-up';
  if (isGone) return 'moved-away';
  if (isOver(shift.hipsRisen, hips)) return 'hips-up';
  if (knees.some((side) => isStretched(shift.knees[side], share * stretched))) return 'leg-straight';
  if (isStill && hasRolled(shift, isOver)) return 'rolled';
  if (isTrunkTurned) return shift.chestRisen > 0 ? 'trunk-up' : 'moved-away';
  if (isStill && knees.length > 0 && isOver(shift.kneesSunk, KNEES_SUNK)) return 'moved-away';
  // Hips alone are enough; the chest alone only where the drill keeps the trunk still.
  return isOver(shift.hipsMoved, AWAY) || (isStill && isOver(shift.chestMoved, AWAY)) ? 'moved-away' : null;
}

type IsOver = (value: number, limit: number) => boolean;

/** From the side the line across the shoulders changes little, so there sinking knees count too. */
const hasRolled = (shift: PostureShift, isOver: IsOver): boolean =>
  (isOver(shift.shouldersTurned, SHOULDERS_ROLLED) && isOver(shift.hipsTurned, HIPS_ROLLED)) ||
  (isOver(shift.shouldersTurned, SHOULDERS_TIPPED) && isOver(shift.kneesSunk, KNEES_SUNK)) ||
  shift.isReversed;

const isStretched = ({ bend, bendBefore, reach }: PostureShift['knees'][Side], share: Share): boolean =>
  bendBefore - bend >= share * (bendBefore - STRETCHED) &&
  bendBefore > STRETCHED &&
  reach >= 1 + share * (LENGTHENED - 1);

/** Largest change of the distance from shoulders to feet at which a rise of the hips is believed without a fit. */
const SAME_SPAN: Share = 0.1;

function roughValues(shift: PostureShift, working: Side): PostureSight['rough'] {
  const isSameSpan = Math.abs(shift.shouldersToFeet - 1) <= SAME_SPAN;
  return {
    // If the shoulders rise as much, the whole body has moved, and the pelvis has not lifted. If the whole body has grown
    // in the picture, the camera may have zoomed in a room that shows too little to tell.
    ...(isSameSpan ? { 'pelvis-lift': Math.max(0, shift.hipsRisen - Math.max(0, shift.chestRisen)) } : {}),
    ...(shift.trunkTurned === null ? {} : { 'trunk-lean': shift.trunkTurned }),
    'knee-flexion': shift.knees[working].bend,
  };
}
