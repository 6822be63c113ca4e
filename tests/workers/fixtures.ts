import { LANDMARK_COUNT, type Landmarks } from '../../src/instrument/input/landmarks.ts';
import type { LegAnswer, LegModel } from '../../src/instrument/networks/leg-model.ts';
import type { Picture } from '../../src/instrument/input/picture.ts';

/** Landmarks that all lie at one place. */
export const landmarksAt = (x: number, y: number): Landmarks => ({
  points: Float32Array.from({ length: 2 * LANDMARK_COUNT }, (_, i) => (i % 2 === 0 ? x : y)),
  visibility: new Float32Array(LANDMARK_COUNT).fill(1),
  world: new Float32Array(3 * LANDMARK_COUNT),
  score: 1,
});

/** A replacement for ImageData, which Node lacks, with the same fields. */
export class FakeImageData {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  readonly colorSpace = 'srgb';
  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data;
    this.width = width;
    this.height = height;
  }
}

export const emptyImage = (width: number, height: number): ImageData =>
  new FakeImageData(new Uint8ClampedArray(4 * width * height), width, height) as unknown as ImageData;

/** A picture with a mark in its top left corner, which shows how it was rotated or mirrored for the model. */
export const markedImage = (width: number, height: number): ImageData => {
  const image = emptyImage(width, height);
  image.data[0] = 255;
  return image;
};

/**
 * A leg network of the working knee and the shin’s out-of-plane angle. The middle of its crop lies near that knee in
 * `supine-sleeper-clean-far`.
 */
export const KNEE_MODEL = {
  version: 'legs1',
  size: 8,
  window: { upright: false, unit: 'trunk', side: 1.9, above: -0.5, aside: -0.65 },
  joints: [{ name: 'working knee', spread: 1, guessedFrom: 0.06 }],
  slants: [{ name: 'working shin', spread: 1, leastSd: 0.03 }],
} as unknown as LegModel;
/** A dark picture with a bright spot. */
export const spotAt = (width: number, height: number, x: number, y: number): Picture => {
  const grey = new Uint8ClampedArray(width * height);
  for (let row = Math.round(y) - 10; row < y + 10; row++)
    grey.fill(255, row * width + Math.round(x) - 10, row * width + Math.round(x) + 10);
  return { width, height, grey };
};

/** The network of `KNEE_MODEL` in more pixels, for `spotAt`: it takes the bright spot for the knee. */
export const spotNetwork = () => ({
  model: { ...KNEE_MODEL, size: 64 },
  // Inputs have mean 0 and standard deviation 1; only the spot is far above it.
  run: async (input: Float32Array): Promise<LegAnswer> => ({
    ...KNEE_IN_THE_MIDDLE,
    maps: input.map((value) => (value > 2 ? 0 : -50)),
  }),
});

/** The knee in the middle of the crop, the shin pointing slightly away from the lens. */
export const KNEE_IN_THE_MIDDLE: LegAnswer = {
  maps: new Float32Array(4),
  spreads: Float32Array.of(-3),
  slants: Float32Array.of(0.25, 0),
};
