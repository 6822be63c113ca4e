import { referencePoseMean, sidesOf } from './clip-truth.mjs';

/**
 * The repetitions of a record against those of the truth.
 *
 * @typedef {import('../../src/coach/record/set-record.ts').SetRecord} SetRecord
 * @typedef {import('./clip-truth.mjs').Truth} Truth
 * @typedef {import('./clip-truth.mjs').TruthRep} TruthRep
 * @typedef {object} RepScore
 * @property {number} true that could be counted
 * @property {number} unread done in a view that was refused, so that nothing could count them
 * @property {number} small too small to be one by the drill's own measure, and rightly not counted
 * @property {number} found
 * @property {number} extra repetitions in the record with no true one behind them
 * @property {number[]} amplitude errors of those found, degrees, record minus truth
 * @property {number[]} hold errors of the holds at both ends of those found, seconds, record minus truth
 */

/**
 * A leg this near to an end holds it, and an external end this far from neutral is one (degrees): the record's own definitions
 * (`src/coach/progress/rep-shape.ts`), so that the error is that of the reading and not of a word.
 */
const HOLD_BAND = 4.5;
const REFERENCE_POSE_BAND = 3;

/**
 * A true repetition is found when the record has one whose span holds its turning point; each is used once.
 * @param {SetRecord} record
 * @param {Truth} truth
 * @param {number} [smallest] degrees below which the drill takes a swing for none (`DrillInBrief.smallestRep`)
 * @returns {RepScore}
 */
export function repScore(record, truth, smallest = 0) {
  const left = [...record.reps];
  /** @type {RepScore} */
  const score = { true: 0, unread: 0, small: 0, found: 0, extra: 0, amplitude: [], hold: [] };
  if (record.neutral === null) return { ...score, unread: truth.reps.length, extra: left.length };
  for (const rep of truth.reps) {
    const index = left.findIndex((candidate) => candidate.start <= rep.turn && rep.turn <= candidate.end);
    const [match] = index < 0 ? [] : left.splice(index, 1);
    if (!match && rep.amplitude < smallest) {
      score.small += 1;
      continue;
    }
    score.true += 1;
    if (!match) continue;
    score.found += 1;
    // Directions of a sequence have amplitudes of their own, which the truth does not list.
    if (match.step !== undefined) continue;
    const holds = trueHolds(truth, rep);
    score.amplitude.push(match.amplitude - rep.amplitude);
    score.hold.push(match.holdInternal - holds.internal);
    if (holds.external !== null) score.hold.push(match.holdExternal - holds.external);
  }
  return { ...score, extra: left.length };
}

/**
 * How long the true leg stayed at the two ends of a repetition.
 * @param {Truth} truth
 * @param {TruthRep} rep
 * @returns {{ internal: number, external: number | null }} seconds; null: it never went to the external end
 */
export function trueHolds(truth, rep) {
  const side = sidesOf(truth.side)[0] ?? 'left';
  const zero = referencePoseMean(truth, (frame) => frame.hip[side].internalRotation);
  const angles = truth.frames
    .filter((_, index) => index / truth.fps >= rep.start && index / truth.fps <= rep.end)
    .map((frame) => frame.hip[side].internalRotation - zero);
  const near = (/** @type {number} */ end) => timeNear(angles, end) / truth.fps;
  const lowest = Math.min(...angles);
  return {
    internal: near(Math.max(...angles)),
    external: lowest < -REFERENCE_POSE_BAND ? near(lowest) : null,
  };
}

/**
 * @param {readonly number[]} angles one a frame
 * @param {number} end
 * @returns {number} intervals whose both ends lie near
 */
function timeNear(angles, end) {
  const near = angles.map((angle) => Math.abs(angle - end) <= HOLD_BAND);
  return near.filter((is, index) => is && near[index - 1]).length;
}
