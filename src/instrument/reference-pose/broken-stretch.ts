import { median } from '../geometry/median.ts';
import { FITTED_LANDMARKS } from '../geometry/skeleton.ts';
import { FEWEST_FRAMES, type HeldFrame, isStill, type Slack, spanOf } from './still-frames.ts';
import type { Seconds, Share } from '../geometry/units.ts';

/** Whoever is seen at rest without a break is done sooner. */
const NO_SOONER_THAN: Seconds = 4;
const LOOKS_BACK: Seconds = 6;
/** At one place is what is seen within this share of the picture's width of the middle. */
const PLACE: Share = 0.006;
/**
 * A leg that swings to and fro is seen half of the time in the middle 70 % of its way, so one of ±.8 % of the picture (8 pixels of
 * 960) and no other would pass: about what counts as still in an unbroken stretch as well.
 */
const LEAST_SHARE: Share = 0.5;

/** The one place at which a person is seen, and goes on being seen. */
export interface Place {
  /** The frames in which everything was there, oldest first; none where there is no such place. */
  readonly there: readonly HeldFrame[];
  /** For how long neighbouring frames were both there. */
  readonly held: Seconds;
  /** The newest frame is one of them: nobody has just left. */
  readonly isThere: boolean;
}

const NOWHERE: Place = { there: [], held: 0, isThere: false };

/**
 * Stillness of a person whom the pose model sees elsewhere now and then: under dark trousers it takes one leg for the other three
 * times a second, or a knee for the fold beside it, and no stretch of landmarks is ever still. Whoever truly moved, and came back
 * to the same place each time, has a start there as well.
 */
export class BrokenStretch {
  readonly #slackOf: Slack;
  #frames: HeldFrame[] = [];
  /** Looked for only when it is asked for: most people are seen at rest without a break. */
  #place: Place | null = null;

  constructor(slackOf: Slack) {
    this.#slackOf = slackOf;
  }

  add(frame: HeldFrame): void {
    const begin = frame.time - LOOKS_BACK;
    this.#frames = [...this.#frames.filter(({ time }) => time >= begin), frame];
    this.#place = null;
  }

  clear(): void {
    this.#frames = [];
    this.#place = null;
  }

  /** When the oldest of all frames was that may yet count; null before the first. */
  get earliest(): Seconds | null {
    return this.#frames[0]?.time ?? null;
  }

  get place(): Place {
    return (this.#place ??= placeOf(this.#frames, this.#slackOf));
  }
}

function placeOf(frames: readonly HeldFrame[], slackOf: Slack): Place {
  if (spanOf(frames) < NO_SOONER_THAN) return NOWHERE;
  const there = framesAtOnePlace(frames, slackOf);
  if (there.length < FEWEST_FRAMES || !isStill(there, slackOf)) return NOWHERE;
  const those = new Set(there);
  const held = frames.reduce((sum, frame, i) => {
    const before = frames[i - 1];
    return before && those.has(frame) && those.has(before) ? sum + frame.time - before.time : sum;
  }, 0);
  return { there, held, isThere: there.at(-1) === frames.at(-1) };
}

function framesAtOnePlace(frames: readonly HeldFrame[], slackOf: Slack): readonly HeldFrame[] {
  const limits = FITTED_LANDMARKS.flatMap((l) =>
    [2 * l, 2 * l + 1].map((c) => ({
      c,
      middle: median(frames.map(({ points }) => points[c] ?? 0)) ?? 0,
      most: PLACE * slackOf(l),
    })),
  );
  const there = frames.filter(({ points }) =>
    limits.every(({ c, middle, most }) => Math.abs((points[c] ?? 0) - middle) <= most),
  );
  return there.length >= LEAST_SHARE * frames.length ? there : [];
}
