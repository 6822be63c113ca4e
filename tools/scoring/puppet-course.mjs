/**
 * What a puppet performs: it holds the start, then goes from angle to angle and holds each. Pure.
 *
 * @typedef {object} CourseFrame
 * @property {number} time seconds
 * @property {number} angle internal rotation since the start, degrees
 * @property {number | null} held the angle that is held and counts in this frame; null: the leg moves, settles or holds the start
 */

/** Frames a second, as in the rendered clips of the hip test. */
export const RATE = 6;
/** Seconds for which the start is held: the app takes a reference pose in that time. */
const START = 3.5;
/** Seconds from one angle to the next, for which the new angle settles, and for which it counts. */
const MOVE = 0.8;
const SETTLE = 0.34;
const COUNTS = 0.67;

/** Angles in the order in which they are held; 0 counts first, while nothing has moved. */
export const ANGLES = [0, 5, 10, 20, 30, -10, -20];

/** @returns {CourseFrame[]} */
export function courseOf(angles = ANGLES) {
  /** @type {Omit<CourseFrame, 'time'>[]} */
  const frames = [];
  const add = (/** @type {number} */ seconds, /** @type {(share: number) => Omit<CourseFrame, 'time'>} */ frame) => {
    const count = Math.round(seconds * RATE);
    for (let k = 0; k < count; k++) frames.push(frame((k + 1) / count));
  };
  add(START, () => ({ angle: 0, held: null }));
  let from = 0;
  for (const to of angles) {
    const start = from;
    if (to !== start) add(MOVE, (share) => ({ angle: between(start, to, share), held: null }));
    add(SETTLE, () => ({ angle: to, held: null }));
    add(COUNTS, () => ({ angle: to, held: to }));
    from = to;
  }
  return frames.map((frame, index) => ({ time: index / RATE, ...frame }));
}

/** A smooth way, in tenths of a degree so that pictures can be shared. @param {number} from @param {number} to @param {number} share */
const between = (from, to, share) =>
  Math.round((from + (to - from) * (0.5 - 0.5 * Math.cos(Math.PI * share))) * 10) / 10;
