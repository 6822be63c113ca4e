import type { PictureBox } from '../../src/instrument/checks/body-box.ts';
import type { Landmarks } from '../../src/instrument/input/landmarks.ts';
import type { PersonMask } from '../../src/instrument/outline/person-mask.ts';
import type { Pixels } from '../../src/instrument/geometry/units.ts';
import { mirrorLandmarksBack, mirrorMaskBack, mirrorPicture } from '../pictures/mirrored-picture.ts';
import {
  type QuarterTurns,
  turnedSize,
  turnLandmarksBack,
  turnMaskBack,
  turnPixels,
} from '../pictures/turned-picture.ts';

/** What the search needs of the pose model. It follows a person from frame to frame until told to forget. */
export interface PoseEstimator {
  estimate(picture: ImageData, withMask?: boolean): Promise<Landmarks | null>;
  /** Of the last estimate, where it found somebody and a mask was asked for. Absent: this model gives none. */
  readonly mask?: PersonMask | null;
  /**
   * Everybody upright in a part of the picture, without following anybody. `worth`: whether a body whose hips seem to be there
   * is to be looked at. Absent: this model knows one person only.
   */
  peopleIn?(
    picture: ImageData,
    part: PictureBox,
    worth: (x: Pixels, y: Pixels) => boolean,
  ): Promise<readonly Landmarks[]>;
  reset(): void;
}

/** So many frames of a track that the instrument does not believe, and the search starts afresh (a second or so). */
const DOUBTED_FRAMES = 15;

/**
 * Finds the person whichever way they lie. The model's detector knows people who stand; once one is found, the model
 * follows it at any angle. So when nobody is found, the frame is tried turned as well: one extra way per frame, so that
 * the frame rate holds, the next way with the next frame. The way that works is kept.
 */
export class OrientationSearch {
  readonly #estimator: PoseEstimator;
  #kept: QuarterTurns = 0;
  #lastTried: QuarterTurns = 0;
  #doubted = 0;
  #mask: PersonMask | null = null;
  #mirrored: boolean;

  /** @param mirrored whether the model is shown the picture in a mirror */
  constructor(estimator: PoseEstimator, mirrored = false) {
    this.#estimator = estimator;
    this.#mirrored = mirrored;
  }

  get mirrored(): boolean {
    return this.#mirrored;
  }

  /**
   * The track lives in the picture as it was shown so far, so the person is looked for anew, lying as before.
   * @returns whether that is a change
   */
  showMirrored(mirrored: boolean): boolean {
    if (mirrored === this.#mirrored) return false;
    this.#mirrored = mirrored;
    this.#kept = inMirror(this.#kept);
    this.#estimator.reset();
    return true;
  }

  /** The mask of the person found last, in the picture as it was given; null where none was asked for or to be had. */
  get mask(): PersonMask | null {
    return this.#mask;
  }

  /** Landmarks in the picture as it was given, or null when nobody was found. */
  async find(picture: ImageData, withMask = false): Promise<Landmarks | null> {
    this.#mask = null;
    if (!this.#mirrored) return this.#findAnyWay(picture, withMask);
    const found = await this.#findAnyWay(mirrorPicture(picture), withMask);
    this.#mask = this.#mask && mirrorMaskBack(this.#mask, picture.width);
    return found && mirrorLandmarksBack(found, picture.width);
  }

  async #findAnyWay(picture: ImageData, withMask: boolean): Promise<Landmarks | null> {
    const found = await this.#findTurned(picture, this.#kept, withMask);
    if (found) return found;
    const turns = this.#nextWay();
    this.#estimator.reset();
    const foundTurned = await this.#findTurned(picture, turns, withMask);
    if (foundTurned) this.#kept = turns;
    // The track lives in the turned picture: without one, the kept way must start from its detector again.
    else this.#estimator.reset();
    return foundTurned;
  }

  /** Tells what the instrument thought of the landmarks just found: a chair must not be followed for ever. */
  judge(believed: boolean): void {
    this.#doubted = believed ? 0 : this.#doubted + 1;
    if (this.#doubted < DOUBTED_FRAMES) return;
    this.#doubted = 0;
    this.#kept = this.#nextWay();
    this.#estimator.reset();
  }

  reset(): void {
    this.#kept = 0;
    this.#lastTried = 0;
    this.#doubted = 0;
    this.#estimator.reset();
  }

  #nextWay(): QuarterTurns {
    let next = quarterAfter(this.#lastTried);
    if (next === this.#kept) next = quarterAfter(next);
    this.#lastTried = next;
    return next;
  }

  async #findTurned(picture: ImageData, turns: QuarterTurns, withMask: boolean): Promise<Landmarks | null> {
    if (turns === 0) return this.#estimate(picture, picture, turns, withMask);
    const { width, height } = turnedSize(picture, turns);
    const pixels = turnPixels(new Uint32Array(picture.data.buffer), picture, turns);
    const turned = new ImageData(new Uint8ClampedArray(pixels.buffer), width, height);
    return this.#estimate(turned, picture, turns, withMask);
  }

  async #estimate(
    shown: ImageData,
    picture: ImageData,
    turns: QuarterTurns,
    withMask: boolean,
  ): Promise<Landmarks | null> {
    const found = await this.#estimator.estimate(shown, withMask);
    if (!found) return null;
    const mask = withMask ? (this.#estimator.mask ?? null) : null;
    this.#mask = mask && turnMaskBack(mask, picture, turns);
    return turnLandmarksBack(found, picture, turns);
  }
}

const quarterAfter = (turns: QuarterTurns): QuarterTurns => {
  if (turns === 0) return 1;
  if (turns === 1) return 2;
  return turns === 2 ? 3 : 0;
};

/** What turns a picture upright turns its mirror image the other way. */
const inMirror = (turns: QuarterTurns): QuarterTurns => (turns === 1 ? 3 : turns === 3 ? 1 : turns);
