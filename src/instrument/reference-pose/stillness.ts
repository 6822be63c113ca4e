import type { Landmarks } from '../input/landmarks.ts';
import type { StillLandmarks } from './reference-pose-fit.ts';
import { FITTED_LANDMARKS } from '../geometry/skeleton.ts';
import { median, medianDeviation, medianDrift, medianOrNaN } from '../geometry/statistics.ts';
import { isWithin, type Pixels, type Seconds, type Share } from '../geometry/units.ts';

export interface StillnessPlan {
  /** Width of the picture: every limit is a share of it. */
  readonly width: Pixels;
  /** Landmarks of joints that cannot move. */
  readonly planted: readonly number[];
  /** Landmarks of joints that are held in the air. Absent: none. */
  readonly unsupportedJoints?: readonly number[];
  /**
   * Present: an interrupted stretch counts as well (see `InterruptedStretch`), and these landmarks of a leg that only
   * rests may scatter in it as much as planted ones. Absent: only an uninterrupted stretch counts.
   */
  readonly resting?: readonly number[];
}

/** Required stillness. People are asked for "three seconds"; the first moments pass before they have settled. */
export const HOLD_TIME: Seconds = 2.6;
/** Times the usual limit for a planted joint, whose landmark jitters (a half-hidden foot by 7 of 960 pixels). */
const PLANTED_FACTOR = 3.5;
/** Times the usual limit for a joint in the air: trembling, but not a swing of a third of a pulse. */
const UNSUPPORTED_FACTOR = 1.7;
/** A longer gap between two frames starts a new stretch. */
export const LONGEST_GAP: Seconds = 0.7;
/** Upper limit of the progress while the newest frame is outside: the person may just have left. */
const PROGRESS_WHILE_AWAY: Share = 0.95;

export const stillnessWindow = (plan: StillnessPlan): StillnessWindow => new StillnessWindow(plan);

/**
 * Collects frames in which a person keeps still. As soon as the person moves, the oldest frames are dropped, so
 * `progress` only ever counts real stillness.
 */
export class StillnessWindow {
  readonly #slackOf: Slack;
  readonly #interrupted: InterruptedStretch | null;
  #frames: HeldFrame[] = [];
  #moved = false;

  constructor({ width, planted, unsupportedJoints = [], resting }: StillnessPlan) {
    this.#slackOf = (l) =>
      width * (planted.includes(l) ? PLANTED_FACTOR : unsupportedJoints.includes(l) ? UNSUPPORTED_FACTOR : 1);
    const fixed = [...planted, ...(resting ?? [])];
    // No extra tolerance for joints in the air: a foot that pulses by ±6° would pass half of the time.
    this.#interrupted = resting
      ? new InterruptedStretch((l) => width * (fixed.includes(l) ? PLANTED_FACTOR : 1))
      : null;
  }

  add(landmarks: Landmarks, time: Seconds): void {
    const last = this.#frames.at(-1);
    if (last && (time - last.time > LONGEST_GAP || time <= last.time)) this.clear();
    const frame = heldFrame(landmarks, time);
    this.#frames.push(frame);
    this.#interrupted?.add(frame);
    while (spanOf(this.#frames) > HOLD_TIME + 0.3) this.#frames.shift();
    this.#moved = false;
    while (this.#frames.length >= 4 && !isStill(this.#frames, this.#slackOf)) {
      this.#moved = true;
      this.#frames.splice(0, Math.max(1, this.#frames.length >> 2));
    }
  }

  clear(): void {
    this.#frames = [];
    this.#interrupted?.clear();
    this.#moved = false;
  }

  /** Share of the required stillness that has been reached. */
  get progress(): Share {
    const uninterrupted = this.#uninterruptedProgress;
    return uninterrupted < 1 ? Math.max(uninterrupted, this.#interruptedProgress) : uninterrupted;
  }

  /** True when the newest frames moved against the ones before. */
  get moving(): boolean {
    return this.#moved && this.#interruptedProgress === 0;
  }

  /** Frames older than this time can no longer belong to the still stretch. */
  get earliest(): Seconds {
    return this.#interrupted?.earliest ?? this.#frames[0]?.time ?? 0;
  }

  /** True if the frame of this time belongs to the still stretch. */
  holds(time: Seconds): boolean {
    return this.#stretch.some((frame) => frame.time === time);
  }

  still(width: Pixels, height: Pixels): StillLandmarks {
    return mediansOf(this.#stretch, width, height);
  }

  /** Median landmarks since the last movement: the person's present position. */
  now(width: Pixels, height: Pixels): StillLandmarks {
    return mediansOf(this.#frames, width, height);
  }

  get #stretch(): readonly HeldFrame[] {
    const isInterrupted = this.progress > this.#uninterruptedProgress;
    return isInterrupted && this.#interrupted ? this.#interrupted.place.frames : this.#frames;
  }

  get #uninterruptedProgress(): Share {
    const { length } = this.#frames;
    return length < 2 ? 0 : Math.min(1, spanOf(this.#frames) / HOLD_TIME, length / MIN_FRAMES);
  }

  get #interruptedProgress(): Share {
    if (!this.#interrupted) return 0;
    const { heldFor, includesNewest } = this.#interrupted.place;
    return Math.min(includesNewest ? 1 : PROGRESS_WHILE_AWAY, heldFor / HOLD_TIME);
  }
}

/** The interrupted stretch needs at least this span of frames; an uninterrupted one is complete sooner. */
const INTERRUPTED_MIN_SPAN: Seconds = 4;
const INTERRUPTED_LOOK_BACK: Seconds = 6;
/** A landmark is at its place within this share of the picture's width of its median. */
const PLACE_RADIUS: Share = 0.006;
/**
 * Least share of the frames at the place. A leg that swings evenly spends half of the time in the middle 70 % of its
 * way, so only a swing of up to ±0.8 % of the picture (8 pixels of 960) passes: about the limit of an uninterrupted
 * stretch.
 */
const INTERRUPTED_MIN_SHARE: Share = 0.5;

/** The place to which the joints keep returning. */
interface HeldPlace {
  /** The frames in which every joint was at its place, oldest first; empty if there is no such place. */
  readonly frames: readonly HeldFrame[];
  /** Total time between neighbouring frames that were both at the place. */
  readonly heldFor: Seconds;
  readonly includesNewest: boolean;
}

const NO_PLACE: HeldPlace = { frames: [], heldFor: 0, includesNewest: false };

/**
 * Finds stillness in a stretch with interruptions. On dark trousers the pose model swaps the legs up to three times a
 * second, or takes a fold of cloth for the knee, and no uninterrupted stretch of landmarks is ever still. A person who
 * moves and comes back to the same place each time passes as well: that place is a start too.
 */
class InterruptedStretch {
  readonly #slackOf: Slack;
  #frames: HeldFrame[] = [];
  /** Computed only on request: most people are still without an interruption. */
  #place: HeldPlace | null = null;

  constructor(slackOf: Slack) {
    this.#slackOf = slackOf;
  }

  add(frame: HeldFrame): void {
    const begin = frame.time - INTERRUPTED_LOOK_BACK;
    this.#frames = [...this.#frames.filter(({ time }) => time >= begin), frame];
    this.#place = null;
  }

  clear(): void {
    this.#frames = [];
    this.#place = null;
  }

  /** Time of the oldest frame that may still count; null before the first frame. */
  get earliest(): Seconds | null {
    return this.#frames[0]?.time ?? null;
  }

  get place(): HeldPlace {
    return (this.#place ??= placeOf(this.#frames, this.#slackOf));
  }
}

function placeOf(frames: readonly HeldFrame[], slackOf: Slack): HeldPlace {
  if (spanOf(frames) < INTERRUPTED_MIN_SPAN) return NO_PLACE;
  const there = framesAtOnePlace(frames, slackOf);
  if (there.length < MIN_FRAMES || !isStill(there, slackOf)) return NO_PLACE;
  const thereSet = new Set(there);
  const heldFor = frames.reduce((sum, frame, i) => {
    const before = frames[i - 1];
    return before && thereSet.has(frame) && thereSet.has(before) ? sum + frame.time - before.time : sum;
  }, 0);
  return { frames: there, heldFor, includesNewest: there.at(-1) === frames.at(-1) };
}

function framesAtOnePlace(frames: readonly HeldFrame[], slackOf: Slack): readonly HeldFrame[] {
  const limits = FITTED_LANDMARKS.flatMap((l) =>
    [2 * l, 2 * l + 1].map((c) => ({
      c,
      middle: median(frames.map(({ points }) => points[c] ?? 0)) ?? 0,
      radius: PLACE_RADIUS * slackOf(l),
    })),
  );
  const there = frames.filter(({ points }) =>
    limits.every(({ c, middle, radius }) => Math.abs((points[c] ?? 0) - middle) <= radius),
  );
  return there.length >= INTERRUPTED_MIN_SHARE * frames.length ? there : [];
}

const RECENT_LOOK_BACK: Seconds = 3;
/** With a shorter span the recent median says no more than the present frame. */
const RECENT_MIN_SPAN: Seconds = 1.5;

/**
 * The median landmarks of the last three seconds, whether the person was still or not. On dark trousers the pose model
 * swaps the legs several times a second and now and then blends them; a single frame then shows a posture that the
 * person was never in.
 */
export class RecentFrames {
  #frames: HeldFrame[] = [];

  add(landmarks: Landmarks, time: Seconds): void {
    const kept = this.#frames.filter((frame) => frame.time < time && isWithin(time - frame.time, RECENT_LOOK_BACK));
    this.#frames = [...kept, heldFrame(landmarks, time)];
  }

  clear(): void {
    this.#frames = [];
  }

  /** Null: too few frames were seen. */
  median(width: Pixels, height: Pixels): StillLandmarks | null {
    const enough = this.#frames.length >= MIN_FRAMES && spanOf(this.#frames) >= RECENT_MIN_SPAN;
    return enough ? mediansOf(this.#frames, width, height) : null;
  }
}

interface HeldFrame {
  readonly time: Seconds;
  /** 33 × (x, y), pixels. */
  readonly points: Float32Array;
  /** 33 × 0…1. */
  readonly visibility: Float32Array;
}

/** Copies the arrays, because the pose model reuses its own. */
const heldFrame = ({ points, visibility }: Landmarks, time: Seconds): HeldFrame => ({
  time,
  points: points.slice(),
  visibility: visibility.slice(),
});

/** Fewer frames cannot show stillness. */
const MIN_FRAMES = 7;
/**
 * Largest drift of a landmark coordinate from the older to the newer half of the stretch, share of the picture's width.
 */
const MAX_DRIFT: Share = 0.0045;
/** Largest median deviation of a landmark coordinate, share of the picture's width. */
const MAX_SCATTER: Share = 0.005;
/**
 * Extra drift that jitter alone may cause between the medians of the two halves of n frames: this factor times the
 * jitter over √n. White noise would have 2.6; BlazePose smooths its landmarks, so their noise drifts more. Without it,
 * a half-hidden knee in dark clothes (jitter 4 of 960 pixels) would break off every hold.
 */
const DRIFT_BY_JITTER = 5;

const spanOf = (frames: readonly HeldFrame[]): Seconds => (frames.at(-1)?.time ?? 0) - (frames[0]?.time ?? 0);

/** Pixels of which a landmark's limits are shares: the picture's width, times more for fixed joints. */
type Slack = (landmark: number) => Pixels;

/** True while no landmark drifts or scatters beyond its limits. Flickering between two places is still. */
function isStill(frames: readonly HeldFrame[], slackOf: Slack): boolean {
  for (const l of FITTED_LANDMARKS) {
    const slack = slackOf(l);
    for (const c of [2 * l, 2 * l + 1]) {
      const values = frames.map((f) => f.points[c] ?? 0);
      const chance = (DRIFT_BY_JITTER * jitterOf(values)) / Math.sqrt(values.length);
      const drifts = Math.abs(medianDrift(values)) > MAX_DRIFT * slack + chance;
      const scatters = medianDeviation(values) > MAX_SCATTER * slack;
      if ((drifts || scatters) && !flickers(values, MAX_SCATTER * slack)) return false;
    }
  }
  return true;
}

function mediansOf(frames: readonly HeldFrame[], width: Pixels, height: Pixels): StillLandmarks {
  const count = frames[0]?.points.length ?? 0;
  const points = Float64Array.from({ length: count }, (_, i) => medianOrNaN(frames.map((f) => f.points[i] ?? 0)));
  const visibility = Float64Array.from({ length: count / 2 }, (_, i) =>
    medianOrNaN(frames.map((f) => f.visibility[i] ?? 0)),
  );
  return { points, visibility, width, height };
}

/** Scatter of the differences between successive frames; a steady movement adds nothing to it. */
const jitterOf = (values: readonly number[]): number =>
  medianDeviation(values.slice(1).map((v, i) => v - (values[i] ?? v)));

/** Jumps between two places that make a flicker; a step aside is one jump, a step and back are two. */
const FLICKER_MIN_JUMPS = 3;
/** Least distance of the two places over the scatter within either; plain jitter, cut in two, has 3. */
const FLICKER_SEPARATION = 6;
/** Least share of the frames in each of the two places. */
const FLICKER_MIN_SHARE: Share = 0.15;

/**
 * True where a landmark jumps to and fro between two places and is still in each, as a hidden knee does that the pose
 * model sees here and there in turn. A leg that swings is also seen between the two places.
 * @param values one coordinate of successive frames
 * @param limit largest scatter, and largest drift, within either place
 */
function flickers(values: readonly Pixels[], limit: Pixels): boolean {
  const middle = (Math.min(...values) + Math.max(...values)) / 2;
  const places = [values.filter((v) => v < middle), values.filter((v) => v >= middle)];
  if (places.some(({ length }) => length < Math.max(2, FLICKER_MIN_SHARE * values.length))) return false;
  const jumps = values.filter((v, i) => i > 0 && v < middle !== (values[i - 1] ?? v) < middle).length;
  const [low, high] = places.map((place) => median(place) ?? 0);
  const scatter = Math.min(limit, ((high ?? 0) - (low ?? 0)) / FLICKER_SEPARATION);
  return (
    jumps >= FLICKER_MIN_JUMPS &&
    places.every((place) => medianDeviation(place) <= scatter && Math.abs(medianDrift(place)) <= limit)
  );
}
