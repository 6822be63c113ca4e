import { bodyBox, isInBox, type PictureBox } from '../../src/instrument/checks/body-box.ts';
import type { Landmarks } from '../../src/instrument/input/landmarks.ts';
import { PeopleCounter } from '../../src/instrument/checks/people-counter.ts';
import type { PeopleCount } from '../../src/instrument/output/reading.ts';
import { isWithin, type Milliseconds, type Pixels, type Seconds } from '../../src/instrument/geometry/units.ts';
import { bytesOf, type Size } from '../pictures/frame-pixels.ts';
import type { PoseEstimator } from './orientation-search.ts';

/** A look costs one to two frames of the model, so there is one a second; the first few come sooner, to have an answer early. */
const EVERY: Seconds = 1;
const EARLY_EVERY: Seconds = 0.4;
const EARLY_LOOKS = 6;
/** Where it has not looked for so long, since nobody was measured, everybody may have gone and others come. */
const OUTDATED: Seconds = 3;
/**
 * A gap of .7 s in the frames would end the still hold of the start (`stillness.ts`). On a machine whose look takes so long that
 * it makes one with its frame, nobody is looked for in the hold.
 */
const LONGEST_IN_HOLD: Milliseconds = 400;
/** A picture no longer than this against its other side is looked at as one square. */
const SQUARE = 1.1;

export interface WatchedFrame {
  readonly time: Seconds;
  readonly picture: ImageData;
  /** The measured person, as found in this very picture. */
  readonly person: Landmarks;
  readonly laptopMoves: boolean;
  /** The start is being held. */
  readonly holding: boolean;
}

/**
 * Looks for other people in the picture, one part of it a look: squares of its height side by side (or of its width, one above
 * the other). In the whole picture at once the detector blends two people who stand near each other into one between them.
 */
export class PeopleWatch {
  readonly #counter = new PeopleCounter();
  readonly #now: () => Milliseconds;
  #looks = 0;
  #lookedAt: Seconds | null = null;
  #longest: Milliseconds = 0;

  constructor(now: () => Milliseconds) {
    this.#now = now;
  }

  /** Looks when it is time to. Null: this model cannot look, or has not yet. */
  async step(estimator: PoseEstimator, frame: WatchedFrame): Promise<PeopleCount | null> {
    if (!estimator.peopleIn) return null;
    if (this.#isDue(frame) && !this.#wouldTear(frame)) await this.#look(estimator.peopleIn.bind(estimator), frame);
    return this.#counter.count;
  }

  /** Whether there was more than one person when it last looked. */
  get several(): boolean {
    return (this.#counter.count?.people ?? 1) > 1;
  }

  forget(): void {
    this.#counter.forget();
    this.#looks = 0;
    this.#lookedAt = null;
    this.#longest = 0;
  }

  #isDue({ time }: WatchedFrame): boolean {
    const wait = this.#looks < EARLY_LOOKS ? EARLY_EVERY : EVERY;
    return this.#lookedAt === null || !isWithin(time - this.#lookedAt, wait);
  }

  /** Where there are several, the hold is in vain anyway until they are seen to have left. */
  #wouldTear({ holding }: WatchedFrame): boolean {
    return holding && !this.several && this.#longest > LONGEST_IN_HOLD;
  }

  async #look(
    peopleIn: NonNullable<PoseEstimator['peopleIn']>,
    { time, picture, person, laptopMoves }: WatchedFrame,
  ): Promise<void> {
    if (this.#lookedAt !== null && !isWithin(time - this.#lookedAt, OUTDATED)) this.forget();
    const start = this.#now();
    const parts = partsOf(picture);
    const part = parts[this.#looks % parts.length] ?? wholeOf(picture);
    this.#lookedAt = time;
    this.#looks++;
    const box = bodyBox(person);
    const found = await peopleIn(picture, part, (x, y) => !isInBox(box, x, y));
    const { width, height } = picture;
    const pixels = { width, height, rgba: bytesOf(picture) };
    this.#counter.take({ picture: pixels, part, person, found, laptopMoves });
    this.#longest = Math.max(this.#longest, this.#now() - start);
  }
}

const wholeOf = ({ width, height }: Size): PictureBox => ({ left: 0, top: 0, right: width, bottom: height });

/** Squares that cover the picture along its longer side, the first at its left or top end. */
export const partsOf = (picture: Size): readonly PictureBox[] => {
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
