import { JOINT_LANDMARKS } from '../../instrument/input/landmarks.ts';
import type { Reading } from '../../instrument/output/reading.ts';
import type { Seconds, Share } from '../../instrument/geometry/units.ts';

/** What is remembered to tell one person from several: the model follows one at a time, and hops when it cannot decide. */
export interface OnePerson {
  /** Where the hips were, shares of the picture's width, and when. */
  readonly last: { readonly x: Share; readonly y: Share; readonly at: Seconds } | null;
  readonly hops: readonly Seconds[];
}

/** Nobody crosses so much of the picture between two frames, nor at such a speed (widths a second). */
const HOP: Share = 0.2;
const HOP_SPEED = 1;
/** Between readings further apart than this somebody may have walked. */
const LONGEST_GAP: Seconds = 0.6;
/** One hop may be a false start of the model, or a shadow that was taken for somebody. */
const HOPS = 2;
const WITHIN: Seconds = 6;

export const onePerson: OnePerson = { last: null, hops: [] };

/** Takes in one reading. */
export function stepOnePerson({ last, hops }: OnePerson, { time, landmarks, width }: Reading): OnePerson {
  const recent = hops.filter((at) => time - at < WITHIN);
  if (!landmarks) return { last, hops: recent };
  const [left, right] = [2 * JOINT_LANDMARKS.left.hip, 2 * JOINT_LANDMARKS.right.hip];
  const middle = (offset: number): Share =>
    ((landmarks.points[left + offset] ?? 0) + (landmarks.points[right + offset] ?? 0)) / 2 / width;
  const now = { x: middle(0), y: middle(1), at: time };
  if (last === null || time - last.at > LONGEST_GAP) return { last: now, hops: recent };
  const way = Math.hypot(now.x - last.x, now.y - last.y);
  const hopped = way > HOP && way > HOP_SPEED * (time - last.at);
  return { last: now, hops: hopped ? [...recent, time] : recent };
}

export const isSeveral = ({ hops }: OnePerson): boolean => hops.length >= HOPS;
