import { bodyBox, isInBox, type PictureBox } from '../../src/instrument/checks/person-check.ts';
import type { Landmarks } from '../../src/instrument/input/landmarks.ts';
import { PeopleCounter } from '../../src/instrument/checks/people-counter.ts';
import type { PeopleCount } from '../../src/instrument/output/reading.ts';
import { isWithin, type Milliseconds, type Pixels, type Seconds } from '../../src/instrument/geometry/units.ts';
import { greyOf, type PictureSize } from '../../src/instrument/input/picture.ts';
import type { PoseEstimator } from './orientation-search.ts';

/** Between two searches, each of which takes one or two frames; the first few come sooner. */
const EVERY: Seconds = 1;
const EARLY_EVERY: Seconds = 0.4;
const EARLY_SEARCHES = 6;
/** After a longer pause the counts are dropped: in the meantime people may have come and gone. */
const OUTDATED: Seconds = 3;
/**
 * Longest search that still runs during the hold. A gap of 0.7 s between frames would end the hold (`stillness.ts`), so
 * where a search takes longer, none is made during the hold.
 */
const LONGEST_IN_HOLD: Milliseconds = 400;
/** A picture whose long side is at most this times its short side is searched as one square. */
const SQUARE = 1.1;

export interface WatchedFrame {
  readonly time: Seconds;
  readonly picture: ImageData;
  /** The measured person, in pixels of `picture`. */
  readonly person: Landmarks;
  readonly laptopMoves: boolean;
  /** The reference pose is being held. */
  readonly holding: boolean;
}

/**
 * Counts the people in the picture. Each search covers one part: squares of the picture's height side by side, or of
 * its width one above the other. In the whole picture the detector merges two people who stand near each other into one
 * between them.
 */
export class PeopleWatch {
  #counter = new PeopleCounter();
  readonly #now: () => Milliseconds;
  #searches = 0;
  #searchedAt: Seconds | null = null;
  #longestSearch: Milliseconds = 0;

  constructor(now: () => Milliseconds) {
    this.#now = now;
  }

  /** Searches if it is time. Null: the model cannot find several people, or has not searched yet. */
  async step(estimator: PoseEstimator, frame: WatchedFrame): Promise<PeopleCount | null> {
    if (!estimator.peopleIn) return null;
    if (this.#isDue(frame) && !this.#wouldInterruptHold(frame))
      await this.#search(estimator.peopleIn.bind(estimator), frame);
    return this.#counter.count;
  }

  /** Whether the last search counted more than one person. */
  get several(): boolean {
    return (this.#counter.count?.people ?? 1) > 1;
  }

  forget(): void {
    this.#counter = new PeopleCounter();
    this.#searches = 0;
    this.#searchedAt = null;
    this.#longestSearch = 0;
  }

  #isDue({ time }: WatchedFrame): boolean {
    const wait = this.#searches < EARLY_SEARCHES ? EARLY_EVERY : EVERY;
    return this.#searchedAt === null || !isWithin(time - this.#searchedAt, wait);
  }

  /** Whether a search would end the hold. With several people the set does not start anyway until they have left. */
  #wouldInterruptHold({ holding }: WatchedFrame): boolean {
    return holding && !this.several && this.#longestSearch > LONGEST_IN_HOLD;
  }

  async #search(
    peopleIn: NonNullable<PoseEstimator['peopleIn']>,
    { time, picture, person, laptopMoves }: WatchedFrame,
  ): Promise<void> {
    if (this.#searchedAt !== null && !isWithin(time - this.#searchedAt, OUTDATED)) this.forget();
    const start = this.#now();
    const parts = partsOf(picture);
    const part = parts[this.#searches % parts.length] ?? wholeOf(picture);
    this.#searchedAt = time;
    this.#searches++;
    const box = bodyBox(person);
    const found = await peopleIn(picture, part, (x, y) => !isInBox(box, x, y));
    const { width, height } = picture;
    const pixels = { width, height, grey: greyOf(picture.data) };
    this.#counter.add({ picture: pixels, part, person, found, laptopMoves });
    this.#longestSearch = Math.max(this.#longestSearch, this.#now() - start);
  }
}

const wholeOf = ({ width, height }: PictureSize): PictureBox => ({ left: 0, top: 0, right: width, bottom: height });

/** Squares that cover the picture along its longer side, from left to right or top to bottom. */
export const partsOf = (picture: PictureSize): readonly PictureBox[] => {
  const { width, height } = picture;
  const [long, side]: [Pixels, Pixels] = [Math.max(width, height), Math.min(width, height)];
  if (long <= SQUARE * side) return [wholeOf(picture)];
  const count = Math.ceil(long / side);
  return Array.from({ length: count }, (_, i) => {
    const start = (i * (long - side)) / (count - 1);
    return width >= height
      ? { left: start, right: start + side, top: 0, bottom: height }
      : { left: 0, right: width, top: start, bottom: start + side };
  });
};
