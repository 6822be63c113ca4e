import { mean } from '../../tools/shared/statistics.ts';

/**
 * The true angles of a rendered clip (`NAME.truth.json`), and helpers that all scores use. `tests/clips/README.md`
 * defines signs and axes. The phase kind `neutral` is the reference pose.
 */

type TruthHip = { flexion: number; abduction: number; internalRotation: number };

export interface TruthFrame {
  /** Degrees, absolute. */
  hip: { left: TruthHip; right: TruthHip };
  /** Flexion, degrees. */
  knee: { left: number; right: number };
  /** Change from the reference pose: degrees, lift in metres. */
  pelvis: { twist: number; obliquity: number; tilt: number; lift: number };
  /** Degrees, change from the reference pose; absent: not known. */
  lumbar?: { extension: number };
  /** Degrees between the line mid-hip to mid-shoulder and its direction in the reference pose; absent: not known. */
  trunkLean?: number;
  /** Degrees by which the working knee dropped more than its hip rotated; absent: not known. */
  kneeChase?: number;
}

export type TruthPhase = { kind: string; start: number; end: number };

export type TruthEvent = { rule: string; start: number; end: number; peak: number; side?: string };

export type TruthRep = { start: number; turn: number; end: number; amplitude: number };

export type Side = 'left' | 'right';

export interface Truth {
  drill: string;
  side: Side | 'both';
  fps: number;
  /** Azimuth: 0 is at the feet or in front, 90 is at the left side. */
  camera: { placement: string; azimuthDegrees?: number };
  phases: readonly TruthPhase[];
  events: readonly TruthEvent[];
  reps: readonly TruthRep[];
  frames: readonly TruthFrame[];
}

/** Phases in which the range of motion is measured. */
const RANGE_PHASES = new Set(['passive', 'pails', 'rails', 'sink', 'hold', 'reps']);

const DEGREE = Math.PI / 180;

/** The working sides. */
export function sidesOf(side: Truth['side']): Side[] {
  return side === 'both' ? ['left', 'right'] : [side];
}

/** End of the reference pose, in seconds; scoring begins here. */
export function referencePoseEnd(truth: Truth) {
  return truth.phases.find((phase) => phase.kind === 'neutral')?.end ?? 0;
}

/** Mean of a quantity over the reference pose; 0 if the clip has none. */
export function referencePoseMean(truth: Truth, quantity: (frame: TruthFrame) => number) {
  const referencePose = truth.phases.find((phase) => phase.kind === 'neutral');
  if (!referencePose) return 0;
  const still = truth.frames.filter((_, index) => {
    const time = index / truth.fps;
    return time >= referencePose.start && time < referencePose.end;
  });
  return mean(still.map(quantity)) ?? 0;
}

/** @param time seconds */
export function inRangePhase(truth: Truth, time: number) {
  return truth.phases.some((phase) => RANGE_PHASES.has(phase.kind) && time >= phase.start && time < phase.end);
}

/**
 * Rotation of the thigh in the room about its own axis: hip and pelvis together. An observer who takes the pelvis as
 * still sees this angle. Pelvis R = Ry(twist) Rx(tilt) Rz(obliquity); hip R = Rx(−flexion) Rz(±abduction)
 * Ry(∓rotation), the joint coordinate system of the hip.
 * @returns degrees, absolute, internal positive
 */
export function grossRotation(frame: TruthFrame, side: Side): number {
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

const sineAndCosine = (degrees: number): [number, number] => [Math.sin(degrees * DEGREE), Math.cos(degrees * DEGREE)];

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
