import type { Milliseconds } from '../../instrument/geometry/units.ts';

/** The parts of one programme that were done one after the other, without a reload or a long break. */
interface Sitting {
  readonly programme: string;
  readonly parts: readonly number[];
  /** End of the last part, milliseconds since 1970. */
  readonly until: Milliseconds;
}

/** After so long a break the laptop may have been used for something else. */
const LONGEST_BREAK: Milliseconds = 2 * 3600 * 1000;

let sitting: Sitting | null = null;

const isOn = (programme: string, now: Milliseconds): boolean =>
  sitting?.programme === programme && now - sitting.until <= LONGEST_BREAK;

/** Positions of the parts of a programme that were done in this sitting, in order. Empty: nothing is placed yet. */
export const partsOfSitting = (programme: string, now: Milliseconds): readonly number[] =>
  isOn(programme, now) ? (sitting?.parts ?? []) : [];

/**
 * A set has ended.
 * @param part the part of a programme that it was; null: another set, for which the laptop may have been moved
 */
export const addToSitting = (
  part: { readonly programme: string; readonly at: number } | null,
  now: Milliseconds,
): void => {
  sitting = part && { programme: part.programme, parts: [...partsOfSitting(part.programme, now), part.at], until: now };
};

/**
 * Id of the set that has just ended. Only its summary counts down to the next part; the summary of an old set does not.
 */
let justFinished: string | null = null;

export const markFinished = (record: string): void => {
  justFinished = record;
};

/** True on the first call after the set has ended. A later visit of its summary starts no countdown. */
export const takeFinished = (record: string): boolean => {
  const is = justFinished === record;
  if (is) justFinished = null;
  return is;
};
