import { BrokenStretch } from './broken-stretch.ts';
import type { Landmarks } from '../input/landmarks.ts';
import type { StillLandmarks } from './reference-pose-fit.ts';
import { FEWEST_FRAMES, type HeldFrame, heldFrame, isStill, mediansOf, type Slack, spanOf } from './still-frames.ts';
import type { Pixels, Seconds, Share } from '../geometry/units.ts';

/** Collects a still stretch: frames that begin to move fall out at the old end, so the progress is that of real stillness. */
export interface StillnessWindow {
  add(landmarks: Landmarks, time: Seconds): void;
  clear(): void;
  /** Share of the asked-for stillness reached. */
  readonly progress: Share;
  /** True when the newest frames moved against the ones before. */
  readonly moving: boolean;
  /** No frame before this can be of the stretch any more. */
  readonly earliest: Seconds;
  /** When the oldest frame of the stretch was. */
  readonly begin: Seconds;
  /** Whether the frame of that time is one of the stretch. */
  holds(time: Seconds): boolean;
  /** Medians of the stretch. */
  still(width: Pixels, height: Pixels): StillLandmarks;
  /** Medians of the frames since the last that moved: where everything is now. */
  now(width: Pixels, height: Pixels): StillLandmarks;
}

export interface StillnessPlan {
  readonly width: Pixels;
  /** Landmarks that cannot move. */
  readonly planted: readonly number[];
  /** Landmarks that are held in the air. Absent: none. */
  readonly unsupportedJoints?: readonly number[];
  /**
   * Given, a stretch with breaks counts as well, after a while (`broken-stretch.ts`); these landmarks, of a leg that only rests,
   * may wander in it as planted ones do. Absent: unbroken stretches only.
   */
  readonly resting?: readonly number[];
}

/**
 * Stillness that is measured, inside the "three seconds" a person is asked for: the first moments go to settling.
 */
export const HOLD: Seconds = 2.6;
/** A planted joint does not move, however its landmark jitters (a far foot half hidden: 7 pixels of 960 in a second). */
const PLANTED_FACTOR = 3.5;
/** A foot in the air trembles; one that swings by a third of a pulse is still told from it. */
const UNSUPPORTED_FACTOR = 1.7;
/** A gap in the frames longer than this starts the stretch anew. */
const LONGEST_GAP: Seconds = 0.7;
/** As far as a stretch gets from which the person has just been seen to go. */
const ALMOST: Share = 0.95;

export const stillnessWindow = (plan: StillnessPlan): StillnessWindow => new Window(plan);

class Window implements StillnessWindow {
  readonly #slackOf: Slack;
  readonly #broken: BrokenStretch | null;
  #frames: HeldFrame[] = [];
  #moved = false;

  constructor({ width, planted, unsupportedJoints: aloft = [], resting }: StillnessPlan) {
    this.#slackOf = (l) => width * (planted.includes(l) ? PLANTED_FACTOR : aloft.includes(l) ? UNSUPPORTED_FACTOR : 1);
    const fixed = [...planted, ...(resting ?? [])];
    // A foot in the air that pulses by ±6° is half of the time where one may be that trembles.
    this.#broken = resting ? new BrokenStretch((l) => width * (fixed.includes(l) ? PLANTED_FACTOR : 1)) : null;
  }

  add(landmarks: Landmarks, time: Seconds): void {
    const last = this.#frames.at(-1);
    if (last && (time - last.time > LONGEST_GAP || time <= last.time)) this.clear();
    const frame = heldFrame(landmarks, time);
    this.#frames.push(frame);
    this.#broken?.add(frame);
    while (spanOf(this.#frames) > HOLD + 0.3) this.#frames.shift();
    this.#moved = false;
    while (this.#frames.length >= 4 && !isStill(this.#frames, this.#slackOf)) {
      this.#moved = true;
      this.#frames.splice(0, Math.max(1, this.#frames.length >> 2));
    }
  }

  clear(): void {
    this.#frames = [];
    this.#broken?.clear();
    this.#moved = false;
  }

  get progress(): Share {
    const unbroken = this.#unbrokenProgress;
    return unbroken < 1 ? Math.max(unbroken, this.#brokenProgress) : unbroken;
  }

  get moving(): boolean {
    return this.#moved && this.#brokenProgress === 0;
  }

  get earliest(): Seconds {
    return this.#broken?.earliest ?? this.#frames[0]?.time ?? 0;
  }

  get begin(): Seconds {
    return this.#stretch[0]?.time ?? 0;
  }

  holds(time: Seconds): boolean {
    return this.#stretch.some((frame) => frame.time === time);
  }

  still(width: Pixels, height: Pixels): StillLandmarks {
    return mediansOf(this.#stretch, width, height);
  }

  now(width: Pixels, height: Pixels): StillLandmarks {
    return mediansOf(this.#frames, width, height);
  }

  get #stretch(): readonly HeldFrame[] {
    const isBroken = this.progress > this.#unbrokenProgress;
    return isBroken && this.#broken ? this.#broken.place.there : this.#frames;
  }

  get #unbrokenProgress(): Share {
    const { length } = this.#frames;
    return length < 2 ? 0 : Math.min(1, spanOf(this.#frames) / HOLD, length / FEWEST_FRAMES);
  }

  get #brokenProgress(): Share {
    if (!this.#broken) return 0;
    const { held, isThere } = this.#broken.place;
    return Math.min(isThere ? 1 : ALMOST, held / HOLD);
  }
}
