import { type FrameFit, FrameFitter } from '../../src/instrument/fit/frame-fit.ts';
import type { PelvisMeasurement } from '../../src/instrument/fit/pelvis-observation.ts';
import type { ReferencePoseFit } from '../../src/instrument/reference-pose/reference-pose-fit.ts';
import { findReferencePose } from '../../src/instrument/reference-pose/reference-pose-search.ts';
import { INTERNAL_ROTATION, LEG_START, type Pose } from '../../src/instrument/geometry/skeleton.ts';
import { type Clip, landmarksOf, planOf, type Seen, stillOf, trueRotation } from './truth-landmarks.ts';

/** The reference pose of a clip and the fitter that starts from it. */
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
    fitter: new FrameFitter(plan, referencePose, clip.width),
    rotation: (pose) => (pose[k] ?? NaN) - (referencePose.pose[k] ?? NaN),
  };
}

export interface Followed {
  readonly frame: number;
  readonly fit: FrameFit;
  readonly rotation: number;
  /** Pose from which the fit of this frame started. */
  readonly last: Pose;
}

/**
 * Fits every frame of a clip, starting from its reference pose.
 * @param edit changes the landmarks of a frame
 * @param measure pelvis measurement that the fit gets for a frame
 * @param plan plan to use instead of the drill's
 */
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

/** An edit for `follow` that multiplies the displacement of some landmarks since `start`. */
export const scaledFrom =
  (start: ArrayLike<number>, landmarks: readonly number[], times: number) =>
  (points: Float32Array): Float32Array =>
    points.map((p, c) => (landmarks.includes(c >> 1) ? (start[c] ?? 0) + times * (p - (start[c] ?? 0)) : p));

/** Mean absolute error of the working hip's rotation after the reference pose, degrees. */
export const meanError = (clip: Clip, frames: readonly Followed[]): number =>
  frames.reduce((sum, f) => sum + Math.abs(f.rotation - trueRotation(clip, f.frame)), 0) / frames.length;

/** Response of `estimate` to `truth`: slope of the regression line through zero. */
export function response(truth: readonly number[], estimate: readonly number[]): number {
  const products = truth.reduce((sum, t, i) => sum + t * (estimate[i] ?? 0), 0);
  return products / truth.reduce((sum, t) => sum + t * t, 0);
}
