import type { Pixels, Seconds, Share } from '../geometry/units.ts';
import type { Landmarks } from '../input/landmarks.ts';
import type { Picture } from '../input/picture.ts';
import { bodyBox, type PictureBox, widened } from './person-check.ts';

/** Pixels between two samples, across and down: about 10,000 in a frame 960 wide. */
const STRIDE = 7;
/** A sample that has changed by more than this (0…255) shows a movement or the noise of a live sensor. */
const CHANGED = 2;
/**
 * A picture repeats the last one if at most `MOST_CHANGED` of its samples differ by more than `CHANGED`, and at most
 * `MOST_TOUCHED` differ at all. In 59 rendered and 9 real clips one repeat occurred 6 times, two in a row never.
 */
const MOST_CHANGED: Share = 0.001;
const MOST_TOUCHED: Share = 0.03;
/** A frozen picture may still change this much once, when the video encoder sends a new key frame. */
const STILL_CHANGED = 8;
const STILL_MOST_CHANGED: Share = 0.002;
/** The picture must repeat for longer than this, with and without a person in it. */
const FROZEN_AFTER: Seconds = 0.3;
const FROZEN_AFTER_EMPTY: Seconds = 4;
/** Fewest repeats; a clip of a slow camera may show each picture three times. */
const FEWEST_REPEATS = 3;
/** The freeze is over after two pictures in a row that show something else, or three that only differ a little. */
const THAWED = 3;
const SOMETHING_ELSE = 2;
/**
 * A coder that codes a frozen picture anew changes it a little each time. So a picture is frozen too if it stays this near
 * to its first one for `RECODED_AFTER`. Shares of the samples that change within two seconds, by more than `CHANGED` and by
 * more than `STILL_CHANGED`: in living pictures at least 0.10 and 0.009, because a person breathes and a sensor has noise (59
 * rendered and 9 real clips, ten held stills); in freezes coded at 1 Mbit/s and more at most 0.028 and 0 (seven coders).
 */
const RECODED_MOST_CHANGED: Share = 0.04;
const RECODED_AFTER: Seconds = 2;
const FEWEST_RECODED = 5;
/** Enlarges the person's box. */
const MARGIN: Share = 0.15;

interface Samples {
  readonly width: number;
  readonly height: number;
  readonly across: number;
  readonly luma: Uint8Array;
}

/** Two ways in which a picture is found frozen. They differ in what is compared, and for how long. */
interface Kind {
  /** The picture that the newest one is compared with. */
  readonly with: 'the last' | 'the first';
  readonly isAlike: (now: Samples, other: Samples, box: PictureBox | null) => boolean;
  readonly fewest: number;
  readonly after: Seconds;
  /** Without a person. Null: then no freeze begins, because an empty room may stand as still before a good camera. */
  readonly afterEmpty: Seconds | null;
}

/** The source sends one picture again and again. */
const REPEATED: Kind = {
  with: 'the last',
  isAlike: repeats,
  fewest: FEWEST_REPEATS,
  after: FROZEN_AFTER,
  afterEmpty: FROZEN_AFTER_EMPTY,
};
/** A coder codes one picture anew. */
const RECODED: Kind = {
  with: 'the first',
  isAlike: isNear,
  fewest: FEWEST_RECODED,
  after: RECODED_AFTER,
  afterEmpty: null,
};

/**
 * Tells when the source shows the same picture all the time: a stuck camera or virtual camera. A living picture never
 * repeats exactly, because of sensor noise and breathing, however still the person holds.
 */
export class FrozenPicture {
  readonly #standstills = [new Standstill(REPEATED), new Standstill(RECODED)] as const;

  get isFrozen(): boolean {
    return this.#standstills.some(({ isFrozen }) => isFrozen);
  }

  /** Feeds every frame. Returns whether the picture is frozen. */
  step(picture: Picture, person: Landmarks | null, time: Seconds): boolean {
    const now = samplesOf(picture);
    const box = person && widened(bodyBox(person), MARGIN);
    for (const standstill of this.#standstills) standstill.step(now, box, time);
    return this.isFrozen;
  }
}

/** A stretch of pictures that are alike. */
class Standstill {
  readonly #kind: Kind;
  #first: { readonly samples: Samples; readonly time: Seconds } | null = null;
  #last: Samples | null = null;
  #alike = 0;
  #different = 0;
  #frozen = false;

  constructor(kind: Kind) {
    this.#kind = kind;
  }

  get isFrozen(): boolean {
    return this.#frozen;
  }

  /** @param box the person's; null: nobody is seen */
  step(now: Samples, box: PictureBox | null, time: Seconds): void {
    const first = this.#first;
    const { isAlike, fewest, after, afterEmpty, ...compared } = this.#kind;
    const other = compared.with === 'the first' ? first?.samples : this.#last;
    const wait = box ? after : afterEmpty;
    this.#last = now;
    const isStill = other ? isSameSize(now, other) && isAlike(now, other, box) : false;
    // A coder may repeat a frozen picture for a while and then code it anew.
    const staysFrozen = this.#frozen && first !== null && isNear(now, first.samples, box);
    if (first && (staysFrozen || (isStill && (this.#frozen || wait !== null)))) {
      this.#alike++;
      this.#different = 0;
      this.#frozen ||= this.#alike >= fewest && time - first.time > (wait ?? Infinity);
      return;
    }
    this.#different += first && isLike(now, first.samples, box) ? 1 : SOMETHING_ELSE;
    // One picture of a freeze may look different, when the coder sends a new key frame.
    if (this.#frozen && this.#different < THAWED) return;
    this.#first = { samples: now, time };
    this.#alike = 0;
    this.#different = 0;
    this.#frozen = false;
  }
}

/** True if a new key frame of the coder explains the difference. */
const isLike = (now: Samples, first: Samples, box: PictureBox | null): boolean =>
  isSameSize(now, first) && changes(now, first, box, STILL_CHANGED).more <= STILL_MOST_CHANGED;

function isNear(now: Samples, first: Samples, box: PictureBox | null): boolean {
  return isLike(now, first, box) && changes(now, first, box, CHANGED).more <= RECODED_MOST_CHANGED;
}

function repeats(now: Samples, last: Samples, box: PictureBox | null): boolean {
  const { more, touched } = changes(now, last, box, CHANGED);
  return more <= MOST_CHANGED && touched <= MOST_TOUCHED;
}

const isSameSize = (a: Samples, b: Samples): boolean => a.width === b.width && a.height === b.height;

function samplesOf({ width, height, grey }: Picture): Samples {
  const across = Math.ceil((width - (STRIDE >> 1)) / STRIDE);
  const luma = new Uint8Array(across * Math.ceil((height - (STRIDE >> 1)) / STRIDE));
  let i = 0;
  for (let y = STRIDE >> 1; y < height; y += STRIDE)
    for (let x = STRIDE >> 1; x < width; x += STRIDE) luma[i++] = grey[y * width + x] as number;
  return { width, height, across, luma };
}

/** Shares of the samples, inside the person's box if there is one, that differ by more than `limit`, and at all. */
function changes(
  a: Samples,
  b: Samples,
  box: PictureBox | null,
  limit: number,
): { readonly more: Share; readonly touched: Share } {
  const down = a.luma.length / a.across;
  const [left, right] = box ? samplesBetween(box.left, box.right, a.across) : [0, a.across];
  const [top, bottom] = box ? samplesBetween(box.top, box.bottom, down) : [0, down];
  let [all, more, touched] = [0, 0, 0];
  for (let row = top; row < bottom; row++) {
    for (let i = row * a.across + left; i < row * a.across + right; i++) {
      all++;
      const difference = Math.abs((a.luma[i] as number) - (b.luma[i] as number));
      if (difference > 0) touched++;
      if (difference > limit) more++;
    }
  }
  return all === 0 ? { more: 1, touched: 1 } : { more: more / all, touched: touched / all };
}

/** Indices of the first sample at or after a position, and of the first beyond another one. */
const samplesBetween = (from: Pixels, to: Pixels, count: number): readonly [number, number] => [
  Math.max(0, Math.ceil((from - (STRIDE >> 1)) / STRIDE)),
  Math.min(count, Math.floor((to - (STRIDE >> 1)) / STRIDE) + 1),
];
