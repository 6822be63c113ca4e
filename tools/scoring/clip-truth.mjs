import { mean } from './statistics.mjs';

/**
 * The true angles of a rendered clip (`NAME.truth.json`), and helpers that all scores use. `tests/clips/README.md`
 * defines signs and axes. The phase kind `neutral` is the reference pose.
 *
 * @typedef {{ flexion: number, abduction: number, internalRotation: number }} TruthHip
 * @typedef {object} TruthFrame
 * @property {{ left: TruthHip, right: TruthHip }} hip degrees, absolute
 * @property {{ left: number, right: number }} knee flexion, degrees
 * @property {{ twist: number, obliquity: number, tilt: number, lift: number }} pelvis change from the reference pose:
 *   degrees, lift in metres
 * @property {{ extension: number }} [lumbar] degrees, change from the reference pose; absent: not known
 * @property {number} [trunkLean] degrees between the line mid-hip to mid-shoulder and its direction in the reference
 *   pose; absent: not known
 * @property {number} [kneeChase] degrees by which the working knee dropped more than its hip rotated; absent: not known
 * @typedef {{ kind: string, start: number, end: number }} TruthPhase
 * @typedef {{ rule: string, start: number, end: number, peak: number, side?: string }} TruthEvent
 * @typedef {{ start: number, turn: number, end: number, amplitude: number }} TruthRep
 * @typedef {'left' | 'right'} Side
 * @typedef {object} Truth
 * @property {string} drill
 * @property {Side | 'both'} side
 * @property {number} fps
 * @property {{ placement: string, azimuthDegrees?: number }} camera azimuth: 0 is at the feet or in front,
 *   90 is at the left side
 * @property {readonly TruthPhase[]} phases
 * @property {readonly TruthEvent[]} events
 * @property {readonly TruthRep[]} reps
 * @property {readonly TruthFrame[]} frames
 */

/** Phases in which the range of motion is measured. */
const RANGE_PHASES = new Set(['passive', 'pails', 'rails', 'sink', 'hold', 'reps']);

const DEGREE = Math.PI / 180;

/** The working sides. @param {Truth['side']} side @returns {Side[]} */
export function sidesOf(side) {
  return side === 'both' ? ['left', 'right'] : [side];
}

/** End of the reference pose, in seconds; scoring begins here. @param {Truth} truth */
export function referencePoseEnd(truth) {
  return truth.phases.find((phase) => phase.kind === 'neutral')?.end ?? 0;
}

/**
 * Mean of a quantity over the reference pose; 0 if the clip has none.
 * @param {Truth} truth
 * @param {(frame: TruthFrame) => number} quantity
 */
export function referencePoseMean(truth, quantity) {
  const referencePose = truth.phases.find((phase) => phase.kind === 'neutral');
  if (!referencePose) return 0;
  const still = truth.frames.filter((_, index) => {
    const time = index / truth.fps;
    return time >= referencePose.start && time < referencePose.end;
  });
  return mean(still.map(quantity)) ?? 0;
}

/** @param {Truth} truth @param {number} time seconds */
export function inRangePhase(truth, time) {
  return truth.phases.some((phase) => RANGE_PHASES.has(phase.kind) && time >= phase.start && time < phase.end);
}

/**
 * Rotation of the thigh in the room about its own axis: hip and pelvis together. An observer who takes the pelvis as
 * still sees this angle. Pelvis R = Ry(twist) Rx(tilt) Rz(obliquity); hip R = Rx(−flexion) Rz(±abduction)
 * Ry(∓rotation), the joint coordinate system of the hip.
 * @param {TruthFrame} frame
 * @param {Side} side
 * @returns {number} degrees, absolute, internal positive
 */
export function grossRotation(frame, side) {
  const outward = side === 'left' ? 1 : -1;
  const { twist, tilt, obliquity } = frame.pelvis;
  const { flexion, abduction, internalRotation } = frame.hip[side];
  const [s1, c1] = sineAndCosine(twist);
  const [s2, c2] = sineAndCosine(tilt);
  const [s3, c3] = sineAndCosine(obliquity);
  const [sf, cf] = sineAndCosine(-flexion);
  const [sa, ca] = sineAndCosine(outward * abduction);
  const [sr, cr] = sineAndCosine(-outward * internalRotation);
  // The angle needs only the first row of the product: first row of the pelvis times first and last column of the hip.
  const row = [c1 * c3 + s1 * s2 * s3, -c1 * s3 + s1 * s2 * c3, s1 * c2];
  const first = [ca * cr, cf * sa * cr + sf * sr, sf * sa * cr - cf * sr];
  const last = [ca * sr, cf * sa * sr - sf * cr, sf * sa * sr + cf * cr];
  return (-outward * Math.atan2(dot(row, last), dot(row, first))) / DEGREE;
}

/** @param {number} degrees @returns {[number, number]} */
const sineAndCosine = (degrees) => [Math.sin(degrees * DEGREE), Math.cos(degrees * DEGREE)];

/** @param {readonly number[]} a @param {readonly number[]} b */
const dot = (a, b) => a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
