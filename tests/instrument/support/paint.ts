import type { Picture } from '../../../src/instrument/input/picture.ts';
import type { GreyPicture } from '../../../src/instrument/checks/grey-picture.ts';
import { seededNormal, texture } from './noise.ts';

/** A grey frame painted pixel by pixel, brightness 0…255. */
export function paint(width: number, height: number, brightness: (x: number, y: number) => number): Picture {
  const rgba = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const i = 4 * (y * width + x);
      rgba.fill(brightness(x, y), i, i + 3);
      rgba[i + 3] = 255;
    }
  return { width, height, rgba };
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
  const rgba = picture.rgba.slice();
  for (let i = 0; i < rgba.length; i += 4) {
    const add = sd * normal();
    for (let k = i; k < i + 3; k++) rgba[k] = (rgba[k] ?? 0) + add;
  }
  return { ...picture, rgba };
}

/** The picture of a pushed laptop: all pixels move right by `dx`; the left edge is repeated. */
export function pushed({ width, height, rgba }: Picture, dx: number): Picture {
  const out = new Uint8ClampedArray(rgba.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = 4 * (y * width + Math.min(width - 1, Math.max(0, x - dx)));
      out.set(rgba.subarray(from, from + 4), 4 * (y * width + x));
    }
  return { width, height, rgba: out };
}
