import type { Seconds } from '../../instrument/geometry/units.ts';
import { LONGEST_GAP } from '../../instrument/reference-pose/stillness.ts';

/** Readings are counted over this time. */
const SPAN: Seconds = 4;
/** Below this share of the rate that the drill asks for, a movement falls between two pictures. */
const TOO_SLOW = 1 / 3;

/** Times of the last readings, oldest first. */
export type PictureRate = readonly Seconds[];

/**
 * Feeds one reading. Times that do not go on (a pause, another side) begin anew.
 * @param since when the readings began or went on; before the span is full nothing is said
 */
export function stepPictureRate(rate: PictureRate, time: Seconds, since: Seconds): PictureRate {
  const from = Math.max(since, time - SPAN);
  return [...rate.filter((earlier) => earlier >= from && earlier < time), time];
}

/**
 * Whether too few pictures a second come to measure.
 * @param asked frames a second that the drill asks for
 */
export function isTooSlow(rate: PictureRate, time: Seconds, since: Seconds, asked: number): boolean {
  return time - since >= SPAN && rate.length < TOO_SLOW * asked * SPAN;
}

/** Whether the pictures lie so far apart that no start position can be held: each gap begins the hold anew. */
export const isTooSlowToHold = (rate: PictureRate, time: Seconds, since: Seconds): boolean =>
  time - since >= SPAN && rate.length * LONGEST_GAP < SPAN;
