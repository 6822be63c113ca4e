import type { GreyPicture, Picture } from '../../src/instrument/input/picture.ts';
import { seededNormal, texture } from './noise.ts';

/** A grey frame painted pixel by pixel, brightness 0…255. */
export function paint(width: number, height: number, brightness: (x: number, y: number) => number): Picture {
  const grey = new Uint8ClampedArray(width * height);
  for (let y = 0, i = 0; y < height; y++) for (let x = 0; x < width; x++, i++) grey[i] = brightness(x, y);
  return { width, height, grey };
}

export const plain = (width: number, height: number, brightness: number): Picture =>
  paint(width, height, () => brightness);

/** A grey picture in floating point, as the optical flow uses it. */
export function paintGrey(width: number, height: number, brightness: (x: number, y: number) => number): GreyPicture {
  const data = Float32Array.from({ length: width * height }, (_, i) => brightness(i % width, Math.floor(i / width)));
  return { left: 0, top: 0, width, height, data };
}

/** Brightness of a furnished room, moved to the right by `moved` pixels, as when the laptop turns to the left. */
export const room = (x: number, y: number, moved = 0): number => 60 + 130 * texture((x - moved) / 9 + 50, y / 9 + 50);

/** The same picture with sensor noise. @param sd standard deviation, grey levels */
export function noisy(picture: Picture, sd: number, seed: number): Picture {
  const normal = seededNormal(seed);
  return { ...picture, grey: picture.grey.map((value) => value + sd * normal()) };
}

/** The picture of a pushed laptop: all pixels move right by `dx`; the left edge is repeated. */
export function pushed({ width, height, grey }: Picture, dx: number): Picture {
  const from = (x: number): number => Math.min(width - 1, Math.max(0, x - dx));
  return paint(width, height, (x, y) => grey[y * width + from(x)] ?? 0);
}
