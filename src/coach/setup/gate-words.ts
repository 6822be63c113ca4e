import type { BodyPose, PhoneRuleId, RuleDefinition } from '../drill-definition.ts';
import { bodyBox, PART_LANDMARKS } from '../../instrument/checks/person-check.ts';
import {
  angleDifference,
  type Degrees,
  leadingSide,
  type Share,
  type Side,
  type WorkingSide,
} from '../../instrument/geometry/units.ts';
import type { Landmarks } from '../../instrument/input/landmarks.ts';
import type { ViewPlan } from '../../instrument/input/measurement-plan.ts';
import type { FramingCheck, LensDirection, PhoneProblem, Reading } from '../../instrument/output/reading.ts';
import type { BodyPart, KneeProblem, Reason } from '../../instrument/output/reason.ts';

/** Where the laptop must move, along the person's axes. Of a person who lies, front is towards the feet. */
export type Way = 'front' | 'back' | 'left' | 'right';

export type ViewMove =
  /** A short way round the person: a step in this direction. */
  | { readonly kind: 'step'; readonly way: Way }
  /** A long way round, so the place is named instead of a direction. Azimuth 0 to 360 for this person, not mirrored. */
  | { readonly kind: 'place'; readonly azimuth: Degrees }
  /** The camera is too low to look down at the hips. */
  | { readonly kind: 'higher' };

/** The target lies this far inside the good range, so that small errors do not matter. */
const INSIDE: Degrees = 6;
/** Up to this angle a direction is given, beyond it a place. */
const STEP: Degrees = 60;

const modulo = (azimuth: Degrees): Degrees => ((azimuth % 360) + 360) % 360;

/** The angle from `a` to `b` the short way round, −180 to 180. */
const signedAngle = (a: Degrees, b: Degrees): Degrees => modulo(b - a + 180) - 180;

/** The good ranges of azimuth for this side. Drills are written for the left side. */
const goodRanges = (view: ViewPlan, side: WorkingSide): readonly (readonly [Degrees, Degrees])[] =>
  leadingSide(side) === 'left' ? view.good : view.good.map(([from, to]) => [360 - to, 360 - from] as const);

/** The nearest azimuth from which the drill is seen well. */
export function nearestGoodAzimuth(view: ViewPlan, side: WorkingSide, azimuth: Degrees): Degrees {
  const targets = goodRanges(view, side).map(([from, to]): Degrees => {
    const middle = (from + to) / 2;
    const half = Math.max(0, (to - from) / 2 - INSIDE);
    const off = signedAngle(middle, azimuth);
    return modulo(middle + Math.max(-half, Math.min(half, off)));
  });
  return targets.reduce((best, one) => (angleDifference(one, azimuth) < angleDifference(best, azimuth) ? one : best));
}

/**
 * How the laptop must move to see the drill well; null: it stands right. Azimuth: 0 front or feet, 90 the person's
 * left.
 * @param lens position of the camera as the instrument measures it, degrees
 */
export function viewMove(view: ViewPlan, side: WorkingSide, lens: LensDirection): ViewMove | null {
  const azimuth = modulo(lens.azimuth);
  const inside = goodRanges(view, side).some(
    ([from, to]) => angleDifference(azimuth, (from + to) / 2) <= (to - from) / 2,
  );
  if (inside) return lens.lookingDown < view.lookingDown ? { kind: 'higher' } : null;
  const target = nearestGoodAzimuth(view, side, azimuth);
  const turn = signedAngle(azimuth, target);
  if (Math.abs(turn) > STEP) return { kind: 'place', azimuth: target };
  return { kind: 'step', way: wayOf(azimuth, turn) };
}

/**
 * The person's axis nearest to the tangent in the middle of the way. It is at most 45° off that tangent, so for turns
 * below 90° the step never leads away from the target.
 */
function wayOf(azimuth: Degrees, turn: Degrees): Way {
  const middle = ((azimuth + turn / 2) * Math.PI) / 180;
  const front = -Math.sin(middle) * Math.sign(turn);
  const left = Math.cos(middle) * Math.sign(turn);
  if (Math.abs(front) > Math.abs(left)) return front > 0 ? 'front' : 'back';
  return left > 0 ? 'left' : 'right';
}

/** How to bring a hidden part of the body into the picture. */
export type CutMove =
  /** There is room on the other side, so turning the laptop towards the part is enough. */
  | { readonly kind: 'turn'; readonly towards: BodyPart }
  /**
   * The part is above or below the picture with room on the other side: fold the screen forward (down) or back (up).
   */
  | { readonly kind: 'tilt'; readonly down: boolean }
  /** The picture is full: move the laptop back. */
  | { readonly kind: 'back' }
  /** The part is inside the picture, but covered. */
  | { readonly kind: 'clear' };

/** Free share of the picture on the opposite side that a turn needs, in addition to the part that sticks out. */
const ROOM: Share = 0.06;
/** A joint within this distance of an edge, or beyond it, is cut off. */
const EDGE: Share = 0.02;

/** The move that helps the first missing part. The model also guesses joints outside the picture: the side. */
export function cutMove(missing: readonly BodyPart[], landmarks: Landmarks, width: number, height: number): CutMove {
  const box = bodyBox(landmarks);
  const [first] = missing.flatMap((part) => {
    const over = overhang(landmarks, part, width, height);
    return over === null ? [] : [{ part, over }];
  });
  if (!first) return { kind: 'clear' };
  const [left, right] = [box.left / width, box.right / width];
  const [top, bottom] = [box.top / height, box.bottom / height];
  const across = right - left > 1 - ROOM || (left < EDGE && right > 1 - EDGE);
  const upright = bottom - top > 1 - ROOM || (top < EDGE && bottom > 1 - EDGE);
  if (across || upright) return { kind: 'back' };
  const isSideways = first.over === 'left' || first.over === 'right';
  const [near, far] = isSideways ? [left, right] : [top, bottom];
  const isNear = first.over === 'left' || first.over === 'above';
  const [stretch, free] = isNear ? [-near, 1 - far] : [far - 1, near];
  if (!(free > stretch + ROOM)) return { kind: 'back' };
  return isSideways ? { kind: 'turn', towards: first.part } : { kind: 'tilt', down: first.over === 'below' };
}

/** The side of the picture beyond which a part lies; null: it is inside. */
function overhang(
  { points }: Landmarks,
  part: BodyPart,
  width: number,
  height: number,
): 'left' | 'right' | 'above' | 'below' | null {
  const over = PART_LANDMARKS[part].map((l) => {
    const x = (points[2 * l] ?? 0) / width;
    const y = (points[2 * l + 1] ?? 0) / height;
    return { left: EDGE - x, right: x - 1 + EDGE, above: EDGE - y, below: y - 1 + EDGE };
  });
  const sides = (['left', 'right', 'above', 'below'] as const).map((side) => ({
    side,
    by: Math.max(...over.map((joint) => joint[side])),
  }));
  const worst = sides.reduce((a, b) => (b.by > a.by ? b : a));
  return worst.by > 0 ? worst.side : null;
}

/**
 * What keeps the reference pose from being held; `moving`: the person does not hold still. Null: nothing known. Holding
 * still is asked for last: in a wrong place or posture it would not help. While the laptop is being moved, a person who lies
 * still moves in its picture.
 */
export function startProblem({ person, referencePose, light, framing, frozen }: Reading): Reason | 'moving' | null {
  if (frozen) return 'picture-frozen';
  if (!person.seen) return (person.reason === 'implausible-body' && framing.difference?.kind) || person.reason;
  const held = referencePose.kind === 'holding' ? referencePose.problem : null;
  const still = held === 'moving' ? null : held;
  const moves = held === 'moving' && framing.laptopMoves ? 'picture-slid' : held;
  return named(still ?? framing.problem ?? light.problem ?? moves, framing);
}

/** A posture that is wrong in one plain way is named by it. */
export const named = <T extends Reason | 'moving' | null>(problem: T, { difference }: FramingCheck): T | Reason =>
  problem === 'wrong-posture' && difference ? difference.kind : problem;

/** What is wrong and what to change. Both are whole sentences, shown and spoken. */
export interface Advice {
  readonly what: string;
  readonly todo: string;
}

/** Cue and explanation of a fault that a phone shows. */
type PhoneRuleWords = Pick<RuleDefinition, 'cue' | 'explanation'>;

/** What the coach says only while a phone lies on the pelvis; loaded with the first one. */
export interface PhoneWords {
  readonly rules: Readonly<Record<BodyPose, Readonly<Partial<Record<PhoneRuleId, PhoneRuleWords>>>>>;
  /** In place of what the drill's camera place never shows. */
  readonly blind: string;
  /** Where it is laid. */
  readonly still: Readonly<Record<BodyPose, Advice>>;
  readonly move: Advice;
  readonly problem: Readonly<Record<PhoneProblem, Advice>>;
  readonly slid: Advice;
  readonly silent: Advice;
  /** It could not be made ready, and the set goes on without it. */
  readonly unused: Advice;
}

type LightProblem = Extract<Reason, 'lens-covered' | 'too-dark' | 'too-bright' | 'against-light' | 'dim'>;
type PersonProblem = Extract<
  Reason,
  'no-person' | 'person-too-small' | 'person-too-large' | 'implausible-body' | 'picture-frozen'
>;

/** The words of the set-up gate. `src/i18n` has them in every language. */
export interface GateWords {
  /** Name of each check in the list on the screen. */
  readonly checks: Readonly<Record<'light' | 'person' | 'laptop' | 'body' | 'posture' | 'view' | 'phone', string>>;
  /** Absent: no phone is used. */
  readonly phone?: Omit<PhoneWords, 'rules' | 'blind'>;
  readonly light: Readonly<Record<LightProblem, Advice>>;
  readonly person: Readonly<Record<PersonProblem, Advice>>;
  /** Shown before the first reading. */
  readonly looking: Advice;
  readonly laptop: Advice;
  readonly two: Advice;
  readonly several: Advice;
  readonly looksLikePerson: Advice;
  /** Shown during the hold when the person moves. */
  readonly moving: Advice;
  /** Shown when the hold has failed for a long time. */
  readonly unsteady: Advice;
  /** Shown in place of the hold while too few pictures come for it. */
  readonly slow: Advice;
  readonly hold: Advice;
  readonly held: Advice;
  readonly ready: Advice;
  readonly stretched: Advice;
  /** A rounded back in a start that must be flat. */
  readonly rounded: Advice;
  readonly posture: string;
  /** Follows the start position where dark clothes may hide it. */
  readonly darkClothes: string;
  /** What is plainly different from a start on the back, or from one on a seat: the last two. The start position from the drill follows `legs` and `notLying`. */
  readonly start: {
    readonly hipsUp: Advice;
    readonly notLying: string;
    readonly legs: string;
    readonly leg: Readonly<Record<Side, Advice>>;
    readonly bentForward: Advice;
    readonly legStretched: Readonly<Record<Side, Advice>>;
    /** Of the picture, in any start. */
    readonly upsideDown: Advice;
  };
  /** The start for the other side in a drill whose start differs between the sides. */
  readonly otherSide: Advice;
  /** A working knee cannot be read in the start position. */
  readonly knee: Readonly<Record<KneeProblem, Advice>>;
  /** The start seen from the wrong side of the person. */
  readonly fromOtherSide: string;
  /** Follows where the laptop belongs: what to do if it stands there already. */
  readonly mirrored: string;
  readonly fair: string;
  readonly poor: string;
  /** A place that gives no number, and in which the person has stayed. */
  readonly withoutNumber: string;
  /** First sentence of the set-up. @param step the start position, from the drill */
  readonly intro: (step: string) => string;
  readonly better: (todo: string) => string;
  readonly missing: (parts: readonly BodyPart[]) => string;
  readonly cut: (move: CutMove) => string;
  /** @param lying true: the person lies, so the sentence says "head" and "feet" instead of "front" and "back" */
  readonly view: (move: ViewMove, lying: boolean) => string;
}
