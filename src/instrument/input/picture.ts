import type { Pixels, Share } from '../geometry/units.ts';
import type { CameraChange } from '../output/reading.ts';

/** The grey picture of one frame: 0…255, row by row from the top left. Every stage but the pose model works on it. */
export interface Picture extends PictureSize {
  readonly grey: Uint8ClampedArray;
}

/** Luma (ITU-R BT.601) of pixels with 8-bit red, green, blue and opacity. */
export function greyOf(rgba: ArrayLike<number>): Uint8ClampedArray<ArrayBuffer> {
  const grey = new Uint8ClampedArray(rgba.length / 4);
  for (let i = 0, from = 0; i < grey.length; i++, from += 4) {
    const weighted = 77 * (rgba[from] as number) + 150 * (rgba[from + 1] as number) + 29 * (rgba[from + 2] as number);
    grey[i] = (weighted + 128) >> 8;
  }
  return grey;
}

export interface PictureSize {
  readonly width: Pixels;
  readonly height: Pixels;
}

/** Aspect ratios that differ by less than this are the same; sizes are whole pixels, and cameras round them. */
const SAME_ASPECT: Share = 0.01;

export const isSameAspect = (a: PictureSize, b: PictureSize): boolean =>
  Math.abs((a.width * b.height) / (a.height * b.width) - 1) < SAME_ASPECT;

/** How the picture's size has changed since the first picture, from which everything is counted. Null: not at all. */
export function sizeChange(first: PictureSize, now: PictureSize): CameraChange | null {
  if (first.width === now.width && first.height === now.height) return null;
  return isSameAspect(first, { width: now.height, height: now.width }) && !isSameAspect(first, now)
    ? 'turned'
    : 'resized';
}

/** A part of a frame in grey, 0…255, row by row from the top left. `left` and `top`: its place in the frame, pixels. */
export interface GreyPicture extends PictureSize {
  readonly left: number;
  readonly top: number;
  readonly data: Float32Array;
}

/** Edges in the frame's pixels; right and bottom are exclusive. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Square root of the brightness, rescaled to 0…255: lifts the weave of dark cloth, and makes the noise of dark and bright alike. */
export const LIFTED = Float32Array.from({ length: 256 }, (_, v) => 255 * Math.sqrt(v / 255));

/** Cuts a box out of a frame, as the square root of its brightness. The box is clipped to the frame. */
export function greyCrop({ width, height, grey }: Picture, box: Box): GreyPicture {
  const left = Math.max(0, Math.floor(box.left));
  const top = Math.max(0, Math.floor(box.top));
  const right = Math.min(width, Math.ceil(box.right));
  const bottom = Math.min(height, Math.ceil(box.bottom));
  const w = Math.max(0, right - left);
  const h = Math.max(0, bottom - top);
  const data = new Float32Array(w * h);
  let k = 0;
  for (let y = top; y < bottom; y++) {
    let i = y * width + left;
    for (let x = 0; x < w; x++, i++, k++) data[k] = LIFTED[grey[i] as number] as number;
  }
  return { left, top, width: w, height: h, data };
}

/** Bilinear sample at (x, y) in the grey picture's own pixels; outside it, the value of the nearest edge. */
export function sample({ width, height, data }: GreyPicture, x: number, y: number): number {
  const cx = Math.max(0, Math.min(width - 1.001, x));
  const cy = Math.max(0, Math.min(height - 1.001, y));
  const x0 = cx | 0;
  const y0 = cy | 0;
  const fx = cx - x0;
  const fy = cy - y0;
  const i = y0 * width + x0;
  const a = data[i] as number;
  const b = data[i + 1] as number;
  const c = data[i + width] as number;
  const d = data[i + width + 1] as number;
  return (a * (1 - fx) + b * fx) * (1 - fy) + (c * (1 - fx) + d * fx) * fy;
}

/** The picture at half the size; each pixel is the mean of four. */
function halved(p: GreyPicture): GreyPicture {
  const width = p.width >> 1;
  const height = p.height >> 1;
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = 2 * y * p.width + 2 * x;
      const sum =
        (p.data[i] as number) +
        (p.data[i + 1] as number) +
        (p.data[i + p.width] as number) +
        (p.data[i + p.width + 1] as number);
      data[y * width + x] = sum / 4;
    }
  }
  return { left: p.left >> 1, top: p.top >> 1, width, height, data };
}

/** The picture at full size, half, a quarter …, finest first. */
export function pyramid(picture: GreyPicture, levels: number): readonly GreyPicture[] {
  const all = [picture];
  for (let l = 1; l < levels; l++) all.push(halved(all[l - 1] as GreyPicture));
  return all;
}
