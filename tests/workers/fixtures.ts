import { LANDMARK_COUNT, type Landmarks } from '../../src/instrument/input/landmarks.ts';

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
