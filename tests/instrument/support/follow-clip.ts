import { type FrameFit, type FrameFitter, frameFitter } from '../../../src/instrument/fit/frame-fit.ts';
import type { PelvisMeasurement } from '../../../src/instrument/fit/pelvis-estimator.ts';
import type { ReferencePoseFit } from '../../../src/instrument/reference-pose/reference-pose-fit.ts';
import { findReferencePose } from '../../../src/instrument/reference-pose/reference-pose-search.ts';
import { INTERNAL_ROTATION, LEG_START, type Pose } from '../../../src/instrument/geometry/skeleton.ts';
import { type Clip, landmarksOf, planOf, type Seen, stillOf, trueRotation } from './truth-landmarks.ts';

/** A clip's neutral and the fitter that starts from it. */
export interface Bench {
  readonly referencePose: ReferencePoseFit;
  readonly fitter: FrameFitter;
  readonly rotation: (pose: Pose) => number;
}

export function benchFor(clip: Clip, seen: Seen = 'as filmed', plan = planOf(clip, seen)): Bench {
  const { fit: referencePose } = findReferencePose(plan, stillOf(clip, seen));
  const k = LEG_START[seen === 'as filmed' ? 'left' : 'right'] + INTERNAL_ROTATION;
  return {
    referencePose,
    fitter: frameFitter(plan, referencePose, clip.width),
    rotation: (pose) => (pose[k] ?? NaN) - (referencePose.pose[k] ?? NaN),
  };
}

export interface Followed {
  readonly frame: number;
  readonly fit: FrameFit;
  readonly rotation: number;
  /** What the fit of this frame started from. */
  readonly last: Pose;
}

/** Follows a clip from its reference pose on; `edit` may change what was seen, `measure` tells the fit of the pelvis, `plan` is another than the clip's drill has. */
export function follow(
  clip: Clip,
  seen: Seen = 'as filmed',
  edit: (points: Float32Array, frame: number) => Float32Array = (points) => points,
  measure: (frame: number) => PelvisMeasurement | undefined = () => undefined,
  plan = planOf(clip, seen),
): { readonly bench: Bench; readonly frames: readonly Followed[] } {
  const bench = benchFor(clip, seen, plan);
  const frames: Followed[] = [];
  let last = bench.referencePose.pose;
  for (let frame = 0; frame < clip.frames.length; frame++) {
    const landmarks = landmarksOf(clip, frame, seen);
    const points = edit(landmarks.points, frame);
    const fit = bench.fitter.fit({ ...landmarks, points }, last, 1 / clip.fps, measure(frame));
    frames.push({ frame, fit, rotation: bench.rotation(fit.pose), last });
    last = fit.pose;
  }
  return { bench, frames };
}

/** An edit for `follow`: some landmarks come so many times their way since `start`. */
export const scaledFrom =
  (start: ArrayLike<number>, landmarks: readonly number[], times: number) =>
  (points: Float32Array): Float32Array =>
    points.map((p, c) => (landmarks.includes(c >> 1) ? (start[c] ?? 0) + times * (p - (start[c] ?? 0)) : p));

/** Mean absolute error of the working hip's rotation after the reference pose, degrees. */
export const meanError = (clip: Clip, frames: readonly Followed[]): number =>
  frames.reduce((sum, f) => sum + Math.abs(f.rotation - trueRotation(clip, f.frame)), 0) / frames.length;

/** Response of `estimate` to `truth`: slope of the line through zero. */
export function response(truth: readonly number[], estimate: readonly number[]): number {
  const products = truth.reduce((sum, t, i) => sum + t * (estimate[i] ?? 0), 0);
  return products / truth.reduce((sum, t) => sum + t * t, 0);
}
