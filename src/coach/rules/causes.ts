import type { Seconds, Share } from '../../instrument/geometry/units.ts';
import type { Reason } from '../../instrument/output/reason.ts';
import { CAMERA_REASONS } from './judged-reading.ts';

/**
 * What a reason is about, in the order in which a person looks for the cause: the camera and its place, then the
 * posture, then the light, then what the instrument cannot do.
 */
export type CauseGroup = 'place' | 'posture' | 'light' | 'instrument';

const GROUPS: Readonly<Record<Reason, CauseGroup>> = {
  'no-picture': 'place',
  'lens-covered': 'place',
  'picture-frozen': 'place',
  'picture-too-slow': 'place',
  'camera-moved': 'place',
  'camera-tilted': 'place',
  'picture-slid': 'place',
  'picture-zoomed': 'place',
  'picture-turned': 'place',
  'picture-resized': 'place',
  'bad-view': 'place',
  'no-person': 'place',
  'person-too-small': 'place',
  'person-too-large': 'place',
  'out-of-frame': 'place',
  'knee-hidden': 'place',
  'thigh-towards-lens': 'place',
  'joints-hidden': 'place',
  'upside-down': 'place',
  'left-right-mixed': 'place',
  'hips-up': 'posture',
  'not-lying': 'posture',
  'legs-not-planted': 'posture',
  'bent-forward': 'posture',
  'leg-stretched': 'posture',
  'wrong-posture': 'posture',
  'already-stretched': 'posture',
  'back-rounded': 'posture',
  'not-the-start': 'posture',
  'posture-left': 'posture',
  'foot-slid': 'posture',
  'knee-straight': 'posture',
  'trunk-leans': 'posture',
  'no-neutral': 'posture',
  'too-dark': 'light',
  'too-bright': 'light',
  'against-light': 'light',
  dim: 'light',
  'pelvis-too-dark': 'light',
  'pelvis-hidden': 'instrument',
  'pelvis-lost': 'instrument',
  'back-hidden': 'instrument',
  'implausible-body': 'instrument',
  'poor-fit': 'instrument',
  'not-seen-from-here': 'instrument',
  'phone-silent': 'instrument',
  'phone-slid': 'instrument',
};

/** Whether this version knows the reason. False: another version stored it. */
export const isReason = (word: string): word is Reason => Object.hasOwn(GROUPS, word);

/** Rank of each reason: its place in the table above, which is in the order of causes. */
const RANKS = new Map<string, number>(Object.keys(GROUPS).map((reason, rank) => [reason, rank]));

/** Null: another version has stored a reason that this one does not know. */
export const causeGroup = (reason: string): CauseGroup | null => (isReason(reason) ? GROUPS[reason] : null);

/** Sorts reasons in the order of causes; unknown ones come last. */
export const byCause = (a: string, b: string): number => (RANKS.get(a) ?? RANKS.size) - (RANKS.get(b) ?? RANKS.size);

/** The first of several reasons in the order of causes; null: there is none. */
export const firstCause = (reasons: readonly string[]): string | null => reasons.toSorted(byCause)[0] ?? null;

/**
 * Why a frame has no number; null: it has no reason. After a change of the camera a new start is awaited: where the body
 * is in another position, that comes first, because it is what the person can change.
 */
export function causeOfFrame(reasons: readonly string[]): string | null {
  const first = firstCause(reasons);
  if (first === null || !CAMERA.has(first)) return first;
  return firstCause(reasons.filter(isNoStart)) ?? first;
}

const CAMERA: ReadonlySet<string> = new Set(Object.values(CAMERA_REASONS));
/** Reasons why a held position is not the start position. */
const NO_START: ReadonlySet<string> = new Set<Reason>([
  'wrong-posture',
  'hips-up',
  'not-lying',
  'legs-not-planted',
  'bent-forward',
  'leg-stretched',
  'already-stretched',
  'back-rounded',
]);
export const isNoStart = (reason: string): boolean => NO_START.has(reason);

/** A reason is leading if it has at least this share of the largest one. */
const LEADING: Share = 0.4;

/** The leading ones of several reasons with their times, in the order of causes. */
export function leadingReasons<T extends string>(times: ReadonlyMap<T, Seconds>): readonly T[] {
  const most = Math.max(0, ...times.values());
  return [...times].flatMap(([reason, time]) => (time >= LEADING * most ? [reason] : [])).toSorted(byCause);
}
