import type { Seconds } from '../../../src/instrument/geometry/units.ts';
import type { Landmarks } from '../../../src/instrument/input/landmarks.ts';
import type { PersonMask } from '../../../src/instrument/outline/trunk-contour.ts';
import type { PoseEstimator } from '../../../workers/engine/orientation-search.ts';
import { fittedSize, type FramePictures, FramePixels, LONGEST_SIDE } from '../../../workers/pictures/frame-pixels.ts';
import { chanceOf } from '../../subjects/chance.ts';

/** A still is shown as a camera would: pictures a second, for so long, swaying by a pixel, with the noise of a webcam. */
export const RATE = 5;
const HELD: Seconds = 4;
const SWAY = 1;
const NOISE = 4;

/** The picture as frames of a camera. */
export async function heldFrames(picture: ImageBitmap): Promise<readonly FramePictures[]> {
  const { width, height } = fittedSize(picture, LONGEST_SIDE);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
  if (!context) throw new Error('no 2D canvas in this browser');
  context.imageSmoothingQuality = 'medium';
  const pixels = new FramePixels();
  const { between } = chanceOf('webcam');
  const frames: FramePictures[] = [];
  for (let k = 0; k < RATE * HELD; k++) {
    context.drawImage(picture, SWAY * Math.sin(k / 2), SWAY * Math.cos(k / 3), width, height);
    const drawn = context.getImageData(0, 0, width, height);
    for (let i = 0; i < drawn.data.length; i++) {
      if (i % 4 !== 3) drawn.data[i] = (drawn.data[i] ?? 0) + between(-NOISE, NOISE);
    }
    frames.push(await pixels.read(await createImageBitmap(drawn)));
  }
  return frames;
}

interface Estimate {
  readonly landmarks: Landmarks | null;
  readonly mask: PersonMask | null;
}

/** Remembers the answers to one picture's frames, because every drill and side is shown the same ones. */
export class RememberingEstimator implements PoseEstimator {
  readonly #engine: PoseEstimator;
  #known = new Map<string, Estimate>();
  #mask: PersonMask | null = null;

  constructor(engine: PoseEstimator) {
    this.#engine = engine;
  }

  get mask(): PersonMask | null {
    return this.#mask;
  }

  async estimate(picture: ImageData, withMask = false): Promise<Landmarks | null> {
    const key = `${withMask ? 'mask ' : ''}${keyOf(picture)}`;
    const known = this.#known.get(key) ?? (await this.#look(picture, withMask));
    this.#known.set(key, known);
    this.#mask = known.mask;
    return known.landmarks;
  }

  async #look(picture: ImageData, withMask: boolean): Promise<Estimate> {
    const found = await this.#engine.estimate(picture, withMask);
    const landmarks = found && {
      ...found,
      points: found.points.slice(),
      visibility: found.visibility.slice(),
      world: found.world.slice(),
    };
    const mask = (withMask && this.#engine.mask) || null;
    return { landmarks, mask: mask && { ...mask, values: mask.values.slice() } };
  }

  reset(): void {
    this.#engine.reset();
  }

  forget(): void {
    this.#known = new Map();
    this.#engine.reset();
  }
}

/** Two frames of one picture differ in their noise, so some pixels tell them apart. */
const keyOf = ({ data, width, height }: ImageData): string => {
  const step = Math.floor(data.length / 400) * 4;
  const some = Array.from({ length: 100 }, (_, k) => data[k * step] ?? 0);
  return `${width} ${height} ${some.join(' ')}`;
};
