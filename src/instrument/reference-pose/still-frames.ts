import { flickers } from './flicker.ts';
import type { Landmarks } from '../input/landmarks.ts';
import { median } from '../geometry/median.ts';
import type { StillLandmarks } from './reference-pose-fit.ts';
import { driftOf, scatterOf } from '../geometry/scatter.ts';
import { medianOutOfPlaneAngles, type OutOfPlaneAngles } from '../geometry/out-of-plane-angles.ts';
import { FITTED_LANDMARKS } from '../geometry/skeleton.ts';
import type { Pixels, Seconds, Share } from '../geometry/units.ts';

/** One believed frame of a hold. */
export interface HeldFrame {
  readonly time: Seconds;
  readonly points: Float32Array;
  readonly visibility: Float32Array;
  /** Absent: nobody told them. */
  readonly outOfPlaneAngles?: OutOfPlaneAngles;
}

/** A copy: the pose model uses its arrays again. */
export const heldFrame = ({ points, visibility, outOfPlaneAngles: slants }: Landmarks, time: Seconds): HeldFrame => ({
  time,
  points: points.slice(),
  visibility: visibility.slice(),
  ...(slants && { outOfPlaneAngles: slants }),
});

/** Fewer frames tell no stillness. */
export const FEWEST_FRAMES = 7;
/** Drift of a joint between the older and the newer half of the stretch, and its scatter, as shares of the picture's width. */
const MOST_DRIFT: Share = 0.0045;
const MOST_SCATTER: Share = 0.005;
/**
 * So far apart may the medians of two halves of n frames come because the landmark jitters: this times the jitter over √n. White
 * noise would have 2.6; BlazePose smooths its landmarks, so what is left wanders more. A half-hidden knee in dark clothes jitters
 * by four pixels of 960: without this the hold would be broken off again and again, and nobody in such clothes would ever lie
 * still.
 */
const DRIFT_BY_JITTER = 5;

/** From the oldest to the newest. */
export const spanOf = (frames: readonly HeldFrame[]): Seconds => (frames.at(-1)?.time ?? 0) - (frames[0]?.time ?? 0);

/** How far a landmark may stray, in the width that all limits are shares of. */
export type Slack = (landmark: number) => Pixels;

/** True while no joint drifts or scatters by more than a landmark does that stays. */
export function isStill(frames: readonly HeldFrame[], slackOf: Slack): boolean {
  for (const l of FITTED_LANDMARKS) {
    const slack = slackOf(l);
    for (const c of [2 * l, 2 * l + 1]) {
      const values = frames.map((f) => f.points[c] ?? 0);
      const chance = (DRIFT_BY_JITTER * jitterOf(values)) / Math.sqrt(values.length);
      const drifts = Math.abs(driftOf(values)) > MOST_DRIFT * slack + chance;
      const scatters = scatterOf(values) > MOST_SCATTER * slack;
      if ((drifts || scatters) && !flickers(values, MOST_SCATTER * slack)) return false;
    }
  }
  return true;
}

/** Where everything was in the middle of these frames. */
export function mediansOf(frames: readonly HeldFrame[], width: Pixels, height: Pixels): StillLandmarks {
  const count = frames[0]?.points.length ?? 0;
  const points = Float64Array.from({ length: count }, (_, i) => middleOf(frames.map((f) => f.points[i] ?? 0)));
  const visibility = Float64Array.from({ length: count / 2 }, (_, i) =>
    middleOf(frames.map((f) => f.visibility[i] ?? 0)),
  );
  const outOfPlaneAngles = medianOutOfPlaneAngles(
    frames.flatMap((f) => (f.outOfPlaneAngles ? [f.outOfPlaneAngles] : [])),
  );
  return { points, visibility, width, height, ...(outOfPlaneAngles && { outOfPlaneAngles }) };
}

/** From frame to frame, without a steady movement: that is none. */
const jitterOf = (values: readonly number[]): number => scatterOf(values.slice(1).map((v, i) => v - (values[i] ?? v)));

const middleOf = (values: readonly number[]): number => median(values) ?? Number.NaN;
