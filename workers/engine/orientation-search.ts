import type { PictureBox } from '../../src/instrument/checks/body-box.ts';
import type { Landmarks } from '../../src/instrument/input/landmarks.ts';
import type { PersonMask } from '../../src/instrument/outline/person-mask.ts';
import type { Pixels } from '../../src/instrument/geometry/units.ts';
import {
  mirrorLandmarksBack,
  mirrorMaskBack,
  mirrorPicture,
  type QuarterTurns,
  turnedSize,
  turnLandmarksBack,
  turnMaskBack,
  turnPixels,
} from '../pictures/picture-orientation.ts';

/** A pose model. It follows a person from frame to frame until `reset`. */
export interface PoseEstimator {
  estimate(picture: ImageData, withMask?: boolean): Promise<Landmarks | null>;
  /** Mask of the last estimate, if a person was found and a mask was asked for. Absent: the model has no masks. */
  readonly mask?: PersonMask | null;
  /**
   * All upright people in a part of the picture; does not change who is being followed. Absent: the model finds one
   * person only.
   * @param worth whether a body with its hips at this place is to be examined
   */
  peopleIn?(
    picture: ImageData,
    part: PictureBox,
    worth: (x: Pixels, y: Pixels) => boolean,
  ): Promise<readonly Landmarks[]>;
  reset(): void;
}

/** After this many frames in a row whose person the instrument rejects, about a second, the search starts again. */
const REJECTED_FRAMES = 15;

/**
 * Finds a person who stands or lies. BlazePose's detector only finds upright people, while its landmark model then
 * follows them at any angle. So when nobody is found, the picture is tried rotated by a quarter turn: one other
 * rotation per frame, to hold the frame rate, the next with the next frame. The rotation that works is kept.
 */
export class OrientationSearch {
  readonly #estimator: PoseEstimator;
  #turns: QuarterTurns = 0;
  #lastTried: QuarterTurns = LAST_TURN;
  #rejected = 0;
  #mask: PersonMask | null = null;
  #mirrored: boolean;

  /** @param mirrored whether the model is shown the mirrored picture, see `isMirrored` */
  constructor(estimator: PoseEstimator, mirrored = false) {
    this.#estimator = estimator;
    this.#mirrored = mirrored;
  }

  get mirrored(): boolean {
    return this.#mirrored;
  }

  /**
   * Changes whether the model is shown the mirrored picture. The model followed the person in the old picture, so it
   * starts again, at the rotation that shows the person as before.
   * @returns whether that was a change
   */
  showMirrored(mirrored: boolean): boolean {
    if (mirrored === this.#mirrored) return false;
    this.#mirrored = mirrored;
    this.#turns = mirroredTurns(this.#turns);
    this.#estimator.reset();
    return true;
  }

  /** Mask of the last person found, over the picture as it was given; null: none was asked for, or there is none. */
  get mask(): PersonMask | null {
    return this.#mask;
  }

  /** Resolves to landmarks in the picture as it was given; null: nobody was found. */
  async find(picture: ImageData, withMask = false): Promise<Landmarks | null> {
    this.#mask = null;
    if (!this.#mirrored) return this.#findAtAnyTurn(picture, withMask);
    const found = await this.#findAtAnyTurn(mirrorPicture(picture), withMask);
    this.#mask = this.#mask && mirrorMaskBack(this.#mask, picture.width);
    return found && mirrorLandmarksBack(found, picture.width);
  }

  async #findAtAnyTurn(picture: ImageData, withMask: boolean): Promise<Landmarks | null> {
    const found = await this.#findTurned(picture, this.#turns, withMask);
    if (found) return found;
    const turns = this.#nextTurns();
    this.#estimator.reset();
    const foundTurned = await this.#findTurned(picture, turns, withMask);
    if (foundTurned) this.#turns = turns;
    // The tracker now follows the rotated picture. Nobody was found, so the next frame runs the detector.
    else this.#estimator.reset();
    return foundTurned;
  }

  /** Whether the instrument takes the landmarks as a person, so that no chair is followed for ever. */
  judge(plausible: boolean): void {
    this.#rejected = plausible ? 0 : this.#rejected + 1;
    if (this.#rejected < REJECTED_FRAMES) return;
    this.#rejected = 0;
    this.#turns = this.#nextTurns();
    this.#estimator.reset();
  }

  /**
   * Forgets the person, but begins at the rotation that showed them: in the next set they mostly lie as before.
   * @param afresh whether the rotation is forgotten as well
   */
  reset(afresh = false): void {
    if (afresh) this.#turns = 0;
    this.#lastTried = afresh ? 0 : LAST_TURN;
    this.#rejected = 0;
    this.#estimator.reset();
  }

  #nextTurns(): QuarterTurns {
    let next = nextQuarterTurn(this.#lastTried);
    if (next === this.#turns) next = nextQuarterTurn(next);
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

/** After it the upright picture is the next to be tried. */
const LAST_TURN: QuarterTurns = 3;

const nextQuarterTurn = (turns: QuarterTurns): QuarterTurns => {
  if (turns === 0) return 1;
  if (turns === 1) return 2;
  return turns === 2 ? 3 : 0;
};

/** The rotation that shows the mirrored picture as this one shows the picture. */
const mirroredTurns = (turns: QuarterTurns): QuarterTurns => (turns === 1 ? 3 : turns === 3 ? 1 : turns);
