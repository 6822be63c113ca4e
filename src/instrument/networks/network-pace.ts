import { bodyBox, type PictureBox, widened } from '../checks/person-check.ts';
import type { Seconds, Share } from '../geometry/units.ts';
import type { Landmarks } from '../input/landmarks.ts';
import type { Picture } from '../input/picture.ts';
import { allFinite } from '../output/reading.ts';

/** Time between two looks while nothing moves: five a second. */
const STILL_INTERVAL: Seconds = 0.2;
/** So many places across and down the person are compared; they lie in so many fields across and down. */
const PLACES = 48;
const FIELDS = 4;
/** A place has changed if its grey, the mean of four pixels, differs by more than this (0…255); noise stays below. */
const CHANGED = 12;
/**
 * The person moves if more than this share of the places in one field has changed since the last look. Between two looks the
 * field that changes most changes by 0.7–4 % in a hold, and by 6–20 % as a fault begins (n = 7 rendered sets). A noisy camera
 * changes more, so the networks look at its every frame, as in movement.
 */
const MOST_CHANGED: Share = 0.04;
/** Enlarges the person's box. */
const MARGIN: Share = 0.1;

interface Look {
  readonly time: Seconds;
  readonly size: readonly [width: number, height: number];
  readonly box: PictureBox;
  readonly greys: Uint8Array;
}

/**
 * Decides at which frames the pelvis network looks: at every one while the person moves, and five times a second while the
 * picture of the person stays the same. In between, their last answers are still true.
 */
export class NetworkPace {
  #last: Look | null = null;
  #frameBefore: Seconds = -Infinity;

  /** Whether the networks look at this frame. Call it once a frame. */
  isDue(picture: Picture, time: Seconds): boolean {
    const sinceFrame = time - this.#frameBefore;
    this.#frameBefore = time;
    const last = this.#last;
    const isLike = last !== null && last.size[0] === picture.width && last.size[1] === picture.height;
    if (!isLike || changedShare(greysIn(picture, last.box), last.greys) > MOST_CHANGED) return true;
    const elapsed = time - last.time;
    // Of two frames around the interval the nearer one.
    return !(elapsed > 0 && elapsed + sinceFrame / 2 < STILL_INTERVAL);
  }

  /** The networks have looked at this frame. @param person null: nobody was found, so they look at the next one too */
  looked(picture: Picture, person: Landmarks | null, time: Seconds): void {
    const box = person && widened(bodyBox(person), MARGIN);
    this.#last = box && { time, size: [picture.width, picture.height], box, greys: greysIn(picture, box) };
  }
}

/** Greys at places spread over a box; beyond the edge of the picture, those of the edge. */
function greysIn({ width, height, grey }: Picture, { left, right, top, bottom }: PictureBox): Uint8Array {
  const greys = new Uint8Array(PLACES * PLACES);
  const within = (place: number, size: number): number => Math.max(0, Math.min(size - 2, Math.round(place)));
  for (let row = 0, k = 0; row < PLACES; row++) {
    const start = width * within(top + ((row + 0.5) / PLACES) * (bottom - top), height);
    for (let column = 0; column < PLACES; column++, k++) {
      const i = start + within(left + ((column + 0.5) / PLACES) * (right - left), width);
      const four = (grey[i] ?? 0) + (grey[i + 1] ?? 0) + (grey[i + width] ?? 0) + (grey[i + width + 1] ?? 0);
      greys[k] = four >> 2;
    }
  }
  return greys;
}

/** Largest share of changed places in one field. */
function changedShare(a: Uint8Array, b: Uint8Array): Share {
  const changed = new Uint16Array(FIELDS * FIELDS);
  const side = PLACES / FIELDS;
  for (let row = 0, k = 0; row < PLACES; row++) {
    const start = FIELDS * Math.floor(row / side);
    for (let column = 0; column < PLACES; column++, k++) {
      const field = start + Math.floor(column / side);
      if (Math.abs((a[k] as number) - (b[k] as number)) > CHANGED) changed[field] = (changed[field] as number) + 1;
    }
  }
  return Math.max(...changed) / side ** 2;
}

/** Failures in a row after which a network is left out. A single one may come from a GPU that is being lost. */
const MOST_FAILURES = 3;

/**
 * Asks a small network and watches its answers. An answer with a number that is not finite counts as a failure, because a
 * broken backend or foreign weights give such numbers without an error.
 */
export class NetworkGuard<Input> {
  readonly #run: (input: Input) => Promise<Float32Array>;
  #failures = 0;

  constructor(run: (input: Input) => Promise<Float32Array>) {
    this.#run = run;
  }

  /** True: the network failed too often and is not asked any more. */
  get isOut(): boolean {
    return this.#failures >= MOST_FAILURES;
  }

  /** Null: the network failed, or is left out. */
  async ask(input: Input): Promise<Float32Array | null> {
    return this.isOut ? null : this.judge(this.#run(input));
  }

  /** The same for an answer that was asked for elsewhere. */
  async judge(running: Promise<Float32Array>): Promise<Float32Array | null> {
    const answer = await running.catch(() => null);
    const isGood = answer !== null && allFinite(answer);
    this.#failures = isGood ? 0 : this.#failures + 1;
    return isGood ? answer : null;
  }
}
