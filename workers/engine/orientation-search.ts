import type { PictureBox } from '../../src/instrument/checks/person-check.ts';
import type { Pixels } from '../../src/instrument/geometry/units.ts';
import { type Landmarks, oppositeSideLandmark } from '../../src/instrument/input/landmarks.ts';
import type { PictureSize } from '../../src/instrument/input/picture.ts';
import type { PersonMask } from '../../src/instrument/outline/trunk-contour.ts';

/** Number of clockwise rotations by 90°. */
export type QuarterTurns = 0 | 1 | 2 | 3;

const turnedSize = (size: PictureSize, turns: QuarterTurns): PictureSize =>
  turns % 2 === 0 ? size : { width: size.height, height: size.width };

/** Rotates RGBA pixels (32-bit words, row by row from the top left). `size`: before the rotation. */
export const turnPixels = (pixels: Uint32Array, size: PictureSize, turns: QuarterTurns): Uint32Array<ArrayBuffer> => {
  const { width, height } = size;
  const turned = new Uint32Array(pixels.length);
  for (let y = 0, from = 0; y < height; y++) {
    // Index of the row's first pixel after the rotation, and distance between the indices of neighbours in the row.
    const start = [y * width, height - 1 - y, (height - y) * width - 1, (width - 1) * height + y][turns] ?? 0;
    const step = [1, height, -1, -height][turns] ?? 1;
    for (let x = 0, to = start; x < width; x++, to += step) turned[to] = pixels[from++] as number;
  }
  return turned;
};

/**
 * Landmarks of a rotated picture, in the picture before the rotation (`size` is that picture's). Positions are
 * continuous, 0…width, so no half pixel has to be added. World coordinates rotate about the line of sight.
 */
export const turnLandmarksBack = (found: Landmarks, size: PictureSize, turns: QuarterTurns): Landmarks => {
  if (turns === 0) return found;
  const points = new Float32Array(found.points.length);
  const world = new Float32Array(found.world);
  for (let i = 0; i < found.visibility.length; i++) {
    const [x, y] = placeBack(found.points[2 * i] ?? 0, found.points[2 * i + 1] ?? 0, size, turns);
    points[2 * i] = x;
    points[2 * i + 1] = y;
    const [worldX, worldY] = backwards(found.world[3 * i] ?? 0, found.world[3 * i + 1] ?? 0, turns);
    world[3 * i] = worldX;
    world[3 * i + 1] = worldY;
  }
  return { ...found, points, world };
};

/** The mask of a rotated picture, over the picture before the rotation (`size` is that picture's). */
export const turnMaskBack = (mask: PersonMask, size: PictureSize, turns: QuarterTurns): PersonMask => {
  const [x, y] = placeBack(mask.x, mask.y, size, turns);
  return { ...mask, x, y, rotation: mask.rotation - (turns * Math.PI) / 2 };
};

const placeBack = (x: number, y: number, size: PictureSize, turns: QuarterTurns): readonly [number, number] => {
  const [right, down] = backwards(x, y, turns);
  return [right + (turns > 1 ? size.width : 0), down + (turns === 1 || turns === 2 ? size.height : 0)];
};

/** Rotates a vector (x right, y down) counter-clockwise. */
const backwards = (x: number, y: number, turns: QuarterTurns): readonly [number, number] => {
  const turned = [
    [x, y],
    [y, -x],
    [-x, -y],
    [-y, x],
  ] as const;
  return turned[turns];
};

export function mirrorPicture({ width, height, data }: ImageData): ImageData {
  const pixels = new Uint32Array(data.buffer, data.byteOffset, width * height).slice();
  reverseRows(pixels, width);
  return new ImageData(new Uint8ClampedArray(pixels.buffer), width, height);
}

/** Landmarks of a mirrored picture of this width, in the picture itself; left and right landmarks are swapped back. */
export function mirrorLandmarksBack(found: Landmarks, width: Pixels): Landmarks {
  const points = new Float32Array(found.points.length);
  const world = new Float32Array(found.world.length);
  const visibility = new Float32Array(found.visibility.length);
  for (let i = 0; i < visibility.length; i++) {
    const to = oppositeSideLandmark(i);
    visibility[to] = found.visibility[i] ?? 0;
    points.set([width - (found.points[2 * i] ?? 0), found.points[2 * i + 1] ?? 0], 2 * to);
    const [x = 0, y = 0, z = 0] = found.world.subarray(3 * i, 3 * i + 3);
    world.set([-x, y, z], 3 * to);
  }
  return { ...found, points, world, visibility };
}

/** The mask of a mirrored picture of this width, over the picture itself. */
export function mirrorMaskBack(mask: PersonMask, width: Pixels): PersonMask {
  const values = mask.values.slice();
  reverseRows(values, mask.side);
  return { ...mask, values, x: width - mask.x, rotation: -mask.rotation };
}

function reverseRows(cells: Uint32Array | Float32Array, width: number): void {
  for (let row = 0; row < cells.length; row += width) cells.subarray(row, row + width).reverse();
}

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

const nextQuarterTurn = (turns: QuarterTurns): QuarterTurns => ((turns + 1) % 4) as QuarterTurns;

/** The rotation that shows the mirrored picture as this one shows the picture. */
const mirroredTurns = (turns: QuarterTurns): QuarterTurns => (turns === 1 ? 3 : turns === 3 ? 1 : turns);
