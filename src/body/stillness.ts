import { flickers } from './flicker.ts';
import type { Landmarks } from './landmarks.ts';
import { median } from './median.ts';
import type { StillLandmarks } from './neutral-fit.ts';
import { driftOf, scatterOf } from './scatter.ts';
import { FITTED_LANDMARKS } from './skeleton.ts';
import type { Pixels, Seconds, Share } from './units.ts';

/** One believed frame of a hold. */
interface HeldFrame {
  readonly time: Seconds;
  readonly points: Float32Array;
  readonly visibility: Float32Array;
}

/** Collects a still stretch: frames that begin to move fall out at the old end, so the progress is that of real stillness. */
export interface StillnessWindow {
  add(landmarks: Landmarks, time: Seconds): void;
  clear(): void;
  /** Share of the asked-for stillness reached. */
  readonly progress: Share;
  /** True when the newest frames moved against the ones before. */
  readonly moving: boolean;
  readonly start: Seconds;
  /** Medians of the stretch. */
  still(width: Pixels, height: Pixels): StillLandmarks;
}

/**
 * Stillness that is measured, inside the "three seconds" a person is asked for: the first moments go to settling.
 */
export const HOLD: Seconds = 2.6;
const FEWEST_FRAMES = 7;
/** Drift of a joint between the older and the newer half of the stretch, and its scatter, as shares of the picture's width. */
const MOST_DRIFT = 0.0045;
const MOST_SCATTER = 0.005;
/**
 * So far apart may the medians of two halves of n frames come because the landmark jitters: this times the jitter over √n. White
 * noise would have 2.6; BlazePose smooths its landmarks, so what is left wanders more. A half-hidden knee in dark clothes jitters
 * by four pixels of 960: without this the hold would be broken off again and again, and nobody in such clothes would ever lie
 * still.
 */
const DRIFT_BY_JITTER = 5;
/** A planted joint does not move, however its landmark jitters (a far foot half hidden: 7 pixels of 960 in a second). */
const PLANTED_FACTOR = 3.5;
/** A foot in the air trembles; one that swings by a third of a pulse is still told from it. */
const ALOFT_FACTOR = 1.7;
/** A gap in the frames longer than this starts the stretch anew. */
const LONGEST_GAP: Seconds = 0.7;

/** @param planted landmarks that cannot move; @param aloft landmarks that are held in the air */
export function stillnessWindow(
  width: Pixels,
  planted: readonly number[],
  aloft: readonly number[] = [],
): StillnessWindow {
  const slackOf = (l: number): Pixels =>
    width * (planted.includes(l) ? PLANTED_FACTOR : aloft.includes(l) ? ALOFT_FACTOR : 1);
  let frames: HeldFrame[] = [];
  let moving = false;
  const span = (): Seconds => (frames.at(-1)?.time ?? 0) - (frames[0]?.time ?? 0);
  return {
    add(landmarks, time) {
      const last = frames.at(-1);
      if (last && (time - last.time > LONGEST_GAP || time <= last.time)) frames = [];
      frames.push({ time, points: landmarks.points.slice(), visibility: landmarks.visibility.slice() });
      while (span() > HOLD + 0.3) frames.shift();
      moving = false;
      while (frames.length >= 4 && !isStill(frames, slackOf)) {
        moving = true;
        frames.splice(0, Math.max(1, frames.length >> 2));
      }
    },
    clear() {
      frames = [];
      moving = false;
    },
    get progress() {
      if (frames.length < 2) return 0;
      return Math.min(1, span() / HOLD, frames.length / FEWEST_FRAMES);
    },
    get moving() {
      return moving;
    },
    get start() {
      return frames[0]?.time ?? 0;
    },
    still: (w, h) => medians(frames, w, h),
  };
}

function isStill(frames: readonly HeldFrame[], slackOf: (landmark: number) => Pixels): boolean {
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

function medians(frames: readonly HeldFrame[], width: Pixels, height: Pixels): StillLandmarks {
  const count = frames[0]?.points.length ?? 0;
  const points = Float64Array.from({ length: count }, (_, i) =>
    middleOf(frames.map((f) => f.points[i] ?? 0)),
  );
  const visibility = Float64Array.from({ length: count / 2 }, (_, i) =>
    middleOf(frames.map((f) => f.visibility[i] ?? 0)),
  );
  return { points, visibility, width, height };
}

/** From frame to frame, without a steady movement: that is none. */
const jitterOf = (values: readonly number[]): number =>
  scatterOf(values.slice(1).map((v, i) => v - (values[i] ?? v)));

const middleOf = (values: readonly number[]): number => median(values) ?? Number.NaN;
